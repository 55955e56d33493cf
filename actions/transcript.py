"""The whole of a conversation to keep: as text and as an accessible PDF (row 36)."""

import hmac
from datetime import datetime

import msgspec
from babel.dates import format_datetime
from sqlalchemy import Connection, select

from actions.assembly import Assembly
from actions.conversation_rows import decode_conversation, read_conversation, reader_of
from actions.errors import NotFoundError, RefusedError
from actions.store.tables import conversations, turns
from actions.turn import decode_messages
from actions.typesetting import typeset
from dialogs.clock import STOCKHOLM
from dialogs.logins import as_of, hidden_to
from dialogs.messages import Message
from dialogs.texts import Texts, base_of


class Line(msgspec.Struct, frozen=True):
    """One thing that was said."""

    at: datetime
    message: Message


class Transcript(msgspec.Struct, frozen=True, kw_only=True):
    language: str
    municipality: str
    begun_at: datetime
    lines: tuple[Line, ...]
    #: When it was written out.
    at: datetime


def transcript_of(
    assembly: Assembly, connection: Connection, conversation_id: str, *, after: int = 0
) -> Transcript:
    """What was said so far, or since the message with the number `after`, for who may read it.

    What was said with a former person is left out (threat B3), and sensitive answers were never kept
    in it. Raises NotFoundError.
    """
    row = connection.execute(
        select(conversations).where(conversations.c.id == conversation_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError("conversation")
    key = assembly.keyring.row_key(conversation_id, row.key)
    conversation = decode_conversation(key.open(row.state, "state"))
    after = max(after, conversation.hidden_to)
    found = connection.execute(
        select(turns.c.number, turns.c.messages, turns.c.at)
        .where(turns.c.conversation_id == conversation_id, turns.c.last_number > after)
        .order_by(turns.c.number)
    ).all()
    return Transcript(
        language=conversation.language,
        municipality=assembly.world().municipality.name,
        begun_at=row.created_at,
        lines=tuple(
            Line(at=turn.at, message=message)
            for turn in found
            for message in decode_messages(key.open(turn.messages, f"turn {turn.number}"))
            if message.number > after
        ),
        at=assembly.now(),
    )


def shown_transcript(
    assembly: Assembly, connection: Connection, conversation_id: str, *, reader: str
) -> Transcript:
    """What may be shown now to whom the link was made for (`reader_of`).

    Raises NotFoundError; RefusedError "transcript_login" when another than the reader is there by now
    (threat B3), or the login has ended (threat A11).
    """
    conversation = read_conversation(assembly, connection, conversation_id)
    if conversation is None:
        raise NotFoundError("conversation")
    present = reader_of(assembly, as_of(conversation, assembly.now()))
    if not hmac.compare_digest(present, reader):
        raise RefusedError("transcript_login")
    last = connection.execute(
        select(conversations.c.last_number).where(conversations.c.id == conversation_id)
    ).scalar_one()
    after = hidden_to(conversation, last, assembly.now())
    return transcript_of(assembly, connection, conversation_id, after=after)


def speaker(line: Line, transcript: Transcript, texts: Texts) -> str:
    return texts.say(transcript.language, f"transcript.{line.message.sender}")


def as_text(transcript: Transcript, texts: Texts) -> str:
    """Plain text, a blank line between what was said."""
    blocks = [_title(transcript, texts), _written(transcript, texts)]
    for line in transcript.lines:
        when = _moment(line.at, transcript.language)
        blocks.append(f"{speaker(line, transcript, texts)}, {when}\n{_shown(line)}")
    return "\n\n".join(blocks) + "\n"


def as_pdf(transcript: Transcript, texts: Texts) -> bytes:
    """The same as a file that can be archived and read aloud."""

    def say(key: str) -> str:
        return texts.say(transcript.language, f"transcript.{key}")

    page = {
        "title": _title(transcript, texts),
        "written": _written(transcript, texts),
        "language": transcript.language,
        "municipality": transcript.municipality,
        "labels": {
            "page": texts.say(transcript.language, "receipt.page", page="%number", pages="%total"),
            "replaced": texts.say(transcript.language, "receipt.replaced"),
            "not_sent": say("not_a_receipt"),
        },
        "lines": [
            {
                "who": speaker(line, transcript, texts),
                "when": _moment(line.at, transcript.language),
                "text": _shown(line),
                "own": line.message.sender == "person",
            }
            for line in transcript.lines
        ],
    }
    return typeset("transcript.typ", page, at=transcript.at)


def _title(transcript: Transcript, texts: Texts) -> str:
    return texts.say(transcript.language, "transcript.title", municipality=transcript.municipality)


def _written(transcript: Transcript, texts: Texts) -> str:
    return texts.say(
        transcript.language,
        "transcript.written",
        begun=_moment(transcript.begun_at, transcript.language),
        at=_moment(transcript.at, transcript.language),
    )


def _moment(at: datetime, language: str) -> str:
    return format_datetime(at.astimezone(STOCKHOLM), "d MMMM y HH:mm", locale=base_of(language))


def _shown(line: Line) -> str:
    """The words with the alternatives that were offered. Links are left out: they were secret."""
    choices = [f"– {choice.label}" for choice in line.message.choices or ()]
    return "\n".join([line.message.text, *choices])
