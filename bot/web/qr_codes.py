"""QR codes on pages."""

import io

import segno

from bot.web.rendering import Record


def drawn(text: str) -> Record:
    """A QR code as one SVG path: nothing is loaded, and a script can redraw it."""
    code = segno.make(text, micro=False, error="l")
    picture = io.BytesIO()
    code.save(picture, kind="svg", border=0, xmldecl=False, svgns=False, nl=False, omitsize=True)
    path = picture.getvalue().decode().partition(' d="')[2].partition('"')[0]
    return Record(size=code.symbol_size(border=0)[0], path=path)
