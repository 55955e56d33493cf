"""Login and signing with BankID on the pages, against a server that speaks its protocol.

A browser without script: every page is what the server sends. Two cookie jars show what binds an
order to its browser (threats A1–A3, A8, A12).
"""

import base64
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy import select
from starlette.requests import Request

from actions.eid.bankid.archived import verify_archived
from actions.eid.chains import read_roots
from actions.pdf_attachments import attachments
from actions.seal.checking import carried
from actions.store.tables import signatures
from actions.verifying import Verifier, verify_archive
from bot.cli import main
from bot.verifying import demo_proves_nothing, verify_file
from bot.web.callers import address_of
from tests.bot.browsing import ANNA, BO, Browser, Page, Town, running_town
from tests.eid.bankid.server import BankidServer, bankid_server, error, rubbish
from tests.eid.filing import AppFiling, asks

PHONE = "Mozilla/5.0 (Linux; Android 15) Chrome/130.0 Mobile Safari/537.36"
CHROME_ON_IPHONE = "Mozilla/5.0 (iPhone) AppleWebKit/605 CriOS/130.0 Mobile/15E148 Safari/604.1"


class Clocked:
    """The bank's clock is the town's, which does not exist yet when the bank opens."""

    def __init__(self) -> None:
        self.town: Town | None = None

    def __call__(self) -> datetime:
        return self.town.clock.now if self.town else datetime.now(UTC)


@pytest.fixture
def clocked() -> Clocked:
    return Clocked()


@pytest.fixture
def bank(tmp_path: Path, clocked: Clocked) -> Iterator[BankidServer]:
    folder = tmp_path / "bank"
    folder.mkdir()
    with bankid_server(folder, clocked) as running:
        yield running


@pytest.fixture
def town(tmp_path: Path, bank: BankidServer, clocked: Clocked) -> Iterator[Town]:
    with running_town(tmp_path / "town", **bank.settings()) as running:
        clocked.town = running
        yield running


def state(browser: Browser, device: str = "annan") -> dict[str, object]:
    found: dict[str, object] = browser.client.get(f"/legitimering/lage?enhet={device}").json()
    return found


def look(town: Town, browser: Browser, page: Page) -> Page:
    """The same page a little later."""
    town.clock.forward(seconds=2)
    return browser.get(page.path)


def complete(
    town: Town, bank: BankidServer, browser: Browser, waiting: Page, who: tuple[str, str]
) -> Page:
    bank.approve(*who)
    return browser.press(look(town, browser, waiting), "action", "update")


by_bankid = AppFiling("bankid", complete)
start, log_in, sign, filed = by_bankid.start, by_bankid.log_in, by_bankid.sign, by_bankid.filed


# ── The waiting page ──────────────────────────────────────────────────────────────────────────


def test_a_login_by_qr_code_without_script(town: Town, bank: BankidServer) -> None:
    chat = asks(town)
    page = start(chat.browser, chat.link("login"))
    assert '<noscript><meta http-equiv="refresh" content="1"></noscript>' in page.text
    assert 'class="qr"' in page.text
    assert "Starta BankID-appen." in page.text
    assert "autostarttoken" not in page.text
    assert look(town, chat.browser, page).text != page.text  # the code has changed
    bank.hint("userSign")
    assert "Skriv in din säkerhetskod" in look(town, chat.browser, page).text
    bank.approve(*ANNA)
    page = look(town, chat.browser, page)
    assert "Tryck på knappen för att fortsätta." in page.text
    page = chat.browser.press(page, "action", "update")
    assert "Inloggad som Anna Ek" in page.text
    assert town.audited("login") == 1


def shown(bank: BankidServer) -> str:
    """What the app says of the newest order."""
    return base64.b64decode(bank.newest.request["userVisibleData"]).decode()


def test_the_app_says_where_and_for_what_one_logs_in(town: Town, bank: BankidServer) -> None:
    """Threat A3: also to who was talked into reading a stranger's code."""
    chat = asks(town)
    start(chat.browser, chat.link("login"))
    said = next(m["text"] for m in reversed(chat.all()) if "talet" in m["text"])
    number = said.split("talet ")[1][:2]
    assert shown(bank) == (
        "Jag loggar in hos Kramfors kommun och fortsätter i chatten på kommunens webbplats. "
        f"Talet som står där är {number}."
    )
    for path, act in (
        ("/mina-sidor", "för att se mina utkast och ärenden."),
        ("/desk", "som handläggare."),
    ):
        start(town.browser(), path)
        assert shown(bank) == f"Jag loggar in hos Kramfors kommun {act}"


def test_the_script_is_told_the_same(town: Town, bank: BankidServer) -> None:
    chat = asks(town)
    start(chat.browser, chat.link("login"))
    town.clock.forward(seconds=2)
    first = state(chat.browser)
    assert (first["state"], first["hint"], first["app"]) == ("pending", "Starta BankID-appen.", "")
    town.clock.forward(seconds=1)
    assert state(chat.browser)["qr"] != first["qr"]
    town.clock.forward(seconds=2)
    bank.approve(*ANNA)
    assert state(chat.browser)["state"] == "done"
    assert state(town.browser())["state"] == "over"  # another browser has no order


def test_a_phone_gets_the_app_and_may_choose_the_code(town: Town, bank: BankidServer) -> None:
    chat = asks(town)
    chat.browser.client.headers["user-agent"] = PHONE
    page = start(chat.browser, chat.link("login"))
    assert f"https://app.bankid.com/?autostarttoken={bank.newest.tokens['auto']}" in page.text
    assert 'class="qr"' not in page.text
    other = chat.browser.get(page.path + "?enhet=annan")
    assert 'class="qr"' in other.text
    assert "autostarttoken" not in other.text


def test_a_failure_is_told_and_one_may_try_again(town: Town, bank: BankidServer) -> None:
    chat = asks(town)
    page = start(chat.browser, chat.link("login"))
    bank.fail("userCancel")
    page = look(town, chat.browser, page)
    assert page.path == urlsplit(chat.link("login")).path
    assert "Åtgärden avbruten." in page.text
    page = log_in(town, bank, chat.browser, chat.link("login"), ANNA)
    assert "Inloggad som Anna Ek" in page.text


def test_a_bank_that_is_down_loses_nothing(town: Town, bank: BankidServer) -> None:
    chat = asks(town)
    bank.misbehave(error(503, "maintenance"))
    page = start(chat.browser, chat.link("login"))
    assert page.path == urlsplit(chat.link("login")).path
    assert "Internt tekniskt fel. Försök igen." in page.text
    assert log_in(town, bank, chat.browser, chat.link("login"), ANNA).status == 200


def test_cancel_is_told_to_bankid(town: Town, bank: BankidServer) -> None:
    chat = asks(town)
    page = start(chat.browser, chat.link("login"))
    page = chat.browser.press(page, "action", "cancel")
    assert "Det avbröts." in page.text
    assert bank.calls[-1][0] == "cancel"


def test_a_newer_order_cancels_the_older(town: Town, bank: BankidServer) -> None:
    """Threat A2: one open order for each session."""
    chat = asks(town)
    start(chat.browser, chat.link("login"))
    older = bank.newest.ref
    start(chat.browser, chat.link("login"))
    assert ("cancel", {"orderRef": older}) in bank.calls


# ── Binding ───────────────────────────────────────────────────────────────────────────────────


def test_an_order_is_finished_by_its_own_browser_only(town: Town, bank: BankidServer) -> None:
    """Threat A2: start in one cookie jar, finish in another."""
    chat, stranger = asks(town), town.browser()
    page = start(chat.browser, chat.link("login"))
    bank.approve(*BO)
    stranger.get(chat.link("login"))
    form = {"form_token": stranger.get(chat.link("login")).form("provider").fields["form_token"]}
    stranger.post(page.path, {**form, "action": "update"})
    assert town.audited("eid.binding_failed") == 1
    assert town.audited("login") == 0
    assert "Bo Ek" not in stranger.get("/mina-sidor").text


def waiting_for_the_app(bank: BankidServer, phone: Browser, link: str) -> tuple[Page, str]:
    """A phone that waits for its app, and the address to which the app leads back."""
    phone.client.headers["user-agent"] = PHONE
    page = start(phone, link)
    return page, str(bank.newest.request["returnUrl"])


def test_a_return_in_another_browser_voids_the_order(town: Town, bank: BankidServer) -> None:
    """Threats A2, A3: the victim's phone comes back, but the order is the attacker's."""
    chat, victim = asks(town), town.browser()
    page, way_back = waiting_for_the_app(bank, chat.browser, chat.link("login"))
    bank.approve(*BO)
    town.clock.forward(seconds=2)
    # The attacker looks first: the answer is not used before the way back has been seen.
    waiting = chat.browser.get(page.path)
    assert "Vi väntar på att du kommer tillbaka hit." in waiting.text
    chat.browser.press(waiting, "action", "update")
    assert town.audited("login") == 0
    told = victim.get(way_back)
    assert (told.status, "Fel webbläsare" in told.text) == (409, True)
    town.clock.forward(seconds=60)
    page = chat.browser.get(page.path)
    assert "öppnades från en annan webbläsare" in page.text
    assert (town.audited("login"), town.audited("eid.binding_failed")) == (0, 1)
    assert "Bo" not in "".join(message["text"] for message in chat.all())
    assert "Bo Ek" not in victim.get("/mina-sidor").text


@pytest.mark.parametrize("own_browser", [True, False])
def test_a_victim_who_comes_back_late_ends_the_strangers_login(
    town: Town, bank: BankidServer, own_browser: bool
) -> None:
    """Threats A2, A3: what the page says is true then: it was stopped."""
    chat, victim = asks(town), town.browser()
    thief = chat.browser if own_browser else town.browser()
    page, way_back = waiting_for_the_app(bank, thief, chat.link("login"))
    bank.approve(*BO)
    look(town, thief, page)
    town.clock.forward(seconds=4)
    page = thief.press(thief.get(page.path), "action", "update")
    assert "Utkast" in thief.get("/mina-sidor").text
    assert town.audited("login") == own_browser
    assert victim.get(way_back).status == 409
    assert "Logga in för att se dina utkast och ärenden." in thief.get("/mina-sidor").text
    assert town.audited("eid.binding_failed") == 1
    if own_browser:
        assert "inte längre inloggad" in chat.say("Kim Ek")[-1]["text"]
    else:
        chat.say(page.ids["code"])
        assert not any("Bo Ek" in message["text"] for message in chat.all())


def test_who_has_come_back_stays_logged_in_whoever_opens_the_address_later(
    town: Town, bank: BankidServer
) -> None:
    chat = asks(town)
    _, way_back = waiting_for_the_app(bank, chat.browser, chat.link("login"))
    bank.approve(*ANNA)
    town.clock.forward(seconds=2)
    chat.browser.press(chat.browser.get(way_back), "action", "update")
    assert town.browser().get(way_back).status == 409
    assert "Logga ut" in chat.browser.get("/mina-sidor").text
    assert "inte längre inloggad" not in chat.say("Kim Ek")[-1]["text"]


def test_the_way_back_leads_on_in_the_right_browser_only_once(
    town: Town, bank: BankidServer
) -> None:
    chat = asks(town)
    _, way_back = waiting_for_the_app(bank, chat.browser, chat.link("login"))
    bank.approve(*ANNA)
    town.clock.forward(seconds=2)
    page = chat.browser.get(way_back)
    assert "Tryck på knappen för att fortsätta." in page.text
    chat.browser.press(page, "action", "update")
    assert town.audited("login") == 1
    again = chat.browser.get(way_back)  # a replay, or another tab that comes a moment later
    assert (again.status, "Du är tillbaka" in again.text) == (409, True)
    assert urlsplit(chat.link("login")).path in again.links
    assert (town.audited("login"), town.audited("eid.binding_failed")) == (1, 0)


def test_who_cancelled_in_the_app_is_not_taken_for_another_browser(
    town: Town, bank: BankidServer
) -> None:
    chat = asks(town)
    page, way_back = waiting_for_the_app(bank, chat.browser, chat.link("login"))
    bank.fail("userCancel")
    assert "Åtgärden avbruten." in look(town, chat.browser, page).text
    told = chat.browser.get(way_back)
    assert (told.status, "Du är tillbaka" in told.text) == (409, True)
    assert town.audited("eid.binding_failed") == 0


def test_the_order_goes_on_when_bankid_is_away_for_a_moment(town: Town, bank: BankidServer) -> None:
    """The person may be at it in the app."""
    chat = asks(town)
    page = start(chat.browser, chat.link("login"))
    bank.misbehave(rubbish(b"<html>", 502), rubbish(b"<html>"), error(429, "tooManyRequests"))
    for _ in range(3):
        page = look(town, chat.browser, page)
        assert "BankID svarar inte just nu." in page.text
        assert chat.browser.press(page, "action", "update").status == 200
    town.clock.forward(seconds=10)
    page = complete(town, bank, chat.browser, page, ANNA)
    assert "Inloggad som Anna Ek" in page.text


def test_who_comes_back_without_an_address_goes_on_after_a_moment(
    town: Town, bank: BankidServer
) -> None:
    """Chrome on an iPhone is only brought to the front."""
    chat = asks(town)
    chat.browser.client.headers["user-agent"] = CHROME_ON_IPHONE
    page = start(chat.browser, chat.link("login"))
    bank.approve(*ANNA)
    look(town, chat.browser, page)
    town.clock.forward(seconds=4)
    page = chat.browser.press(chat.browser.get(page.path), "action", "update")
    assert "Inloggad som Anna Ek" in page.text


@pytest.mark.parametrize(("risk", "logins"), [("moderate", 0), ("", 0), ("low", 1)])
def test_an_app_elsewhere_that_cannot_come_back_is_not_believed(
    town: Town, bank: BankidServer, risk: str, logins: int
) -> None:
    """Threat A3: who says to be such a browser is never come back to, so a relayed link would show
    nowhere. The address of the app tells, unless BankID itself sees no risk."""
    chat = asks(town)
    chat.browser.client.headers["user-agent"] = CHROME_ON_IPHONE
    page = start(chat.browser, chat.link("login"))
    bank.approve(*BO, device={"ipAddress": "203.0.113.9"}, risk=risk)
    told = look(town, chat.browser, page)
    assert ("öppnades från en annan webbläsare" in told.text) is not bool(logins)
    if logins:
        town.clock.forward(seconds=4)
        chat.browser.press(chat.browser.get(page.path), "action", "update")
    assert (town.audited("login"), town.audited("eid.binding_failed")) == (logins, 1 - logins)


def test_an_app_elsewhere_by_the_code_is_as_it_should_be(town: Town, bank: BankidServer) -> None:
    chat = asks(town)
    page = start(chat.browser, chat.link("login"))
    bank.approve(*ANNA, device={"ipAddress": "203.0.113.9"}, risk="")
    page = chat.browser.press(look(town, chat.browser, page), "action", "update")
    assert "Inloggad som Anna Ek" in page.text


def test_the_way_to_the_app_that_a_script_is_given_counts_as_shown(
    town: Town, bank: BankidServer
) -> None:
    """Threat A3: else a script that passes it on need not wait for who comes back."""
    chat = asks(town)
    page = start(chat.browser, chat.link("login"))
    town.clock.forward(seconds=2)
    assert "autostarttoken" in str(state(chat.browser, "denna")["app"])
    bank.approve(*ANNA)
    assert "Vi väntar på att du kommer tillbaka hit." in look(town, chat.browser, page).text


def test_a_page_within_another_app_says_where_to_open_it(town: Town, bank: BankidServer) -> None:
    """The app would lead back to the phone's own browser, where nothing was begun."""
    chat = asks(town)
    chat.browser.client.headers["user-agent"] = "Mozilla/5.0 (Linux; Android 15; wv) Mobile"
    page = start(chat.browser, chat.link("login"))
    assert "Du läser sidan inne i en annan app." in page.text
    assert "bankid:///?autostarttoken=" in page.text
    assert "returnUrl" not in bank.newest.request
    assert "inne i en annan app" not in chat.browser.get(page.path + "?enhet=annan").text
    bank.approve(*ANNA)
    look(town, chat.browser, page)
    town.clock.forward(seconds=4)
    page = chat.browser.press(chat.browser.get(page.path), "action", "update")
    assert "Inloggad som Anna Ek" in page.text


def test_another_browser_needs_the_code_in_the_chat(town: Town, bank: BankidServer) -> None:
    """Threat A1: the attacker's link, the victim's e-ID."""
    chat, victim = asks(town), town.browser()
    page = log_in(town, bank, victim, chat.link("login"), BO)
    assert len(page.ids["code"]) == 6
    assert town.audited("login") == 0
    for guess in ("000000", "000001", "000002"):
        chat.say(guess)
    chat.say(page.ids["code"])
    assert town.audited("login") == 0
    assert "Bo" not in "".join(message["text"] for message in chat.all())


def test_the_session_gets_a_new_id_when_an_order_starts_and_completes(
    town: Town, bank: BankidServer
) -> None:
    """Threat A2: session fixation."""
    chat = asks(town)
    ids = []
    page = chat.browser.get(chat.link("login"))
    ids.append(chat.browser.client.cookies["arendebot"])
    page = start(chat.browser, chat.link("login"))
    ids.append(chat.browser.client.cookies["arendebot"])
    bank.approve(*ANNA)
    chat.browser.press(look(town, chat.browser, page), "action", "update")
    ids.append(chat.browser.client.cookies["arendebot"])
    assert len(set(ids)) == 3
    for old in ids[:2]:
        thief = town.browser()
        thief.client.cookies["arendebot"] = old
        assert "Anna Ek" not in thief.get("/mina-sidor").text


# ── Limits and addresses ──────────────────────────────────────────────────────────────────────


def test_twenty_starts_in_a_row_are_limited(town: Town, bank: BankidServer) -> None:
    """Threat A12: with one cookie jar, and with a new one each time."""
    chat = asks(town)
    for number in range(20):
        browser = chat.browser if number % 2 else town.browser()
        start(browser, chat.link("login"))
    assert [path for path, _ in bank.calls].count("auth") <= 5
    town.clock.forward(minutes=11)
    before = len(bank.calls)
    fresh = asks(town)
    start(fresh.browser, fresh.link("login"))
    assert len(bank.calls) > before


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.0.0.5", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.5", "1.1.1.1, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.5", "198.51.100.1, 10.0.0.6", "198.51.100.1"),
        ("10.0.0.5", "<script>, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.5", "198.51.100.1, <script>", "10.0.0.5"),
        ("10.0.0.5", "", "10.0.0.5"),
    ],
)
def test_a_forwarding_header_is_believed_of_known_proxies_only(
    peer: str, forwarded: str, address: str
) -> None:
    """Threat A10."""
    scope = {
        "type": "http",
        "client": (peer, 4711),
        "headers": [(b"x-forwarded-for", forwarded.encode())],
    }
    assert address_of(Request(scope), ("10.0.0.0/24",)) == address


# ── Signing ───────────────────────────────────────────────────────────────────────────────────


def test_a_filing_of_two_parties_is_received_with_its_evidence(
    town: Town, bank: BankidServer
) -> None:
    chat = filed(town, bank)
    done = sign(town, bank, chat.browser, chat.link("sign"), ANNA)
    assert done.status == 200
    asked = next(body for path, body in reversed(bank.calls) if path == "sign")
    assert asked["requirement"] == {"personalNumber": ANNA[0]}
    bo = town.browser()
    done = sign(town, bank, bo, town.invitation(), BO)
    assert done.status == 200
    rows = town.read(lambda c: c.execute(select(signatures)).all())
    assert [row.provider for row in rows] == ["bankid", "bankid"]
    assert len({row.hash for row in rows}) == 1


def test_the_wrong_person_cannot_sign_and_learns_nothing(town: Town, bank: BankidServer) -> None:
    """Threat A8, also when BankID does not heed the requirement."""
    chat = filed(town, bank)
    sign(town, bank, chat.browser, chat.link("sign"), ANNA)
    stranger = town.browser()
    page = log_in(town, bank, stranger, town.invitation(), ANNA)
    assert (page.status, "Nylands skola" in page.text) == (403, False)
    bo = town.browser()
    log_in(town, bank, bo, town.invitation(), BO)
    page = bo.press(bo.get(town.invitation()), "action", "sign")
    held = bank.newest
    held.status, held.completion = "complete", bank.completion(held, *ANNA)
    page = look(town, bo, page)
    assert "Försök igen med din egen e-legitimation" in page.text
    rows = town.read(lambda c: c.execute(select(signatures)).all())
    assert len(rows) == 1


def test_a_login_answer_does_not_sign(town: Town, bank: BankidServer) -> None:
    """Threat A6."""
    chat = filed(town, bank)
    page = chat.browser.press(chat.browser.get(chat.link("sign")), "action", "sign")
    held = bank.newest
    held.status = "complete"
    held.completion = bank.completion(held, *ANNA, function="Identification")
    page = look(town, chat.browser, page)
    assert "gick inte att kontrollera" in page.text
    assert town.read(lambda c: c.execute(select(signatures)).all()) == []


def test_no_token_of_an_order_leaves_the_page(
    town: Town, bank: BankidServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Threat A3: messages, outbox and logs of a whole filing hold no secret of any order."""
    with caplog.at_level(logging.DEBUG):
        chat = filed(town, bank)
        sign(town, bank, chat.browser, chat.link("sign"), ANNA)
        sign(town, bank, town.browser(), town.invitation(), BO)
    assert len(bank.given_tokens) == 4 * 3
    said = "".join(str(message) for message in chat.all()) + str(town.outbox()) + caplog.text
    assert [token for token in bank.given_tokens if token in said] == []


# ── The archive ───────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def archived(town: Town, bank: BankidServer) -> bytes:
    """The archive file of a received filing, as an officer gets it."""
    return by_bankid.archived(town, bank)


def test_an_archived_case_proves_itself_offline(
    town: Town,
    archived: bytes,
    bank: BankidServer,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "arkiv.pdf"
    file.write_bytes(archived)
    roots = {"bankid": bank.folder / "bankid-root.pem"}
    assert verify_file(file, roots, town.site.sealer.ours) == 0
    told = capsys.readouterr().out
    assert "verified      seal, sealed by DEMO, 2026-11-23" in told
    assert "nothing in the file was changed" in told
    assert told.count("every answer shown, hash of the revision") == 2
    for number, name in (ANNA, BO):
        assert f"verified      {name}, {number}, by bankid, signed 2026-11-23" in told
    assert "Not proven by any signature" in told
    # Nobody is trusted who was not named.
    assert verify_file(file, {}, town.site.sealer.ours) == 1
    tls = bank.folder / "tls-ca.pem"
    assert verify_file(file, {"bankid": tls}, town.site.sealer.ours) == 1
    assert "NOT VERIFIED  seal" not in capsys.readouterr().out
    assert verify_file(file, roots, x509.load_pem_x509_certificates(tls.read_bytes())) == 1
    assert "NOT VERIFIED  seal, sealed by DEMO" in capsys.readouterr().out


def test_an_archive_that_was_changed_after_it_was_sealed_says_so(
    archived: bytes, bank: BankidServer, tmp_path: Path
) -> None:
    """Signatures and revision are as they were; a comment stands behind them."""
    seal = tmp_path / "seal.pem"
    seal.write_bytes(
        b"".join(
            x509.load_der_x509_certificate(each).public_bytes(Encoding.PEM)
            for each in carried(archived)
        )
    )
    arguments = ["verify", "--roots", f"bankid={bank.folder / 'bankid-root.pem'}"]
    arguments += ["--seal-root", str(seal)]
    for content, status, told in (
        (archived, 0, "verified      seal, sealed by DEMO"),
        (
            archived + b"\n% mer\n",
            1,
            "NOT VERIFIED  seal: the file was changed after it was sealed",
        ),
    ):
        file = tmp_path / "arkiv.pdf"
        file.write_bytes(content)
        done = CliRunner().invoke(main, [*arguments, str(file)])
        assert (done.exit_code, told in done.output) == (status, True), done.output


@pytest.mark.parametrize(
    ("name", "old", "new", "why"),
    [
        ("revision.json", b"Nylands skola", b"Bollstaskolan", "not the revision in this file"),
        ("evidence-1.json", b'"sign"', b'"auth"', "a login, not a signature"),
        ("evidence-1.json", ANNA[0].encode(), BO[0].encode(), "somebody else's"),
        ("evidence-2.json", b'"bankid"', b'"demo"', "the demo e-ID proves nothing"),
        ("evidence-2.json", b"Vi flyttar", b"Vi stannar", "another text was signed"),
        ("private.json", b"anna@example.se", b"bo@example.se", "not those of the revision"),
    ],
)
def test_a_changed_archive_does_not(
    archived: bytes, bank: BankidServer, name: str, old: bytes, new: bytes, why: str
) -> None:
    files = attachments(archived)
    assert old in files[name]
    files[name] = files[name].replace(old, new)
    roots = read_roots(bank.folder / "bankid-root.pem")
    verifiers: dict[str, Verifier] = {"bankid": partial(verify_archived, roots=roots)}
    report = verify_archive(files, {**verifiers, "demo": demo_proves_nothing})
    assert not report.is_verified
    problems = [report.private_problem, *(each.problem for each in report.signatures)]
    assert why in " ".join(problems)


def test_a_signature_over_other_answers_with_the_right_hash_is_told(archived: bytes) -> None:
    """Whoever asked for it: what was shown is not what the municipality holds (threat C3)."""
    files = attachments(archived)
    files["evidence-2.json"] = files["evidence-2.json"].replace(b"Vi flyttar", b"Vi stannar")
    report = verify_archive(
        files, {"bankid": lambda file: (file.person.personnummer, file.evidence.at)}
    )
    assert [each.problem for each in report.signatures] == [
        "",
        "the text shows other answers than those of the revision",
    ]
    assert not report.is_verified
