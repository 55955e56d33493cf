"""Fills in the links that the engine asked for: each gets a fresh ticket."""

from datetime import timedelta

import msgspec
from sqlalchemy import Connection, select

from actions import tickets
from actions.assembly import Assembly
from actions.conversation_rows import reader_of
from actions.errors import NotFoundError
from actions.store.tables import drafts, parties
from dialogs.engine import Turn
from dialogs.messages import TRANSCRIPT, Link, Message, draft_of


def fill_in(assembly: Assembly, connection: Connection, turn: Turn) -> Turn:
    """The turn with an address in every link."""
    messages = tuple(
        _with_addresses(assembly, connection, turn, message) for message in turn.messages
    )
    return msgspec.structs.replace(turn, messages=messages)


def _with_addresses(
    assembly: Assembly, connection: Connection, turn: Turn, message: Message
) -> Message:
    if not message.links:
        return message
    filled = tuple(_address(assembly, connection, turn, link) for link in message.links)
    return msgspec.structs.replace(message, links=filled)


def _address(assembly: Assembly, connection: Connection, turn: Turn, link: Link) -> Link:
    if link.url.startswith("/"):
        return msgspec.structs.replace(link, url=assembly.public_url + link.url)
    about = draft_of(link.url)
    if link.url and about is None and link.url != TRANSCRIPT:
        return link
    conversation = turn.conversation
    draft_id = about or conversation.draft_id
    match link.purpose:
        case "info" if link.url == TRANSCRIPT:
            url = tickets.issue(
                assembly,
                connection,
                purpose="transcript",
                life=tickets.TRANSCRIPT_LIFE,
                conversation_id=conversation.id,
                details={"reader": reader_of(assembly, conversation)},
            )
        case "login":
            url = tickets.issue(
                assembly,
                connection,
                purpose="login",
                life=tickets.LOGIN_LIFE,
                conversation_id=conversation.id,
                draft_id=draft_id,
                # Shown in the chat and on the page: the person can see that they belong together.
                details={"shown_number": turn.shown_number},
            )
        case "secure-answer":
            url = tickets.issue(
                assembly,
                connection,
                purpose="secure-answer",
                life=tickets.SECURE_ANSWER_LIFE,
                conversation_id=conversation.id,
                draft_id=draft_id,
            )
        case "sign":
            url = _sign_address(assembly, connection, turn, draft_id)
        case "receipt":
            url = tickets.issue(
                assembly,
                connection,
                purpose="receipt",
                life=tickets.RECEIPT_LIFE,
                # No conversation: nothing leads from an anonymous case to its chat (threat B6).
                draft_id=draft_id,
            )
        case _:
            raise AssertionError(f"a link with purpose {link.purpose} has no address")
    return msgspec.structs.replace(link, url=url)


def _sign_address(
    assembly: Assembly, connection: Connection, turn: Turn, draft_id: str | None
) -> str:
    """The link to review and sign the frozen revision: the logged-in person's, or the filer's."""
    person = turn.conversation.person
    signer = (
        parties.c.role == "filer"
        if person is None
        else parties.c.person_mac == assembly.keyring.mac("person", person.personnummer)
    )
    row = connection.execute(
        select(drafts.c.revision_id, drafts.c.expires_at, parties.c.id.label("party_id"))
        .join(parties, parties.c.revision_id == drafts.c.revision_id)
        .where(drafts.c.id == draft_id, signer)
    ).one_or_none()
    if row is None:
        raise NotFoundError("nothing to sign")
    left: timedelta = row.expires_at - assembly.now()
    return tickets.issue(
        assembly,
        connection,
        purpose="sign",
        life=left,
        conversation_id=turn.conversation.id,
        draft_id=draft_id,
        revision_id=row.revision_id,
        party_id=row.party_id,
    )
