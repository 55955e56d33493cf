"""Takes the pictures of the documentation, from a real filing: `make pictures`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.driving import (
    DESKTOP,
    PHONE,
    Widget,
    chromium,
    identify,
    log_in_from,
    new_person,
    open_widget,
    school_change,
    sign,
)
from tests.browser.people import DANA, Resident, international, new_mobile, resident
from tests.browser.serving import Server, always_open, running_server
from tests.browser.tour import Tour

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
#: Larger than this is too much for a README.
MOST_BYTES = 150_000


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as var,
        running_server(Path(var)) as server,
        chromium() as browser,
    ):
        take_all(browser, server)


def take_all(browser: Browser, server: Server) -> None:
    anna, bo, mobile = resident("Anna Ek", age=38), resident("Bo Ek", age=41), new_mobile()
    widget = open_widget(new_person(browser, DESKTOP), server.url + "/")
    to_the_summary(widget, anna, school_change(bo, mobile, new_mobile()))
    widget.choose("Skicka och skriv under")
    widget.asks("Nu ska du granska")
    tab = widget.follow("Granska och skriv under")
    sign(tab, anna)
    widget.tells("Väntar på flerpartssignering")

    other = new_person(browser, PHONE).new_page()
    other.goto(server.url + "/demo/outbox")
    take(other, "outbox")
    other.goto(server.invitation(international(mobile)))
    identify(other, bo)
    take(other, "sign-review")
    sign(other, bo)
    widget.tells("Inkommet")
    receipt = widget.follow("Hämta kvittens")
    take(receipt, "receipt")
    receipt.goto(server.url + "/mina-sidor")
    take(receipt, "my-pages")

    desk = new_person(browser, DESKTOP).new_page()
    desk.goto(server.url + "/desk")
    identify(desk, DANA)
    take(desk, "desk")


def to_the_summary(widget: Widget, who: Resident, answers: list[tuple[str, str]]) -> None:
    widget.say("mitt barn ska byta skola")
    widget.asks("Ansökan om byte av skola")
    widget.choose("Ja, börja")
    widget.asks("skyddade personuppgifter")
    widget.choose("Nej")
    log_in_from(widget, who)
    for step in answers:
        widget.asks(step[0])
        if step[0].startswith("Vem har vårdnaden"):
            take(widget.page, "chat")
        widget.answer([step])
    widget.asks("Stämmer allt?")


def take(page: Page, name: str) -> None:
    """What the window shows, from the top of the page."""
    page.evaluate("() => scrollTo(0, 0)")
    path = FOLDER / f"{name}.png"
    page.screenshot(path=path)
    assert path.stat().st_size <= MOST_BYTES, f"{path} has {path.stat().st_size} bytes"


def take_every_state(folder: Path) -> None:
    """All states of all pages, in both sizes and both colour schemes: `make gallery`."""
    with (
        tempfile.TemporaryDirectory() as var,
        running_server(Path(var), **always_open(Path(var))) as server,
        chromium() as browser,
    ):
        for size in (DESKTOP, PHONE):
            for scheme in ("light", "dark"):
                place = folder / f"{size[0]}-{scheme}"
                place.mkdir(parents=True, exist_ok=True)

                def see(page: Page, name: str, place: Path = place) -> None:
                    page.mouse.move(0, 0)  # nothing looks as if it were pointed at
                    page.screenshot(path=place / f"{name}.png", full_page=True)

                Tour(browser, server, size, scheme, see, Path(var)).take()
        print(f"{len(list(folder.glob('*/*.png')))} pictures in {folder}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        take_every_state(Path(sys.argv[1]))
    else:
        main()
