"""`/s/{ticket}` and `/kvittens/{ticket}`: who sees and signs what."""

import io

import pytest
from pypdf import PdfReader

from actions.eid.port import Complete, Evidence
from actions.errors import RefusedError
from bot.web.signing_pages import signature_of
from dialogs.conversation import Person
from tests.bot.browsing import ANNA, BO, EVA, START, Chat, Town, sent, sign
from tests.bot.test_eid_pages import PREVIEWS

#: Of the filer's answers: what only the invited may see, and what only the filer may.
SHARED = ("Kim Ek", "Nylands skola", "skola")
PRIVATE = ("anna@example.se", "070-174 06 06", "070 174 06 06")


def invited(town: Town) -> tuple[Chat, str]:
    """The filer has signed; the other guardian's link."""
    chat = sent(town)
    sign(chat.browser, chat.link("sign"), ANNA)
    return chat, town.invitation()


def body(text: str) -> str:
    return text.split("<main")[1].split("</main")[0]


def test_the_link_alone_tells_nothing_of_the_case(town: Town) -> None:
    chat, link = invited(town)
    for address in (link, chat.link("sign")):
        page = town.browser().get(address)
        assert page.status == 200
        for canary in (*SHARED, *PRIVATE, "Anna", "Bo", chat.all()[-1]["draft"]):
            assert canary not in body(page.text)


def test_somebody_else_sees_and_signs_nothing(town: Town) -> None:
    """Threat A8."""
    _, link = invited(town)
    browser = town.browser()
    page = browser.identify(link, EVA)
    assert page.status == 403
    assert "någon annan" in page.text
    for canary in (*SHARED, *PRIVATE, "Anna", "Bo Ek"):
        assert canary not in body(page.text)
    assert town.audited("sign.wrong_person") >= 1
    token = page.form("provider").fields["form_token"]
    for action in ("sign", "decline"):
        browser.post(link, {"form_token": token, "action": action})
    for path in ("/kvittens", "/kvittens.pdf", "/legitimera"):
        assert "Kim Ek" not in browser.get(link + path).text
    assert town.audited("party.signed") == 1
    assert town.audited("party.declined") == 0
    assert sign(town.browser(), link, BO).status == 200


def test_looking_twenty_times_changes_nothing(town: Town) -> None:
    _, link = invited(town)
    before = town.rows()
    browser = town.browser()
    for number in range(20):
        browser.client.cookies.clear()
        browser.get(link, **{"user-agent": PREVIEWS[number % len(PREVIEWS)]})
    assert town.rows() == before
    assert "inkommet" in sign(town.browser(), link, BO).text


def test_the_party_sees_what_is_signed_but_not_what_is_private(town: Town) -> None:
    _, link = invited(town)
    page = town.browser().identify(link, BO)
    for shared in ("Kim Ek", "Nylands skola", "Vem som har vårdnaden"):
        assert shared in page.text
    for canary in PRIVATE:
        assert canary not in page.text
    assert "bara kommunen ser" in page.text


def test_the_filer_also_sees_the_private_answers(town: Town) -> None:
    chat = sent(town)
    page = chat.browser.get(chat.link("sign"))
    assert "anna@example.se" in page.text


def test_the_last_signature_makes_it_received(town: Town) -> None:
    chat, link = invited(town)
    page = sign(town.browser(), link, BO)
    assert "inkommet" in page.text
    assert chat.all()[-1]["case"]["status"] == "received"
    assert town.rows()["cases"] == 1


def test_a_login_is_no_signature() -> None:
    """Threat A6."""
    login = Evidence(
        provider="demo", operation="auth", order_id="1", visible_text="", hidden_data="0" * 64, at=START
    )  # fmt: skip
    with pytest.raises(RefusedError, match="not_a_signature"):
        signature_of(Complete(Person(personnummer=BO[0], name=BO[1]), login), "K-1")


def test_completing_a_login_at_the_signing_page_signs_nothing(town: Town) -> None:
    """Threat A6."""
    _, link = invited(town)
    browser = town.browser()
    page = browser.identify(link, BO)
    assert "Skriv under" in page.text
    assert town.audited("party.signed") == 1


def test_the_demo_signs_only_as_the_person_who_was_asked(town: Town) -> None:
    _, link = invited(town)
    browser = town.browser()
    form = browser.press(browser.identify(link, BO), "action", "sign")
    assert form.form("action").fields["personnummer"] == "19850212-2388"
    page = browser.approve(form, EVA)
    assert "egen e-legitimation" in page.text
    assert town.audited("party.signed") == 1


def test_signing_twice_in_two_tabs_counts_once(town: Town) -> None:
    chat, link = invited(town)
    browser = town.browser()
    first = browser.identify(link, BO)
    second = browser.get(link)
    form = browser.press(first, "action", "sign")
    also = browser.press(second, "action", "sign")
    assert browser.approve(also, BO).status == 200
    assert browser.approve(form, BO).status == 200
    assert browser.press(second, "action", "sign").status == 200
    assert town.audited("party.signed") == 2
    assert sum(m.get("case", {}).get("status") == "received" for m in chat.all()) == 1


def test_cancelling_the_signature_leaves_the_review(town: Town) -> None:
    _, link = invited(town)
    browser = town.browser()
    form = browser.press(browser.identify(link, BO), "action", "sign")
    page = browser.press(form, "action", "cancel")
    assert "avbröts" in page.text
    assert "inkommet" in sign(browser, link, BO).text


def test_declining_ends_it_and_tells_the_filer_why(town: Town) -> None:
    chat, link = invited(town)
    browser = town.browser()
    page = browser.press(
        browser.identify(link, BO), "action", "decline", reason="Vi är inte överens"
    )
    assert "tackat nej" in page.text
    assert "Vi är inte överens" in chat.all()[-1]["text"]
    assert browser.get(link).status == 200
    assert town.browser().get(link).status == 410
    assert town.rows()["cases"] == 0


def test_the_filer_is_told_to_withdraw_instead_of_declining(town: Town) -> None:
    chat = sent(town)
    review = chat.browser.get(chat.link("sign"))
    assert ("action", "decline") not in review.form("action", "sign").buttons
    fields = review.form("action", "sign").fields
    page = chat.browser.post(review.path, {**fields, "action": "decline"})
    assert page.status == 409
    assert "tar tillbaka" in page.text


def test_an_old_link_says_so(town: Town) -> None:
    _, link = invited(town)
    town.clock.forward(days=31)
    page = town.browser().get(link)
    assert page.status == 410
    assert "gäller inte längre" in page.text


# ── The receipt ───────────────────────────────────────────────────────────────────────────────


def test_the_receipt_is_for_the_filer_and_the_parties_only(town: Town) -> None:
    chat, link = invited(town)
    sign(town.browser(), link, BO)
    receipt = chat.link("receipt")
    nobody = town.browser()
    assert "Kim Ek" not in nobody.get(receipt).text
    assert "Kim Ek" not in nobody.get(receipt + "/kvittens.pdf").text
    stranger = nobody.identify(receipt, EVA)
    assert stranger.status == 403
    assert "Kim Ek" not in stranger.text
    party = town.browser().identify(receipt, BO)
    assert "Kim Ek" in party.text
    assert not any(canary in party.text for canary in PRIVATE)
    filer = chat.browser.get(receipt)
    assert "Kim Ek" in filer.text
    assert "anna@example.se" in filer.text


def test_the_receipt_can_be_saved_as_pdf(town: Town) -> None:
    chat, link = invited(town)
    browser = town.browser()
    page = sign(browser, link, BO)
    receipt = browser.get(next(each for each in page.links if each.endswith("/kvittens")))
    pdf = browser.get(next(each for each in receipt.links if each.endswith(".pdf")))
    assert pdf.response.headers["content-disposition"].startswith("attachment;")
    text = "".join(
        each.extract_text() for each in PdfReader(io.BytesIO(pdf.response.content)).pages
    )
    assert chat.all()[-1]["draft"] in text
    assert not any(canary in text for canary in PRIVATE)


def test_there_is_no_receipt_before_it_is_received(town: Town) -> None:
    chat, link = invited(town)
    del chat
    browser = town.browser()
    browser.identify(link, BO)
    page = browser.get(link + "/kvittens")
    assert page.status == 409
    assert "ingen kvittens än" in page.text
