"""`/e/{ticket}`: who may log in to which chat, and what a link alone does."""

from pathlib import Path

import pytest

from tests.bot.browsing import ANNA, BO, Chat, Town, filled_in, running_town

#: What opens links before people do.
PREVIEWS = (
    "TelegramBot (like TwitterBot)",
    "WhatsApp/2.23.20.0 A",
    "facebookexternalhit/1.1",
    "Slackbot-LinkExpanding 1.0",
    "Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1) SafeLinks",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
)


def waiting_chat(town: Town) -> Chat:
    """A chat at the login."""
    chat = Chat(town.browser(), "skolbyte")
    chat.say("nej")
    return chat


def logged_in_as(chat: Chat, name: str) -> bool:
    return any(f"inloggad som {name}" in message["text"] for message in chat.all())


def test_an_unknown_ticket_and_one_of_another_purpose_look_the_same(town: Town) -> None:
    chat = waiting_chat(town)
    token = chat.link("login").rpartition("/")[2]
    unknown = town.browser().get("/e/" + "x" * 32)
    crossed = town.browser().get("/s/" + token)
    missing = town.browser().get("/s/" + "x" * 32)
    assert [unknown.status, crossed.status, missing.status] == [404, 404, 404]
    assert crossed.text.replace(token, "") == missing.text.replace("x" * 32, "")


def test_the_page_shows_the_number_of_the_chat_and_nothing_of_what_was_said(town: Town) -> None:
    chat = waiting_chat(town)
    said = next(m["text"] for m in reversed(chat.all()) if "talet" in m["text"])
    page = town.browser().get(chat.link("login"))
    number = said.split("talet ")[1][:2]
    assert f">{number}<" in page.text
    assert "skola" not in page.text.split("<main")[1]


@pytest.mark.parametrize(
    ("origin", "shown"),
    [
        ("https://www.kramfors.se", "www.kramfors.se"),
        ("http://127.0.0.1:8000", "127.0.0.1"),
        ("https://www.krarnfors.se", ""),
        ("https://[", ""),
        ("null", ""),
        ("", ""),
    ],
)
def test_the_page_names_the_site_that_the_chat_is_on(
    tmp_path: Path, origin: str, shown: str
) -> None:
    """Threat A1: one of ours, or none; a stranger's name is worth nothing."""
    with running_town(tmp_path, ARENDEBOT_ALLOWED_ORIGINS="https://www.kramfors.se") as town:
        browser = town.browser()
        if origin:
            browser.client.headers["origin"] = origin
        chat = Chat(browser, "skolbyte")
        chat.say("nej")
        page = town.browser().get(chat.link("login"))
    assert ("Webbplats" in page.text) is bool(shown)
    assert f"<dd>{shown}</dd>" in page.text or not shown
    assert "krarnfors" not in page.text


def test_looking_twenty_times_changes_nothing(town: Town) -> None:
    chat = waiting_chat(town)
    before = town.rows()
    browser, link = town.browser(), chat.link("login")
    for number in range(20):
        browser.client.cookies.clear()
        agent = PREVIEWS[number % len(PREVIEWS)]
        assert browser.get(link, **{"user-agent": agent}).status == 200
    assert town.rows() == before
    assert chat.browser.identify(chat.link("login"), ANNA).status == 200
    assert logged_in_as(chat, "Anna Ek")


def test_the_chats_own_browser_goes_straight_on(town: Town) -> None:
    chat = waiting_chat(town)
    page = chat.browser.identify(chat.link("login"), ANNA)
    assert "code" not in page.ids
    assert logged_in_as(chat, "Anna Ek")


def test_another_browser_shows_a_code_that_the_chat_takes_once(town: Town) -> None:
    chat = waiting_chat(town)
    page = town.browser().identify(chat.link("login"), ANNA)
    code = page.ids["code"]
    assert len(code) == 6
    assert not logged_in_as(chat, "Anna Ek")
    chat.say(code)
    assert logged_in_as(chat, "Anna Ek")


def test_a_link_sent_to_a_victim_gives_its_sender_nothing(town: Town) -> None:
    """Threat A1: the attacker's chat, the victim's browser and e-ID."""
    filled_in(town, ANNA)  # the victim's own draft, with what must not be seen
    attacker = waiting_chat(town)
    link = attacker.link("login")
    victim = town.browser()
    page = victim.identify(link, ANNA)
    wrong = ("000000", "111111", "222222")
    for guess in wrong:
        assert guess != page.ids["code"]
        attacker.say(guess)
    attacker.say(page.ids["code"])  # even the right one is too late now
    attacker.say("mina ärenden")
    heard = " ".join(message["text"] for message in attacker.all())
    for canary in ("Anna", "Kim Ek", "Bo Ek", "070-174", "Nylands skola"):
        assert canary not in heard
    assert attacker.browser.get(link).status == 410


def test_a1_digits_of_another_script_are_no_code_and_no_error(town: Town) -> None:
    chat = waiting_chat(town)
    page = town.browser().identify(chat.link("login"), ANNA)
    wide = "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in page.ids["code"])
    for said in (wide, "١٢٣٤٥٦", "①②③④⑤⑥"):
        chat.say(said)
    assert not logged_in_as(chat, "Anna Ek")
    chat.say(page.ids["code"])
    assert logged_in_as(chat, "Anna Ek")


def test_a_code_is_too_old_after_five_minutes(town: Town) -> None:
    chat = waiting_chat(town)
    browser = town.browser()
    page = browser.identify(chat.link("login"), ANNA)
    link = page.path
    town.clock.forward(minutes=6)
    chat.say(page.ids["code"])
    assert not logged_in_as(chat, "Anna Ek")
    assert "code" not in browser.get(link).ids


def test_an_order_cannot_be_completed_from_another_browser(town: Town) -> None:
    """Threat A2."""
    chat = waiting_chat(town)
    mine, other = town.browser(), town.browser()
    form = mine.press(mine.get(chat.link("login")), "provider", "demo")
    start = other.get(chat.link("login"))
    token = start.form("provider").fields["form_token"]
    fields = {"form_token": token, "personnummer": ANNA[0], "name": ANNA[1], "action": "approve"}
    page = other.post(form.path, fields)
    assert "code" not in page.ids
    assert town.audited("eid.binding_failed") == 1
    assert town.audited("login.code_shown") == 0


def test_the_session_gets_a_new_id_at_each_step(town: Town) -> None:
    chat = waiting_chat(town)
    browser = town.browser()
    seen = []
    start = browser.get(chat.link("login"))
    seen.append(browser.client.cookies["arendebot"])
    form = browser.press(start, "provider", "demo")
    seen.append(browser.client.cookies["arendebot"])
    browser.approve(form, ANNA)
    seen.append(browser.client.cookies["arendebot"])
    assert len(set(seen)) == 3
    for old in seen[:2]:
        stranger = town.browser()
        stranger.client.cookies.set("arendebot", old)
        assert "Anna" not in stranger.get("/mina-sidor").text


def test_approving_twice_logs_in_once(town: Town) -> None:
    chat = waiting_chat(town)
    browser = chat.browser
    form = browser.press(browser.get(chat.link("login")), "provider", "demo")
    before = dict(browser.client.cookies)
    browser.approve(form, ANNA)
    messages = chat.all()
    again = town.browser()
    for name, value in before.items():
        again.client.cookies.set(name, value)
    assert again.approve(form, ANNA).status in (200, 410)
    browser.approve(form, ANNA)
    assert chat.all() == messages


def test_a_used_and_an_old_link_say_what_to_do(town: Town) -> None:
    used, old = waiting_chat(town), waiting_chat(town)
    used.browser.identify(used.link("login"), ANNA)
    page = town.browser().get(used.link("login"))
    assert page.status == 410
    assert "ny länk" in page.text
    town.clock.forward(minutes=16)
    page = town.browser().get(old.link("login"))
    assert page.status == 410
    assert "15 minuter" in page.text


def test_cancelling_tells_the_chat_and_shows_the_way_on(town: Town) -> None:
    chat = waiting_chat(town)
    form = chat.browser.press(chat.browser.get(chat.link("login")), "provider", "demo")
    page = chat.browser.press(form, "action", "cancel")
    assert "avbröts" in page.text
    assert "avbröts" in chat.all()[-1]["text"]
    assert chat.browser.identify(chat.link("login"), ANNA).status == 200
    assert logged_in_as(chat, "Anna Ek")


@pytest.mark.parametrize("number", ["", "19900101-2384", "abc", "20991231-2388"])
def test_a_number_that_nobody_can_have_is_refused_politely(town: Town, number: str) -> None:
    chat = waiting_chat(town)
    form = chat.browser.press(chat.browser.get(chat.link("login")), "provider", "demo")
    page = chat.browser.approve(form, (number, "Anna Ek"))
    assert page.status == 422
    assert "tolv siffror" in page.text
    assert not logged_in_as(chat, "Anna Ek")
    assert chat.browser.approve(page, ANNA).status == 200


def test_a_coordination_number_is_accepted(town: Town) -> None:
    chat = waiting_chat(town)
    chat.browser.identify(chat.link("login"), ("19701063-2391", "Åsa Ö"))
    assert logged_in_as(chat, "Åsa Ö")


def test_orders_that_nobody_completes_are_limited(town: Town) -> None:
    """Threat A12."""
    chat = waiting_chat(town)
    browser = town.browser()
    statuses = []
    for _ in range(20):
        page = browser.get(chat.link("login"))
        statuses.append(browser.press(page, "provider", "demo").status)
    assert statuses[:5] == [200] * 5
    assert set(statuses[5:]) == {429}
    town.clock.forward(minutes=10)
    assert browser.identify(chat.link("login"), BO).status == 200


def test_the_login_ends_after_half_an_hour_of_silence_and_eight_hours_in_all(town: Town) -> None:
    browser = town.browser()
    assert "Anna Ek" in browser.identify("/mina-sidor", ANNA).text
    town.clock.forward(minutes=29)
    assert "Anna Ek" in browser.get("/mina-sidor").text
    town.clock.forward(minutes=31)
    assert "Anna Ek" not in browser.get("/mina-sidor").text
    browser.identify("/mina-sidor", ANNA)
    for _ in range(24):
        town.clock.forward(minutes=20)
        page = browser.get("/mina-sidor")
    assert "Anna Ek" not in page.text
