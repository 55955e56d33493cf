"""Changing an earlier answer: which one is meant, asking it again, and opening what was sent (row 12)."""

from rapidfuzz import fuzz

from dialogs.asking import ask, go_on
from dialogs.command_words import fold
from dialogs.conversation import Pending
from dialogs.effects import Reopen
from dialogs.messages import Choice
from dialogs.picking import pick
from dialogs.statuses import TERMINAL_STATUSES, Status
from dialogs.summary import change_choices
from dialogs.talk import Talk

#: How alike (0–100) a misspelt word and a part of a label must be, and from what length.
_ALIKE = 78
_SHORTEST_MISSPELT = 6
#: What people call an answer by its type, when its question has another name.
_KINDS = {
    **dict.fromkeys(("datum", "datumet", "dag", "dagen", "date", "day"), "date"),
    **dict.fromkeys(("tid", "tiden", "klockslag", "klockslaget", "time"), "time"),
    **dict.fromkeys(("period", "perioden"), "period"),
    **dict.fromkeys(("mejl", "mejlen", "mail", "mailen", "epost", "eposten", "email"), "email"),
    **dict.fromkeys(("telefon", "telefonen", "mobil", "mobilen", "phone"), "phone"),
    **dict.fromkeys(("adress", "adressen", "address"), "address"),
    **dict.fromkeys(("belopp", "beloppet", "summan", "amount"), "money"),
}


def change(talk: Talk, rest: str) -> None:
    draft = talk.draft
    if draft is None or talk.service is None or talk.locked:
        talk.say("change.nothing")
        go_on(talk)
        return
    if draft.status is not Status.DRAFT:
        reopen(talk)
        return
    choices = change_choices(talk)
    if not choices:
        talk.say("change.nothing")
        go_on(talk)
        return
    path = find_change(talk, rest)
    if path is not None:
        revisit(talk, path)
        return
    about = _mentioned(choices, rest.strip())
    talk.wait_for(Pending(kind="change", values=tuple(each.value for each in about)))
    talk.say("change.which", choices=about or choices)


def find_change(talk: Talk, wanted: str) -> str | None:
    """The answered question that "ändra telefonnumret" is about; None when that is not clear."""
    wanted = wanted.strip()
    if not wanted or talk.draft is None or talk.service is None:
        return None
    choices = change_choices(talk)
    picked = pick(choices, text=wanted, tapped=None)
    if picked is None:
        holding = _mentioned(choices, wanted)
        picked = holding[0] if len(holding) == 1 else _only_of_kind(talk, choices, wanted)
    return picked.value.removeprefix("change:") if picked else None


def _only_of_kind(talk: Talk, choices: tuple[Choice, ...], wanted: str) -> Choice | None:
    """ "Datumet" where a single day was asked for, whatever its question is called."""
    kinds = {_KINDS[word] for word in fold(wanted).split() if word in _KINDS}
    if len(kinds) != 1:
        return None
    of_kind = {each.path for each in talk.walk.questions if each.field.type in kinds}
    found = [each for each in choices if each.value.removeprefix("change:") in of_kind]
    return found[0] if len(found) == 1 else None


def _mentioned(choices: tuple[Choice, ...], wanted: str) -> tuple[Choice, ...]:
    """The alternatives that "telefonnumret" or "adressen" may be about; with slips if none."""
    holding = tuple(choice for choice in choices if _mentions(choice.label, wanted))
    if holding:
        return holding
    words = [word for word in wanted.casefold().split() if len(word) >= _SHORTEST_MISSPELT]
    return tuple(
        choice for choice in choices if any(_is_like(word, choice.label) for word in words)
    )


def _is_like(word: str, label: str) -> bool:
    # A short label is a part of many words.
    return len(label) >= len(word) and fuzz.partial_ratio(word, label.casefold()) >= _ALIKE


def _mentions(label: str, wanted: str) -> bool:
    """ "telefonnumret" is meant by the label "Ditt telefonnummer"."""
    folded = label.casefold()
    words = (word for word in wanted.casefold().split() if len(word) >= 4 and word != "till")
    return any(word[: max(4, len(word) - 3)] in folded for word in words)


def revisit(talk: Talk, path: str) -> None:
    """Asks an answered question again, then returns to where the person was."""
    question = talk.walk.at(path) if talk.draft and talk.service else None
    if question is None:
        talk.say("change.gone")
        go_on(talk)
        return
    talk.redraft(revisiting=path)
    talk.become(pending=None, failures=0)
    ask(talk, question)


def send_again(talk: Talk, draft_id: str) -> None:
    """A filing that was not signed in time becomes a draft again, as it was, to be sent once more.

    Nothing is lost by it, since nobody's signature counts any longer, so it is not asked first.
    """
    at_hand = talk.draft is not None and talk.draft.id == draft_id
    draft = talk.draft if at_hand else talk.other_draft(draft_id)
    if draft is None:
        talk.say("resume.missing")
    elif draft.status is Status.EXPIRED:
        if not at_hand:
            talk.take_up(draft)
        talk.effects.append(Reopen())
        talk.redraft(status=Status.DRAFT)
        talk.say("again.done")
    go_on(talk)


def reopen(talk: Talk) -> None:
    """A sent but not received filing can be changed, but then all must sign again: asked first."""
    draft = talk.draft
    if draft is None or draft.status in TERMINAL_STATUSES or draft.status is Status.RECEIVED:
        talk.say("reopen.received", contact=talk.contact())
        return
    talk.wait_for(Pending(kind="reopen"))
    talk.say(
        "reopen.ask",
        choices=(talk.choice("yes", "reopen.yes"), talk.choice("no", "reopen.no")),
    )
