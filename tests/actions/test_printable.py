"""What paper can show."""

import sys
import unicodedata
import warnings

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from actions.printable import UNPRINTABLE, printable

DOCUMENT = b"""
#set document(title: "t")
#set text(lang: "sv", font: ("Libertinus Serif", "DejaVu Sans Mono"))
#for sign in json(bytes(sys.inputs.signs)) [#sign #strong(sign) ]
"""


def test_the_fonts_have_every_character_that_is_let_through() -> None:
    signs = [chr(code) for code in range(sys.maxunicode + 1) if not UNPRINTABLE.match(chr(code))]
    assert 2000 < len(signs) < 5000
    data = "[" + ",".join(f'"\\u{ord(sign):04x}"' for sign in signs) + "]"
    compiler = typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        compiler.compile(
            DOCUMENT, format="pdf", sys_inputs={"signs": data}, pdf_standards=["a-3a", "ua-1"]
        )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Åsa Öberg, é à ü – “hej” €", "Åsa Öberg, é à ü – “hej” €"),
        ("Łódź Đorđe Şükrü Nguyễn", "Łódź Đorđe Şükrü Nguyễn"),
        ("Київ Αθήνα", "Київ Αθήνα"),
        ("مرحبا سلام گفت", "مرحبا سلام گفت"),
        ("Hej 😀!", "Hej [U+1F600]!"),
        ("👩‍👧", "[U+1F469 U+1F467]"),
        ("❤️", "❤"),
        ("abc\u202edef", "abc[U+202E]def"),
        ("a\x00b\x07", "a[U+0000]b[U+0007]"),
        ("rad ett\r\nrad två\u2028rad tre\ttab", "rad ett\nrad två\nrad tre tab"),
        ("a\u030angstro\u0308m", "ångström"),
        ("sam\xadman\u200bsatt\ufeff", "sammansatt"),
        ("\ue000", "[U+E000]"),
    ],
)
def test_what_is_shown(written: str, shown: str) -> None:
    assert printable(written).text == shown


def test_it_tells_whether_a_number_stands_in_for_a_character() -> None:
    assert printable("😀").replaced
    assert not printable("[U+1F600]").replaced
    assert not printable("sam\xadman").replaced


@given(st.text())
def test_nothing_unprintable_is_left(text: str) -> None:
    assert not UNPRINTABLE.search(printable(text).text)


@given(st.text(st.characters(max_codepoint=0x24F, exclude_categories=["Cc", "Cf", "Zl", "Zp"])))
def test_latin_text_is_left_as_it_is(text: str) -> None:
    assert printable(text).text == unicodedata.normalize("NFC", text)
