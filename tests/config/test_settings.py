"""Settings: what is unknown, missing or unsafe stops the start with one line that says what to do."""

from pathlib import Path

import pytest

from bot import doctor
from config.seal_settings import Pkcs11Settings, Pkcs12Settings
from config.settings import SettingsError, read_settings

KEY = "0123456789-abcdefghijklmnopqrstuvwxyz-A"
PRODUCTION = {
    "ARENDEBOT_MODE": "production",
    "ARENDEBOT_PUBLIC_URL": "https://e.kommun.se",
    "ARENDEBOT_SECRET_KEYS": KEY,
}


def refused(tmp_path: Path, **environment: str) -> str:
    with pytest.raises(SettingsError) as error:
        read_settings({"VAR_DIR": str(tmp_path), **environment})
    text = str(error.value)
    assert "\n" not in text
    return text


def test_demo_needs_nothing(tmp_path: Path) -> None:
    settings = read_settings({"VAR_DIR": str(tmp_path)})
    assert settings.mode == "demo"
    assert settings.public_url == "http://127.0.0.1:8000"
    assert settings.database_url == f"sqlite:///{tmp_path}/arendebot.db"
    assert settings.eid.providers == ("demo",)
    assert settings.sms.provider == "outbox"


def test_demo_key_is_made_once_and_is_for_its_owner_only(tmp_path: Path) -> None:
    first = read_settings({"VAR_DIR": str(tmp_path)}).secret_keys
    assert read_settings({"VAR_DIR": str(tmp_path)}).secret_keys == first
    [path] = [each for each in tmp_path.iterdir() if "key" in each.name]
    assert path.stat().st_mode & 0o077 == 0


def test_empty_values_are_as_if_not_given(tmp_path: Path) -> None:
    settings = read_settings(
        {"VAR_DIR": str(tmp_path), "ARENDEBOT_MODE": " ", "PORT": "", "TELEGRAM_TOKEN": ""}
    )
    assert (settings.mode, settings.port, settings.telegram_token) == ("demo", 8000, None)


def test_port_and_host_give_the_public_address(tmp_path: Path) -> None:
    given = {"VAR_DIR": str(tmp_path), "PORT": "9001"}
    assert read_settings(given).public_url == "http://127.0.0.1:9001"
    assert read_settings({**given, "HOST": "0.0.0.0"}).public_url == "http://127.0.0.1:9001"
    address = {"ARENDEBOT_PUBLIC_URL": "https://e.kommun.se/"}
    assert read_settings({**given, **address}).public_url == "https://e.kommun.se"


def test_unknown_name_is_refused_with_those_that_exist(tmp_path: Path) -> None:
    said = refused(tmp_path, ARENDEBOT_DATABSE_URL="x")
    assert said.startswith("ARENDEBOT_DATABSE_URL")
    assert "ARENDEBOT_DATABASE_URL" in said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ARENDEBOT_MODE", "prod"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "http"),
        ("PORT", "-1"),
        ("PORT", "²"),
        ("ARENDEBOT_PUBLIC_URL", "e.kommun.se"),
        ("ARENDEBOT_PUBLIC_URL", "ftp://e.kommun.se"),
        ("ARENDEBOT_SECRET_KEYS", "short"),
        ("ARENDEBOT_SECRET_KEYS", "a" * 60),
        ("ARENDEBOT_SECRET_KEYS", f"{KEY},short"),
        ("ARENDEBOT_SERVICES_DIR", "/no/such/folder"),
        ("ARENDEBOT_EID", "no-such-provider"),
        ("SMS_PROVIDER", "pigeon"),
    ],
)
def test_bad_value_is_refused_by_name(tmp_path: Path, name: str, value: str) -> None:
    assert refused(tmp_path, **{name: value}).startswith(name)


def test_secrets_are_never_in_the_refusal(tmp_path: Path) -> None:
    assert "hemligt" not in refused(tmp_path, ARENDEBOT_SECRET_KEYS="hemligt")


def test_gateway_needs_its_credentials(tmp_path: Path) -> None:
    assert refused(tmp_path, SMS_PROVIDER="46elks").startswith("ELKS_USERNAME")
    assert refused(tmp_path, SMS_PROVIDER="46elks", ELKS_USERNAME="u").startswith("ELKS_PASSWORD")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"ARENDEBOT_PUBLIC_URL": "http://e.kommun.se"}, "ARENDEBOT_PUBLIC_URL"),
        ({"ARENDEBOT_SECRET_KEYS": ""}, "ARENDEBOT_SECRET_KEYS"),
        ({}, "ARENDEBOT_EID"),
        ({"ARENDEBOT_EID": "demo"}, "ARENDEBOT_EID"),
    ],
)
def test_production_refuses_what_is_for_demonstration(
    tmp_path: Path, change: dict[str, str], named: str
) -> None:
    assert refused(tmp_path, **{**PRODUCTION, **change}).startswith(named)


#: A production that lacks its seal alone.
UNSEALED = {
    **PRODUCTION,
    "ARENDEBOT_EID": "oidc",
    "OIDC_ISSUER": "https://eid.example.se",
    "OIDC_CLIENT_ID": "kommunen",
    "OIDC_CLIENT_SECRET": "x",
    "OIDC_ACR": "http://id.elegnamnden.se/loa/1.0/loa3",
    "SMS_PROVIDER": "46elks",
    "ELKS_USERNAME": "u",
    "ELKS_PASSWORD": "p",
    "SMTP_URL": "smtp://mail.example.se",
    "MAIL_FROM": "arenden@example.se",
}


def test_production_needs_a_seal(tmp_path: Path) -> None:
    assert refused(tmp_path, **UNSEALED).startswith("SEAL_PKCS12: missing.")
    file = tmp_path / "seal.p12"
    file.touch()
    given = {"VAR_DIR": str(tmp_path), **UNSEALED}
    seal = read_settings({**given, "SEAL_PKCS12": str(file), "SEAL_PKCS12_PASSWORD": "x"}).seal
    assert seal.key == Pkcs12Settings(file, "x")
    hardware = {
        "SEAL_PKCS11_MODULE": str(file),
        "SEAL_PKCS11_TOKEN": "t",
        "SEAL_PKCS11_PIN": "1",
        "SEAL_PKCS11_LABEL": "l",
    }
    key = Pkcs11Settings(module=file, token="t", pin="1", label="l")
    assert read_settings({**given, **hardware}).seal.key == key
    for name in hardware:
        partly = {each: hardware[each] for each in hardware if each != name}
        assert refused(tmp_path, **partly).startswith(f"{name}: missing.")
    both = refused(tmp_path, **hardware, SEAL_PKCS12=str(file))
    assert both.startswith("SEAL_PKCS11_MODULE: there is a SEAL_PKCS12 too.")


def test_a_seal_that_is_not_there_is_refused(tmp_path: Path) -> None:
    missing, file = "/no/such/file", str(tmp_path / "seal.p12")
    Path(file).touch()
    assert refused(tmp_path, SEAL_PKCS12=missing).startswith(f"SEAL_PKCS12: {missing} is not")
    trusted = refused(tmp_path, SEAL_PKCS12=file, SEAL_TRUSTED=missing)
    assert trusted.startswith(f"SEAL_TRUSTED: {missing} is not")
    assert refused(tmp_path, SEAL_TRUSTED=file).startswith("SEAL_TRUSTED: a demo seal")


def test_keys_are_newest_first(tmp_path: Path) -> None:
    newer = KEY[::-1]
    settings = read_settings({"VAR_DIR": str(tmp_path), "ARENDEBOT_SECRET_KEYS": f"{newer}, {KEY}"})
    assert settings.secret_keys == (newer, KEY)


def test_a_transcriber_is_a_command_that_can_be_run(tmp_path: Path) -> None:
    given = {"VAR_DIR": str(tmp_path), "TRANSCRIBER_COMMAND": "sh -c 'cat {file}' {language}"}
    settings = read_settings({**given, "TRANSCRIBER_TIMEOUT": "12.5"})
    assert settings.transcriber_command == ("sh", "-c", "cat {file}", "{language}")
    assert settings.transcriber_timeout == 12.5
    assert read_settings({"VAR_DIR": str(tmp_path)}).transcriber_command == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TRANSCRIBER_COMMAND", "sh -c 'cat"),
        ("TRANSCRIBER_COMMAND", "/no/such/program {file}"),
        ("TRANSCRIBER_TIMEOUT", "soon"),
        ("TRANSCRIBER_TIMEOUT", "0"),
    ],
)
def test_a_transcriber_that_cannot_be_run_stops_the_start(
    tmp_path: Path, name: str, value: str
) -> None:
    assert refused(tmp_path, **{name: value}).startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ELKS_WEBHOOK_SECRET", "kort"),
        ("ELKS_WEBHOOK_SECRET", "ö" * 40),
        ("ELKS_WEBHOOK_SECRET", "a/b?c" * 10),
        ("ELKS_SOURCES", "176.10.154.199, 46elks.com"),
        ("SMS_DAILY_LIMIT", "0"),
        ("SMS_DAILY_LIMIT", "many"),
    ],
)
def test_what_cannot_be_a_setting_of_sms_stops_the_start(
    tmp_path: Path, name: str, value: str
) -> None:
    line = refused(tmp_path, **{name: value})
    assert line.startswith(f"{name}: ")
    if name == "ELKS_WEBHOOK_SECRET":
        assert value not in line


SMS = {"SMS_PROVIDER": "46elks", "ELKS_USERNAME": "u", "ELKS_PASSWORD": "p", "ELKS_URL": "http://x"}
SECRET = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "outbox"),
        (SMS, "without ELKS_WEBHOOK_SECRET nobody is told"),
        ({**SMS, "ELKS_WEBHOOK_SECRET": SECRET}, "no replies, since ELKS_SENDER is no number"),
        (
            {**SMS, "ELKS_WEBHOOK_SECRET": SECRET, "ELKS_SENDER": "+46766860000"},
            "delivery reports and replies, from any address",
        ),
    ],
)
def test_doctor_says_what_comes_in_by_sms_and_no_secret(
    tmp_path: Path, given: dict[str, str], told: str
) -> None:
    line = doctor._sms(read_settings({"VAR_DIR": str(tmp_path), **given}))
    assert told in line
    assert SECRET not in line
