"""The key of the seal: what cannot be used is refused with one line that says what to do."""

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from actions.seal.checking import Verdict, check
from actions.seal.keys import SealKeyError, open_demo, open_pkcs12
from actions.seal.sealer import Sealer
from actions.seal.token import TokenKey
from bot.app import build_sealer
from bot.doctor import check_seal
from config.seal_settings import Pkcs11Settings, SealSettings
from config.settings import SettingsError, read_settings
from tests.seal.authority import (
    ENCRYPTING,
    NOW,
    PASSWORD,
    a_sealed_receipt,
    certificate,
    curve_key,
    pkcs12_file,
    root,
    rsa_key,
)
from tests.seal.outside import run

SOFTHSM = Path("/usr/lib/softhsm/libsofthsm2.so")


def refusal(act: Callable[[], Any]) -> str:
    with pytest.raises((SealKeyError, SettingsError)) as error:
        act()
    text = str(error.value)
    assert "\n" not in text
    assert "Expected" in text
    assert PASSWORD not in text
    return text


def a_file(folder: Path, key: Any = None, **facts: Any) -> Path:
    key = key or rsa_key("Provby kommun")
    return pkcs12_file(folder / "seal.p12", key, certificate("Provby kommun", key, **facts))


# ── A file ────────────────────────────────────────────────────────────────────────────────────


def test_a_file_gives_key_certificate_and_chain(tmp_path: Path) -> None:
    key = open_pkcs12(a_file(tmp_path), PASSWORD)
    assert key.certificate.public_key() == rsa_key("Provby kommun").public_key()
    assert key.chain == (root(),)


@pytest.mark.parametrize("password", ["fel", None])
def test_a_wrong_password_is_told(tmp_path: Path, password: str | None) -> None:
    said = refusal(lambda: open_pkcs12(a_file(tmp_path), password))
    assert said.startswith("SEAL_PKCS12: ")
    assert "SEAL_PKCS12_PASSWORD" in said


def test_what_is_no_pkcs12_is_told(tmp_path: Path) -> None:
    path = tmp_path / "seal.p12"
    path.write_bytes(root().public_bytes(Encoding.PEM))
    assert refusal(lambda: open_pkcs12(path, PASSWORD)).startswith("SEAL_PKCS12: ")


def test_a_curve_is_refused_since_it_makes_no_pdf_a(tmp_path: Path) -> None:
    path = a_file(tmp_path, curve_key("Provby kommun"))
    assert "RSA" in refusal(lambda: open_pkcs12(path, PASSWORD))


def test_a_short_key_is_refused(tmp_path: Path) -> None:
    path = a_file(tmp_path, rsa_key("kort", 1024))
    assert "2048" in refusal(lambda: open_pkcs12(path, PASSWORD))


def test_a_certificate_for_something_else_is_refused(tmp_path: Path) -> None:
    path = a_file(tmp_path, usage=ENCRYPTING)
    assert "not for signing" in refusal(lambda: open_pkcs12(path, PASSWORD))


# ── The start, and the doctor ─────────────────────────────────────────────────────────────────


def settings(folder: Path, **environment: str) -> Any:
    return read_settings({"VAR_DIR": str(folder), **environment})


def sealed_with(folder: Path, path: Path) -> Any:
    return settings(folder, SEAL_PKCS12=str(path), SEAL_PKCS12_PASSWORD=PASSWORD)


def test_an_expired_certificate_stops_the_start_with_its_date(tmp_path: Path) -> None:
    given = sealed_with(tmp_path, a_file(tmp_path))
    said = refusal(lambda: build_sealer(given, now=lambda: NOW + timedelta(days=300)))
    assert said.startswith("SEAL_PKCS12: ")
    assert "2027-08-15" in said
    assert build_sealer(given, now=lambda: NOW).check_key().not_valid_after_utc.year == 2027


def test_a_certificate_of_tomorrow_stops_the_start(tmp_path: Path) -> None:
    given = sealed_with(tmp_path, a_file(tmp_path))
    said = refusal(lambda: build_sealer(given, now=lambda: NOW - timedelta(days=300)))
    assert "valid from 2026-08-15" in said


def test_the_doctor_tells_whose_seal_it_is_and_when_it_expires(tmp_path: Path) -> None:
    given = sealed_with(tmp_path, a_file(tmp_path))
    for days, told in (
        (0, "Provby kommun, valid until 2027-08-15"),
        (260, "Provby kommun, valid until 2027-08-15, only 5 days: order a new one"),
    ):
        assert check_seal(given, now=lambda days=days: NOW + timedelta(days=days)) == told
    said = refusal(lambda: check_seal(given, now=lambda: NOW + timedelta(days=300)))
    assert "Provby kommun expired on 2027-08-15" in said
    assert "proves nothing" in check_seal(settings(tmp_path))


def test_earlier_seals_must_be_certificates(tmp_path: Path) -> None:
    bundle = tmp_path / "trusted.pem"
    seal = {"SEAL_PKCS12": str(a_file(tmp_path)), "SEAL_PKCS12_PASSWORD": PASSWORD}
    for content, told in (
        (b"ingenting", "PEM"),
        (root().public_bytes(Encoding.PEM), "not for signing"),
        (certificate("Kurvan", curve_key("Kurvan")).public_bytes(Encoding.PEM), "RSA"),
    ):
        bundle.write_bytes(content)
        given = settings(tmp_path, **seal, SEAL_TRUSTED=str(bundle))
        said = refusal(lambda given=given: build_sealer(given, now=lambda: NOW))
        assert said.startswith("SEAL_TRUSTED: ")
        assert told in said


# ── A demo ────────────────────────────────────────────────────────────────────────────────────


def test_a_demo_makes_its_key_once_for_itself_alone(tmp_path: Path) -> None:
    given = settings(tmp_path)
    sealer = build_sealer(given, now=lambda: NOW)
    assert sealer.is_demo
    path = tmp_path / "demo-seal.pem"
    assert not path.exists()
    sealed = a_sealed_receipt(sealer)
    assert path.stat().st_mode & 0o077 == 0
    again = build_sealer(given, now=lambda: NOW + timedelta(days=30))
    checked = check(sealed, again.ours)
    assert checked.verdict is Verdict.UNCHANGED
    assert checked.receipt is not None
    assert checked.receipt.sealed_by == "DEMO"
    assert [each.name for each in tmp_path.iterdir() if "seal" in each.name] == [path.name]


def test_processes_that_begin_at_once_agree_on_the_demo_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as threads:
        keys = list(threads.map(lambda _: open_demo(tmp_path, lambda: NOW), range(4)))
    assert len({key.certificate for key in keys}) == 1


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    assert refusal(lambda: open_demo(blocked, lambda: NOW)).startswith("VAR_DIR: ")


# ── Hardware ──────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def token(tmp_path_factory: pytest.TempPathFactory) -> Pkcs11Settings:
    """SoftHSM with the municipality's key and certificate in it."""
    import pkcs11

    assert SOFTHSM.exists(), "run sh tests/system_packages.sh"
    folder = tmp_path_factory.mktemp("softhsm")
    (folder / "tokens").mkdir()
    configuration = folder / "softhsm2.conf"
    configuration.write_text(f"directories.tokendir = {folder / 'tokens'}\n")
    os.environ["SOFTHSM2_CONF"] = str(configuration)  # read once, when the library is loaded
    labels = ("--label", "kommunen", "--pin", "1234", "--so-pin", "5678")
    run("softhsm2-util", "--init-token", "--free", *labels)
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    key = rsa_key("Provby kommun")
    written = key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    issued = certificate("Provby kommun", key).public_bytes(Encoding.DER)
    named = {pkcs11.Attribute.LABEL: "sigill", pkcs11.Attribute.TOKEN: True}
    stored = pkcs11.lib(str(SOFTHSM)).get_token(token_label="kommunen")
    with stored.open(rw=True, user_pin="1234") as session:
        session.create_object({**decode_rsa_private_key(written), **named})
        session.create_object({**decode_x509_certificate(issued), **named})
    return Pkcs11Settings(module=SOFTHSM, token="kommunen", pin="1234", label="sigill")


def test_a_key_in_hardware_seals_from_many_threads(token: Pkcs11Settings, tmp_path: Path) -> None:
    sealer = Sealer(SealSettings(key=token), folder=tmp_path, now=lambda: NOW)
    with ThreadPoolExecutor(4) as threads:
        sealed = list(threads.map(lambda _: a_sealed_receipt(sealer), range(8)))
    assert len(set(sealed)) == 1
    assert check(sealed[0], sealer.ours).verdict is Verdict.UNCHANGED
    assert sealer.check_key().public_key() == rsa_key("Provby kommun").public_key()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"pin": "0000"}, "SEAL_PKCS11_PIN"),
        ({"token": "landet"}, "SEAL_PKCS11_TOKEN"),
        ({"label": "nyckel"}, "SEAL_PKCS11_LABEL"),
        ({"module": Path(__file__)}, "SEAL_PKCS11_MODULE"),
    ],
)
def test_hardware_that_cannot_be_used_is_told(
    token: Pkcs11Settings, change: dict[str, Any], named: str
) -> None:
    said = refusal(lambda: TokenKey(msgspec.structs.replace(token, **change)))
    assert named in said
    assert "1234" not in said


def test_hardware_needs_a_library_that_not_everybody_installs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    wanted = Pkcs11Settings(module=tmp_path, token="kommunen", pin="1234", label="sigill")
    assert "pip install python-pkcs11" in refusal(lambda: TokenKey(wanted))
