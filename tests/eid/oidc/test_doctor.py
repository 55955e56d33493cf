"""`arendebot doctor` asks the OpenID provider, and never prints a secret."""

from pathlib import Path

import pytest

from bot import doctor
from tests.bot.browsing import Clock
from tests.eid.oidc.driving import environment
from tests.eid.oidc.fake_provider import SECRET, FakeProvider
from tests.eid.oidc.serving import serving
from tests.servers import settings_for


def test_doctor_asks_the_provider(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving() as server:
        remote = FakeProvider(server.url, Clock())
        server.start(remote.app)
        settings = settings_for(
            f"sqlite:///{tmp_path / 'a.db'}", tmp_path, **environment(server.url)
        )
        assert doctor.examine(settings) == 0
        assert f"ok     e-ID: oidc: {server.url} logs in only" in capsys.readouterr().out
        server.stop()
        assert doctor.examine(settings) == 1
        printed = capsys.readouterr().out
        assert "WRONG  e-ID: oidc: unreachable" in printed
        assert SECRET not in printed
