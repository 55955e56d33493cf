"""What production refuses, one line each, and what demo mode never does (threat A9)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.settings import SettingsError, read_settings

ROOT = Path(__file__).parents[2]
FILE = str(Path(__file__))
WHOLE = {
    "ARENDEBOT_MODE": "production",
    "ARENDEBOT_PUBLIC_URL": "https://e.kommun.se",
    "ARENDEBOT_SECRET_KEYS": "0123456789-abcdefghijklmnopqrstuvwxyz-A",
    "ARENDEBOT_EID": "bankid",
    "ARENDEBOT_ALLOWED_ORIGINS": "https://www.kommun.se",
    "BANKID_CLIENT_CERT": FILE,
    "BANKID_CLIENT_KEY": FILE,
    "BANKID_CA": FILE,
    "SMS_PROVIDER": "46elks",
    "ELKS_USERNAME": "u",
    "ELKS_PASSWORD": "p",
    "SMTP_URL": "smtps://user:pass@mail.kommun.se:465",
    "MAIL_FROM": "arenden@kommun.se",
    "SEAL_PKCS12": FILE,
}


def test_what_is_whole_starts(tmp_path: Path) -> None:
    assert read_settings({**WHOLE, "VAR_DIR": str(tmp_path)}).mode == "production"


FORBIDDEN = [
    ("ARENDEBOT_PUBLIC_URL", "http://e.kommun.se"),
    ("ARENDEBOT_PUBLIC_URL", ""),
    ("ARENDEBOT_SECRET_KEYS", ""),
    ("ARENDEBOT_SECRET_KEYS", "short"),
    ("ARENDEBOT_SECRET_KEYS", "a" * 40),
    ("ARENDEBOT_EID", ""),
    ("ARENDEBOT_EID", "demo"),
    ("ARENDEBOT_EID", "bankid,demo"),
    ("ARENDEBOT_ALLOWED_ORIGINS", "*"),
    ("BANKID_CLIENT_CERT", ""),
    ("BANKID_URL", "http://appapi2.bankid.com/rp/v6.0"),
    ("SMS_PROVIDER", "outbox"),
    ("SMS_PROVIDER", ""),
    ("ELKS_PASSWORD", ""),
    ("SMTP_URL", ""),
    ("MAIL_FROM", ""),
    ("SEAL_PKCS12", ""),
    ("ARENDEBOT_PUBLIC_URL", "https://user@e.kommun.se"),
    ("ARENDEBOT_PUBLIC_URL", "https://e.kommun.se/under"),
    ("ARENDEBOT_SECRET_KEYS", "0123456789" * 4),
    ("ARENDEBOT_SECRET_KEYS", "0123456789-abcdefghijklmnopqrstuvwxyz-A,short"),
    ("ARENDEBOT_ALLOWED_ORIGINS", "http://www.kommun.se"),
    ("BANKID_URL", "https://appapi2.test.bankid.com/rp/v6.0"),
    ("ELKS_URL", "http://api.46elks.com/a1"),
    ("TELEGRAM_API_URL", "http://api.example.se"),
    ("TELEGRAM_WEBHOOK_SECRET", "secret"),
    ("TRUSTED_PROXIES", "0.0.0.0/0"),
    ("TRUSTED_PROXIES", "10.0.0.1,::/0"),
]


@pytest.mark.parametrize(("name", "value"), FORBIDDEN)
def test_each_forbidden_setting_is_one_line(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read_settings({**WHOLE, name: value, "VAR_DIR": str(tmp_path)})
    line = str(refused.value)
    assert line.startswith(name)
    assert "\n" not in line
    assert "0123456789-abc" not in line


def test_freja_of_the_test_environment_is_refused_too(tmp_path: Path) -> None:
    freja = {f"FREJA_{name}": FILE for name in ("CLIENT_CERT", "CLIENT_KEY", "CA", "JWS_CERT")}
    given = {**WHOLE, **freja, "ARENDEBOT_EID": "freja", "VAR_DIR": str(tmp_path)}
    assert read_settings(given).mode == "production"
    with pytest.raises(SettingsError, match="FREJA_URL: production refuses the test e-ID"):
        read_settings({**given, "FREJA_URL": "https://services.test.frejaeid.com"})


def test_an_address_in_capitals_is_https_all_the_same(tmp_path: Path) -> None:
    """Whether cookies are kept to https hangs on how it begins."""
    given = {**WHOLE, "ARENDEBOT_PUBLIC_URL": "HTTPS://E.kommun.se/", "VAR_DIR": str(tmp_path)}
    assert read_settings(given).public_url == "https://e.kommun.se"


def test_the_command_says_the_line_and_ends(tmp_path: Path) -> None:
    known = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
    environment = {**known, **WHOLE, "ARENDEBOT_EID": "demo", "VAR_DIR": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-m", "bot.cli", "run"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode != 0
    assert ended.stderr.startswith("ARENDEBOT_EID: production refuses the demo e-ID")
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "given",
    [
        {"SMTP_URL": "smtp://mail.kommun.se:25"},
        {"SMTP_URL": "smtp://[2a00:1450:4001::1a]:25"},
        {"SMTP_URL": "smtp://134744072:25"},
        {"SMTP_URL": "smtp://0x08080808:25"},
        {
            "SMS_PROVIDER": "46elks", "ELKS_USERNAME": "u", "ELKS_PASSWORD": "p",
            "ELKS_URL": "https://api.46elks.com/a1",
        },
    ],
)  # fmt: skip
def test_demo_sends_nothing_to_real_people(tmp_path: Path, given: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match="sends nothing to real people"):
        read_settings({**given, "VAR_DIR": str(tmp_path)})
    # With a real e-ID too: anybody can open the outbox page, where the links to sign are.
    real = {**WHOLE, "ARENDEBOT_MODE": "demo"}
    with pytest.raises(SettingsError, match="sends nothing to real people"):
        read_settings({**real, **given, "VAR_DIR": str(tmp_path)})


def test_demo_may_send_to_a_test_server(tmp_path: Path) -> None:
    for url in ("smtp://127.0.0.1:1025", "smtp://localhost:1025", "smtp://mailpit:1025"):
        assert read_settings({"SMTP_URL": url, "VAR_DIR": str(tmp_path)}).smtp_url == url
