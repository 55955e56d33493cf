"""The accessibility statement: what the law wants in it, linked from every page."""

from tests.bot.browsing import Town


def test_the_statement_says_how_well_what_not_and_where_to_complain(town: Town) -> None:
    browser = town.browser()
    assert 'href="/tillganglighet"' in browser.get("/chat").text
    page = browser.get("/tillganglighet")
    assert page.status == 200
    for told in (
        "uppfyller kraven till en del",
        "lagen (2018:1937)",
        "Ingen som använder skärmläsare till vardags",
        "0612-800 00",
        "/chat?service=synpunkt",
        "https://www.digg.se/tdosanmalan",
        "WCAG 2.2",
        "30 november 2026",
    ):
        assert told in page.text


def test_the_statement_is_told_in_english(town: Town) -> None:
    page = town.browser().get("/tillganglighet?lang=en")
    assert "Accessibility statement" in page.text
    assert "November 30, 2026" in page.text or "30 November 2026" in page.text
