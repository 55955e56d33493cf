"""`/chat`: the whole conversation without script."""

from typing import Any

from tests.bot.browsing import ANNA, Browser, Page, Town


def begun(town: Town, query: str = "") -> tuple[Browser, Page]:
    browser = town.browser()
    return browser, browser.press(browser.get("/chat" + query), "action", "new")


def say(browser: Browser, page: Page, **fields: Any) -> Page:
    form = next(form for form in page.forms if "message_id" in form.fields)
    hidden = {name: form.fields[name] for name in ("form_token", "message_id")}
    return browser.post("/chat", {**hidden, **fields})


def test_looking_creates_nothing(town: Town) -> None:
    before = town.rows()
    for _ in range(5):
        assert town.browser().get("/chat?service=skolbyte").status == 200
    assert town.rows() == before


def test_a_link_to_a_service_begins_it(town: Town) -> None:
    _, page = begun(town, "?service=skolbyte")
    assert "skyddade personuppgifter" in page.text


def test_another_browser_finds_no_conversation(town: Town) -> None:
    begun(town, "?service=skolbyte")
    assert "skyddade" not in town.browser().get("/chat").text


def test_an_answer_is_taken_once(town: Town) -> None:
    browser, page = begun(town, "?service=synpunkt")
    after = say(browser, page, choice="forslag")
    assert after.text.count("Förslag") >= 1
    before = town.rows()["turns"]
    say(browser, page, choice="forslag")
    say(browser, page, choice="berom")
    assert town.rows()["turns"] == before


def test_a_refused_answer_is_shown_to_be_mended(town: Town) -> None:
    browser, page = begun(town, "?service=felanmalan")
    page = say(browser, page, text="xyzzy")
    assert "m-" in page.text
    assert page.status == 200


def test_an_old_page_does_not_answer_a_newer_question(town: Town) -> None:
    """Threat B11: it asks whether the earlier answer is to be changed (row 16)."""
    browser, page = begun(town, "?service=skolbyte")
    say(browser, page, choice="no")
    form = next(form for form in page.forms if "message_id" in form.fields)
    number = form.fields["message_id"].rpartition("-")[2]
    stale = {"message_id": f"0000-{number}", "form_token": form.fields["form_token"]}
    after = browser.post("/chat", {**stale, "choice": "yes"})
    assert "Vill du ändra" in after.text


def test_the_login_is_in_the_same_browser_and_leads_back(town: Town) -> None:
    browser, page = begun(town, "?service=skolbyte")
    page = say(browser, page, choice="no")
    link = next(each for each in page.links if "/e/" in each)
    page = browser.identify(link, ANNA)
    assert page.path == "/chat"
    assert "inloggad som Anna Ek" in page.text


def test_what_was_said_before_a_long_silence_is_not_shown(town: Town) -> None:
    """Threat A11."""
    browser, page = begun(town, "?service=skolbyte")
    page = say(browser, page, choice="no")
    page = browser.identify(next(each for each in page.links if "/e/" in each), ANNA)
    page = say(browser, page, text="Kim Ek")
    assert "Kim Ek" in page.text
    town.clock.forward(minutes=31)
    page = browser.get("/chat")
    assert "Kim Ek" not in page.text
    assert "Anna Ek" not in page.text
    page = say(browser, page, text="hej")
    assert "Kim Ek" not in page.text
    assert any("/e/" in each for each in page.links)


def test_a_file_can_be_attached(town: Town) -> None:
    browser, page = begun(town, "?service=felanmalan")
    form = next(form for form in page.forms if "message_id" in form.fields)
    answer = browser.client.post(
        "/chat",
        data={name: form.fields[name] for name in ("form_token", "message_id")},
        files={"file": ("bild.png", b"\x89PNG....", "image/png")},
        headers={"origin": "null", "sec-fetch-site": "same-origin"},
    )
    assert answer.status_code == 200
    assert town.rows()["files"] == 1


def test_ending_wipes_the_conversation(town: Town) -> None:
    browser, page = begun(town, "?service=skolbyte")
    page = browser.press(page, "action", "end")
    assert "skyddade" not in page.text
    assert town.rows()["conversations"] == 0
    assert town.rows()["drafts"] == 0
    assert town.rows()["web_sessions"] == 0
