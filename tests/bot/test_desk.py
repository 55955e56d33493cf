"""`/desk`: who handles which cases."""

import pytest

from tests.bot.browsing import ANNA, BO, DANA, EVA, TORE, Town, sent, sign


def received(town: Town) -> str:
    """A received school change; its reference."""
    chat = sent(town)
    sign(chat.browser, chat.link("sign"), ANNA)
    sign(town.browser(), town.invitation(), BO)
    reference: str = chat.all()[-1]["draft"]
    return reference


def test_nobody_and_citizens_see_no_case(town: Town) -> None:
    reference = received(town)
    assert reference not in town.browser().get("/desk").text
    browser = town.browser()
    assert browser.identify("/desk", ANNA).status == 403
    for path in ("", f"/{reference}", f"/{reference}/kvittens.pdf", f"/{reference}/fil/x"):
        page = browser.get("/desk" + path)
        assert page.status == 403
        assert "Kim Ek" not in page.text
    assert town.audited("case.read") == 0


def test_a_case_of_another_unit_looks_like_a_missing_one(town: Town) -> None:
    """Threat B8."""
    reference = received(town)
    browser = town.browser()
    assert reference not in browser.identify("/desk", TORE).text
    pages = [browser.get(f"/desk/{each}") for each in (reference, "K-AAAA-AAAA")]
    assert [page.status for page in pages] == [404, 404]
    assert pages[0].text.split("<main")[1] == pages[1].text.split("<main")[1]
    assert town.audited("case.read") == 0


def test_what_is_not_received_is_not_at_the_desk(town: Town) -> None:
    reference = sent(town).all()[-1]["draft"]
    browser = town.browser()
    assert reference not in browser.identify("/desk", DANA).text
    assert browser.get(f"/desk/{reference}").status == 404


def test_an_officer_of_the_unit_reads_everything_and_it_is_recorded(town: Town) -> None:
    reference = received(town)
    browser = town.browser()
    assert reference in browser.identify("/desk", DANA).text
    page = browser.get(f"/desk/{reference}")
    for answer in ("Kim Ek", "anna@example.se", "19850212-2388", "Vem som har vårdnaden"):
        assert answer in page.text
    assert town.audited("case.read") == 1
    pdf = browser.get(f"/desk/{reference}/kvittens.pdf")
    assert pdf.response.content.startswith(b"%PDF")


def test_the_applicant_hears_of_a_new_status(town: Town) -> None:
    reference = received(town)
    browser = town.browser()
    browser.identify("/desk", DANA)
    page = browser.get(f"/desk/{reference}")
    page = browser.press(
        page, "action", "status", status="awaiting_completion", message="Vi behöver ett intyg."
    )
    assert "Statusen är sparad" in page.text
    assert "Vi behöver ett intyg." in page.text
    mine = town.browser().identify("/mina-sidor", ANNA)
    assert "Väntar på komplettering" in mine.text


def test_what_is_missing_is_asked_for_and_completed_without_script(town: Town) -> None:
    reference = received(town)
    officer = town.browser()
    officer.identify("/desk", DANA)
    case = officer.get(f"/desk/{reference}")
    officer.press(
        case, "action", "status", status="awaiting_completion", message="Vi behöver ett intyg."
    )

    anna = town.browser()
    anna.identify("/mina-sidor", ANNA)
    mine = anna.get(f"/mina-sidor/{reference}")
    assert "Handläggaren skriver: Vi behöver ett intyg." in mine.text
    (address,) = [link for link in mine.links if link.startswith("/chat?draft=")]
    chat = anna.press(anna.get(address), "action", "new")
    assert "Handläggaren skriver: Vi behöver ett intyg." in chat.text
    chat = anna.press(chat, "choice", f"complete:{address.partition('=')[2]}")
    form = next(form for form in chat.forms if form.multipart)
    sent_file = anna.client.post(
        "/chat",
        data=form.fields,
        files={"file": ("intyg.pdf", b"%PDF-1.7 intyg", "application/pdf")},
        headers={"origin": "null", "sec-fetch-site": "same-origin"},
    )
    assert "1. intyg.pdf" in sent_file.text
    written = anna.post(
        "/chat", {**anna.get("/chat").form("command").fields, "text": "Här är det."}
    )
    done = anna.press(written, "choice", "complete_send")
    assert "Din komplettering har kommit in" in done.text

    case = officer.get(f"/desk/{reference}")
    assert "Under handläggning" in case.text
    assert "Här är det." in case.text
    (file,) = [link for link in case.links if "/fil/" in link]
    assert officer.get(file).response.content == b"%PDF-1.7 intyg"


@pytest.mark.parametrize("status", ["draft", "received", "withdrawn", "nonsense", ""])
def test_only_an_officers_statuses_can_be_set(town: Town, status: str) -> None:
    reference = received(town)
    browser = town.browser()
    browser.identify("/desk", DANA)
    page = browser.get(f"/desk/{reference}")
    assert browser.press(page, "action", "status", status=status).status == 409
    assert "Inkommet" in browser.get(f"/desk/{reference}").text


def test_the_list_can_be_searched(town: Town) -> None:
    reference = received(town)
    browser = town.browser()
    browser.identify("/desk", DANA)
    assert reference in browser.get(f"/desk?query={reference[2:6]}&status=received").text
    assert reference not in browser.get("/desk?status=closed").text
    assert reference not in browser.get("/desk?query=bygglov").text
    assert EVA[1] not in browser.get("/desk").text


def test_an_officer_logs_out(town: Town) -> None:
    reference = received(town)
    browser = town.browser()
    page = browser.identify("/desk", DANA)
    assert browser.press(page, "action", "log-out").path == "/desk"
    assert reference not in browser.get("/desk").text
    assert "Kim Ek" not in browser.get(f"/desk/{reference}").text
