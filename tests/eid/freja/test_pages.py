"""Freja in the running town, with plain forms: a login that reaches the chat, and a signature."""

import logging
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest

from actions.eid.freja.archived import verify_archived
from actions.eid.freja.jws import read_certificates
from actions.evidence_files import read_evidence
from actions.pdf_attachments import attachments
from actions.verifying import verify_archive
from bot.verifying import verify_file
from tests.bot.browsing import ANNA, BO, Browser, Page, Town, running_town
from tests.eid.filing import AppFiling, asks
from tests.eid.freja.server import FrejaServer, freja_server

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrejaServer]:
    with freja_server(tmp_path_factory.mktemp("freja")) as running:
        yield running


@pytest.fixture
def town(tmp_path: Path, server: FrejaServer) -> Iterator[Town]:
    server.transactions.clear()
    with running_town(tmp_path, **server.settings_with_roots()) as town:
        server.now = town.clock
        yield town


def looked_again(town: Town, browser: Browser, page: Page) -> Page:
    """After as long as Freja is not asked."""
    town.clock.forward(seconds=3)
    return browser.press(page, "action", "update")


def complete(
    town: Town, server: FrejaServer, browser: Browser, waiting: Page, who: tuple[str, str]
) -> Page:
    server.fetch(who[0])
    server.approve(*who)
    return looked_again(town, browser, waiting)


by_freja = AppFiling("freja", complete)
begun, log_in, sign, filed = by_freja.start, by_freja.log_in, by_freja.sign, by_freja.filed


def test_a_login_reaches_the_chat(town: Town, server: FrejaServer) -> None:
    chat = asks(town)
    waiting = begun(chat.browser, chat.link("login"))
    assert "Logga in med Freja+" in waiting.text
    assert "Starta appen Freja." in waiting.text
    assert '<svg class="qr"' in waiting.text
    reference = server.newest.ref
    assert reference not in waiting.text
    link = chat.browser.get(f"{waiting.path}?enhet=denna")
    [address] = [each for each in link.links if each.startswith("frejaeid:")]
    assert quote(reference, safe="") in address
    assert "originAppScheme=http%3A%2F%2F127.0.0.1%3A8000%2Flegitimering%2Fapp%2F" in address
    assert '<svg class="qr"' not in link.text

    server.fetch(ANNA[0])
    page = looked_again(town, chat.browser, waiting)
    assert "godkänn inloggningen" in page.text
    assert '<svg class="qr"' not in page.text

    server.approve(*ANNA)
    page = looked_again(town, chat.browser, page)
    # The app's link was shown, so a return of this browser is waited for, four seconds.
    assert "kommer tillbaka hit" in page.text
    town.clock.forward(seconds=4)
    done = chat.browser.press(page, "action", "update")
    assert done.status == 200
    assert any("inloggad som Anna Ek" in message["text"] for message in chat.all())


def test_the_script_is_told_the_same(town: Town, server: FrejaServer) -> None:
    chat = asks(town)
    begun(chat.browser, chat.link("login"))
    state = chat.browser.client.get("/legitimering/lage?enhet=annan").json()
    assert (state["state"], state["hint"]) == ("pending", "Starta appen Freja.")
    assert state["qr"]["size"] > 20
    server.fetch(ANNA[0])
    server.approve(*ANNA)
    town.clock.forward(seconds=3)
    assert chat.browser.client.get("/legitimering/lage?enhet=annan").json()["state"] == "done"


def test_a_phone_comes_back_by_the_apps_own_link(town: Town, server: FrejaServer) -> None:
    chat = asks(town)
    browser = chat.browser
    browser.client.headers["user-agent"] = PHONE
    waiting = begun(browser, chat.link("login"))
    [address] = [each for each in waiting.links if each.startswith("frejaeid:")]
    server.fetch(ANNA[0])
    server.approve(*ANNA)
    town.clock.forward(seconds=3)
    returned = browser.get("/legitimering/app/" + address.rpartition("%2F")[2])
    browser.press(returned, "action", "update")
    assert any("inloggad som Anna Ek" in message["text"] for message in chat.all())


def test_two_logins_at_once_are_told_as_a_warning(town: Town, server: FrejaServer) -> None:
    first, second = asks(town), asks(town)
    waiting = begun(first.browser, first.link("login"))
    begun(second.browser, second.link("login"))
    for transaction in server.transactions.values():
        server.fetch(ANNA[0], transaction)
    page = looked_again(town, first.browser, waiting)
    assert "två inloggningar startade samtidigt" in page.text
    assert "inloggad som" not in str(first.all())


def test_the_wrong_person_cannot_sign_and_may_try_again(town: Town, server: FrejaServer) -> None:
    """Threat A8."""
    chat = filed(town, server)
    page = sign(town, server, chat.browser, chat.link("sign"), BO)
    assert "egen e-legitimation" in page.text
    assert town.audited("party.signed") == 0
    sign(town, server, chat.browser, chat.link("sign"), ANNA)
    assert town.audited("party.signed") == 1


def test_a_login_answer_does_not_sign(town: Town, server: FrejaServer) -> None:
    """Threat A6."""
    chat = filed(town, server)
    waiting = chat.browser.press(chat.browser.get(chat.link("sign")), "action", "sign")
    assert "Skriv under med Freja+" in waiting.text
    login = next(each for each in server.transactions.values() if each.operation == "auth")
    server.answer(server.payload(login, *ANNA), server.newest)
    page = looked_again(town, chat.browser, waiting)
    assert "gick inte att kontrollera" in page.text
    assert town.audited("party.signed") == 0


def test_no_reference_of_a_transaction_leaves_the_page(
    town: Town, server: FrejaServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Threat A3: who has it could have somebody else approve it."""
    with caplog.at_level(logging.DEBUG):
        chat = filed(town, server)
        sign(town, server, chat.browser, chat.link("sign"), ANNA)
        sign(town, server, town.browser(), town.invitation(), BO)
    said = "".join(str(message) for message in chat.all()) + str(town.outbox()) + caplog.text
    assert len(server.transactions) == 4
    assert [ref for ref in server.transactions if ref in said or quote(ref, safe="") in said] == []


# ── The archive ───────────────────────────────────────────────────────────────────────────────


#: What is changed in which file, and why it proves nothing then.
CHANGES = (
    ("evidence-1.json", b'"operation": "sign"', b'"operation": "auth"', "not a signature"),
    ("evidence-1.json", ANNA[0].encode(), BO[0].encode(), "somebody else's"),
    ("evidence-1.json", b"Vi flyttar", b"Vi stannar", "another text was signed"),
    ("evidence-1.json", b'"order_id": "sign', b'"order_id": "sing', "another transaction"),
    ("evidence-2.json", b'"jws": "ey', b'"jws": "ez', "cannot be read"),
    ("evidence-2.json", b'"details": {', b'"detajls": {', "cannot be read"),
)


def test_an_archived_case_proves_itself_offline_and_a_changed_one_does_not(
    town: Town, server: FrejaServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, trusted = tmp_path / "arkiv.pdf", server.folder / "jws.pem"
    file.write_bytes(by_freja.archived(town, server))
    assert verify_file(file, {"freja": trusted}, town.site.sealer.ours) == 0
    told = capsys.readouterr().out
    for number, name in (ANNA, BO):
        assert f"verified      {name}, {number}, by freja, signed 2026-11-23" in told
    assert "vouched for by Freja's signature" in told
    # Nobody is trusted who was not named.
    assert verify_file(file, {}, town.site.sealer.ours) == 1
    people = {"freja": server.folder / "people.pem"}
    assert verify_file(file, people, town.site.sealer.ours) == 1

    files = attachments(file.read_bytes())
    kept = read_evidence(files["evidence-1.json"]).evidence
    assert (kept.provider, kept.operation) == ("freja", "sign")
    assert server.transactions[kept.order_id].result == {"details": kept.details["jws"]}
    assert kept.details["person_key_verified"] is True

    verifier = partial(verify_archived, certificates=read_certificates(trusted))
    for name, old, new, why in CHANGES:
        assert old in files[name]
        changed = {**files, name: files[name].replace(old, new)}
        report = verify_archive(changed, {"freja": verifier})
        assert why in " ".join(each.problem for each in report.signatures)
