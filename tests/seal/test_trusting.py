"""By whom a file is sealed, when the trusted certificates are given as files."""

from itertools import islice
from pathlib import Path

import pytest
from cryptography import x509

from actions.receipt import render_receipt
from actions.seal.sealer import Sealer
from actions.seal.trusting import examine_seal
from tests.actions.test_receipt import REVISION, TEXTS, a_content
from tests.seal.authority import NOW, a_sealed_receipt, certificate, root, rsa_key
from tests.seal.mutations import mutations

FIRST = Path(__file__).parent / "first_version"


def test_the_seals_own_certificate_is_trusted(sealed: bytes, sealer: Sealer) -> None:
    seal = examine_seal(sealed, sealer.ours)
    assert (seal.by, seal.at, seal.problem) == ("Provby kommun", NOW, "")


def test_the_authority_of_the_seal_is_trusted_and_says_whose_it_is(
    sealed: bytes, stranger: Sealer
) -> None:
    assert examine_seal(sealed, [root()]).by == "Provby kommun"
    assert examine_seal(sealed, [root()]).problem == ""
    theirs = examine_seal(a_sealed_receipt(stranger), [root()])
    assert (theirs.by, theirs.problem) == ("Någon annan AB", "")


def test_a_seal_of_long_ago_is_judged_by_the_time_when_it_was_made() -> None:
    sealed = (FIRST / "kvittens.pdf").read_bytes()
    seals = x509.load_pem_x509_certificates((FIRST / "seal.pem").read_bytes())
    assert examine_seal(sealed, seals).problem == ""


@pytest.mark.parametrize("roots", [(), "another seal", "another authority"])
def test_a_seal_that_leads_to_nothing_trusted_is_told_with_its_name(
    sealed: bytes, stranger: Sealer, roots: object
) -> None:
    trusted = {
        (): (),
        "another seal": stranger.ours,
        "another authority": (certificate("Egen", rsa_key("Egen")),),
    }[roots]
    seal = examine_seal(sealed, trusted)
    assert seal.by == "Provby kommun"
    assert "trusted" in seal.problem


def test_a_changed_file_is_told_whatever_was_changed(sealed: bytes, sealer: Sealer) -> None:
    for _how, changed in islice(mutations(sealed, seed=7), 150):
        seal = examine_seal(changed, [*sealer.ours, root()])
        assert seal.problem
        assert seal.at is None


def test_what_is_appended_later_is_a_change(sealed: bytes, sealer: Sealer) -> None:
    assert "changed" in examine_seal(sealed + b"\n% mer\n", sealer.ours).problem


def test_a_file_without_a_seal_or_no_pdf_is_told(sealer: Sealer) -> None:
    unsealed = render_receipt(a_content(), texts=TEXTS, revision=REVISION)
    assert "no seal" in examine_seal(unsealed, sealer.ours).problem
    assert "no PDF" in examine_seal(b"hej", sealer.ours).problem
