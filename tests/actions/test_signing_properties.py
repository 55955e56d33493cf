"""Whatever people do to a filing, in any order: what must always hold (threats.md, invariants 4–7).

Each example takes one filing through random acts of its filer and parties, some with links of
earlier rounds and some too late, and looks at the rows after each act.
"""

import io
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from sqlalchemy import func, select

from actions import cases, expiry, inviting, revisions, signing
from actions.errors import ArendebotError
from actions.receipt import render_receipt
from actions.signing import Signature
from actions.store.tables import cases as case_rows
from actions.store.tables import drafts as draft_rows
from actions.store.tables import outbox as outbox_rows
from actions.store.tables import parties as party_rows
from actions.store.tables import signatures as signature_rows
from actions.store.tables import tickets as ticket_rows
from dialogs.conversation import Answer, Draft, Person
from dialogs.service import SigningOrder
from dialogs.statuses import ALLOWED, SIGNING_STATUSES, TERMINAL_STATUSES, Status
from tests.actions.filings import ANNA, BO, CIA, DAN, TEXTS, Office, joint_answers, joint_service

#: An act and whom it is about: 0 is the filer.
Step = tuple[str, int]

#: What ends signing, besides receipt: no link may open anything after it.
_STOPPED = {*TERMINAL_STATUSES, Status.DRAFT, Status.DECLINED, Status.EXPIRED}


class Round:
    """One revision that was sent, and its parties."""

    def __init__(self, office: Office, draft: Draft) -> None:
        self.revision_id = office.revision_id(draft)
        self.hash = office.act(revisions.load, self.revision_id).hash
        self.parties = {each.personnummer: each.id for each in office.parties(draft)}


class Filing:
    """A filing and what is done to it."""

    def __init__(self, office: Office, order: SigningOrder, others: int) -> None:
        office.services["provtjanst"] = joint_service(signing_order=order.value)
        self.office, self.order = office, order
        self.people = (ANNA, BO, CIA, DAN)[: others + 1]
        self.draft = office.draft(joint_answers(*self.people[1:]))
        self.draft = office.act(signing.send, self.draft, ANNA)
        self.rounds = [Round(office, self.draft)]
        self.status = self.status_now()

    def status_now(self) -> Status:
        return Status(self.read(draft_rows.c.status))

    @property
    def is_gone(self) -> bool:
        """It was stopped, and nobody touched it for so long that it was deleted."""
        return self.read(draft_rows.c.status) is None

    def read(self, column: Any) -> Any:
        return self.office.column(self.draft, column)

    # ── acts ─────────────────────────────────────────────────────────────────────────────────

    def do(self, step: Step) -> None:
        """Does it, or is refused; then nothing may have changed."""
        name, number = step
        before = self.rows()
        try:
            ACTS[name](self, self.people[number % len(self.people)])
        except ArendebotError:
            assert self.rows() == before, f"{name} was refused and yet changed something"

    def sign(self, person: Person, *, at: int = -1, by: Person | None = None) -> None:
        wanted = self.rounds[at]
        signature = Signature(
            provider="demo",
            operation="sign",
            person=by or person,
            hash=wanted.hash,
            evidence={},
            at=self.office.clock.now,
        )
        self.office.act(
            signing.sign,
            party_id=wanted.parties[person.personnummer],
            revision_id=wanted.revision_id,
            signature=signature,
        )

    def decline(self, person: Person) -> None:
        self.office.act(
            signing.decline,
            party_id=self.party_id(person),
            revision_id=self.rounds[-1].revision_id,
            person=person,
            reason="Nej",
        )

    def reopen(self, _person: Person) -> None:
        self.draft = self.office.act(signing.reopen, self.draft)

    def send(self, person: Person) -> None:
        """With another answer than before."""
        wish = Answer(value=f"Önskan {len(self.rounds)}", at=self.office.clock.now)
        answers = {**self.draft.answers, "onskemal": wish}
        changed = msgspec.structs.replace(self.draft, answers=answers)
        self.draft = self.office.act(signing.send, changed, person)
        self.rounds.append(Round(self.office, self.draft))

    def edit(self, person: Person) -> None:
        self.reopen(person)
        self.send(ANNA)

    def withdraw(self, person: Person) -> None:
        self.office.act(signing.withdraw, self.draft.id, person=person)

    def readdress(self, person: Person) -> None:
        self.office.act(inviting.readdress, self.party_id(person), way="sms", to="+46701740699")

    def remind(self, person: Person) -> None:
        self.office.clock.pass_(seconds=1)
        self.office.act(signing.resend, self.party_id(person))

    def extend(self, person: Person) -> None:
        self.office.clock.pass_(days=2)
        self.office.act(signing.extend, self.draft.id, person=person)

    def expire(self, _person: Person) -> None:
        self.office.clock.pass_(days=31)
        self.sweep(_person)

    def be_late(self, _person: Person) -> None:
        """The time is up, and the sweep has not come yet."""
        self.office.clock.pass_(days=31)

    def sweep(self, _person: Person) -> None:
        while (swept := self.office.act(expiry.sweep)).expired + swept.completed:
            pass

    def party_id(self, person: Person) -> str:
        return self.rounds[-1].parties[person.personnummer]

    # ── what must hold ───────────────────────────────────────────────────────────────────────

    def rows(self) -> Any:
        """Everything that an act could change."""
        with self.office.engine.connect() as connection:
            draft = connection.execute(
                select(
                    draft_rows.c.status, draft_rows.c.revision_id, draft_rows.c.expires_at
                ).where(draft_rows.c.id == self.draft.id)
            ).one()
            states = connection.execute(
                select(party_rows.c.id, party_rows.c.state, party_rows.c.details)
                .where(party_rows.c.draft_id == self.draft.id)
                .order_by(party_rows.c.id)
            ).all()
            counted = [
                connection.execute(
                    select(func.count()).where(table.c.draft_id == self.draft.id)
                ).scalar_one()
                for table in (signature_rows, case_rows, outbox_rows, ticket_rows)
            ]
        return draft, states, counted

    def check(self) -> None:
        status = self.status_now()
        self._check_status(status)
        self._check_signatures(status)
        self._check_deliveries(status)
        self._check_turns(status)

    def _check_status(self, status: Status) -> None:
        """Invariant 7: along the allowed edges, and what is over opens nothing."""
        assert status == self.status or self._leads(self.status, status)
        self.status = status
        if status in _STOPPED:
            with self.office.engine.connect() as connection:
                alive = connection.execute(
                    select(func.count()).where(
                        ticket_rows.c.draft_id == self.draft.id,
                        ticket_rows.c.purpose == "sign",
                        ticket_rows.c.expires_at > self.office.clock.now,
                    )
                ).scalar_one()
            assert alive == 0, f"a link to sign is alive while it is {status}"

    def _leads(self, old: Status, new: Status) -> bool:
        """An edit goes by way of a draft."""
        return new in ALLOWED[old] or (
            Status.DRAFT in ALLOWED[old] and new in ALLOWED[Status.DRAFT]
        )

    def _check_signatures(self, status: Status) -> None:
        """Invariants 4 and 5: received if and only if all of one revision have signed its hash."""
        revision_id = self.read(draft_rows.c.revision_id)
        if revision_id is None:
            assert status in (Status.DRAFT, Status.WITHDRAWN)
            return
        with self.office.engine.connect() as connection:
            required = set(
                connection.execute(
                    select(party_rows.c.id).where(party_rows.c.revision_id == revision_id)
                ).scalars()
            )
            signed = dict(
                connection.execute(
                    select(signature_rows.c.party_id, signature_rows.c.hash).where(
                        signature_rows.c.revision_id == revision_id
                    )
                ).all()
            )
        revision = self.office.act(revisions.load, revision_id)
        recomputed = revisions.digest(revision.content)
        assert set(signed.values()) <= {recomputed}
        assert len(required) == len(self.people)
        is_received = self.read_case()
        assert is_received == (set(signed) == required)
        assert is_received or status is not Status.RECEIVED

    def read_case(self) -> bool:
        with self.office.engine.connect() as connection:
            query = select(case_rows.c.revision_id).where(case_rows.c.draft_id == self.draft.id)
            return connection.execute(query).first() is not None

    def _check_deliveries(self, status: Status) -> None:
        """Invariant 6 (C9): nothing reaches the municipality before receipt, and then once."""
        with self.office.engine.connect() as connection:
            intents = connection.execute(
                select(outbox_rows.c.intent).where(outbox_rows.c.draft_id == self.draft.id)
            ).scalars()
            out = [each for each in intents if each.startswith(("new_case:", "received:"))]
        expected = ["new_case", "received"] if self.read_case() else []
        assert sorted(each.partition(":")[0] for each in out) == expected

    def _check_turns(self, status: Status) -> None:
        """Who is asked: nobody before the filer has signed, then all or exactly one."""
        if status not in SIGNING_STATUSES:
            return
        _filer, *others = self.office.parties(self.draft)
        asked = [each for each in others if each.state == "invited"]
        waiting = [each for each in others if each.state == "waiting"]
        if status is Status.AWAITING_SIGNATURE:
            assert waiting == others
        elif self.order is SigningOrder.PARALLEL:
            assert not waiting
        else:
            order = [each.state for each in others]
            assert order == sorted(order, key=("signed", "invited", "waiting").index)
            assert len(asked) == 1, "it is always somebody's turn, and one person's only"
        with self.office.engine.connect() as connection:
            told = set(connection.execute(select(outbox_rows.c.party_id)).scalars())
        assert not told & {each.id for each in waiting}, "told before it was their turn"

    def check_receipt(self) -> None:
        """Threat C3: signed, archived, recomputed and printed are one hash."""
        content, archived = self.office.act(
            cases.receipt_content, self.draft.id, public_url="https://e.example.se"
        )
        with self.office.engine.connect() as connection:
            hashes = set(
                connection.execute(
                    select(signature_rows.c.hash)
                    .join(case_rows, case_rows.c.revision_id == signature_rows.c.revision_id)
                    .where(case_rows.c.draft_id == self.draft.id)
                ).scalars()
            )
        pdf = PdfReader(io.BytesIO(render_receipt(content, texts=TEXTS, revision=archived)))
        printed = "".join("".join(page.extract_text() for page in pdf.pages).split())
        recomputed = revisions.digest(msgspec.json.decode(archived, type=revisions.RevisionContent))
        assert hashes == {recomputed}
        assert recomputed in printed


ACTS: Mapping[str, Callable[[Filing, Person], None]] = {
    "sign": Filing.sign,
    "sign the first round": lambda filing, person: filing.sign(person, at=0),
    "sign as somebody else": lambda filing, person: filing.sign(
        person, by=ANNA if person is not ANNA else BO
    ),
    "decline": Filing.decline,
    "withdraw": Filing.withdraw,
    "reopen": Filing.reopen,
    "send": Filing.send,
    "edit": Filing.edit,
    "readdress": Filing.readdress,
    "remind": Filing.remind,
    "extend": Filing.extend,
    "expire": Filing.expire,
    "be late": Filing.be_late,
    "sweep": Filing.sweep,
}
#: Signing and changing is what people mostly do; without it no filing would get far.
_OFTEN = [*ACTS, *["sign"] * 8, *["edit", "decline", "sign the first round"] * 2]
_steps = st.lists(
    st.tuples(st.sampled_from(_OFTEN), st.integers(0, 3)), min_size=4, max_size=18
).map(lambda steps: [("sign", 0), *steps])


@pytest.mark.parametrize("order", list(SigningOrder))
@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=_steps, others=st.integers(1, 3))
def test_what_must_hold_holds_after_every_act(
    office: Office, order: SigningOrder, steps: list[Step], others: int
) -> None:
    filing = Filing(office, order, others)
    filing.check()
    for step in steps:
        filing.do(step)
        if filing.is_gone:
            return
        filing.check()


@pytest.mark.parametrize("order", list(SigningOrder))
@settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=_steps, others=st.integers(1, 3), last=st.permutations(range(4)))
def test_c3_signed_archived_recomputed_and_printed_are_one_hash(
    office: Office, order: SigningOrder, steps: list[Step], others: int, last: list[int]
) -> None:
    """After random edits and signatures everybody signs, in any order; then it is a case."""
    filing = Filing(office, order, others)
    for step in steps:
        filing.do(step)
        if filing.is_gone:
            return
    if not filing.read_case():
        if filing.status_now() in SIGNING_STATUSES | {Status.DECLINED, Status.EXPIRED}:
            filing.do(("reopen", 0))
        filing.do(("send", 0))
        for number in [0, *last * (others + 1)]:
            filing.do(("sign", number))
    if filing.read_case():
        filing.check_receipt()
    else:
        assert filing.status_now() is Status.WITHDRAWN
