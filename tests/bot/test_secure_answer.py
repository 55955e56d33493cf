"""`/svar/{ticket}`: a sensitive question of a chat in a messaging app."""

from collections.abc import Awaitable, Callable

import anyio.from_thread
import pytest

from actions.conversations import messages_after
from actions.eid.binding import logged_in
from actions.turn import TurnRequest
from dialogs.conversation import Person
from dialogs.events import Said
from dialogs.messages import Message
from tests.bot.browsing import ANNA, EVA, Town

ACCOUNT = "8327-9, 123 456 789-7"


class Messenger:
    """A conversation in a messaging app that has come to its sensitive question."""

    def __init__(self, town: Town, service: str = "autogiro") -> None:
        self.town, self.service = town, service
        self.id = self._run(self._open)
        if service != "autogiro":
            return  # its first question is the sensitive one
        for text in ("Byta konto", "ja"):
            self.say(text)
        self.log_in()
        for text in ("mina", "sophämtning"):
            self.say(text)

    def _run(self, act: Callable[..., Awaitable[str]], *args: Said) -> str:
        with anyio.from_thread.start_blocking_portal() as portal:
            return portal.call(act, *args)

    async def _open(self) -> str:
        opened = await self.town.site.open_conversation(
            channel="telegram", service=self.service, account="17"
        )
        return opened.conversation_id

    def say(self, text: str) -> None:
        self._run(self._say, Said(text=text))

    async def _say(self, event: Said) -> str:
        await self.town.site.take_turn(TurnRequest(conversation_id=self.id, event=event))
        return ""

    def log_in(self) -> None:
        assembly = self.town.site.assembly
        person = Person(personnummer=ANNA[0], name=ANNA[1])

        async def act() -> str:
            event = await self.town.site.store.write(
                lambda c: logged_in(assembly, c, conversation_id=self.id, person=person)
            )
            await self.town.site.take_turn(TurnRequest(conversation_id=self.id, event=event))
            return ""

        self._run(act)

    def messages(self) -> tuple[Message, ...]:
        found: tuple[Message, ...] = self.town.read(
            lambda c: messages_after(self.town.site.assembly, c, self.id, 0)
        )
        return found

    def link(self) -> str:
        for message in reversed(self.messages()):
            for link in message.links or ():
                if link.purpose == "secure-answer":
                    return link.url
        raise AssertionError(self.messages()[-1])


@pytest.fixture
def messenger(town: Town) -> Messenger:
    return Messenger(town)


def test_nobody_else_sees_the_question(town: Town, messenger: Messenger) -> None:
    for page in (
        town.browser().get(messenger.link()),
        town.browser().identify(messenger.link(), EVA),
    ):
        assert "clearing" not in page.text.lower()
        assert "konto" not in page.text.split("<main")[1].split("</main")[0]


def test_looking_changes_nothing(town: Town, messenger: Messenger) -> None:
    link, before = messenger.link(), town.rows()
    for _ in range(20):
        town.browser().get(link)
    assert town.rows() == before


def test_the_answer_reaches_the_chat_without_being_told_there(
    town: Town, messenger: Messenger
) -> None:
    browser = town.browser()
    page = browser.identify(messenger.link(), ANNA)
    assert "konto" in page.text
    form = next(form for form in page.forms if "text" in form.fields)
    page = browser.post(page.path, {**form.fields, "text": ACCOUNT})
    assert page.status == 200
    heard = " ".join(message.text for message in messenger.messages())
    assert "123 456 789" not in heard
    assert "1234567897" not in heard
    assert "•••" in heard
    assert "Godkänner du" in heard


def test_a_wrong_answer_can_be_mended_and_the_link_works_once(
    town: Town, messenger: Messenger
) -> None:
    browser, link = town.browser(), messenger.link()
    page = browser.identify(link, ANNA)
    form = next(form for form in page.forms if "text" in form.fields)
    before = messenger.messages()
    page = browser.post(page.path, {**form.fields, "text": "12"})
    assert page.status == 422
    assert messenger.messages() == before
    form = next(form for form in page.forms if "text" in form.fields)
    assert form.fields["text"] == "12"
    assert "sparat" in browser.post(page.path, {**form.fields, "text": ACCOUNT}).text
    assert browser.get(link).status == 410


def test_an_old_link_and_an_ended_login_say_what_to_do(town: Town, messenger: Messenger) -> None:
    link = messenger.link()
    town.clock.forward(minutes=31)
    page = town.browser().identify(link, ANNA)
    assert page.status == 409
    assert "Logga in i chatten" in page.text
    town.clock.forward(minutes=31)
    assert town.browser().get(link).status == 410


def test_who_has_protected_data_says_so_on_the_page_and_is_told_there_what_to_do(
    town: Town,
) -> None:
    messenger = Messenger(town, "skolbyte")
    link = messenger.link()
    browser = town.browser()
    page = browser.get(link)
    assert "skyddade personuppgifter?" in page.text
    page = browser.press(page, "choice", "yes")
    assert "Då tar vi ärendet tillsammans med dig" in page.text
    # Once, and not to whoever opens the link later.
    assert "tillsammans med dig" not in town.browser().get(link).text
    assert "tillsammans med dig" not in browser.get(link).text
    said = "\n".join(message.text for message in messenger.messages()[-2:])
    assert "Här i appen kan vi inte gå vidare" in said
    assert "tillsammans med dig" not in said
