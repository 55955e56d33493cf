"""Each service of the catalogue, filed to the end through the chat API alone (see `stranger`)."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from actions.seal.checking import Verdict, check
from tests.bot.browsing import Town
from tests.bot.stranger import Stranger
from tests.seal.outside import assert_sound

SERVICES = sorted(
    path.stem for path in (Path(__file__).parents[2] / "config/services").glob("*.yaml")
)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("service", SERVICES)
def test_a_stranger_files_it_and_gets_a_sealed_receipt(
    town: Town, service: str, language: str, tmp_path: Path
) -> None:
    stranger = Stranger(town, service, language)
    stranger.file()
    assert stranger.received["case"]["status"] == "received"
    assert stranger.filed == service
    assert {"sv": "rende", "en": "case"}[language] in stranger.received["text"]
    pdf = stranger.receipt()
    sealer = town.site.sealer
    assert_sound(pdf, tmp_path, sealer.check_key().public_bytes(Encoding.DER))
    checked = check(pdf, sealer.ours)
    assert checked.verdict is Verdict.UNCHANGED
    assert checked.receipt is not None
    assert checked.receipt.reference == stranger.received["case"]["reference"]
