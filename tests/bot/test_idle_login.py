"""Threat A11: a login ends after half an hour without a word, and after eight hours in all."""

import json
from typing import Any

import pytest

from tests.bot.browsing import ANNA, BO, Browser, Chat, Page, Town
from tests.bot.test_second_person import MAIL, NAME, REASON, SKOLBYTE, canaries_in, of_anna
from tests.photos import a_photo

CONTINUE = "Fortsätt med e-legitimation"


def labels(messages: list[dict[str, Any]]) -> list[str]:
    return [choice["label"] for each in messages for choice in each.get("choices", ())]


def test_the_chat_api_tells_nothing_after_half_an_hour(town: Town) -> None:
    chat = of_anna(town)
    transcript = links(chat.say("skriv ut samtalet"), "info")[0]
    assert NAME in chat.browser.get(transcript).text
    town.clock.forward(minutes=31)
    (notice,) = chat.all()
    assert canaries_in(notice) == []
    assert "Anna" not in notice["text"]
    assert labels([notice]) == [CONTINUE]
    assert chat.browser.get(transcript).status == 409
    for kind in ("samtal.txt", "samtal.pdf"):
        page = chat.browser.get(f"{transcript}/{kind}")
        assert page.status == 409
        assert canaries_in(page.text) == []


def links(messages: list[dict[str, Any]], purpose: str) -> list[str]:
    return [
        link["url"]
        for each in messages
        for link in each.get("links", ())
        if link["purpose"] == purpose
    ]


def test_the_notice_stands_for_all_that_it_hides(town: Town) -> None:
    chat = of_anna(town)
    last = chat.all()[-1]["number"]
    town.clock.forward(minutes=31)
    assert [each["number"] for each in chat.all()] == [last]
    chat.say("hej")
    assert [each["number"] for each in chat.all()][:2] == [last, last + 1]
    assert canaries_in(chat.all()) == []


def test_the_way_on_shows_everything_again_to_the_same_person(town: Town) -> None:
    chat = of_anna(town)
    before = chat.all()
    town.clock.forward(minutes=31)
    heard = chat.choose(chat.all()[0]["choices"][0]["value"])
    assert canaries_in(heard) == []
    chat.browser.identify(links(heard, "login")[0], ANNA)
    assert chat.all()[: len(before)] == before
    assert "Stämmer" in chat.all()[-1]["text"] or chat.all()[-1].get("choices")


def test_somebody_else_who_takes_the_way_on_is_shown_nothing_of_it(town: Town) -> None:
    chat = of_anna(town)
    town.clock.forward(minutes=31)
    heard = chat.choose("log_in")
    chat.browser.identify(links(heard, "login")[0], BO)
    assert canaries_in(chat.all()) == []
    assert "Bo Ek" in chat.all()[0]["text"]


def test_a_word_within_the_half_hour_keeps_the_login(town: Town) -> None:
    chat = of_anna(town)
    town.clock.forward(minutes=29)
    chat.say("hjälp")
    town.clock.forward(minutes=29)
    assert canaries_in(chat.all())


def test_after_eight_hours_a_login_ends_though_somebody_writes_all_the_time(town: Town) -> None:
    chat = of_anna(town)
    for _ in range(19):
        town.clock.forward(minutes=25)
        assert not links(chat.say("hjälp"), "login")
    assert canaries_in(chat.all())
    town.clock.forward(minutes=10)
    assert canaries_in(chat.all()) == []
    heard = chat.say("mina ärenden")
    assert canaries_in(heard) == []
    chat.browser.identify(links(heard, "login")[0], ANNA)
    town.clock.forward(minutes=25)
    assert canaries_in(chat.all())
    assert not links(chat.say("hjälp"), "login")


def test_what_was_begun_without_login_during_one_is_closed_too(town: Town) -> None:
    """ "Synpunkt" asks nobody to log in, and Anna is logged in when she begins it."""
    chat = of_anna(town)
    chat.choose("service:synpunkt")
    for text in ("klagomål", "skola", REASON):
        chat.say(text)
    town.clock.forward(minutes=31)
    for said in ("upprepa", "tillbaka", "ändra", "ja", "vad har jag svarat?", "status"):
        assert canaries_in(chat.say(said)) == [], said
    chat.browser.identify(chat.link("login"), ANNA)
    assert canaries_in(chat.all())


def test_a_file_of_the_ended_login_cannot_be_used(town: Town) -> None:
    chat = Chat(town.browser(), "vigsel")
    chat.say("nej")
    chat.browser.identify(chat.link("login"), ANNA)
    file_id = chat.upload("kanarie.png", a_photo("PNG"))
    town.clock.forward(minutes=31)
    answer = chat.browser.client.post(
        f"/api/v1/conversations/{chat.id}/messages",
        json={"id": "a file", "file_ids": [file_id]},
        headers=chat.access,
    )
    assert answer.status_code == 404
    assert canaries_in(answer.text) == []


def test_ending_the_conversation_logs_out_of_the_pages_too(town: Town) -> None:
    """The login for the chat was made in the same browser, which the next person sits at."""
    chat = of_anna(town)
    assert "Anna Ek" in chat.browser.get("/mina-sidor").text
    ended = chat.browser.client.delete(f"/api/v1/conversations/{chat.id}", headers=chat.access)
    assert ended.status_code == 204
    for path in ("/mina-sidor", "/mina-sidor/uppgifter", "/chat"):
        page = chat.browser.get(path)
        assert canaries_in(page.text) == []
        assert "Anna" not in page.text
    # Her next login, for a page, does not hang on any conversation.
    assert "Anna Ek" in chat.browser.identify("/mina-sidor", ANNA).text
    other = Chat(chat.browser)
    chat.browser.client.delete(f"/api/v1/conversations/{other.id}", headers=other.access)
    assert "Anna Ek" in chat.browser.get("/mina-sidor").text


def test_logging_out_on_the_pages_logs_out_of_the_chat_too(town: Town) -> None:
    chat = of_anna(town)
    chat.browser.press(chat.browser.get("/mina-sidor"), "action", "log-out")
    assert canaries_in(chat.all()) == []
    for said in ("mina ärenden", "tillbaka"):
        assert canaries_in(chat.say(said)) == []
    chat.browser.identify(chat.link("login"), ANNA)
    assert NAME in json.dumps(chat.all(), ensure_ascii=False)


def test_a_login_of_somebody_else_takes_the_chat_out_of_the_browser(town: Town) -> None:
    """Anna logged in with her phone, so that the browser itself does not know her."""
    browser = town.browser()
    page = browser.press(browser.get("/chat?service=skolbyte"), "action", "new")
    page = answer(browser, page, SKOLBYTE[0])
    login = next(each for each in page.links if "/e/" in each)
    answer(browser, browser.get("/chat"), town.browser().identify(login, ANNA).ids["code"])
    answer(browser, browser.get("/chat"), NAME)
    assert NAME in browser.get("/chat").text
    browser.identify("/mina-sidor", BO)
    assert canaries_in(browser.get("/chat").text) == []


def test_who_never_logged_in_reads_on(town: Town) -> None:
    chat = Chat(town.browser(), "synpunkt")
    for text in ("klagomål", "skola", REASON):
        chat.say(text)
    before = chat.all()
    town.clock.forward(hours=9)
    assert chat.all() == before
    assert not links(chat.say("hoppa över"), "login")


def on_page(town: Town) -> Browser:
    """Anna's school change at /chat, with canaries."""
    browser = town.browser()
    page = browser.press(browser.get("/chat?service=skolbyte"), "action", "new")
    page = answer(browser, page, SKOLBYTE[0])
    browser.identify(next(each for each in page.links if "/e/" in each), ANNA)
    for text in SKOLBYTE[1:]:
        answer(browser, browser.get("/chat"), text)
    return browser


def answer(browser: Browser, page: Page, text: str) -> Page:
    form = page.form("action") if page.forms else None
    assert form is not None
    return browser.post("/chat", {**form.fields, "command": text})


def test_the_page_shows_nothing_after_half_an_hour_and_all_after_a_login(town: Town) -> None:
    browser = on_page(town)
    assert NAME in browser.get("/chat").text
    town.clock.forward(minutes=31)
    page = browser.get("/chat")
    assert canaries_in(page.text) == []
    assert CONTINUE in page.text
    page = browser.press(page, "choice", "log_in")
    assert canaries_in(page.text) == []
    browser.identify(next(each for each in page.links if "/e/" in each), ANNA)
    assert NAME in browser.get("/chat").text


@pytest.mark.parametrize("minutes", [29.5, 31])
def test_the_page_is_no_longer_open_than_its_browser_session(town: Town, minutes: float) -> None:
    """The browser was last noted half a minute before the last word; then both end together."""
    browser = on_page(town)
    town.clock.forward(minutes=0.5)
    answer(browser, browser.get("/chat"), "hjälp")
    town.clock.forward(minutes=minutes)
    assert canaries_in(browser.get("/chat").text) == []
    assert MAIL not in json.dumps(browser.get("/chat").text)
