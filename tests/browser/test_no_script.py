"""Without JavaScript: `/chat` and the pages do all that the widget does."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.driving import (
    DESKTOP,
    PHONE,
    Troubles,
    identify,
    new_person,
    school_change,
    sign,
)
from tests.browser.people import international, new_mobile, resident
from tests.browser.serving import Server

#: Feedback, to the end.
FEEDBACK = [
    ("Vad vill du lämna?", "[Beröm]"),
    ("Vad handlar det om?", "[Förskola och skola]"),
    ("Skriv din synpunkt.", "Tack för den fina gården."),
    ("Vilken dag hände det?", "hoppa över"),
    ("Vill du ha svar?", "[Nej]"),
    ("Har du läst det?", "[Ja, jag bekräftar]"),
    ("Stämmer allt?", "[Skicka in ärendet]"),
]


def begin(page: Page, server: Server, service: str) -> None:
    page.goto(f"{server.url}/chat?service={service}")
    page.locator("button[name=action][value=new]").click()


def answer(page: Page, steps: list[tuple[str, str]]) -> None:
    """Question and answer; an answer in brackets is an alternative to press."""
    for question, given in steps:
        expect(page.locator(".transcript > li").last).to_contain_text(question)
        if given.startswith("["):
            choices = page.locator("#svar button[name=choice]")
            choices.filter(has_text=given.strip("[]")).first.click()
        else:
            page.locator("#text").fill(given)
            page.locator("#text").locator("xpath=ancestor::form").locator("button").click()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "360"])
def test_feedback_is_filed(browser: Browser, server: Server, size: tuple[int, int]) -> None:
    context = new_person(browser, size, script=False)
    troubles = Troubles()
    troubles.watch(context)
    page = context.new_page()
    begin(page, server, "synpunkt")
    answer(page, FEEDBACK)
    expect(page.locator(".transcript")).to_contain_text("Ärendet har kommit in till kommunen")
    assert troubles.seen == []
    context.close()


def test_a_school_change_is_signed_by_both(browser: Browser, server: Server) -> None:
    anna, bo, mobile = resident("Anna Ek", age=38), resident("Bo Ek", age=41), new_mobile()
    annas, bos = new_person(browser, script=False), new_person(browser, script=False)
    page = annas.new_page()
    begin(page, server, "skolbyte")
    answer(page, [("skyddade personuppgifter", "[Nej]")])
    page.get_by_role("link", name="Logga in").last.click()
    identify(page, anna)
    answer(page, school_change(bo, mobile, new_mobile()))
    answer(page, [("Stämmer allt?", "[Skicka och skriv under]")])
    page.get_by_role("link", name="Granska och skriv under").last.click()
    sign(page, anna)
    page.get_by_role("link", name="Tillbaka till chatten").click()
    expect(page.locator(".transcript")).to_contain_text("Väntar på flerpartssignering")

    other = bos.new_page()
    other.goto(server.invitation(international(mobile)))
    identify(other, bo)
    sign(other, bo)
    expect(other.get_by_role("link", name="Visa kvittensen")).to_be_visible()

    page.locator("button[name=action][value=update]").click()
    expect(page.locator(".transcript > li").last).to_contain_text("Inkommet")
    annas.close()
    bos.close()


def test_a_refused_answer_comes_back_for_mending(browser: Browser, server: Server) -> None:
    context = new_person(browser, script=False)
    page = context.new_page()
    begin(page, server, "synpunkt")
    answer(
        page,
        [
            ("Vad vill du lämna?", "[Fråga]"),
            ("Vad handlar det om?", "[Bygga och miljö]"),
            ("Skriv din synpunkt.", "Hm"),
        ],
    )
    expect(page.locator("#text")).to_have_value("Hm")
    expect(page.locator("#text")).to_have_attribute("aria-invalid", "true")
    context.close()
