"""The sealed receipt: a certification of every byte that leaves the file a PDF/A-3a and PDF/UA-1."""

import subprocess
import sys
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader

from actions.receipt import render_receipt
from actions.seal.embedding import FIELD
from actions.seal.keys import SealKeyError
from actions.seal.sealer import Sealer
from tests.actions.test_receipt import (
    REVISION,
    TEXTS,
    a_content,
    catalog,
    render,
    sections,
    text_of,
)
from tests.seal.authority import NOW, a_sealed_receipt, root, sealer_of
from tests.seal.outside import assert_sound


def reader(pdf: bytes) -> Any:
    return PdfFileReader(BytesIO(pdf))


def test_others_find_the_file_sound_and_the_seal_good(sealed: bytes, tmp_path: Path) -> None:
    """With the chain that came with the key: the root alone is known."""
    assert_sound(sealed, tmp_path, root().public_bytes(Encoding.DER))


def test_a_receipt_of_many_pages_is_sealed_too(sealer: Sealer, tmp_path: Path) -> None:
    answers = sections("Svar", *((f"Fråga {n}?", "Ett svar. " * 60) for n in range(60)))
    pdf = a_sealed_receipt(sealer, sections=(answers,))
    assert reader(pdf).root["/Pages"]["/Count"] > 8
    assert_sound(pdf, tmp_path, root().public_bytes(Encoding.DER))


def test_the_seal_is_appended_and_the_receipt_before_it_is_untouched(sealed: bytes) -> None:
    plain = render_receipt(a_content(), texts=TEXTS, revision=REVISION)
    assert sealed.startswith(plain + b"\n")
    assert len(sealed) - len(plain) < 12_000


def test_the_same_receipt_sealed_in_the_same_second_is_the_same_file(tmp_path: Path) -> None:
    moments = iter([NOW, NOW, NOW + timedelta(seconds=1)] * 2)
    sealer = sealer_of(tmp_path, now=lambda: next(moments))
    first = a_sealed_receipt(sealer)
    second = a_sealed_receipt(sealer)
    assert first == second
    assert b"D:20261123090001Z" not in first


def test_the_seal_says_whose_it_is_and_when(sealed: bytes) -> None:
    (seal,) = reader(sealed).embedded_signatures
    assert seal.field_name == FIELD
    assert seal.sig_object["/Name"] == "Provby kommun"
    assert seal.self_reported_timestamp == NOW


def test_the_description_stays_as_the_standards_want_it(sealed: bytes) -> None:
    """pyHanko would write XMP anew and lose the schema of pdfuaid (ISO 19005-3, 6.6.2.3)."""
    plain = render(a_content())
    assert (
        reader(sealed).root["/Metadata"].data == catalog(plain)["/Metadata"].get_object().get_data()
    )
    assert sealed.count(b"<x:xmpmeta") == 1
    assert "/Version" not in reader(sealed).root


def test_each_object_of_the_seal_begins_on_a_line_of_its_own(sealed: bytes) -> None:
    """ISO 19005-3, 6.1.9: veraPDF refuses the first object otherwise."""
    plain = render_receipt(a_content(), texts=TEXTS, revision=REVISION)
    added = sealed[len(plain) :]
    assert added.startswith(b"\n")
    for line in added.split(b"\n"):
        if line.endswith(b" obj"):
            assert len(line.split(b" ")) == 3, line


def test_the_field_is_in_the_structure_with_a_name(sealed: bytes) -> None:
    """PDF/UA-1 (ISO 14289-1, 7.18.4) and the print flag of PDF/A (ISO 19005-3, 6.3.2)."""
    catalogue = reader(sealed).root
    field = catalogue["/AcroForm"]["/Fields"][0]
    assert field["/TU"] == "Sigill från Kramfors kommun"
    assert field["/F"] & 0b100
    assert not field["/F"] & 0b10_0011
    assert list(field["/Rect"]) == [0, 0, 0, 0]
    tree = catalogue["/StructTreeRoot"]
    element = tree["/K"][0]["/K"][-1]
    assert (element["/S"], element["/Alt"]) == ("/Form", field["/TU"])
    assert element["/K"]["/Obj"] == field
    numbers = tree["/ParentTree"]["/Nums"]
    assert list(numbers)[-2] == field["/StructParent"]
    assert numbers[len(numbers) - 1] == element
    assert tree["/ParentTreeNextKey"] > field["/StructParent"]


def test_the_receipt_tells_how_to_check_it_and_that_a_demo_seal_proves_nothing() -> None:
    said = text_of(render(a_content(check_url="https://e.example.se/kvittens")))
    assert said.count("e.example.se/kvittens") == 2
    assert "https://e.example.se/kvittens" in said
    assert "bevisar ingenting" not in said
    assert "Det bevisar ingenting." in text_of(render(a_content(demo_seal=True)))
    assert "It proves nothing." in text_of(render(a_content(demo_seal=True, language="en")))


def test_nothing_is_sealed_with_a_certificate_that_has_expired(tmp_path: Path) -> None:
    late = sealer_of(tmp_path, now=lambda: NOW + timedelta(days=266))
    with pytest.raises(SealKeyError, match=r"Provby kommun expired on 2027-08-15"):
        late.seal(b"", label="")


def test_the_server_does_not_load_pyhanko_before_there_is_something_to_seal() -> None:
    loaded = "import sys, bot.app, bot.serving; sys.exit('pyhanko' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0
