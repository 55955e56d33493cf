"""`/desk/samtal`: customer service answers in conversations (rows 20 and 21)."""

from tests.bot.browsing import ANNA, BO, DANA, Browser, Chat, Page, Town, filled_in

KARIN = ("197109142385", "Karin Demo")


def waiting(town: Town) -> Chat:
    """A person at the first question of a school change waits for a human; it is Monday at 10."""
    chat = Chat(town.browser(), "skolbyte")
    chat.say("prata med en människa")
    chat.choose("talk_now")
    return chat


def karin(town: Town) -> Browser:
    browser = town.browser()
    browser.identify("/desk", KARIN)
    return browser


def opened(browser: Browser) -> Page:
    queue = browser.get("/desk/samtal")
    return browser.get(next(each for each in queue.links if each.startswith("/desk/samtal/")))


def texts(chat: Chat) -> str:
    return "\n".join(message["text"] for message in chat.all())


def test_only_customer_service_sees_conversations(town: Town) -> None:
    waiting(town)
    assert "samtal" not in town.browser().get("/desk/samtal").path
    for who in (ANNA, DANA):
        browser = town.browser()
        browser.identify("/desk", who)
        assert browser.get("/desk/samtal").status == 403
    browser = town.browser()
    assert "/desk/samtal" not in browser.identify("/desk", DANA).text


def test_an_officer_takes_over_answers_and_hands_back(town: Town) -> None:
    chat = waiting(town)
    browser = karin(town)
    assert "1 väntar" in browser.get("/desk").text
    page = opened(browser)
    for seen in ("byte av skola", "0 av", "Svenska"):
        assert seen in page.text
    page = browser.press(page, "action", "take-over")
    assert "Karin Demo på kundtjänst" in texts(chat)
    assert chat.say("Var ligger Nylands skola?") == []
    page = browser.get(page.path)
    assert "Var ligger Nylands skola?" in page.text
    page = browser.press(page, "action", "say", text="I Nyland.")
    assert "Karin Demo, kundtjänst: I Nyland." in texts(chat)
    newest = chat.all()[-1]
    assert newest["from"] == "officer"
    after = browser.press(page, "action", "hand-back", text="")
    assert after.path == "/desk/samtal"
    assert "Nu svarar jag, den digitala assistenten, igen." in texts(chat)
    for act in ("taken_over", "answered", "handed_back"):
        assert town.audited(f"conversation.{act}") == 1


def test_the_person_is_asked_the_same_question_again(town: Town) -> None:
    chat = waiting(town)
    asked = next(m for m in reversed(chat.all()) if m.get("input", {}).get("field"))
    browser = karin(town)
    page = browser.press(opened(browser), "action", "take-over")
    browser.press(page, "action", "hand-back", text="Hej då!")
    assert chat.all()[-1]["input"]["field"] == asked["input"]["field"]
    assert chat.all()[-1]["text"] == asked["text"]


def test_the_second_officer_is_told_kindly_and_loses_nothing(town: Town) -> None:
    waiting(town)
    browser = karin(town)
    first, second = opened(browser), opened(browser)
    browser.press(first, "action", "take-over")
    again = browser.press(second, "action", "take-over")
    assert "En kollega har redan tagit över" in again.text


def test_what_was_written_is_kept_when_the_person_has_left(town: Town) -> None:
    chat = waiting(town)
    browser = karin(town)
    page = browser.press(opened(browser), "action", "take-over")
    chat.say("avsluta samtalet")
    after = browser.press(page, "action", "say", text="Det ligger i Nyland.")
    assert "Det du skrev är inte skickat" in after.text
    assert "Det ligger i Nyland." not in texts(chat)


def test_new_lines_come_to_the_page(town: Town) -> None:
    chat = waiting(town)
    browser = karin(town)
    page = browser.press(opened(browser), "action", "take-over")
    newest = chat.all()[-1]["number"]
    chat.say("Hallå?")
    news = browser.get(f"{page.path}/rader?efter={newest}").response.json()
    assert [line["text"] for line in news["lines"]] == ["Hallå?"]
    assert news["state"] == "taken"
    assert town.browser().get(f"{page.path}/rader?efter=0").path == "/desk"


def test_a_sensitive_answer_is_not_shown(town: Town) -> None:
    chat = filled_in(town)
    chat.say("prata med en människa")
    chat.choose("talk_now")
    page = opened(karin(town))
    assert "Anna Ek" in page.text
    assert ANNA[0] not in page.text


def test_a_message_is_answered_from_the_desk(town: Town) -> None:
    chat = Chat(town.browser())
    chat.say("prata med en människa")
    chat.say("lämna ett meddelande")
    chat.say("Får man elda i trädgården?")
    browser = karin(town)
    page = opened(browser)
    assert "Får man elda i trädgården?" in page.text
    assert "Skriv något först" in browser.press(page, "action", "say", text=" ").text
    browser.press(page, "action", "say", text="Ja, utom i maj.")
    assert "Ja, utom i maj." in texts(chat)
    assert "Inga meddelanden just nu." in browser.get("/desk/samtal").text


def leaves_a_message(town: Town) -> Chat:
    chat = filled_in(town)
    chat.say("prata med en människa")
    chat.say("lämna ett meddelande")
    chat.say("Min HEMLIGA fråga om Kim")
    return chat


def test_threat_b3_the_answer_to_a_message_does_not_reach_the_next_person(town: Town) -> None:
    chat = leaves_a_message(town)
    town.clock.forward(minutes=31)
    chat.say("hej")
    browser = karin(town)
    page = browser.press(opened(browser), "action", "say", text="SVARET till Anna")
    assert "inte längre inloggad" in page.text
    assert "SVARET till Anna" in page.text, "what was written is not lost"
    chat.say("mina ärenden")
    chat.browser.identify(chat.link("login"), BO)
    page = opened(browser)
    assert "Bo Ek" not in page.text
    page = browser.press(page, "action", "say", text="SVARET till Anna")
    assert "inte längre inloggad" in page.text
    for secret in ("HEMLIGA", "SVARET"):
        assert secret not in texts(chat)


def test_threat_a11_the_answer_waits_for_the_login_of_who_asked(town: Town) -> None:
    chat = leaves_a_message(town)
    town.clock.forward(minutes=31)
    browser = karin(town)
    browser.press(opened(browser), "action", "say", text="SVARET till Anna")
    assert "SVARET" not in texts(chat)
    chat.choose("log_in")
    chat.browser.identify(chat.link("login"), ANNA)
    assert "SVARET till Anna" in texts(chat)


def test_threat_b8_nothing_that_is_said_afterwards_is_read_at_the_desk(town: Town) -> None:
    chat = waiting(town)
    browser = karin(town)
    page = browser.press(opened(browser), "action", "take-over")
    browser.press(page, "action", "hand-back", text="")
    town.clock.forward(minutes=1)
    chat.say("nej")
    chat.browser.identify(chat.link("login"), ANNA)
    chat.say("Kanarina Ek")
    for address in (page.path, f"{page.path}/rader?efter=0"):
        shown = browser.get(address)
        read = shown.text or shown.response.text
        assert "prata med en människa" in read
        for secret in ("Kanarina", "Anna Ek"):
            assert secret not in read


def test_threat_a11_a_page_that_looks_for_news_keeps_no_login(town: Town) -> None:
    """The script asks every third second, also when the officer has left the room."""
    waiting(town)
    browser = karin(town)
    page = opened(browser)
    for _ in range(29):
        town.clock.forward(minutes=1)
        assert browser.get(f"{page.path}/rader?efter=0").path.endswith("/rader")
    town.clock.forward(minutes=1)
    assert browser.get(f"{page.path}/rader?efter=0").path == "/desk"
    assert "Karin" not in browser.get("/desk").text
