"""`arendebot verify FILE`: what an archived case and its seal prove, offline."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import click
from cryptography import x509

from actions.eid.evidence_error import EvidenceError
from actions.evidence_files import EvidenceFile
from actions.pdf_attachments import attachments
from actions.seal.keys import SealKeyError
from actions.seal.trusting import Seal, examine_seal
from actions.verifying import Report, Verifier, verify_archive
from bot.app import build_sealer, utc_now
from config.settings import Settings
from dialogs.clock import STOCKHOLM

Certificates = Sequence[x509.Certificate]

#: What no signature proves, whatever it says.
NOT_PROVEN = (
    "Not proven by any signature: that the answers are true, who has custody of a child, who may "
    "sign for an organisation, and powers of attorney."
)
#: Whose clock it was, and what more was verified.
_CHECKED = {
    "bankid": ("OCSP", "certificate chain, not revoked"),
    "freja": ("Freja", "vouched for by Freja's signature"),
}


def trusted_roots(given: Iterable[str]) -> dict[str, Path]:
    """`provider=file` as given on the command line. Raises click.UsageError."""
    found = {}
    for each in given:
        provider, _, path = each.partition("=")
        if not path or not Path(path).is_file():
            raise click.UsageError(f"{each!r}: expected provider=file, e.g. bankid=root.pem.")
        found[provider] = Path(path)
    return found


def seal_roots(given: Sequence[Path], settings: Callable[[], Settings]) -> Certificates:
    """Whose seals are trusted: as given, else the settings' own, of which a demo has none.

    Raises click.UsageError.
    """
    found: list[x509.Certificate] = []
    for path in given:
        try:
            found += x509.load_pem_x509_certificates(path.read_bytes())
        except ValueError:
            raise click.UsageError(f"{path}: expected certificates in PEM.") from None
    if given:
        return found
    try:
        sealer = build_sealer(settings(), now=utc_now)
        return () if sealer.is_demo else sealer.ours
    except SealKeyError as error:
        raise click.UsageError(f"{error} Or name the certificate with --seal-root.") from None


def verify_file(path: Path, roots: Mapping[str, Path], seals: Certificates) -> int:
    """Prints the report. Exit status 0 when the seal and every signature are verified, else 1.

    2 is for a file that is no archive. `roots`: by provider, PEM files with the certificates that are
    trusted. `seals`: the certificates of seals, or of their authorities.
    """
    content = path.read_bytes()
    try:
        report = verify_archive(attachments(content), _verifiers(roots))
    except ValueError as error:
        click.echo(f"{path}: {error}", err=True)
        return 2
    seal = examine_seal(content, seals)
    _print(report, seal)
    return 0 if report.is_verified and not seal.problem else 1


def _verifiers(roots: Mapping[str, Path]) -> dict[str, Verifier]:
    """Raises click.UsageError for a file that holds no certificates."""
    found: dict[str, Verifier] = {"demo": demo_proves_nothing}
    # A signature that came by an OpenID provider is the person's BankID signature.
    for provider in ("bankid", "oidc"):
        if provider not in roots:
            continue
        from actions.eid.bankid.archived import verify_archived
        from actions.eid.chains import read_roots

        try:
            found[provider] = partial(verify_archived, roots=read_roots(roots[provider]))
        except (OSError, ValueError) as error:
            raise click.UsageError(f"{roots[provider]}: {error}") from None
    if "freja" in roots:
        from actions.eid.freja.archived import verify_archived as verify_freja
        from actions.eid.freja.jws import read_certificates

        try:
            certificates = read_certificates(roots["freja"])
        except (OSError, ValueError) as error:
            raise click.UsageError(f"{roots['freja']}: {error}") from None
        found["freja"] = partial(verify_freja, certificates=certificates)
    return found


def demo_proves_nothing(_file: EvidenceFile) -> tuple[str, datetime]:
    raise EvidenceError("the demo e-ID proves nothing: anybody can be anybody")


def _moment(at: datetime) -> str:
    return f"{at.astimezone(STOCKHOLM):%Y-%m-%d %H:%M:%S%z}"


def _print(report: Report, seal: Seal) -> None:
    click.echo(f"{report.municipality}: {report.title}, {report.reference}")
    click.echo(f"Revision SHA-256 {report.hash}")
    sealed = f", sealed by {seal.by}, {_moment(seal.at)} (the sealer's clock)" if seal.at else ""
    if seal.problem:
        click.echo(f"NOT VERIFIED  seal{sealed}: {seal.problem}")
    else:
        click.echo(f"verified      seal{sealed}")
    if seal.at:
        click.echo("              nothing in the file was changed after it was sealed")
    for each in report.signatures:
        who = f"{each.name}, {each.personnummer}, by {each.provider}"
        if each.at is None:
            click.echo(f"NOT VERIFIED  {who}: {each.problem}")
        else:
            clock, checked = _CHECKED.get(each.provider, _CHECKED["bankid"])
            click.echo(f"verified      {who}, signed {_moment(each.at)} ({clock})")
            text = "every answer shown" if each.saw_answers else "answers not shown: too long"
            click.echo(f"              {text}, hash of the revision, {checked}")
    if not report.signatures:
        click.echo("There are no signatures in the file.")
    if report.private_problem:
        click.echo(f"NOT VERIFIED  {report.private_problem}")
    for name in report.unsigned:
        click.echo(f"no verified signature by {name}")
    click.echo(NOT_PROVEN)
