"""Somebody who knows the chat API and nothing of the services: answers whatever is asked.

An answer is chosen by the question's control alone (`input` and `choices` of the contract). What is
refused is tried in another way; where a way ends ("stop"), another answer is given.
"""

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from stdnum import luhn

from actions.store.tables import drafts
from tests.bot.browsing import START, Chat, Town, sign
from tests.photos import a_photo

#: More acts than any form needs.
MOST_ACTS = 150
#: Whether there is a third row: two are enough.
_ENOUGH = re.compile(r"\.\+[2-9]$")
Saying = dict[str, Any]


def _numbers() -> Iterator[str]:
    """Adults and children, no number twice: Skatteverket's test numbers and right check digits."""
    for day in range(1, 29):
        for year in (1985, 2018, 2012, 2010, 2024, 2022):
            born = f"{year % 100:02d}02{day:02d}238"
            yield f"{year}02{day:02d}238{luhn.calc_check_digit(born)}"


TEXTS = {
    "email": ["kim.ek@example.se"],
    "organisation_number": ["212000-2445"],
    "address": ["Torggatan 2, 872 80 Kramfors"],
    "property": ["Kramfors Babel 1:2"],
    "bank_account": ["8327-9 123 456 789-7"],
    "vehicle": ["ABC 123"],
    "name": ["Kim Ek"],
    "time": ["12.00", "10.30", "18.00"],
}
NUMBERS = ["10", "1", "50", "100", "2", "1000", "0", "20000"]
WORDS = ["Ett svar på frågan, i en hel mening.", "Kim Ek", "Svaret"]
DAYS = (1, 30, 100, 60, 150, 0, -1, 15, 300, -30, 400)


@dataclass
class Signer:
    personnummer: str = ""
    name: str = ""
    phone: str = ""

    @property
    def number(self) -> str:
        """Where an SMS goes."""
        return "+46" + re.sub(r"\D", "", self.phone)[1:]


@dataclass
class Stranger:
    """One person with one conversation."""

    town: Town
    service: str
    language: str
    me: Signer = field(default_factory=lambda: Signer("199001012385", "Anna Ek"))

    def __post_init__(self) -> None:
        self.chat = Chat(self.town.browser(), self.service, language=self.language)
        #: What was said last.
        self.talk = self.chat.heard
        self.numbers = _numbers()
        self.phones = itertools.count(5)
        #: The message that says that the case has come in.
        self.received: dict[str, Any] = {}
        self.left: dict[str, Iterator[Saying]] = {}
        self.given: dict[str, str] = {}
        self.log: list[str] = []

    # ── Talking ───────────────────────────────────────────────────────────────────────────────

    def say(self, saying: Saying) -> None:
        self.log.append(f"> {json.dumps(saying, ensure_ascii=False)}")
        if "upload" in saying:
            saying = {"file_ids": [self._upload(saying["upload"])]}
        heard = self.chat.post(saying)
        self.talk = heard or self.talk
        self._note(heard)

    def _note(self, heard: list[dict[str, Any]]) -> None:
        self.log += [f"< {each['text']}" for each in heard]

    def _upload(self, name: str) -> str:
        content = a_photo("PNG") if name.endswith("png") else a_photo()
        if name.endswith("pdf"):
            content = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
        return self.chat.upload(name, content)

    @property
    def filed(self) -> str:
        """Id of the service that the received case is of: nobody may be led to another one."""
        reference = self.received["case"]["reference"]
        query = select(drafts.c.service).where(drafts.c.reference == reference)
        service: str = self.town.read(lambda connection: connection.execute(query).scalar_one())
        return service

    # ── Answering ─────────────────────────────────────────────────────────────────────────────

    @property
    def question(self) -> dict[str, Any]:
        """The newest message that asks something."""
        return next(
            (each for each in reversed(self.talk) if each.get("input") or each.get("choices")), {}
        )

    def links(self, purpose: str) -> list[str]:
        links = (link for each in self.talk for link in each.get("links", ()))
        return [link["url"] for link in links if link["purpose"] == purpose]

    def file(self) -> None:
        """From the greeting to the received case. AssertionError tells the whole talk."""
        for _ in range(MOST_ACTS):
            told = [each for each in self.talk if each.get("case", {}).get("status") == "received"]
            if told:
                self.received = told[-1]
                return
            self._act()
        raise AssertionError("no end:\n" + "\n".join(self.log))

    def receipt(self) -> bytes:
        """The PDF about the received case."""
        (link,) = [each for each in self.received["links"] if each["purpose"] == "receipt"]
        page = self.chat.browser.get(link["url"])
        if "provider" in [name for form in page.forms for name, _ in form.buttons]:
            me = (self.me.personnummer, self.me.name)
            page = self.chat.browser.identify(link["url"], me)
        (address,) = [each for each in page.links if each.endswith("kvittens.pdf")]
        content: bytes = self.chat.browser.get(address).response.content
        return content

    def _act(self) -> None:
        if self.links("sign"):
            self._sign()
            return
        if self.links("login"):
            me = (self.me.personnummer, self.me.name)
            self.chat.browser.identify(self.links("login")[-1], me)
            before = self.talk[-1]["number"]
            self.talk = [each for each in self.chat.all() if each["number"] > before]
            self._note(self.talk)
            return
        question = self.question
        assert question, "nothing is asked:\n" + "\n".join(self.log)
        values = [choice["value"] for choice in question.get("choices", ())]
        wanted = next((each for each in ("send", "done") if each in values), None)
        if wanted is None and _ENOUGH.search(question.get("input", {}).get("field") or ""):
            wanted = "no"
        if wanted is not None:
            self.say({"choice": wanted})
            return
        key = question.get("input", {}).get("field") or "/".join(values)
        if key not in self.left:
            self.left[key] = self._answers(question, values)
        saying = next(self.left[key], None)
        if saying is None:
            self.left[key] = self._answers(question, values)
            saying = next(self.left[key])
        if "text" in saying:
            self.given[key] = saying["text"]
        self.say(saying)

    def _answers(self, question: dict[str, Any], values: list[str]) -> Iterator[Saying]:
        control = question.get("input", {})
        kind, form = control.get("kind", "choice"), control.get("format") or ""
        if kind == "choices":
            yield from ({"choices": [value]} for value in values)
            yield {"choices": values[:2]}
        if control.get("field") is None and "no" in values:
            # The assistant's own question: whether to leave, to change over, to delete …
            yield {"choice": "no"}
        yield from ({"choice": value} for value in sorted(values, key=_last_resort))
        if kind == "file":
            yield from ({"upload": name} for name in ("bild.png", "bild.jpg", "papper.pdf"))
        if kind == "location":
            yield {"location": {"lat": 62.93, "lon": 17.78}}
        if form == "personnummer":
            yield from ({"text": number} for number in itertools.islice(self.numbers, 12))
        if form == "phone":
            yield {"text": f"070-174 06 {next(self.phones):02d}"}
        yield from ({"text": text} for text in TEXTS.get(form, ()))
        if kind == "date" or form in ("date", "period"):
            yield from ({"text": text} for text in self._days(control))
        if kind == "number":
            bounds = [str(control[each]) for each in ("min", "max") if each in control]
            yield from ({"text": text} for text in [*NUMBERS, *bounds])
        yield from ({"text": text} for text in [*WORDS, *NUMBERS[:2]])
        yield from ({"text": text} for texts in TEXTS.values() for text in texts)
        yield from ({"text": text} for text in self._days(control))

    def _days(self, control: dict[str, Any]) -> Iterator[str]:
        bounds = [str(control[each]) for each in ("min", "max") if each in control]
        yield from sorted(bounds, key=_far)
        for days in DAYS:
            first: date = START.date() + timedelta(days=days)
            yield first.isoformat()
            yield f"{first} – {first + timedelta(days=70)}"

    # ── Signing ───────────────────────────────────────────────────────────────────────────────

    def _sign(self) -> None:
        sign(self.chat.browser, self.links("sign")[-1], (self.me.personnummer, self.me.name))
        for party in self._parties():
            link = self.town.invitation(party.number)
            sign(self.town.browser(), link, (party.personnummer, party.name))
        self.talk = self.chat.all()

    def _parties(self) -> list[Signer]:
        """Whoever was given with a personal number and a phone: the others who sign."""
        found: dict[str, Signer] = {}
        for path, text in self.given.items():
            party, _, part = path.rpartition(".")
            if part in ("name", "personnummer", "phone"):
                setattr(found.setdefault(party, Signer()), part, text)
        return [each for each in found.values() if each.personnummer and each.phone]


def _far(day: str) -> int:
    """Days from today: who is free to choose chooses what is near."""
    try:
        return abs((date.fromisoformat(day) - START.date()).days)
    except ValueError:
        return 0


def _last_resort(value: str) -> bool:
    """Going back and giving up come after everything else."""
    return value in ("later", "save", "cancel", "forget", "human", "services", "end")
