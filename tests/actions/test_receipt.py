"""The receipt's PDF: what it says, what it declares, and that nothing anybody writes can bend it."""

import hashlib
import shutil
import string
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from actions import receipt
from actions.receipt import (
    REVISION_FILE,
    ReceiptContent,
    ReceiptFile,
    ReceiptParty,
    ReceiptRow,
    ReceiptSection,
    render_receipt,
)
from dialogs.texts import Texts

TEXTS_DIR = Path(__file__).parents[2] / "config" / "texts"
TEXTS = Texts(
    {
        language: yaml.safe_load((TEXTS_DIR / language / "receipt.yaml").read_text("utf-8"))
        for language in ("sv", "en")
    }
)
REVISION = '{"answers":{"namn":"Åsa 😀"}}'.encode()


def a_content(**facts: Any) -> ReceiptContent:
    return ReceiptContent(
        **{
            "language": "sv",
            "municipality": "Kramfors kommun",
            "contact": ("Kundtjänst: 0612-800 00",),
            "service": "Ansökan om byte av skola",
            "reference": "K-7F3K-92QX",
            "status": "Inkommet",
            "received_at": datetime(2026, 7, 1, 22, 30, 5, tzinfo=UTC),
            "sections": (sections("Barnet", ("Vad heter barnet?", "Åsa Öberg")),),
            "revision_sha256": hashlib.sha256(REVISION).hexdigest(),
            "next_steps": "Rektorn läser ansökan.",
            "retention": "Två år.",
            "url": "https://example.se/kvittens/4h3Kd93kfPq82mZxY1aLbQ",
            "check_url": "https://example.se/kvittens",
            **facts,
        }
    )


def sections(heading: str, *rows: tuple[str, str]) -> ReceiptSection:
    return ReceiptSection(heading, tuple(ReceiptRow(*row) for row in rows))


def answered(answer: str) -> ReceiptContent:
    return a_content(sections=(sections("Svar", ("Fråga?", answer)),))


def render(content: ReceiptContent, *, revision: bytes | None = REVISION) -> PdfReader:
    return PdfReader(BytesIO(render_receipt(content, texts=TEXTS, revision=revision)))


def catalog(pdf: PdfReader) -> Any:
    """The document's root object; pypdf's types do not know what is in it."""
    return pdf.trailer["/Root"]


def text_of(pdf: PdfReader) -> str:
    """Everything that can be read, without line breaks: where lines end is the page's business."""
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_the_receipt_says_what_was_received_from_whom_and_when() -> None:
    text = text_of(
        render(
            a_content(
                parties=(
                    ReceiptParty(
                        name="Erik Lund",
                        personnummer="19840202-XXXX",
                        role="Vårdnadshavare",
                        signed_at=datetime(2026, 1, 2, 12, 0, tzinfo=UTC),
                        provider="BankID",
                    ),
                    ReceiptParty(name="Eva Ek", personnummer="19800101-XXXX", role="Ägare"),
                ),
                files=(ReceiptFile(name="ritning.pdf", size=1_234_567, sha256="ab" * 32),),
                unverified=("Vårdnaden har inte kontrollerats.",),
                appeal="Du kan ta tillbaka ansökan.",
            )
        )
    )
    for said in (
        "Kramfors kommun",
        "Ansökan om byte av skola",
        "K-7F3K-92QX",
        "Inkommet",
        "2 juli 2026 kl. 00:30:05 (UTC+02:00)",
        "Vad heter barnet? Åsa Öberg",
        "Erik Lund",
        "19840202-XXXX",
        "2 januari 2026 kl. 13:00:00 (UTC+01:00)",
        "BankID",
        "Har inte skrivit under",
        "ritning.pdf",
        "ab" * 32,
        "1,2 MB",
        "Vårdnaden har inte kontrollerats.",
        "Du kan ta tillbaka ansökan.",
        "Rektorn läser ansökan.",
        "Två år.",
        "Kundtjänst: 0612-800 00",
        hashlib.sha256(REVISION).hexdigest(),
        "https://example.se/kvittens/4h3Kd93kfPq82mZxY1aLbQ",
        "Sida 1 av 1",
    ):
        assert said in text
    assert "DEMO" not in text


def test_the_receipt_can_be_in_english() -> None:
    pdf = render(a_content(language="en"))
    assert "2 July 2026 at 00:30:05 (UTC+02:00)" in text_of(pdf)
    assert "Check the receipt" in text_of(pdf)
    assert catalog(pdf)["/Lang"].startswith("en")


def test_the_file_declares_pdf_a_3a_and_pdf_ua_1_with_title_and_language() -> None:
    pdf = render(a_content())
    root = catalog(pdf)
    xmp = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Kvittens K-7F3K-92QX: Ansökan om byte av skola"
    assert root["/Lang"].startswith("sv")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_the_qr_code_has_a_text_alternative() -> None:
    assert _texts_of_alternatives(catalog(render(a_content()))["/StructTreeRoot"]) == {
        "QR-kod med länken till kvittensen på nätet"
    }


def _texts_of_alternatives(node: Any) -> set[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return set().union(*(_texts_of_alternatives(each) for each in node))
    if not isinstance(node, dict):
        return set()
    own = {str(node["/Alt"])} if "/Alt" in node else set()
    return own | _texts_of_alternatives(node.get("/K"))


def test_the_revision_is_embedded_byte_for_byte() -> None:
    pdf = render(a_content())
    assert dict(pdf.attachments) == {REVISION_FILE: [REVISION]}
    (entry,) = catalog(pdf)["/AF"]
    assert entry.get_object()["/AFRelationship"] == "/Source"


def test_a_reader_who_may_not_see_everything_gets_no_revision() -> None:
    pdf = render(a_content(), revision=None)
    assert not dict(pdf.attachments)
    assert REVISION_FILE not in text_of(pdf)
    assert hashlib.sha256(REVISION).hexdigest() in text_of(pdf)


def test_a_revision_with_another_checksum_is_refused() -> None:
    with pytest.raises(ValueError, match="checksum"):
        render_receipt(a_content(), texts=TEXTS, revision=REVISION + b" ")


def test_every_page_of_a_demo_receipt_says_so() -> None:
    pdf = render(a_content(demo=True, sections=(sections("Svar", ("Fråga?", "ja\n" * 200)),)))
    assert len(pdf.pages) > 2
    assert all("DEMO" in page.extract_text() for page in pdf.pages)
    assert "Ingenting har skickats till kommunen" in text_of(pdf)


def test_the_same_content_gives_the_same_bytes() -> None:
    first, second = (render_receipt(a_content(), texts=TEXTS, revision=REVISION) for _ in "12")
    assert first == second


def test_both_hours_of_an_october_night_are_told_apart() -> None:
    summer = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert "kl. 02:30:00 (UTC+02:00)" in text_of(render(a_content(received_at=summer)))
    winter = summer + timedelta(hours=1)
    assert "kl. 02:30:00 (UTC+01:00)" in text_of(render(a_content(received_at=winter)))


def test_times_may_come_in_any_zone_but_not_without_one() -> None:
    elsewhere = datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=-5)))
    assert "1 januari 2026 kl. 06:00:00" in text_of(render(a_content(received_at=elsewhere)))
    with pytest.raises(ValueError, match="time zone"):
        a_content(received_at=datetime(2026, 1, 1))
    with pytest.raises(ValueError, match="time zone"):
        ReceiptParty(name="A", personnummer="1", role="b", signed_at=datetime(2026, 1, 1))


@pytest.mark.parametrize(
    "code",
    [
        '#panic("x")',
        '#read("/etc/passwd")',
        "#sys.inputs",
        "$x^2$ *fet* _kursiv_ `kod` = Rubrik",
        '#import "@preview/x:1.0.0"',
        "</svg><image href='file:///etc/passwd'/>",
        "{reference} %number \\u{41} // borta /* borta */",
    ],
)
def test_what_looks_like_code_is_printed_as_it_stands(code: str) -> None:
    assert code in text_of(render(answered(code)))


def test_long_words_break_and_are_copied_whole() -> None:
    page = render(answered("x" * 300)).pages[0]
    rows = [line for line in page.extract_text().splitlines() if "xxx" in line]
    assert len(rows) > 3
    assert sum(line.count("x") for line in rows) == 300


def test_characters_without_a_glyph_are_shown_by_number_and_explained() -> None:
    text = text_of(render(answered("Hej 😀 你")))
    assert "Hej [U+1F600] [U+4F60]" in text
    assert "Tecken som inte går att skriva ut" in text
    assert "Tecken som inte går att skriva ut" not in text_of(render(answered("Hej åäö é")))


@settings(max_examples=60, deadline=None)
@given(answer=st.text(max_size=80), name=st.text(max_size=30))
def test_no_text_keeps_a_receipt_from_being_made(answer: str, name: str) -> None:
    party = ReceiptParty(name=name, personnummer="", role=name)
    content = a_content(
        sections=(sections(name, (answer, answer)),),
        parties=(party,),
        files=(ReceiptFile(name=answer, size=0, sha256=""),),
        contact=(answer,),
    )
    assert "K-7F3K-92QX" in text_of(render(content))


def test_many_threads_may_render_at_once() -> None:
    contents = [a_content(reference=f"K-{number}") for number in range(12)]
    with ThreadPoolExecutor(4) as threads:
        pdfs = list(threads.map(render, contents))
    assert [f"K-{number}" in text_of(pdf) for number, pdf in enumerate(pdfs)] == [True] * 12


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_a_large_receipt_is_a_sound_file(tmp_path: Path) -> None:
    party = ReceiptParty(name="Person von Långtefternamn", personnummer="1", role="Ägare")
    content = a_content(
        sections=(sections("Svar", *((f"Fråga {n}?", "Bra " * n) for n in range(40))),),
        parties=(party,) * 10,
    )
    path = tmp_path / "kvittens.pdf"
    path.write_bytes(render_receipt(content, texts=TEXTS, revision=REVISION))
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


def test_no_text_is_missing_or_unused_and_placeholders_agree() -> None:
    tables = [
        yaml.safe_load((TEXTS_DIR / language / "receipt.yaml").read_text("utf-8"))
        for language in ("sv", "en")
    ]
    source = Path(receipt.__file__).read_text("utf-8")
    for key in tables[0]:
        name = key.removeprefix("receipt.").replace("size_", "size_{unit}").partition("}")[0]
        assert name in source, key
    names = [{key: set(_placeholders(text)) for key, text in table.items()} for table in tables]
    assert names[0] == names[1]


def _placeholders(text: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(text) if name]
