"""Carries out what a turn wants done besides talking, in the turn's own transaction.

The conversation that wanted it speaks for itself: nothing here writes to it.
"""

from datetime import timedelta

import msgspec
from sqlalchemy import Connection, update

from actions import customer_service, elsewhere, preferences, telling
from actions.assembly import Assembly
from actions.board import extend_signing, readdress_party, remind_party
from actions.completing import complete
from actions.drafts import StoredDraft, life
from actions.errors import NotFoundError, RefusedError
from actions.forgetting import forget
from actions.locked import owned_by, read
from actions.references import new_reference
from actions.sending import reopen, send
from actions.store.tables import drafts as draft_rows
from actions.withdrawing import (
    check_deletable,
    delete_draft,
    delete_rows,
    withdraw,
)
from dialogs.conversation import Draft
from dialogs.effects import (
    AskForHuman,
    CallHuman,
    ChoosePush,
    Complete,
    DeleteDraft,
    DiscardDraft,
    Effect,
    EndTakeover,
    ExtendSigning,
    Forget,
    KeepLonger,
    ReaddressParty,
    RemindParty,
    Reopen,
    Send,
    SetReminders,
    Withdraw,
)
from dialogs.messages import Message
from dialogs.statuses import Status
from dialogs.talk import Turn

#: So long a deletion can be undone.
UNDO_WITHIN = timedelta(hours=1)


def carry_out(
    assembly: Assembly, connection: Connection, turn: Turn, *, before: StoredDraft | None
) -> Turn:
    """The turn with its draft as the effects left it.

    `before` is the draft that the conversation had at hand when the turn began. What a rule refuses
    is told in the chat instead of what the engine would have said, and nothing is changed by it.
    """
    for effect in turn.effects:
        if isinstance(effect, DeleteDraft) and _is_unsent(turn, before, effect.draft_id):
            delete_rows(connection, effect.draft_id)
            continue
        try:
            with connection.begin_nested():
                turn = _carry_out(assembly, connection, turn, effect, before)
        except RefusedError as error:
            return _refused(assembly, turn, error.reason, before)
    return turn


def _is_unsent(turn: Turn, before: StoredDraft | None, draft_id: str) -> bool:
    """A draft at hand that was never frozen: nothing to look up and nobody to tell."""
    if before is None or before.draft.id != draft_id or before.revision_id is not None:
        return False
    person = turn.conversation.person
    is_own = before.draft.owner in (None, person.personnummer if person else None)
    return is_own and before.draft.status is Status.DRAFT


def _refused(assembly: Assembly, turn: Turn, reason: str, before: StoredDraft | None) -> Turn:
    """The turn of a wish that a rule refuses: says why, and leaves the draft as it was stored."""
    texts, language = assembly.world().texts, turn.conversation.language
    key = f"signing.refused.{reason}"
    said = texts.say(language, key if texts.has(key) else "signing.refused.other")
    draft = before.draft if before is not None else None
    return msgspec.structs.replace(
        turn,
        conversation=msgspec.structs.replace(
            turn.conversation, draft_id=draft.id if draft else None, pending=None
        ),
        draft=draft,
        messages=(Message(text=said, problem=True, draft=draft.reference if draft else None),),
        effects=(),
    )


def _carry_out(
    assembly: Assembly,
    connection: Connection,
    turn: Turn,
    effect: Effect,
    before: StoredDraft | None,
) -> Turn:
    conversation = turn.conversation
    match effect:
        case Send():
            draft = _at_hand(turn, before)
            sent = send(
                assembly, connection, draft, conversation.person, language=conversation.language
            )
            return _with_draft(turn, sent)
        case Reopen():
            return _with_draft(turn, reopen(assembly, connection, _at_hand(turn, before)))
        case Withdraw(draft_id=draft_id):
            withdraw(assembly, connection, draft_id, person=conversation.person, in_turn=True)
            return turn
        case DeleteDraft(draft_id=draft_id):
            locked = read(assembly, connection, draft_id, in_turn=True)
            owned_by(locked, conversation.person.personnummer if conversation.person else None)
            delete_draft(connection, locked)
            return turn
        case DiscardDraft(draft_id=draft_id):
            _discard(assembly, connection, turn, draft_id)
            return turn
        case KeepLonger(draft_id=draft_id):
            _keep_longer(assembly, connection, turn, draft_id)
            return turn
        case SetReminders(wanted=wanted):
            owners = {preferences.owner_of(assembly, conversation)}
            if wanted:
                # Also where the button was once tapped without a login.
                owners.add(preferences.of_conversation(conversation.id))
            for owner in sorted(owners):
                preferences.change(assembly, connection, owner, reminders=wanted)
            return turn
        case ChoosePush(way=way, to=to):
            owner = preferences.owner_of(assembly, conversation)
            preferences.change(assembly, connection, owner, way=way, to=to)
            return turn
        case Complete():
            status = complete(assembly, connection, effect, conversation.person)
            if turn.draft is None or turn.draft.id != effect.draft_id:
                return turn
            return _with_draft(turn, msgspec.structs.replace(turn.draft, status=status))
        case RemindParty(party_id=party_id):
            remind_party(assembly, connection, party_id, conversation.person)
            return turn
        case ReaddressParty(party_id=party_id, way=way, to=to):
            readdress_party(assembly, connection, party_id, conversation.person, way=way, to=to)
            return turn
        case ExtendSigning(draft_id=draft_id):
            extend_signing(assembly, connection, draft_id, conversation.person)
            return turn
        case CallHuman(text=text):
            _call_human(assembly, connection, turn, text)
            return turn
        case AskForHuman():
            customer_service.ask(assembly, connection, conversation.id)
            return turn
        case EndTakeover():
            customer_service.end(assembly, connection, conversation.id)
            return turn
        case Forget():
            forget(assembly, connection, conversation.id)
            return turn


def _discard(assembly: Assembly, connection: Connection, turn: Turn, draft_id: str) -> None:
    """From now on nobody sees the draft; unless that is undone it is deleted by the sweep."""
    conversation, now = turn.conversation, assembly.now()
    locked = read(assembly, connection, draft_id, in_turn=True)
    owned_by(locked, conversation.person.personnummer if conversation.person else None)
    check_deletable(connection, locked)
    connection.execute(
        update(draft_rows)
        .where(draft_rows.c.id == draft_id)
        .values(discarded_at=now, expires_at=now + UNDO_WITHIN)
    )
    elsewhere.put(
        assembly,
        connection,
        draft_id=draft_id,
        conversation_id=conversation.id,
        occasion=f"discarded:{now.timestamp()}",
        discarded=True,
    )


def _keep_longer(assembly: Assembly, connection: Connection, turn: Turn, draft_id: str) -> None:
    """A draft's time begins anew. Where it was last edited that needs no login: nothing is told.

    Raises RefusedError "draft_gone", also when it is somebody else's.
    """
    try:
        locked = read(assembly, connection, draft_id, in_turn=True)
        if locked.conversation_id != turn.conversation.id:
            person = turn.conversation.person
            owned_by(locked, person.personnummer if person else None)
    except NotFoundError as error:
        raise RefusedError("draft_gone") from error
    if locked.status is not Status.DRAFT:
        raise RefusedError("draft_gone")
    now = assembly.now()
    connection.execute(
        update(draft_rows)
        .where(draft_rows.c.id == draft_id)
        .values(expires_at=now + life(assembly, locked.draft))
    )


def _at_hand(turn: Turn, before: StoredDraft | None) -> Draft:
    """The draft that the effect is about: the engine may have put it out of hand already."""
    if turn.draft is not None:
        return turn.draft
    if before is None:
        raise AssertionError("there is no draft to send or open")
    return before.draft


def _with_draft(turn: Turn, draft: Draft) -> Turn:
    """The turn stores the draft as it became, if it still has it at hand."""
    if turn.draft is None or turn.draft.id != draft.id:
        return turn
    return msgspec.structs.replace(turn, draft=draft)


def _call_human(assembly: Assembly, connection: Connection, turn: Turn, text: str) -> None:
    """The person's message to customer service: to the desk, and by mail with a reference."""
    customer_service.leave_message(assembly, connection, turn.conversation.id, text)
    draft = turn.draft
    reference = draft.reference if draft is not None else new_reference()
    telling.mail_staff(
        assembly,
        connection,
        to=assembly.world().municipality.email,
        kind="call_human",
        occasion=f"{turn.conversation.id}:{assembly.now().isoformat()}",
        params={"reference": reference, "text": text},
        draft_id=draft.id if draft is not None else None,
    )
