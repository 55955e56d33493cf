"""Threats B3 and A11: what happens to a filing is told to its person, and to nobody who came after."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from actions import conversations, reminding
from actions.expiry import sweep
from tests.bot.browsing import ANNA, BO, DANA, EVA, Chat, Town, sent, sign
from tests.bot.test_signing_pages import invited

Happens = Callable[[Town, str], None]


def signs(town: Town, link: str) -> None:
    sign(town.browser(), link, BO)


def declines(town: Town, link: str) -> None:
    browser = town.browser()
    browser.press(browser.identify(link, BO), "action", "decline", reason="Hemligt skäl")


def expires(town: Town, _link: str) -> None:
    town.clock.forward(days=31)
    asyncio.run(town.site.store.write(lambda c: sweep(town.site.assembly, c)))


def is_handled(town: Town, link: str) -> None:
    signs(town, link)
    desk = town.browser()
    page = desk.identify("/desk", DANA)
    address = next(each for each in page.links if each.startswith("/desk/K-"))
    desk.press(desk.get(address), "action", "status", status="in_progress", message="Hemligt")


HAPPENINGS = [signs, declines, expires, is_handled]


def heard_since(town: Town, chat: Chat, number: int) -> list[dict[str, Any]]:
    """All that was said there, whether or not it is shown now."""
    said = town.read(lambda c: conversations.said_after(town.site.assembly, c, chat.id, number))
    return [{"text": each.text, "case": each.case, "draft": each.draft} for each in said]


@pytest.mark.parametrize("happens", HAPPENINGS)
def test_threat_b3_the_next_person_hears_nothing_of_the_first_persons_filing(
    town: Town, happens: Happens
) -> None:
    chat, link = invited(town)
    town.clock.forward(minutes=31)
    chat.say("mina ärenden")
    chat.browser.identify(chat.link("login"), EVA)
    number = chat.all()[-1]["number"]
    happens(town, link)
    assert heard_since(town, chat, number) == []


@pytest.mark.parametrize("happens", HAPPENINGS)
def test_threat_a11_who_has_not_logged_in_hears_only_that_there_is_news(
    town: Town, happens: Happens
) -> None:
    chat, link = invited(town)
    town.clock.forward(minutes=31)
    chat.say("hej")
    number = chat.all()[-1]["number"]
    happens(town, link)
    heard = heard_since(town, chat, number)
    assert {each["text"] for each in heard} == {
        "Det har hänt något nytt i ett ärende. Logga in igen, så ser du vad."
    }
    assert [each for each in heard if each["case"] or each["draft"]] == []
    if happens is not expires:
        assert "login" in json.dumps(chat.choose("log_in"))


@pytest.mark.parametrize("happens", [signs, declines])
def test_the_same_person_hears_it_all_after_the_next_login(town: Town, happens: Happens) -> None:
    chat, link = invited(town)
    town.clock.forward(minutes=31)
    happens(town, link)
    assert "byte av skola" not in json.dumps(chat.all(), ensure_ascii=False)
    chat.choose("log_in")
    chat.browser.identify(chat.link("login"), ANNA)
    assert "case" in json.dumps([each for each in chat.all() if each.get("case")][-1])


def test_threat_b3_the_next_person_is_not_reminded_of_the_first_persons_draft(town: Town) -> None:
    chat = Chat(town.browser(), "skolbyte")
    chat.say("nej")
    chat.browser.identify(chat.link("login"), ANNA)
    chat.say("Kim Ek")
    town.clock.forward(minutes=31)
    chat.say("mina ärenden")
    chat.browser.identify(chat.link("login"), EVA)
    number = chat.all()[-1]["number"]
    for _ in range(90):
        town.clock.forward(days=1)
        asyncio.run(town.site.store.write(lambda c: reminding.remind(town.site.assembly, c)))
    assert heard_since(town, chat, number) == []


def test_who_has_asked_to_be_forgotten_hears_no_more(town: Town) -> None:
    chat = sent(town)
    sign(chat.browser, chat.link("sign"), ANNA)
    sign(town.browser(), town.invitation(), BO)
    reference = chat.all()[-1]["case"]["reference"]
    chat.say("radera mina uppgifter")
    chat.say("ja")
    number = chat.all()[-1]["number"]
    desk = town.browser()
    desk.identify("/desk", DANA)
    page = desk.get(f"/desk/{reference}")
    assert desk.press(page, "action", "status", status="closed", message="").status == 200
    assert heard_since(town, chat, number) == []
