"""Each service of the catalogue, filed to the end through the chat API alone (see `stranger`)."""

from pathlib import Path

import pytest

from tests.bot.browsing import Town
from tests.bot.stranger import Stranger

SERVICES = sorted(
    path.stem for path in (Path(__file__).parents[2] / "config/services").glob("*.yaml")
)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("service", SERVICES)
def test_a_stranger_files_it(town: Town, service: str, language: str) -> None:
    stranger = Stranger(town, service, language)
    stranger.file()
    assert stranger.received["case"]["status"] == "received"
    assert stranger.filed == service
    assert {"sv": "rende", "en": "case"}[language] in stranger.received["text"]
