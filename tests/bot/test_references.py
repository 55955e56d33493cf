"""Threat B2: a reference opens nothing by itself, and trying them tells nothing."""

from random import Random

from actions.references import new_reference
from tests.bot.browsing import ANNA, BO, DANA, EVA, Browser, Chat, Town, sent, sign
from tests.bot.test_signing_pages import invited

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def a_case_of_annas(town: Town) -> str:
    chat, link = invited(town)
    sign(town.browser(), link, BO)
    return str(chat.all()[-1]["case"]["reference"])


def as_told(browser: Browser, path: str, reference: str) -> tuple[int, str]:
    """What a page answers, without the reference itself."""
    page = browser.get(path.format(reference))
    return page.status, page.response.text.replace(reference, "-")


def test_somebody_elses_reference_looks_like_one_that_does_not_exist(town: Town) -> None:
    theirs = a_case_of_annas(town)
    drafts = str(sent(town).all()[-1]["draft"])
    made_up = new_reference()
    wrong_check = theirs[:-1] + ("A" if theirs[-1] != "A" else "B")
    for who, path in (
        (EVA, "/mina-sidor/{}"),
        (BO, "/mina-sidor/{}"),  # a party of it, who has its own links
        (EVA, "/mina-sidor/{}/kvittens"),
        (EVA, "/mina-sidor/{}/kvittens.pdf"),
        (DANA, "/desk/{}/fil/x"),
    ):
        browser = town.browser()
        browser.identify("/desk" if who is DANA else "/mina-sidor", who)
        seen = {as_told(browser, path, each) for each in (theirs, drafts, made_up, wrong_check)}
        assert len(seen) == 1, (who, path)
        assert seen.pop()[0] == 404


def test_the_chat_tells_the_same_of_a_foreign_and_a_missing_one(town: Town) -> None:
    theirs = a_case_of_annas(town)
    chat = Chat(town.browser())
    chat.say("mina ärenden")
    chat.browser.identify(chat.link("login"), EVA)

    def heard(reference: str) -> list[str]:
        return [each["text"] for each in chat.say(f"status {reference}")]

    assert heard(theirs) == heard(new_reference())


def test_who_tries_many_is_stopped_for_a_while_and_still_sees_their_own(town: Town) -> None:
    own = a_case_of_annas(town)
    browser = town.browser()
    browser.identify("/mina-sidor", ANNA)
    dice = Random("b2")
    statuses = [
        browser.get("/mina-sidor/K-" + "".join(dice.choices(ALPHABET, k=8))).status
        for _ in range(200)
    ]
    assert statuses == [404] * 30 + [429] * 170
    assert browser.get(f"/mina-sidor/{own}").status == 200
    town.clock.forward(minutes=11)
    assert browser.get("/mina-sidor/K-2222-2222").status == 404
