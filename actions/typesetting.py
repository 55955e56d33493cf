"""Typesetting of our own pages as accessible, archivable PDF files.

A page gets everything as data (`sys.inputs`), so no text can become code, and it reads no file and
no address (threats F1, G6). The file declares PDF/A-3a and PDF/UA-1; the typesetter refuses what
breaks them, e.g. a missing title or a character without a glyph. Only fonts that come with the
typesetter are used, so that a page looks the same on every machine; `actions.printable` keeps other
characters from failing it.
"""

import json
import re
import threading
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import msgspec
import typst

from actions.printable import NOT_PLAIN, UNPRINTABLE, printable

_STANDARDS: Final[list["typst.PDFStandard"]] = ["a-3a", "ua-1"]
#: A compiler works for one thread at a time and keeps what it has laid out before.
_one_at_a_time: Final = threading.Lock()


class Attached(msgspec.Struct, frozen=True, kw_only=True):
    """A file inside the PDF (PDF/A-3)."""

    name: str
    content: str
    description: str
    #: ISO 32000-2, 7.11.3: "source" of what the page shows, or "data" that belongs to it.
    relationship: Literal["source", "data"]
    mime: str = "application/json"


def typeset(
    template: str,
    page: Mapping[str, Any],
    *,
    at: datetime,
    attached: Sequence[Attached] = (),
) -> bytes:
    """The PDF that the page `template` makes of its data. `at` is the file's date.

    The same data gives the same bytes. May be called from any thread; one page is set at a time.
    """
    inputs = {"attached": msgspec.json.encode(attached).decode()}
    try:
        return _typeset(template, page, UNPRINTABLE, inputs, at)
    except typst.TypstError:
        # An unforeseen combination, e.g. an accent that no font puts on that letter. A plainer page
        # is better than none; if the fault is another, it comes back here and is raised.
        return _typeset(template, page, NOT_PLAIN, inputs, at)


def _typeset(
    template: str,
    page: Mapping[str, Any],
    unprintable: re.Pattern[str],
    inputs: Mapping[str, str],
    at: datetime,
) -> bytes:
    """Raises typst.TypstError when the page breaks one of the standards."""
    cleaned, replaced = _clean(dict(page), unprintable)
    data = json.dumps({**cleaned, "replaced": replaced})
    with _one_at_a_time:
        pdf = _compiler().compile(
            _source(template),
            format="pdf",
            sys_inputs={"data": data, **inputs},
            pdf_standards=_STANDARDS,
            timestamp=at.replace(microsecond=0).astimezone(UTC),
        )
    assert isinstance(pdf, bytes)  # a list of bytes is for formats with a file a page
    return pdf


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False))


@cache
def _source(template: str) -> bytes:
    return Path(__file__).with_name(template).read_bytes()


def _clean(value: Any, unprintable: re.Pattern[str]) -> tuple[Any, bool]:
    """The value with only printable characters in its texts, and whether any was replaced."""
    match value:
        case str():
            cleaned = printable(value, unprintable)
            return cleaned.text, cleaned.replaced
        case dict():
            values, replaced = _clean(list(value.values()), unprintable)
            return dict(zip(value, values, strict=True)), replaced
        case list() | tuple():
            pairs = [_clean(each, unprintable) for each in value]
            return [each for each, _ in pairs], any(replaced for _, replaced in pairs)
        case _:
            return value, False
