"""Everything that is kept about a person, for that person (row 30).

The right of access and to have one's data in a form for machines: the data protection regulation
(EU) 2016/679, articles 15 and 20. The caller has identified the person.
"""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, and_, or_, select

from actions import drafts, parties, preferences, revisions
from actions.assembly import Assembly
from actions.preferences import Preferences
from actions.revisions import Completion, Note
from actions.store.tables import conversations
from actions.store.tables import drafts as draft_rows
from actions.store.tables import parties as party_rows
from actions.transcript import transcript_of
from dialogs.clock import STOCKHOLM
from dialogs.conditions import Value
from dialogs.conversation import Answer, Draft, Person
from dialogs.journey import Question, walk
from dialogs.statuses import Status
from dialogs.texts import SWEDISH
from dialogs.world import World


class KnownAnswer(msgspec.Struct, frozen=True):
    #: The path of the question, its title, and the answer as people read it.
    path: str
    question: str
    answer: str
    value: Value | None
    at: datetime
    #: "said", "tapped", "prefilled" …
    how: str


class KnownFiling(msgspec.Struct, frozen=True):
    """A draft or a case of the person's."""

    reference: str
    service: str
    status: str
    begun_at: datetime
    changed_at: datetime
    answers: tuple[KnownAnswer, ...]
    #: What officers wrote, and what the person added afterwards.
    notes: tuple[Note, ...]
    completions: tuple[Completion, ...]


class KnownRequest(msgspec.Struct, frozen=True):
    """What somebody else asked the person to sign, as far as it is about the person."""

    reference: str
    service: str
    role: str
    state: str
    name: str
    phone: str | None
    email: str | None
    invited_at: datetime | None
    acted_at: datetime | None
    reason: str


class KnownLine(msgspec.Struct, frozen=True):
    at: datetime
    sender: str
    text: str


class KnownChat(msgspec.Struct, frozen=True):
    """A conversation in which the person is logged in."""

    channel: str
    begun_at: datetime
    lines: tuple[KnownLine, ...]


class Export(msgspec.Struct, frozen=True, kw_only=True):
    at: datetime
    person: Person
    filings: tuple[KnownFiling, ...]
    requests: tuple[KnownRequest, ...]
    chats: tuple[KnownChat, ...]
    #: None: nothing was chosen.
    preferences: Preferences | None


def export_of(assembly: Assembly, connection: Connection, person: Person) -> Export:
    """Read in one transaction, so that it is a picture of one moment."""
    mac = assembly.keyring.mac("person", person.personnummer)
    return Export(
        at=assembly.now(),
        person=person,
        filings=_filings(assembly, connection, person),
        requests=_requests(assembly, connection, mac),
        chats=_chats(assembly, connection, mac),
        preferences=preferences.load(assembly, connection, preferences.of_person(mac)),
    )


def as_json(export: Export) -> bytes:
    return msgspec.json.format(msgspec.json.encode(export), indent=2)


def _filings(assembly: Assembly, connection: Connection, person: Person) -> tuple[KnownFiling, ...]:
    found = drafts.of_person(assembly, connection, person.personnummer)
    stored = drafts.load_many(assembly, connection, [each.draft_id for each in found])
    known = []
    for filing in found:
        one = stored[filing.draft_id]
        revision_id = one.revision_id
        private = revisions.private_of(assembly, connection, revision_id) if revision_id else None
        known.append(
            KnownFiling(
                reference=filing.reference,
                service=filing.service,
                status=filing.status.value,
                begun_at=filing.begun_at,
                changed_at=filing.changed_at,
                answers=_answers(assembly, one.draft),
                notes=private.notes if private else (),
                completions=private.completions if private else (),
            )
        )
    return tuple(known)


def _answers(assembly: Assembly, draft: Draft) -> tuple[KnownAnswer, ...]:
    """In the words of the definition in force; what that does not ask any more by its path."""
    world = assembly.world()
    service = world.services.get(draft.service)
    questions: dict[str, Question] = {}
    if service is not None:
        today = assembly.now().astimezone(STOCKHOLM).date()
        walked = walk(service, draft.answers, facts={}, today=today)
        questions = {each.path: each for each in walked.questions}
    return tuple(
        KnownAnswer(
            path=path,
            question=questions[path].title(SWEDISH) if path in questions else path,
            answer=_shown(world, questions.get(path), answer),
            value=answer.value,
            at=answer.at,
            how=answer.how,
        )
        for path, answer in draft.answers.items()
        if answer.how != "shown"
    )


def _shown(world: World, question: Question | None, answer: Answer) -> str:
    if answer.value is None:
        return world.texts.say(SWEDISH, "summary.unanswered")
    if question is None:
        return str(answer.value)
    return question.type.show(question.field, answer.value, SWEDISH)


def _requests(assembly: Assembly, connection: Connection, mac: str) -> tuple[KnownRequest, ...]:
    """What was asked, or will be when it is the person's turn. Before the filer has signed nothing is:
    that somebody prepares a filing is theirs alone."""
    is_next = and_(
        draft_rows.c.status == Status.AWAITING_PARTIES,
        draft_rows.c.revision_id == party_rows.c.revision_id,
    )
    rows = connection.execute(
        select(party_rows.c.id, draft_rows.c.reference, draft_rows.c.service)
        .join(draft_rows, draft_rows.c.id == party_rows.c.draft_id)
        .where(
            party_rows.c.person_mac == mac,
            party_rows.c.role == "party",
            or_(party_rows.c.invited_at.is_not(None), is_next),
        )
        .order_by(party_rows.c.id)
    ).all()
    return tuple(
        KnownRequest(
            reference=row.reference,
            service=row.service,
            role=view.role,
            state=view.state,
            name=view.name,
            phone=view.phone,
            email=view.email,
            invited_at=view.invited_at,
            acted_at=view.acted_at,
            reason=view.reason,
        )
        for row in rows
        for view in (parties.load(assembly, connection, row.id),)
    )


def _chats(assembly: Assembly, connection: Connection, mac: str) -> tuple[KnownChat, ...]:
    rows = connection.execute(
        select(conversations.c.id, conversations.c.channel)
        .where(conversations.c.person_mac == mac)
        .order_by(conversations.c.created_at)
    ).all()
    chats = []
    for row in rows:
        transcript = transcript_of(assembly, connection, row.id)
        lines = tuple(
            KnownLine(at=line.at, sender=line.message.sender, text=line.message.text)
            for line in transcript.lines
        )
        chats.append(KnownChat(channel=row.channel, begun_at=transcript.begun_at, lines=lines))
    return tuple(chats)
