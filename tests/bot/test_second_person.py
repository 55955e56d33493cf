"""Threats B3 and A11: a second e-ID in the same conversation finds nothing of the first person's."""

import io
import json
from typing import Any

import pytest
from pypdf import PdfReader

from tests.bot.browsing import ANNA, BO, DANA, Chat, Town, filled_in, sent, sign
from tests.photos import a_photo

#: What Anna answered, each where it is asked.
NAME, REASON, PHONE, MAIL, OTHER = (
    "Kanarina Ek", "Kanariefågeln sjunger", "070-174 06 06", "kanarie@example.se", "Bosse Kanarie",
)  # fmt: skip
SKOLBYTE = [
    "nej", NAME, "20150314-2380", "bollsta", "Nylands skola", "11 januari", "Något annat",
    REASON, "hoppa över", "vi är två", OTHER, "850212-2388", "070-174 06 05", "hoppa över",
    PHONE, MAIL, "ja",
]  # fmt: skip
CANARIES = ("Kanari", "kanarie", "Bosse", "174 06 0", "201503142380", "20150314", "Nylands")


def canaries_in(value: Any) -> list[str]:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return [each for each in CANARIES if each in text]


def of_anna(town: Town) -> Chat:
    """Anna's school change with canaries, and her login ended half an hour ago."""
    chat = Chat(town.browser(), "skolbyte")
    chat.say(SKOLBYTE[0])
    chat.browser.identify(chat.link("login"), ANNA)
    for text in SKOLBYTE[1:]:
        chat.say(text)
    assert canaries_in(chat.all())
    return chat


def takes_over(town: Town, chat: Chat, who: tuple[str, str] = BO) -> None:
    """The next person at the same computer logs in, in the same conversation."""
    town.clock.forward(minutes=31)
    chat.say("mina ärenden")
    chat.browser.identify(chat.link("login"), who)


def test_threat_b3_no_canary_in_messages_prefill_or_progress(town: Town) -> None:
    chat = of_anna(town)
    takes_over(town, chat)
    assert "inloggad som Bo Ek" in chat.all()[0]["text"]
    assert canaries_in(chat.all()) == []
    for said in (
        "mina ärenden", "ändra namnet", "tillbaka", "ångra", "gör om", "status", "fortsätt",
        "vem har skrivit under?", "vad vet ni om mig?", "komplettera", "skicka", "spara",
    ):  # fmt: skip
        heard = chat.say(said)
        assert canaries_in(heard) == [], said
        # Nothing is at hand: there is no draft to make progress in.
        assert not [each for each in heard if "progress" in each or "draft" in each], said
    chat.choose("service:skolbyte")
    for said in ("nej", "Kim Ek"):
        chat.say(said)
    assert canaries_in(chat.all()) == []


def test_threat_b3_the_first_persons_draft_is_still_hers(town: Town) -> None:
    chat = of_anna(town)
    takes_over(town, chat)
    browser = town.browser()
    browser.identify("/mina-sidor", ANNA)
    assert NAME in browser.get("/mina-sidor").text
    other = town.browser()
    other.identify("/mina-sidor", BO)
    assert canaries_in(other.get("/mina-sidor").text) == []


def test_threat_b3_the_conversation_cannot_be_written_out_by_the_second_person(
    town: Town,
) -> None:
    chat = of_anna(town)
    takes_over(town, chat)
    told = chat.say("skriv ut samtalet")
    address = next(link["url"] for message in told for link in message.get("links", ()))
    browser = town.browser()
    page = browser.get(address)
    assert "Bo Ek" in page.text
    assert canaries_in(page.text) == []
    assert canaries_in(browser.get(f"{page.path}/samtal.txt").text) == []
    pdf = PdfReader(io.BytesIO(browser.get(f"{page.path}/samtal.pdf").response.content))
    assert canaries_in("".join(each.extract_text() for each in pdf.pages)) == []
    export = town.browser()
    export.identify("/mina-sidor", BO)
    known = export.get("/mina-sidor/uppgifter/uppgifter.json").response.json()
    assert known["chats"]
    assert canaries_in(known) == []


def written_out(chat: Chat) -> str:
    """Asks for the conversation; the link's address."""
    told = chat.say("skriv ut samtalet")
    return next(link["url"] for message in told for link in message.get("links", ()))


def test_threat_b3_a_link_to_the_conversation_shows_nothing_of_who_comes_after(town: Town) -> None:
    """Whoever asked for it reads on from elsewhere, while the next person talks."""
    chat = Chat(town.browser())
    links = [written_out(chat)]
    chat.say("mina ärenden")
    chat.browser.identify(chat.link("login"), ANNA)
    links.append(written_out(chat))
    assert town.browser().get(links[0]).status == 409, "nobody was logged in when it was made"
    assert "Anna Ek" in town.browser().get(links[1]).text
    town.clock.forward(minutes=31)
    chat.choose("service:synpunkt")  # the next person, who has not logged in
    for text in ("klagomål", "skola", REASON):
        chat.say(text)
    links.append(written_out(chat))
    assert REASON in town.browser().get(links[2]).text
    for link in links[:2]:
        assert town.browser().get(link).status == 409
    chat.say("mina ärenden")
    chat.browser.identify(chat.link("login"), BO)
    for link in links:
        for address in (link, f"{link}/samtal.txt", f"{link}/samtal.pdf"):
            assert town.browser().get(address).status == 409


def test_threat_b3_the_stream_of_events_begins_with_the_second_person(town: Town) -> None:
    """`Last-Event-ID: 0` asks for all that was ever said; the stream reads as the list does."""
    chat = of_anna(town)
    before = chat.all()[-1]["number"]
    takes_over(town, chat)
    assert chat.all()[0]["number"] > before


def test_threat_b3_a_file_of_the_first_person_is_not_found(town: Town) -> None:
    chat = Chat(town.browser(), "vigsel")
    chat.say("nej")
    chat.browser.identify(chat.link("login"), ANNA)
    file_id = chat.upload("kanarie.png", a_photo("PNG"))
    assert file_id
    takes_over(town, chat)
    answer = chat.browser.client.post(
        f"/api/v1/conversations/{chat.id}/messages",
        json={"id": "a file", "file_ids": [file_id]},
        headers=chat.access,
    )
    assert answer.status_code == 404
    assert canaries_in(answer.text) == []
    own = chat.upload("egen.png", a_photo("PNG"))
    assert chat.post({"file_ids": [own]})


def test_threat_b3_what_needs_no_login_is_not_handed_on_either(town: Town) -> None:
    """Begun while Anna was logged in, though the service asks nobody to."""
    chat = of_anna(town)
    chat.choose("service:synpunkt")
    for text in ("klagomål", "skola", REASON, "hoppa över", "hoppa över", "ja", "e-post", MAIL):
        chat.say(text)
    takes_over(town, chat)
    assert canaries_in(chat.all()) == []
    for said in ("ändra", "tillbaka", "skicka", "avbryt", "ja"):
        assert canaries_in(chat.say(said)) == [], said


def test_threats_b3_and_a11_what_was_filed_without_e_id_is_told_to_nobody_else(town: Town) -> None:
    """Which matters somebody has is not for the next person at the same computer."""
    chat = Chat(town.browser())
    chat.say("mina ärenden")
    chat.browser.identify(chat.link("login"), ANNA)
    chat.choose("service:synpunkt")
    for text in ("klagomål", "skola", REASON, "hoppa över", "hoppa över", "nej", "ja"):
        chat.say(text)
    chat.choose("send")
    filed = chat.all()[-1]["case"]["reference"]
    town.clock.forward(minutes=31)
    told = json.dumps(chat.say("mina ärenden"))
    assert filed not in told
    assert "synpunkt" not in told
    chat.browser.identify(chat.link("login"), BO)
    assert filed not in json.dumps(chat.say("mina ärenden"))


def test_threat_b3_an_old_button_does_not_give_the_first_persons_draft(town: Town) -> None:
    chat = of_anna(town)
    chat.choose("service:synpunkt")
    for text in ("klagomål", "skola", REASON):
        chat.say(text)
    ids: list[str] = town.read(lambda c: list(c.exec_driver_sql("SELECT id FROM drafts").scalars()))
    assert len(ids) == 2
    takes_over(town, chat)
    for draft_id in ids:
        assert canaries_in(chat.choose(f"draft:{draft_id}")) == []
        assert canaries_in(chat.say("vad har jag svarat?")) == []


def test_threat_b3_a_completion_that_is_being_written_is_not_handed_on(town: Town) -> None:
    chat = sent(town)
    sign(chat.browser, chat.link("sign"), ANNA)
    sign(town.browser(), town.invitation(), BO)
    chat.say("komplettera")
    chat.say(REASON)
    takes_over(town, chat, DANA)
    for said in ("komplettera", "mina ärenden", "skicka"):
        assert canaries_in(chat.say(said)) == [], said
    assert canaries_in(chat.all()) == []


def test_threat_b3_who_comes_back_is_shown_nothing_of_the_second_person(town: Town) -> None:
    chat = filled_in(town, ANNA)
    takes_over(town, chat)
    chat.choose("service:skolbyte")
    for text in SKOLBYTE[:3]:
        chat.say(text)
    takes_over(town, chat, ANNA)
    assert canaries_in([each["text"] for each in chat.all() if NAME in each["text"]]) == []


def test_threat_b3_the_same_person_goes_on_where_she_was(town: Town) -> None:
    chat = of_anna(town)
    takes_over(town, chat, ANNA)
    assert canaries_in(chat.all())
    assert NAME in json.dumps(chat.say("mina ärenden"), ensure_ascii=False)


@pytest.mark.parametrize("said", ["mina ärenden", "tillbaka", "ändra namnet", "hej", "skicka"])
def test_threat_a11_after_half_an_hour_nobody_is_told_anything(town: Town, said: str) -> None:
    chat = of_anna(town)
    town.clock.forward(minutes=31)
    heard = chat.say(said)
    assert canaries_in(heard) == []
    assert "Anna" not in json.dumps(heard, ensure_ascii=False)
    assert [link["purpose"] for each in heard for link in each.get("links", ())] == ["login"]


@pytest.mark.parametrize("who", [None, BO])
def test_threat_b3_the_next_person_deletes_nothing_of_the_first_persons(
    town: Town, who: tuple[str, str] | None
) -> None:
    chat = of_anna(town)
    chat.say("prata med en människa")
    chat.say("lämna ett meddelande")
    chat.say(REASON)
    chat.choose("service:synpunkt")
    for text in ("klagomål", "skola", REASON):
        chat.say(text)
    before = town.rows()
    said = chat.all()
    town.clock.forward(minutes=31)
    chat.say("mina ärenden")
    if who is not None:
        chat.browser.identify(chat.link("login"), who)
    chat.choose("service:synpunkt")
    chat.say("beröm")
    chat.say("radera mina uppgifter")
    chat.say("ja")
    after = town.rows()
    assert [after[name] for name in ("drafts", "help_requests")] == [2, 1]
    assert after["turns"] >= before["turns"]
    assert canaries_in(chat.all()) == []
    if who is None:
        chat.say("mina ärenden")
        chat.browser.identify(chat.link("login"), ANNA)
        assert chat.all()[: len(said)] == said


def by_nobody(town: Town, *, minutes: int) -> Chat:
    """Answers that were given without a login, so long before Bo logs in there."""
    chat = Chat(town.browser(), "skolbyte")
    chat.say(SKOLBYTE[0])
    chat.choose("login_later")
    for text in SKOLBYTE[1:6]:
        chat.say(text)
    town.clock.forward(minutes=minutes)
    chat.say("mina ärenden")
    chat.browser.identify(chat.link("login"), BO)
    return chat


def on_his_pages(town: Town) -> list[str]:
    browser = town.browser()
    browser.identify("/mina-sidor", BO)
    export = browser.get("/mina-sidor/uppgifter/uppgifter.json").response.json()
    return canaries_in(browser.get("/mina-sidor").text) + canaries_in(export["filings"])


def test_threat_b3_answers_of_long_ago_attach_only_after_a_yes(town: Town) -> None:
    chat = by_nobody(town, minutes=31)
    assert "Är det ditt?" in chat.all()[-1]["text"]
    for said in ("skicka", "hoppa över", "hjälp", "vad kostar det?", "Lo Berg", "tillbaka"):
        assert "Är det ditt?" in chat.say(said)[-1]["text"], said
    assert on_his_pages(town) == []
    chat.say("ja")
    assert chat.all()[-1]["input"]["field"] == "skal"
    assert on_his_pages(town)


def test_threat_b3_answers_that_are_somebody_elses_are_left(town: Town) -> None:
    chat = by_nobody(town, minutes=31)
    heard = chat.choose("no")
    assert "Du börjar från början" in heard[0]["text"]
    assert canaries_in(chat.all()) == []
    assert on_his_pages(town) == []
    for said in ("mina ärenden", "ångra", "fortsätt", "skicka", "vad har jag svarat?"):
        assert canaries_in(chat.say(said)) == [], said


def test_who_logs_in_right_away_goes_on_without_a_question(town: Town) -> None:
    chat = by_nobody(town, minutes=29)
    assert "Är det ditt?" not in json.dumps(chat.all(), ensure_ascii=False)
    assert on_his_pages(town)
