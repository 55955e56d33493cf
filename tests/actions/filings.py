"""A small municipality with a movable clock, in which tests file, sign and handle cases."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Engine, Table, func, select

from actions import conversations, drafts, parties, revisions, signing
from actions.assembly import Assembly
from actions.errors import RefusedError
from actions.parties import PartyView
from actions.references import new_reference
from actions.signing import Signature, SignResult
from actions.store.database import in_transaction
from actions.store.sealing import Keyring, new_id
from actions.store.tables import cases as case_rows
from actions.store.tables import drafts as draft_rows
from actions.store.tables import outbox as outbox_rows
from actions.turn import TurnRequest, run_turn
from actions.worlds import read_texts
from dialogs.conversation import Answer, Draft, Person
from dialogs.events import LoggedIn
from dialogs.finding import Finder, entry_of
from dialogs.service import Service
from dialogs.statuses import Status
from dialogs.texts import LocalText
from dialogs.world import Municipality, Unit, World
from tests.definitions import a_field, a_service

T = TypeVar("T")

TEXTS = read_texts(Path(__file__).parents[2] / "config" / "texts")
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

#: Skatteverket's published test numbers, and made-up ones with a right check digit.
ANNA = Person(personnummer="199001012385", name="Anna Ek", email="anna@example.se")
BO = Person(personnummer="198502122388", name="Bo Ek")
CIA = Person(personnummer="197811112387", name="Cia Berg")
DAN = Person(personnummer="196403032391", name="Dan Ohl")

OFFICER = "195001012386"


#: A conversation that has been ended.
GONE = "gone"


def joint_service(*more: dict[str, Any], **overrides: Any) -> Service:
    """Everybody signs; who files alone is asked for nobody else. `more` is asked first."""
    return a_service(
        *more,
        a_field("onskemal", "text", ask="Vad vill du till {municipality}?"),
        a_field("ensam"),
        a_field("andra", "party", role="den andra vårdnadshavaren", when=_not_alone()),
        a_field("fler", "group", min=0, max=3, row="Person", add="En till?", fields=[
            a_field("part", "party", role="en till"),
        ]),
        a_field("telefon", "phone", visibility="private", optional=True),
        a_field("epost", "email", visibility="private", optional=True),
        **{"sign": "all", "unverified": ["Vårdnaden har inte kontrollerats."], **overrides},
    )  # fmt: skip


def _not_alone() -> dict[str, Any]:
    return {"field": "ensam", "is": False}


def plain_service(**overrides: Any) -> Service:
    """Nobody signs and nobody logs in."""
    return a_service(
        a_field("onskemal", "text"),
        a_field("epost", "email", visibility="private", optional=True),
        **{"id": "synpunkt", "sign": "none", "login": False, **overrides},
    )


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **time: float) -> None:
        self.now += timedelta(**time)


class Office:
    """The actions with one database. Each method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.clock = Clock()
        self.services = {each.id: each for each in (joint_service(), plain_service())}
        unit = Unit(id="kundtjanst", name=LocalText({"sv": "Kundtjänst"}), email="kt@kommun.se")
        self.municipality = Municipality(
            name="Provby kommun",
            customer_service=LocalText({"sv": "Ring 0612-80 00 00."}),
            phone="0612-80 00 00",
            email="kommun@kommun.se",
            address="Torget 1, Provby",
            opening_hours=LocalText({"sv": "8–16"}),
            units={"kundtjanst": unit},
        )
        self.assembly = Assembly(
            keyring=Keyring(["a secret that is long enough for tests"]),
            world=self.world,
            now=self.clock,
            public_url="https://e.example.se",
        )

    def world(self) -> World:
        return World(
            services=self.services,
            texts=TEXTS,
            municipality=self.municipality,
            finder=Finder(entry_of(each) for each in self.services.values()),
        )

    def act(self, act: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """Calls an action with the assembly and a connection, in a transaction of its own."""
        return in_transaction(
            self.engine, lambda connection: act(self.assembly, connection, *args, **kwargs)
        )

    # ── Filing ───────────────────────────────────────────────────────────────────────────────

    def conversation(self, *, channel: str = "web") -> str:
        return self.act(conversations.open_conversation, channel=channel).conversation_id

    def draft(
        self,
        answers: Mapping[str, Any],
        *,
        service: str = "provtjanst",
        owner: Person | None = ANNA,
        conversation_id: str | None = None,
    ) -> Draft:
        """A stored draft of somebody who is logged in where it is made; what is not answered is missing."""
        definition = self.services[service]
        draft = Draft(
            id=new_id(),
            reference=new_reference(),
            service=service,
            version=definition.version,
            created_at=self.clock.now,
            owner=owner.personnummer if owner else None,
            answers={
                path: Answer(value=value, at=self.clock.now) for path, value in answers.items()
            },
        )
        where = conversation_id or self.conversation()
        if owner is not None and where != GONE:
            self.act(run_turn, TurnRequest(conversation_id=where, event=LoggedIn(person=owner)))

        def store(assembly: Assembly, connection: Connection) -> None:
            row = drafts.insertion(assembly, draft, where, self.clock.now)
            drafts.INSERT.run(connection, [row])

        self.act(store)
        return draft

    def sent(
        self,
        *others: Person,
        filer: Person = ANNA,
        conversation_id: str | None = None,
        **answers: Any,
    ) -> Draft:
        """A joint filing that waits for the filer's signature."""
        draft = self.draft(
            joint_answers(*others, **answers), owner=filer, conversation_id=conversation_id
        )
        return self.act(signing.send, draft, filer)

    def sign(self, draft: Draft, person: Person, **changes: Any) -> SignResult:
        party = self.party(draft, person)
        revision_id = self.revision_id(draft)
        signature = self.signature(draft, person, **changes)
        return self.act(
            signing.sign, party_id=party.id, revision_id=revision_id, signature=signature
        )

    def signature(self, draft: Draft, person: Person, **changes: Any) -> Signature:
        """What a provider answers when `person` signs the current revision."""
        view = self.act(_current_revision, draft.id)
        signed = Signature(
            provider="demo",
            operation="sign",
            person=person,
            hash=view.hash,
            evidence={"signature": "…"},
            at=self.clock.now,
        )
        return msgspec.structs.replace(signed, **changes)

    def decline(self, draft: Draft, person: Person, reason: str = "Nej") -> None:
        self.act(
            signing.decline,
            party_id=self.party(draft, person).id,
            revision_id=self.revision_id(draft),
            person=person,
            reason=reason,
        )

    # ── Looking ──────────────────────────────────────────────────────────────────────────────

    def status(self, draft: Draft) -> Status:
        return Status(self.column(draft, draft_rows.c.status))

    def revision_id(self, draft: Draft) -> str:
        return str(self.column(draft, draft_rows.c.revision_id))

    def column(self, draft: Draft, column: Any) -> Any:
        with self.engine.connect() as connection:
            return connection.execute(select(column).where(draft_rows.c.id == draft.id)).scalar()

    def parties(self, draft: Draft) -> Sequence[PartyView]:
        return self.act(parties.of_revision, self.revision_id(draft))

    def party(self, draft: Draft, person: Person) -> PartyView:
        return next(
            each for each in self.parties(draft) if each.personnummer == person.personnummer
        )

    def count(self, table: Table) -> int:
        with self.engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(table)).scalar_one()

    def notices(self, kind: str | None = None) -> list[dict[str, Any]]:
        """What is in the outbox, oldest first: its payload with the channel."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(outbox_rows).order_by(outbox_rows.c.intent)).all()
        found = []
        for row in rows:
            key = self.assembly.keyring.row_key(row.id, row.key)
            payload = msgspec.json.decode(key.open(row.payload, "payload"))
            found.append({**payload, "channel": row.channel, "party": row.party_id})
        return [each for each in found if kind is None or each.get("kind") == kind]

    def deliveries(self, draft: Draft) -> int:
        """Cases and mails to the unit: nothing of the kind may exist before receipt (C9)."""
        with self.engine.connect() as connection:
            received = connection.execute(
                select(func.count()).where(case_rows.c.draft_id == draft.id)
            ).scalar_one()
        staff = [
            each
            for each in self.notices()
            if each["kind"] in ("new_case", "received")
            and each["params"]["reference"] == draft.reference
        ]
        return received + len(staff)

    def told(self, conversation_id: str) -> str:
        """All that was said in a conversation, whether or not it is shown now."""
        messages = self.act(conversations.said_after, conversation_id, 0)
        return "\n".join(message.text for message in messages)


def _current_revision(assembly: Assembly, connection: Connection, draft_id: str) -> Any:
    revision_id = connection.execute(
        select(draft_rows.c.revision_id).where(draft_rows.c.id == draft_id)
    ).scalar_one()
    return revisions.load(assembly, connection, revision_id)


def joint_answers(*others: Person, **answers: Any) -> dict[str, Any]:
    """Complete answers of the joint service, with these other parties."""
    found: dict[str, Any] = {"onskemal": "Byta skola", "ensam": not others}
    for index, person in enumerate(others):
        path = "andra" if index == 0 else f"fler.{index - 1}.part"
        found |= {
            f"{path}.name": person.name,
            f"{path}.personnummer": person.personnummer,
            f"{path}.phone": f"+4670174060{index}",
        }
    for row in range(max(0, len(others) - 1)):
        found[f"fler.+{row}"] = True
    if len(others) < 4:
        found[f"fler.+{max(0, len(others) - 1)}"] = False
    return {**found, "telefon": None, "epost": ANNA.email, "samtycke": True, **answers}


def refusal(act: Callable[[], Any]) -> str:
    """The reason with which `act` is refused."""
    try:
        act()
    except RefusedError as error:
        return error.reason
    raise AssertionError("it was not refused")


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
