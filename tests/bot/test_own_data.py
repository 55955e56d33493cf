"""What a person may have: all that is kept about them (row 30), and the conversation (row 36)."""

import subprocess
from pathlib import Path

from tests.bot.browsing import ANNA, BO, EVA, Town, filled_in, sent, sign

UPPGIFTER = "/mina-sidor/uppgifter"


def test_all_that_is_kept_is_shown_after_login(town: Town) -> None:
    chat = sent(town)
    chat.say("besked med sms")
    reference = chat.all()[-1]["draft"] or chat.all()[0]["draft"]
    browser = town.browser()
    assert UPPGIFTER in browser.identify("/mina-sidor", ANNA).text
    page = browser.get(UPPGIFTER)
    assert page.status == 200
    assert "Nylands skola" in page.text
    assert str(reference) in page.text
    assert "Väntar på din signering" in page.text
    assert "Jag är Kramfors kommuns digitala assistent" in page.text
    known = browser.get(f"{UPPGIFTER}/uppgifter.json").response.json()
    assert known["person"]["personnummer"] == ANNA[0]
    answers = {each["path"]: each["answer"] for each in known["filings"][0]["answers"]}
    assert "Kim Ek" in answers.values()
    assert known["chats"][0]["lines"]
    assert town.audited("person.exported") == 2


def test_nobody_else_sees_it(town: Town) -> None:
    sent(town)
    nobody = town.browser()
    for path in (UPPGIFTER, f"{UPPGIFTER}/uppgifter.json"):
        assert nobody.get(path).path == "/mina-sidor"
    other = town.browser()
    other.identify("/mina-sidor", EVA)
    assert "Kim Ek" not in other.get(UPPGIFTER).text
    assert "Kim Ek" not in other.get(f"{UPPGIFTER}/uppgifter.json").text


def test_who_was_asked_to_sign_sees_what_was_said_of_them_and_no_more(town: Town) -> None:
    chat = sent(town)
    browser = town.browser()
    browser.identify("/mina-sidor", BO)
    reference = str(chat.all()[-1]["draft"])
    for path in (UPPGIFTER, f"{UPPGIFTER}/uppgifter.json", "/mina-sidor"):
        shown = browser.get(path)
        assert reference not in shown.response.text, "nobody has asked him before the filer signs"
    sign(chat.browser, chat.link("sign"), ANNA)
    page = browser.get(UPPGIFTER)
    assert reference in page.text
    assert "0701740605" in page.text or "+46701740605" in page.text
    assert "Kim Ek" not in page.text


def test_the_question_is_answered_in_the_chat_and_the_form_goes_on(town: Town) -> None:
    chat = filled_in(town)
    told = chat.say("vad vet ni om mig?")
    links = [link["url"] for message in told for link in message.get("links", ())]
    assert any(link.endswith(UPPGIFTER) for link in links)
    assert told[-1]["draft"]


def test_the_conversation_can_be_kept_as_page_text_and_pdf(town: Town, tmp_path: Path) -> None:
    chat = filled_in(town)
    told = chat.say("skriv ut samtalet")
    address = next(link["url"] for message in told for link in message.get("links", ()))
    browser = town.browser()
    page = browser.get(address)
    assert "Nylands skola" in page.text
    text = browser.get(f"{page.path}/samtal.txt").text
    assert "Nylands skola" in text
    assert "Du, " in text
    assert "Assistenten, " in text
    pdf = browser.get(f"{page.path}/samtal.pdf")
    file = tmp_path / "samtal.pdf"
    file.write_bytes(pdf.response.content)
    told_in_pdf = subprocess.run(
        ["pdftotext", str(file), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "Nylands skola" in told_in_pdf
    assert "Samtal med Kramfors kommuns digitala assistent" in told_in_pdf
    assert "/samtal/" not in text


def test_the_link_to_the_conversation_dies_after_an_hour(town: Town) -> None:
    chat = filled_in(town)
    told = chat.say("skriv ut samtalet")
    address = next(link["url"] for message in told for link in message.get("links", ()))
    town.clock.forward(minutes=61)
    page = town.browser().get(address)
    assert page.status == 410
    assert "skriv ut samtalet" in page.text
    assert town.browser().get("/samtal/" + "A" * 32).status == 404


def test_a_conversation_whose_draft_is_locked_gives_nothing(town: Town) -> None:
    chat = filled_in(town)
    town.clock.forward(minutes=31)
    told = chat.say("skriv ut samtalet")
    links = [link["purpose"] for message in told for link in message.get("links", ())]
    assert links == ["login"]
