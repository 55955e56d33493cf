"""Threat G6: a document fetches nothing and reads nothing, whatever people have written into it."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from actions.receipt import ReceiptFile, ReceiptParty
from tests.actions.test_receipt import a_content, render, sections, text_of

#: How markup of every kind asks for an address, and for a file.
WISHES = (
    '<img src="{}">', "<script src={}></script>", "<iframe src='{}'>", "url({})", "@import '{}';",
    "![bild]({})", "[länk]({})", '#image("{}")', '#read("{}")', '#include "{}"', '#import "{}": *',
    '#eval("read(\\"{}\\")")', "#link(\"{}\")", "\\input{{{}}}", "{{{{ {} }}}}", "{}",
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "{}">]><a>&x;</a>',
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="{}"/></svg>',
)  # fmt: skip
CANARY = "KANARIEFÅGEL I EN FIL"


@contextmanager
def a_listener() -> Iterator[tuple[str, list[str]]]:
    """An address, and what was asked for there; it leads on to itself."""
    asked: list[str] = []

    class Asked(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(302)
            self.send_header("location", "/again")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """The list tells it."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Asked) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/kanarie.png", asked
        server.shutdown()


@pytest.mark.parametrize("wish", WISHES)
def test_g6_the_receipt_asks_for_no_address_and_no_file(tmp_path: Path, wish: str) -> None:
    secret = tmp_path / "hemlig.txt"
    secret.write_text(CANARY)
    with a_listener() as (address, asked):
        targets = (address, secret.as_uri(), str(secret), "/etc/passwd", "//127.0.0.1/x")
        texts = [wish.format(target) for target in targets]
        written = tuple((text, text) for text in texts)
        pdf = render(
            a_content(
                sections=(sections(texts[0], *written),),
                parties=(ReceiptParty(name=texts[1], personnummer="19850212-2388", role=texts[2]),),
                files=tuple(ReceiptFile(name=text, size=1, sha256="0" * 64) for text in texts),
                unverified=tuple(texts),
            )
        )
    assert asked == []
    assert CANARY.replace(" ", "") not in text_of(pdf).replace(" ", "")
    assert "root:" not in text_of(pdf)
    # And it becomes no link that a reader could follow: those are our own two.
    links = {
        str(each.get_object()["/A"]["/URI"])
        for page in pdf.pages
        for each in page.get("/Annots", ())
        if "/URI" in each.get_object().get("/A", {})
    }
    assert links == {
        "https://example.se/kvittens",
        "https://example.se/kvittens/4h3Kd93kfPq82mZxY1aLbQ",
    }
