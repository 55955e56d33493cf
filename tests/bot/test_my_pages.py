"""`/mina-sidor`: one's own drafts and cases, nobody else's."""

from tests.bot.browsing import ANNA, BO, EVA, Town, filled_in, sent, sign


def test_nobody_sees_anything_without_login(town: Town) -> None:
    chat = sent(town)
    reference = chat.all()[-1]["draft"]
    for path in ("", f"/{reference}", f"/{reference}/kvittens", f"/{reference}/kvittens.pdf"):
        page = town.browser().get("/mina-sidor" + path)
        assert reference not in page.text.split("<main")[1]


def test_anothers_filing_looks_like_a_missing_one(town: Town) -> None:
    reference = sent(town).all()[-1]["draft"]
    browser = town.browser()
    assert reference not in browser.identify("/mina-sidor", EVA).text
    pages = [browser.get(f"/mina-sidor/{each}") for each in (reference, "K-AAAA-AAAA")]
    assert [page.status for page in pages] == [404, 404]
    main = [page.text.split("<main")[1] for page in pages]
    assert main[0] == main[1]


def test_the_link_of_a_mail_leads_through_the_login_to_the_filing(town: Town) -> None:
    """As in the mail about a link that did not arrive."""
    reference = sent(town).all()[-1]["draft"]
    page = town.browser().identify(f"/mina-sidor/{reference}", ANNA)
    assert page.path == f"/mina-sidor/{reference}"
    assert "Väntar på din signering" in page.text
    # Whoever else logs in there is told what they are told of one that does not exist.
    others = [
        town.browser().identify(f"/mina-sidor/{each}", EVA) for each in (reference, "K-AAAA-AAAA")
    ]
    assert [page.status for page in others] == [404, 404]
    assert others[0].text.split("<main")[1] == others[1].text.split("<main")[1]


def test_a_login_for_one_filing_answers_no_other_page(town: Town) -> None:
    reference = sent(town).all()[-1]["draft"]
    browser = town.browser()
    browser.press(browser.get(f"/mina-sidor/{reference}"), "provider", "demo")
    assert browser.get("/mina-sidor/legitimera").path == "/mina-sidor"
    assert browser.get("/mina-sidor/NOT A REFERENCE/legitimera").status == 404


def test_drafts_and_cases_are_listed_for_their_owner(town: Town) -> None:
    chat = sent(town)
    reference = chat.all()[-1]["draft"]
    browser = town.browser()
    page = browser.identify("/mina-sidor", ANNA)
    assert reference in page.text
    assert "Väntar på din signering" in page.text
    sign(chat.browser, chat.link("sign"), ANNA)
    sign(town.browser(), town.invitation(), BO)
    page = browser.get("/mina-sidor")
    assert "Inkommet" in page.text
    assert "Kim Ek" in browser.get(f"/mina-sidor/{reference}/kvittens").text


def test_the_filer_can_sign_from_here(town: Town) -> None:
    reference = sent(town).all()[-1]["draft"]
    browser = town.browser()
    browser.identify("/mina-sidor", ANNA)
    page = browser.press(browser.get(f"/mina-sidor/{reference}"), "action", "sign")
    assert page.path.startswith("/s/")
    assert "Nu har 1 av 2 skrivit under" in sign(browser, page.path, ANNA).text


def test_who_has_signed_sees_who_has_not(town: Town) -> None:
    chat = sent(town)
    sign(chat.browser, chat.link("sign"), ANNA)
    reference = chat.all()[-1]["draft"]
    browser = town.browser()
    page = browser.identify("/mina-sidor", ANNA)
    assert "Har inte skrivit under än: den andra vårdnadshavaren." in page.text
    assert f"/mina-sidor/{reference}" in page.links
    assert not [link for link in page.links if link.startswith("/chat?draft=")]
    filing = browser.get(f"/mina-sidor/{reference}")
    assert "Bo Ek, den andra vårdnadshavaren" in filing.text
    assert "1 av 2 har skrivit under" in filing.text


def test_withdrawing_needs_a_confirmation_and_happens_once(town: Town) -> None:
    chat = sent(town)
    sign(chat.browser, chat.link("sign"), ANNA)
    reference = chat.all()[-1]["draft"]
    browser = town.browser()
    browser.identify("/mina-sidor", ANNA)
    page = browser.get(f"/mina-sidor/{reference}")
    after = browser.press(page, "action", "withdraw")
    assert "återtaget" in after.text
    assert browser.press(page, "action", "withdraw").status == 200
    assert town.audited("draft.withdrawn") == 1
    assert town.browser().get(town.invitation()).status == 410


def test_a_draft_goes_on_in_the_chat_without_script(town: Town) -> None:
    filled_in(town)
    browser = town.browser()
    page = browser.identify("/mina-sidor", ANNA)
    start = browser.get(next(link for link in page.links if link.startswith("/chat?draft=")))
    chat = browser.press(start, "action", "new")
    assert "Nylands skola" in chat.text


def test_anothers_draft_does_not_go_on(town: Town) -> None:
    filled_in(town)
    owner = town.browser().identify("/mina-sidor", ANNA)
    link = next(link for link in owner.links if link.startswith("/chat?draft="))
    for who in (None, EVA):
        browser = town.browser()
        if who is not None:
            browser.identify("/mina-sidor", who)
        chat = browser.press(browser.get(link), "action", "new")
        assert "Nylands skola" not in chat.text


def test_a_chat_can_be_logged_out_by_its_person_only(town: Town) -> None:
    """Threat A1."""
    chat = filled_in(town)
    stranger = town.browser()
    form = stranger.identify("/mina-sidor", EVA).form("action", "log-out")
    fields = {**form.fields, "action": "unlink", "chat": chat.id}
    assert stranger.post("/mina-sidor", fields).status == 404
    owner = town.browser()
    page = owner.press(owner.identify("/mina-sidor", ANNA), "action", "unlink")
    assert "Chatten är utloggad" in page.text
    assert "login" in [link["purpose"] for m in chat.say("hej") for link in m.get("links", ())]


def test_after_logging_out_nothing_is_shown(town: Town) -> None:
    browser = town.browser()
    page = browser.identify("/mina-sidor", ANNA)
    assert "Anna Ek" not in browser.press(page, "action", "log-out").text
    assert "Anna Ek" not in browser.get("/mina-sidor").text
