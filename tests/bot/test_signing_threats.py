"""Threats C1, C2, C4 and C8 at the pages: what a link gives away, and to whom; links of before."""

import asyncio
import io
import re

from pypdf import PdfReader

from actions.notify import Outcome, Refused
from actions.outbox import Leased
from actions.worker import Worker
from tests.bot.browsing import (
    ANNA,
    BO,
    DANA,
    EVA,
    Chat,
    Town,
    everything_logged,
    filled_in,
    sent,
    sign,
)
from tests.bot.test_eid_pages import PREVIEWS
from tests.bot.test_signing_pages import PRIVATE, SHARED, body, invited

#: What is in a link after its purpose.
_TOKEN = re.compile(r"/(?:e|s|kvittens|svar|samtal)/([\w-]{20,})")


def canaries(chat: Chat) -> tuple[str, ...]:
    """What nobody may read who is not invited: answers, names, reference."""
    return (*SHARED, *PRIVATE, "Anna Ek", "Bo Ek", chat.all()[-1]["draft"])


# ── C1: a link alone, a wrong person, a program ───────────────────────────────────────────────


def test_c1_a_link_preview_sees_no_content(town: Town) -> None:
    chat, link = invited(town)
    for agent in PREVIEWS:
        for address in (link, chat.link("sign")):
            for method in ("GET", "HEAD"):
                answer = town.browser().client.request(
                    method, address, headers={"user-agent": agent}
                )
                assert answer.status_code == 200
                assert answer.headers["referrer-policy"] == "no-referrer"
                assert answer.headers["cache-control"] == "no-store"
                assert "noindex" in answer.headers["x-robots-tag"]
                shown = answer.text.partition("<main")[2]
                assert [each for each in canaries(chat) if each in shown] == []
    assert "bett dig skriva under" in town.browser().get(link).text


def test_c1_without_e_id_and_with_the_wrong_one_there_is_no_content(town: Town) -> None:
    chat, link = invited(town)
    nobody, stranger = town.browser(), town.browser()
    pages = [nobody.get(link), stranger.identify(link, EVA), stranger.get(chat.link("sign"))]
    for path in ("/kvittens", "/kvittens.pdf", "/legitimera"):
        pages += [nobody.get(link + path), stranger.get(link + path)]
    for page in pages:
        for canary in canaries(chat):
            assert canary not in page.text.partition("<main")[2]


def test_c1_no_ticket_is_in_any_log(town: Town) -> None:
    """A whole filing with everything logged that can be: pages, lists, receipt, a refused link."""
    with everything_logged() as written:
        chat, link = invited(town)
        town.browser().identify(link, EVA)
        sign(town.browser(), link, BO)
        receipt = town.browser()
        receipt.identify(chat.link("receipt"), ANNA)
        receipt.get("/s/" + "x" * 32)
        chat.say("hela samtalet")
        chat.browser.get(chat.link("info"))
    said = str(chat.all()) + str(town.outbox())
    tokens = set(_TOKEN.findall(said))
    assert len(tokens) >= 5, "login, two to sign, receipt, the conversation"
    assert "/s/" in written.getvalue(), "the pages were logged"
    assert [token for token in tokens if token in written.getvalue()] == []


# ── C2: programs come first ───────────────────────────────────────────────────────────────────


def test_c2_every_link_works_after_twenty_looks_by_every_program(town: Town) -> None:
    """Each link of a filing, when it is fresh: login, the filer's and the party's, the receipt."""

    def is_scanned(address: str) -> str:
        before, browser = town.rows(), town.browser()
        for number in range(20):
            browser.client.cookies.clear()
            agent, method = PREVIEWS[number % len(PREVIEWS)], ("GET", "HEAD")[number // 6 % 2]
            answer = browser.client.request(method, address, headers={"user-agent": agent})
            assert answer.status_code == 200
        assert town.rows() == before
        return address

    chat = Chat(town.browser(), "skolbyte")
    chat.say("nej")
    chat.browser.identify(is_scanned(chat.link("login")), ANNA)
    assert any("inloggad som Anna Ek" in message["text"] for message in chat.all())
    chat = sent(town)
    assert "1 av 2" in sign(chat.browser, is_scanned(chat.link("sign")), ANNA).text
    assert "inkommet" in sign(town.browser(), is_scanned(town.invitation()), BO).text
    assert "Kim Ek" in town.browser().identify(is_scanned(chat.link("receipt")), ANNA).text


# ── C4: the same person twice, and what nobody has verified ───────────────────────────────────


def test_c4_desk_and_receipt_say_what_was_verified_and_what_was_not(town: Town) -> None:
    chat, link = invited(town)
    sign(town.browser(), link, ("19850212-2388", "Bo Verifierad Ek"))
    officer = town.browser()
    officer.identify("/desk", DANA)
    reference = chat.all()[-1]["draft"]
    desk = officer.get(f"/desk/{reference}").text
    pdf = officer.get(f"/desk/{reference}/kvittens.pdf").response.content
    pages = PdfReader(io.BytesIO(pdf)).pages
    receipt = " ".join(" ".join(page.extract_text() for page in pages).split())
    for text in (desk, receipt):
        for verified in ("Anna Ek", "19900101-2385", "Bo Verifierad Ek", "19850212-2388"):
            assert verified in text
        assert "Vem som har vårdnaden" in text


# ── C8: links of an earlier round ─────────────────────────────────────────────────────────────


def test_c8_a_link_of_an_earlier_round_explains_and_changes_nothing(town: Town) -> None:
    chat, old = invited(town)
    logged_in = town.browser()
    review = logged_in.identify(old, BO)
    chat.say("ändra")
    chat.say("ja")
    chat.say("skicka")
    sign(chat.browser, chat.link("sign"), ANNA)
    new = next(link for link in reversed(_invitations(town)) if link != old)
    before = town.rows()
    assert town.browser().get(old).status == 410
    page = logged_in.get(old)
    assert page.status == 410
    assert "har ändrats" in page.text
    for action in ("sign", "decline"):
        fields = {**review.form("action", action).fields, "action": action}
        assert logged_in.post(old, fields).status == 410
    assert town.rows() == before
    assert "inkommet" in sign(town.browser(), new, BO).text


def _invitations(town: Town) -> list[str]:
    """The party's links, oldest first."""
    mails = [each for each in town.outbox() if each["to"] == "+46701740605"]
    return [link for each in reversed(mails) for link in each["links"] if "/s/" in link]


# ── A link that does not arrive, from the worker to the filer's chat ──────────────────────────


class RefusesNumbers:
    async def __call__(self, message: Leased) -> Outcome:
        return Refused("46elks status 400")


def test_a_refused_number_is_told_in_the_chat_and_another_one_works(town: Town) -> None:
    chat, _ = invited(town)
    site = town.site
    worker = Worker(
        site.assembly,
        site.store,
        {"sms": RefusesNumbers()},
        files=site.files,
        filled=site.outbox_filled,
    )
    asyncio.run(worker.send_due())
    told = chat.all()[-1]
    assert "Sms:et till den andra vårdnadshavaren kom inte fram" in told["text"]
    owner = town.browser()
    owner.identify("/mina-sidor", ANNA)
    assert "Länken kom inte fram" in owner.get(f"/mina-sidor/{told['draft']}").text
    chat.choose(told["choices"][0]["value"])
    chat.say("070-174 06 99")
    assert "inkommet" in sign(town.browser(), town.invitation("+46701740699"), BO).text


def test_own_pages_let_a_party_read_and_sign_and_the_filer_give_more_time(town: Town) -> None:
    chat, _ = invited(town)
    reference = chat.all()[-1]["draft"]
    owner = town.browser()
    page = owner.identify("/mina-sidor", ANNA)
    assert "1 av 2 har skrivit under" in page.text
    page = owner.get(f"/mina-sidor/{reference}")
    assert ("action", "extend") not in [each for form in page.forms for each in form.buttons]
    town.clock.forward(days=3)
    owner.identify("/mina-sidor", ANNA)
    page = owner.press(owner.get(f"/mina-sidor/{reference}"), "action", "extend")
    assert "Tiden är förlängd" in page.text
    assert "26 december 2026" in page.text
    party = town.browser()
    page = party.identify("/mina-sidor", BO)
    assert "Anna Ek ber dig skriva under" in page.text
    page = party.press(page, "action", "read")
    assert "1 av 2 har skrivit under" in page.text
    assert "26 december 2026" in page.text
    assert "inkommet" in sign(party, page.path, BO).text
    assert town.browser().identify("/mina-sidor", EVA).text.count("ber dig skriva under") == 0


def test_nobody_else_gets_a_link_to_sign_from_own_pages(town: Town) -> None:
    filled_in(town)
    chat, _ = invited(town)
    stranger = town.browser()
    page = stranger.identify("/mina-sidor", EVA)
    token = page.form("action", "log-out").fields["form_token"]
    draft = town.read(lambda c: c.exec_driver_sql("SELECT id FROM drafts").scalars().all())
    for each in (*draft, "missing", ""):
        answer = stranger.post(
            "/mina-sidor", {"form_token": token, "action": "read", "draft": each}
        )
        assert answer.status == 404
        assert "Kim Ek" not in body(answer.text)
    assert chat.all()
