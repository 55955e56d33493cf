"""A school change filed, signed and archived in the running town, with any e-ID app.

What a person does on the pages is the same for every app; only the app itself differs.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from tests.bot.browsing import ANNA, BO, DANA, SKOLBYTE, Browser, Chat, Page, Town

S = TypeVar("S")
#: Approves the newest order in the app, and goes on from the waiting page.
Complete = Callable[[Town, S, Browser, Page, tuple[str, str]], Page]


def asks(town: Town) -> Chat:
    """A chat that waits for a login."""
    chat = Chat(town.browser(), "skolbyte")
    chat.say(SKOLBYTE[0])
    return chat


class AppFiling(Generic[S]):
    """`S` is the provider's server."""

    def __init__(self, provider: str, complete: Complete[S]) -> None:
        self._provider, self._complete = provider, complete

    def start(self, browser: Browser, address: str) -> Page:
        """The waiting page after the button."""
        return browser.press(browser.get(address), "provider", self._provider)

    def log_in(
        self, town: Town, server: S, browser: Browser, address: str, who: tuple[str, str]
    ) -> Page:
        """The page that follows."""
        return self._complete(town, server, browser, self.start(browser, address), who)

    def sign(
        self, town: Town, server: S, browser: Browser, address: str, who: tuple[str, str]
    ) -> Page:
        page = browser.get(address)
        if any(("provider", self._provider) in form.buttons for form in page.forms):
            self.log_in(town, server, browser, address, who)
            page = browser.get(address)
        waiting = browser.press(page, "action", "sign")
        return self._complete(town, server, browser, waiting, who)

    def filed(self, town: Town, server: S) -> Chat:
        """Filled in by Anna, sent, and to be signed by her and Bo."""
        chat = asks(town)
        self.log_in(town, server, chat.browser, chat.link("login"), ANNA)
        for text in SKOLBYTE[1:]:
            chat.say(text)
        chat.choose("send")
        return chat

    def archived(self, town: Town, server: S) -> bytes:
        """The archive file of a received filing, as an officer gets it."""
        chat = self.filed(town, server)
        self.sign(town, server, chat.browser, chat.link("sign"), ANNA)
        self.sign(town, server, town.browser(), town.invitation(), BO)
        officer = town.browser()
        self.log_in(town, server, officer, "/desk", DANA)
        reference = chat.all()[-1]["case"]["reference"]
        assert "arkiv.pdf" in officer.get(f"/desk/{reference}").text
        content: bytes = officer.client.get(f"/desk/{reference}/arkiv.pdf").content
        return content
