"""What must hold after each turn, whatever a person did. Each rule raises AssertionError with the reason."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from dialogs.asking import is_at_stop
from dialogs.command_words import fold
from dialogs.commands import Command, recognise
from dialogs.conversation import Conversation, Draft
from dialogs.effects import DeleteDraft, DiscardDraft, Forget
from dialogs.engine import Turn
from dialogs.events import Event, LoggedIn, LoginFailed, Said
from dialogs.journey import Question
from dialogs.messages import Choice, Message
from dialogs.statuses import Status
from tests.talking import Person, through_json

#: What takes answers away when it is said.
_TAKING = frozenset(
    {Command.BACK, Command.UNDO, Command.REDO, Command.START_OVER, Command.CANCEL, Command.FORGET}
)
_TAKING_BUTTONS = frozenset({"back", "cancel"})
#: These bring the same words again, on purpose.
_REPEATING = frozenset(
    {
        Command.REPEAT,
        Command.KEEP,
        Command.CASES,
        Command.STATUS,
        Command.HUMAN,
        Command.CHANGE,
        Command.SAVE,
    }
)
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
_FAILURES_BEFORE_HUMAN = 3


class Moment(msgspec.Struct, frozen=True):
    """What the rules compare: one instant of a conversation."""

    conversation: Conversation
    draft: Draft | None
    drafts: Mapping[str, Draft]
    path: str | None
    locked: bool
    applicable: frozenset[str]
    at_stop: bool
    at_login: bool
    heard: tuple[Message, ...]


def moment(person: Person) -> Moment:
    talk = person.talk
    draft = person.draft
    is_walkable = draft is not None and talk.service is not None
    return Moment(
        conversation=person.conversation,
        draft=draft,
        drafts=dict(person.drafts),
        path=person.path,
        locked=talk.locked,
        applicable=frozenset(each.path for each in talk.walk.questions)
        if is_walkable
        else frozenset(),
        at_stop=is_walkable and is_at_stop(talk),
        at_login=is_walkable and talk.needs_login,
        heard=person.heard,
    )


def check(person: Person, before: Moment, event: Event, *, is_new: bool = True) -> None:
    """All rules about one turn. `is_new`: the same was not said just before."""
    after = moment(person)
    if _is_with_officer(before) and _is_with_officer(after):
        # A human answers; the assistant keeps quiet and keeps everything as it was.
        _texts_are_whole(person)
        _no_draft_is_lost(person, before)
        _nothing_changes_meanwhile(before, after)
        return
    _something_is_said(person, event)
    _texts_are_whole(person)
    _state_survives_the_store(person)
    _no_draft_is_lost(person, before)
    _what_is_locked_stays(person, before, event)
    _no_answer_is_lost(person, before, after, event)
    _no_accepted_answer_is_asked_for_again(before, after, event)
    if is_new:
        _nothing_is_ignored(person, before, after, event)
    if not isinstance(event, LoginFailed):
        # It has ways on of its own.
        _a_human_is_offered(person, after)
    _there_is_a_way_on(person, event)


def _is_with_officer(at: Moment) -> bool:
    takeover = at.conversation.takeover
    return takeover is not None and takeover.state == "taken"


def _nothing_changes_meanwhile(before: Moment, after: Moment) -> None:
    if before.draft is not None and after.draft is not None:
        assert _values(before.draft) == _values(after.draft), (
            "an answer was changed during a takeover"
        )


def _something_is_said(person: Person, event: Event) -> None:
    assert person.heard, f"no reply to {event}"


def _texts_are_whole(person: Person) -> None:
    said = person.kept or ""
    for message in person.heard:
        assert message.text.strip(), "an empty message"
        left = _PLACEHOLDER.search(message.text)
        assert left is None or left[0] in said or left[0] == "{name}", f"unfilled: {message.text}"
        assert re.search(r"\bNone\b(?! of)", message.text) is None, f"None is told: {message.text}"
        labels = [choice.label for choice in message.choices or ()]
        assert all(labels), "a button without a label"
        assert len(set(labels)) == len(labels), f"two buttons with the same label: {labels}"
        if message.progress is not None:
            assert 1 <= message.progress.at <= message.progress.of


def _state_survives_the_store(person: Person) -> None:
    for value in (person.conversation, person.draft):
        if value is not None:
            assert through_json(value) == value


def _no_draft_is_lost(person: Person, before: Moment) -> None:
    gone = before.drafts.keys() - person.drafts.keys()
    meant = {
        effect.draft_id
        for effect in person.effects
        if isinstance(effect, DiscardDraft | DeleteDraft)
    }
    if not any(isinstance(effect, Forget) for effect in person.effects):
        assert gone <= meant, f"drafts {gone - meant} are gone"
    for effect in person.effects:
        if isinstance(effect, DeleteDraft):
            assert not before.drafts[effect.draft_id].trail, "a draft with answers was deleted"


def _what_is_locked_stays(person: Person, before: Moment, event: Event) -> None:
    if not before.locked or before.draft is None or isinstance(event, LoggedIn):
        return
    if any(isinstance(effect, Forget) for effect in person.effects):
        # Which drafts that means, the store decides.
        return
    is_now, was = person.drafts.get(before.draft.id), before.draft
    if is_now is not None and was.owner is None and is_now.owner is not None:
        return  # who is logged in has said that it is theirs, and goes on with it
    assert is_now == was, "a locked draft was changed"


def _no_answer_is_lost(person: Person, before: Moment, after: Moment, event: Event) -> None:
    """What was answered is there afterwards, unless the act or the reply says otherwise."""
    if before.draft is None:
        return
    now = person.drafts.get(before.draft.id)
    if now is None:
        return
    kept, left = _values(before.draft), _values(now)
    removed = {path for path in kept if path not in left}
    # At a stop "1" and a word like its button take the last answer back.
    taken = _takes_away(event) or _is_settled(before, "losing") or before.at_stop
    assert not removed or taken, f"answers {removed} are gone after {event}"
    changed = {path for path in kept if path in left and left[path] != kept[path]}
    for path in changed:
        question = _question(person, path)
        told = question is not None and question.title(after.conversation.language) in person.text
        expected = path in (before.path, before.conversation.asked, before.draft.revisiting)
        settled = before.conversation.pending is not None
        assert told or expected or settled or taken, f"{path} was changed without a word by {event}"
    if after.draft is not None and after.draft.id == before.draft.id:
        put_aside = {
            path
            for path in kept
            if path in before.applicable and path in left and path not in after.applicable
        }
        agreed = taken or before.conversation.pending is not None or isinstance(event, LoggedIn)
        is_in_order = before.draft.revisiting is None and not changed
        # Without a login nothing is known of the person that a question may depend on.
        is_unknown = after.locked and not before.locked
        excused = agreed or is_in_order or is_unknown
        assert not put_aside or excused, f"{put_aside} no longer apply, unasked"


def _no_accepted_answer_is_asked_for_again(before: Moment, after: Moment, event: Event) -> None:
    if before.draft is None or after.draft is None or before.draft.id != after.draft.id:
        return
    path = before.path
    if path is None or _takes_away(event):
        return
    was, is_now = before.draft.answers.get(path), after.draft.answers.get(path)
    if is_now is not None and was != is_now:
        assert after.path != path, f"{path} was answered and is asked again"


def _nothing_is_ignored(person: Person, before: Moment, after: Moment, event: Event) -> None:
    """The very same reply as before, to something new that changed nothing: nobody listened."""
    if not isinstance(event, Said) or not event.text.strip() or before.locked or after.locked:
        return
    if before.at_login and after.at_login:
        # Whatever is said, what remains is to log in: the same advice to "någon annans" said in two ways.
        return
    if before.conversation.pending is not None and after.conversation.pending is not None:
        # The assistant's own question waits for its answer, and stands there with its buttons.
        return
    command = recognise(event.text, before.conversation.language)
    if command is not None and command.command in _REPEATING:
        return
    if before.draft is None or after.draft is None or before.draft.status is not Status.DRAFT:
        return
    if _values(before.draft) != _values(after.draft) or before.conversation.failures:
        return
    texts = [message.text for message in person.heard]
    # A word of its own before the question says that it was heard.
    same = len(texts) == 1 and texts == [message.text for message in before.heard]
    # What tells of protected data is not kept, however often it is said: told again, so that it is heard.
    same = same and not texts[0].startswith(person.talk.text("without_eid.not_kept"))
    # "1" after "För att skicka behöver du logga in": sent again, and told again.
    same = same and not person.last.links
    assert not same, f"{event.text[:80]!r} was passed over: the same reply again"


def _a_human_is_offered(person: Person, after: Moment) -> None:
    if after.conversation.failures < _FAILURES_BEFORE_HUMAN or not person.last.problem:
        return
    values = {choice.value for choice in person.last.choices or ()}
    assert "human" in values, "the third failure offers no person"


def _there_is_a_way_on(person: Person, event: Event) -> None:
    """A question, buttons, a link, or words in quotes to write: never a dead end. News needs no answer."""
    for message in person.heard:
        is_news = message.case is not None or message.sender == "officer"
        if message.input is not None or message.choices or message.links or is_news:
            return
    text = person.text
    assert "”" in text or '"' in text or "”" in text or text.rstrip().endswith("?"), (
        f"a dead end after {event}:\n{text}"
    )


def _takes_away(event: Event) -> bool:
    if not isinstance(event, Said):
        return False
    if event.choice is not None:
        return event.choice in _TAKING_BUTTONS
    heard = recognise(event.text, "sv") or recognise(event.text, "en")
    return heard is not None and heard.command in _TAKING


def _is_settled(before: Moment, kind: str) -> bool:
    pending = before.conversation.pending
    return pending is not None and pending.kind == kind


def _values(draft: Draft) -> dict[str, Any]:
    return {path: answer.value for path, answer in draft.answers.items() if answer.how != "shown"}


def _question(person: Person, path: str) -> Question | None:
    talk = person.talk
    return talk.walk.at(path) if talk.draft is not None and talk.service is not None else None


def check_button(person: Person, message: Message, choice: Choice) -> None:
    """A button that has just been shown works, and its label written does the same (row 8)."""
    about = message.input.field if message.input else None
    tapped = person.turn(Said(choice=choice.value, about=about))
    old = person.talk.text("heard.old_button")
    assert all(old not in each.text for each in tapped.messages), f"[{choice.label}] is refused"
    labels = [fold(each.label) for each in message.choices or ()]
    if labels.count(fold(choice.label)) > 1 or choice.value.startswith("candidate:"):
        # A reading may be written in a way that is itself read in several ways.
        return
    written = person.turn(Said(text=choice.label))
    assert _outcome(written) == _outcome(tapped), (
        f"[{choice.label}] tapped: {_outcome(tapped)}\nwritten: {_outcome(written)}\n"
        + "\n".join(each.text for each in written.messages)
    )


def _outcome(turn: Turn) -> tuple[object, ...]:
    draft, pending = turn.draft, turn.conversation.pending
    return (
        _values(draft) if draft else None,
        draft and draft.service,
        draft and draft.status,
        pending and (pending.kind, pending.about),
        turn.conversation.language,
    )
