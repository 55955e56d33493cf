"""Threats B5 and B9 over every service: what is private stays with the filer and the municipality."""

import asyncio
import io
import re
from typing import Any

import pytest
from pypdf import PdfReader

from actions.expiry import sweep
from actions.notify.sms import count_parts
from dialogs.service import Service, Signing
from dialogs.world import World
from tests.bot.browsing import Browser, Chat, Page, Town
from tests.bot.canaries import CanaryStranger, found_in, private_canaries, towards_a_party
from tests.bot.stranger import MOST_ACTS, Signer
from tests.bot.test_every_service import SERVICES
from tests.talking import ANNA, NOA
from tests.test_services import CATALOGUE

SIGNED_BY_ALL = [each for each in SERVICES if CATALOGUE[each][1] is Signing.ALL]


def filer(service_id: str) -> Signer:
    """Somebody who does not sign alone: for a summer job who is sixteen."""
    who = NOA if service_id == "sommarjobb" else ANNA
    return Signer(who.personnummer, who.name)


class Opened:
    """All that a person has opened: addresses and what stood there."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def page(self, page: Page) -> Page:
        assert page.status == 200, page.path
        self.texts[f"{page.path} {len(self.texts)}"] = page.text
        return page

    def pdf(self, path: str, content: bytes) -> None:
        reader = PdfReader(io.BytesIO(content))
        parts = [each.extract_text() for each in reader.pages]
        parts += [str(reader.metadata), content.decode("latin-1")]
        for name, contents in reader.attachments.items():
            parts += [name, *(each.decode("utf-8", "replace") for each in contents)]
        self.texts[path] = "\n".join(parts)

    def found(self, canaries: set[str]) -> dict[str, set[str]]:
        found = {where: found_in(canaries, text) for where, text in self.texts.items()}
        return {where: each for where, each in found.items() if each}


class Partied(CanaryStranger):
    """Each other party opens all that is theirs to open, before and after signing."""

    def _sign(self) -> None:
        self.opened: dict[str, Opened] = {}
        filer = Opened()
        browser, mine = self.chat.browser, (self.me.personnummer, self.me.name)
        review = filer.page(_identified(browser, self.links("sign")[-1], mine))
        self.filer = filer
        _signed(browser, review, mine)
        for party in self.others:
            self.opened[party.personnummer] = self._opens(party)
        self.talk = self.chat.all()

    def _opens(self, party: Signer) -> Opened:
        opened = Opened()
        link = self.town.invitation(party.number)
        browser, who = self.town.browser(), (party.personnummer, party.name)
        opened.page(browser.get(link))
        review = opened.page(_identified(browser, link, who))
        for address in review.links:
            if "/fil/" in address:
                file = browser.get(address)
                opened.texts[address] = file.response.content.decode("latin-1")
        opened.page(_signed(browser, review, who))
        for address in ("/mina-sidor", "/mina-sidor/uppgifter"):
            opened.page(browser.get(address))
        opened.texts["mail and SMS"] = self._sent_to(party)
        return opened

    def _sent_to(self, party: Signer) -> str:
        to = party.number
        return "\n".join(each["text"] for each in self.town.outbox() if each["to"] == to)


def _identified(browser: Browser, address: str, who: tuple[str, str]) -> Page:
    page = browser.get(address)
    if "provider" in [name for form in page.forms for name, _ in form.buttons]:
        page = browser.identify(address, who)
    return page


def _signed(browser: Browser, review: Page, who: tuple[str, str]) -> Page:
    return browser.approve(browser.press(review, "action", "sign"), who)


def afterwards(stranger: Partied, party: Signer) -> Opened:
    """When the case has come in: the party's receipt as page and PDF, my pages, and the chat."""
    opened = stranger.opened[party.personnummer]
    browser, who = stranger.town.browser(), (party.personnummer, party.name)
    receipt = next(
        link["url"]
        for message in stranger.chat.all()
        for link in message.get("links", ())
        if link["purpose"] == "receipt"
    )
    page = opened.page(browser.identify(receipt, who))
    for address in page.links:
        if address.endswith(".pdf"):
            opened.pdf(address, browser.get(address).response.content)
        elif "/fil/" in address:
            opened.texts[address] = browser.get(address).response.content.decode("latin-1")
    for address in ("/mina-sidor", "/mina-sidor/uppgifter/uppgifter.json"):
        opened.texts[f"{address} afterwards"] = browser.get(address).response.text
    chat = Chat(browser)
    chat.say("mina ärenden")
    browser.identify(chat.link("login"), who)
    for said in ("mina ärenden", "status", "vem har skrivit under?"):
        chat.say(said)
    opened.texts["the chat API"] = str(chat.all())
    opened.texts["mail and SMS afterwards"] = stranger._sent_to(party)
    return opened


@pytest.mark.parametrize("service_id", SIGNED_BY_ALL)
def test_threats_b5_and_b9_nothing_private_reaches_the_other_party(
    town: Town, world: World, service_id: str
) -> None:
    service: Service = world.services[service_id]
    stranger = Partied(town, service_id, "sv", filer(service_id), wanted=towards_a_party(service))
    stranger.file()
    assert stranger.filed == service_id
    private = private_canaries(stranger, service)
    # The filer sees them all, so they are found where they are.
    assert private
    assert set().union(*stranger.filer.found(private).values()) == private
    parties = stranger.others
    assert parties
    for party in parties:
        opened = afterwards(stranger, party)
        own = {each for each in private if each in (party.phone, party.name)}
        leaked = opened.found(private - own)
        assert leaked == {}
        # And what is shared they do see.
        assert opened.found(set(stranger.canaries.values()) - private)
    # Threat B9: invited, signed, received, and each status that an officer sets.
    handled(stranger, service, world)
    sent = outgoing(town, world)
    assert sent
    check_outgoing(sent, stranger, service)


# ── What goes out (threat B9) ─────────────────────────────────────────────────────────────────


def outgoing(town: Town, world: World) -> list[dict[str, Any]]:
    """Mail and SMS to citizens: the units' own addresses are the municipality's."""
    staff = {unit.email for unit in world.municipality.units.values()}
    return [each for each in town.outbox() if each["to"] not in staff]


def check_outgoing(sent: list[dict[str, Any]], stranger: CanaryStranger, service: Service) -> None:
    canaries = {each for path in stranger.canaries if (each := stranger.accepted(path))}
    assert canaries
    for message in sent:
        text = message["text"]
        told = re.sub(r"https?://\S+", "", text)
        assert found_in(canaries, told) == set(), text
        assert service.title.to("sv") not in told
        assert stranger.me.name.split()[0] not in told
        assert "Handläggarens" not in told
        if message["channel"] == "sms":
            assert count_parts(text) == 1, text


def handled(stranger: CanaryStranger, service: Service, world: World) -> None:
    """An officer sets each status, with words of the officer's own."""
    reference = str(stranger.received["case"]["reference"])
    officer = next(each for each in world.municipality.officers if service.unit in each.units)
    desk = stranger.town.browser()
    desk.identify("/desk", (officer.personnummer, officer.name))
    for status in ("in_progress", "awaiting_completion", "closed"):
        page = desk.get(f"/desk/{reference}")
        fields = {"status": status, "message": "Handläggarens egna ord"}
        assert desk.press(page, "action", "status", **fields).status == 200


@pytest.mark.parametrize("service_id", [each for each in SERVICES if each not in SIGNED_BY_ALL])
def test_threat_b9_what_goes_out_names_nobody_and_nothing(
    town: Town, world: World, service_id: str
) -> None:
    """Received, and each status that an officer sets."""
    service = world.services[service_id]
    stranger = CanaryStranger(town, service_id, "sv")
    stranger.file()
    handled(stranger, service, world)
    check_outgoing(outgoing(town, world), stranger, service)


@pytest.mark.parametrize("service_id", SIGNED_BY_ALL)
def test_threat_b9_reminded_changed_declined_expired_and_withdrawn(
    town: Town, world: World, service_id: str
) -> None:
    service = world.services[service_id]
    stranger = Waiting(town, service_id, "sv", filer(service_id), wanted=towards_a_party(service))
    stranger.file()
    chat, party = stranger.chat, stranger.others[0]
    board = [
        choice["value"]
        for message in chat.say("vem har skrivit under?")
        for choice in message.get("choices", ())
    ]
    chat.choose(next(value for value in board if value.startswith("remind:")))
    stranger.sends_again()
    stranger.declines(party)
    stranger.sends_again()
    town.clock.forward(days=service.signing_days + 1)
    asyncio.run(town.site.store.write(lambda c: sweep(town.site.assembly, c)))
    chat.say("hej")
    chat.browser.identify(chat.link("login"), stranger.mine)
    assert chat.all()[-1]["case"]["status"] == "expired"
    chat.say("återta")
    assert any(each.get("case", {}).get("status") == "withdrawn" for each in chat.say("ja"))
    sent = outgoing(town, world)
    assert len(sent) >= 6
    check_outgoing(sent, stranger, service)


class Waiting(CanaryStranger):
    """Signs, and then the others are waited for."""

    def file(self) -> None:
        for _ in range(MOST_ACTS):
            if self.links("sign"):
                self.signs()
                return
            self._act()
        raise AssertionError("no end:\n" + "\n".join(self.log))

    @property
    def mine(self) -> tuple[str, str]:
        return self.me.personnummer, self.me.name

    def signs(self) -> None:
        browser = self.chat.browser
        _signed(browser, _identified(browser, self.chat.link("sign"), self.mine), self.mine)
        assert self.chat.all()[-1]["case"]["status"] == "awaiting_parties"

    def sends_again(self) -> None:
        """Opens the filing to change it, changes nothing, and sends it once more."""
        for said in ("ändra", "ja", "skicka"):
            self.chat.say(said)
        self.signs()

    def declines(self, party: Signer) -> None:
        number, who = party.number, (party.personnummer, party.name)
        for sent in self.town.outbox():
            browser = self.town.browser()
            for link in sent["links"]:
                if sent["to"] == number and "/s/" in link and browser.get(link).status == 200:
                    review = _identified(browser, link, who)
                    browser.press(review, "action", "decline", reason="Vi är inte överens")
                    assert self.chat.all()[-1]["case"]["status"] == "declined"
                    return
        raise AssertionError("no link that works")
