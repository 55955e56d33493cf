"""`arendebot doctor` asks the OpenID provider, and never prints a secret."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot import doctor
from bot.app import utc_now
from config.settings import Settings
from tests.bot.browsing import Clock
from tests.eid.oidc.driving import environment
from tests.eid.oidc.fake_provider import SECRET, FakeProvider
from tests.eid.oidc.serving import serving
from tests.servers import settings_for


def doctor_says(capsys: pytest.CaptureFixture[str], settings: Settings, *, seconds: float) -> str:
    """With a clock that is so much ahead; the server's is the machine's own."""
    capsys.readouterr()
    status = doctor.examine(settings, now=lambda: utc_now() + timedelta(seconds=seconds))
    printed = capsys.readouterr().out
    assert status == ("WRONG" in printed)
    return printed


def test_doctor_asks_the_provider(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving() as server:
        remote = FakeProvider(server.url, Clock())
        server.start(remote.app)
        settings = settings_for(
            f"sqlite:///{tmp_path / 'a.db'}", tmp_path, **environment(server.url)
        )
        assert doctor.examine(settings) == 0
        assert f"WARN   e-ID: oidc: {server.url} logs in only" in (out := capsys.readouterr().out)
        assert "NOBODY CAN SIGN" in out
        both = settings_for(
            f"sqlite:///{tmp_path / 'a.db'}",
            tmp_path,
            **{**environment(server.url), "ARENDEBOT_EID": "oidc,demo"},
        )
        assert "ok     e-ID: oidc" in doctor_says(capsys, both, seconds=0)
        assert "clocks: this machine agrees with oidc" in doctor_says(capsys, settings, seconds=0)
        doubted = doctor_says(capsys, settings, seconds=-10)
        assert "WARN   clocks: this machine is" in doubted
        assert "s behind oidc. Let NTP set the clock" in doubted
        wrong = doctor_says(capsys, settings, seconds=50)
        assert "WRONG  clocks: this machine is" in wrong
        assert "s ahead of oidc" in wrong
        server.stop()
        assert doctor.examine(settings) == 1
        printed = capsys.readouterr().out
        assert "WRONG  e-ID: oidc: unreachable" in printed
        assert SECRET not in printed
