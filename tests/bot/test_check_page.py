"""`/kvittens`: anybody is told whether a receipt is as it was sealed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from actions.seal.checking import MOST_BYTES
from bot.web.rendering import moment
from tests.bot.browsing import START, Browser, Page, Town, running_town
from tests.bot.stranger import Stranger
from tests.seal.authority import PASSWORD, a_sealed_receipt, certificate, pkcs12_file, rsa_key
from tests.seal.authority import sealer_of as a_sealer

KIND = "application/pdf"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """One for all: checking changes nothing."""
    with running_town(tmp_path_factory.mktemp("town")) as running:
        yield running


@pytest.fixture(scope="module")
def filer(town: Town) -> Stranger:
    """Has filed something."""
    stranger = Stranger(town, "synpunkt", "sv")
    stranger.file()
    return stranger


@pytest.fixture(scope="module")
def receipt(filer: Stranger) -> bytes:
    return filer.receipt()


def check(browser: Browser, file: bytes, name: str = "kvittens.pdf") -> Page:
    form = browser.get("/kvittens").form("")
    assert form.multipart
    answer = browser.client.post(
        "/kvittens",
        data=form.fields,
        files={"file": (name, file, KIND)},
        headers={"origin": "null", "sec-fetch-site": "same-origin"},
    )
    return Page(answer)


def test_a_receipt_is_downloaded_and_checked(town: Town, receipt: bytes) -> None:
    """By somebody who has nothing but the file; in a demo it is said that it proves nothing."""
    before = town.rows()
    page = check(town.browser(), receipt)
    assert page.status == 200
    assert "Kvittensen är oförändrad" in page.text
    assert "Kramfors kommun har satt sitt sigill" in page.text
    assert moment(START, "sv").replace("\xa0", " ") in page.text
    assert "Ett demosigill bevisar ingenting" in page.text
    assert town.rows() == before


def test_the_page_tells_nothing_but_reference_and_time(town: Town, receipt: bytes) -> None:
    page = check(town.browser(), receipt)
    assert "Ett svar på frågan" not in page.text
    assert "Kim Ek" not in page.text
    assert page.response.headers["cache-control"] == "no-store"


def test_a_changed_receipt_is_told(town: Town, receipt: bytes) -> None:
    page = check(town.browser(), receipt + b"\n")
    assert page.status == 200
    assert "Filen är ändrad" in page.text
    assert "oförändrad" not in page.text
    assert "Lita inte på det som står i filen" in page.text
    assert "Referens" not in page.text


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n", "Vi hittar inget sigill"),
        (b"%PDF-1.7\n" + b"<<" * 100_000, "Vi hittar inget sigill"),
        (b"%PDF-1.7\n/ByteRange [0 1 2 3]", "Vi känner inte igen sigillet"),
        (b"\xff\xd8\xff" + b"bild" * 1000, "Det här är ingen PDF-fil"),
        (b"", "Det här är ingen PDF-fil"),
    ],
)
def test_other_files_are_told_what_they_are(town: Town, file: bytes, told: str) -> None:
    page = check(town.browser(), file, "hej.pdf")
    assert page.status == 200
    assert told in page.text
    assert "Kvittensen är oförändrad" not in page.text


def test_no_file_and_too_large_a_file_are_told_at_the_field(town: Town) -> None:
    page = check(town.browser(), b"", "")
    assert page.status == 422
    assert "Välj en fil först" in page.text
    large = check(town.browser(), b"%PDF-1.7\n" + bytes(MOST_BYTES))
    assert large.status == 422
    assert "högst 10 MB" in large.text


def test_a_form_of_another_site_is_not_taken(town: Town, receipt: bytes) -> None:
    answer = town.browser().client.post("/kvittens", files={"file": ("a.pdf", receipt, KIND)})
    assert answer.status_code == 403


def test_the_page_speaks_english(town: Town, receipt: bytes) -> None:
    browser = town.browser()
    browser.get("/kvittens?lang=en")
    assert "The receipt is unchanged" in check(browser, receipt).text


def test_the_receipts_page_links_to_the_check(filer: Stranger) -> None:
    page = filer.chat.browser.get(filer.chat.link("receipt"))
    assert "/kvittens" in page.links


def test_a_municipality_with_its_own_seal(tmp_path: Path) -> None:
    """Its receipts are known, those of a demo are somebody else's, and nothing is said of a demo."""
    key = rsa_key("Provby kommun")
    file = pkcs12_file(tmp_path / "seal.p12", key, certificate("Provby kommun", key))
    seal = {"SEAL_PKCS12": str(file), "SEAL_PKCS12_PASSWORD": PASSWORD}
    var = tmp_path / "var"
    with running_town(var, **seal) as town:
        stranger = Stranger(town, "synpunkt", "sv")
        stranger.file()
        page = check(town.browser(), stranger.receipt())
        assert "Kvittensen är oförändrad" in page.text
        assert "Provby kommun" in page.text
        assert "demosigill" not in page.text
        other = a_sealed_receipt(a_sealer(tmp_path, "Någon annan AB"))
        assert "Vi känner inte igen sigillet" in check(town.browser(), other).text


def test_a_seal_that_has_expired_since_the_start_is_told(tmp_path: Path) -> None:
    """The case is still shown, and earlier receipts can still be checked."""
    key = rsa_key("Provby kommun")
    file = pkcs12_file(tmp_path / "seal.p12", key, certificate("Provby kommun", key))
    seal = {"SEAL_PKCS12": str(file), "SEAL_PKCS12_PASSWORD": PASSWORD}
    with running_town(tmp_path / "var", **seal) as town:
        stranger = Stranger(town, "synpunkt", "sv")
        stranger.file()
        pdf = stranger.receipt()
        town.clock.forward(days=266)
        link = stranger.chat.link("receipt")
        assert stranger.chat.browser.get(link).status == 200
        page = stranger.chat.browser.get(link + "/kvittens.pdf")
        assert page.status == 503
        assert "Kvittensen går inte att hämta just nu" in page.text
        assert "Kvittensen är oförändrad" in check(town.browser(), pdf).text


def test_a_key_that_cannot_be_had_is_told(tmp_path: Path) -> None:
    """E.g. on a disk that is read-only when the demo's key is to be made."""
    with running_town(tmp_path) as town:
        (tmp_path / "demo-seal.pem").mkdir()
        page = check(town.browser(), b"%PDF-1.7\n")
    assert page.status == 503
    assert "Det går inte att kontrollera kvittenser just nu" in page.text
