"""Several files for one question: gathered, reviewed and taken away by talk (row 42)."""

from dialogs.answering import refuse, skip, store, take
from dialogs.asking import go_on, input_of
from dialogs.attached_files import (
    DONE,
    REMOVE,
    Attached,
    as_value,
    attached,
    collected,
    gathered_before,
    hold,
    is_collecting,
    numbered,
    removals,
)
from dialogs.command_words import fold
from dialogs.commands import Command, recognise
from dialogs.conversation import Answer
from dialogs.events import Said
from dialogs.fields.attachments import least_files, most_files
from dialogs.fields.base import FileGiven, Given, Refused
from dialogs.file_talk import asks_for_files, read_removal
from dialogs.history import answering, forgetting
from dialogs.journey import Question
from dialogs.talk import Talk
from dialogs.wording import DONE_WORDS

_SKIP = "skip"


def hear_files(talk: Talk, said: Said) -> bool:
    """What is attached, and what is said about files. False: it is about something else."""
    question = talk.question
    at_hand = question if question is not None and question.field.type == "files" else None
    if at_hand is not None and talk.needs_secure_page(at_hand):
        return False
    if said.files:
        if at_hand is not None:
            _gather(talk, at_hand, said.files)
            return True
        return _say_not_here(talk, said)
    may_end = at_hand is not None and (
        collected(talk, at_hand) or is_collecting(talk, at_hand) or said.choice == DONE
    )
    if at_hand is not None and may_end and _ends(talk, at_hand, said):
        _finish(talk, at_hand)
        return True
    if at_hand is not None and is_collecting(talk, at_hand) and _is(Command.UNDO, talk, said):
        files = gathered_before(talk, at_hand)
        if files is not None:
            _say_gathered(talk, at_hand, files)
            return True
    return _hear_about(talk, at_hand, said)


def _ends(talk: Talk, question: Question, said: Said) -> bool:
    """Whether no more files come: "klar", or leaving the question while some are gathered."""
    if said.choice == DONE or (said.choice is None and fold(said.text) in DONE_WORDS):
        return True
    return is_collecting(talk, question) and (said.choice == _SKIP or _is(Command.SKIP, talk, said))


def _is(command: Command, talk: Talk, said: Said) -> bool:
    recognised = recognise(said.text, talk.language) if said.text else None
    return recognised is not None and recognised.command is command and recognised.certain


# ── Gathering ─────────────────────────────────────────────────────────────────────────────────


def _gather(talk: Talk, question: Question, given: tuple[FileGiven, ...]) -> None:
    """Adds what fits to what there is; says what does not, and why."""
    files = collected(talk, question)
    fitting: list[FileGiven] = []
    why: list[str] = []
    for file in given:
        if file.sha256 in {each.sha256 for each in (*files, *fitting)}:
            talk.say("note.files_same_twice")
        elif (wrong := _refusal(talk, question, (file,))) is not None:
            why.append(talk.refusal(wrong.reason, wrong.params))
        else:
            fitting.append(file)
    most = most_files(question.field)
    whole = (*files, *fitting)
    if over := whole[most:]:
        names = ", ".join(file.name for file in over)
        why.append(talk.text("files.too_many", max=most, names=names))
    gathered = whole[:most]
    if why:
        if gathered:
            hold(talk, question, gathered)
        refuse(talk, question, "\n\n".join(why))
    elif len(gathered) == most:
        talk.say("files.all", names=numbered(talk, gathered))
        _finish(talk, question, gathered)
    else:
        _say_gathered(talk, question, gathered)


def _refusal(talk: Talk, question: Question, files: tuple[FileGiven, ...]) -> Refused | None:
    """Why the files are not taken, if it is not that there are too few so far."""
    checked = question.type.parse(question.field, Given(files=files), talk.asking(question))
    refused = isinstance(checked, Refused) and checked.reason != "files_too_few"
    return checked if refused and isinstance(checked, Refused) else None


def _finish(talk: Talk, question: Question, files: tuple[FileGiven, ...] | None = None) -> None:
    """The files become the answer; too few of them stay gathered, and none is leaving it out."""
    given = Given(files=collected(talk, question) if files is None else files)
    if not given.files and question.field.optional:
        skip(talk, question)
        return
    checked = question.type.parse(question.field, given, talk.asking(question))
    if isinstance(checked, Refused):
        hold(talk, question, given.files)
    take(talk, question, given, how="said")


def _say_gathered(talk: Talk, question: Question, files: tuple[FileGiven, ...]) -> None:
    hold(talk, question, files)
    control = input_of(question, talk.asking(question))
    if not files:
        key = "files.none_left_optional" if question.field.optional else "files.none_left"
        talk.say(key, input=control)
        return
    talk.say(
        "files.more",
        names=numbered(talk, files),
        choices=(talk.choice(DONE, "files.done"), *removals(talk, files)),
        input=control,
    )


def say_no_file(talk: Talk, question: Question) -> None:
    """Words came where files are gathered: nothing is lost, and how to go on is said again."""
    talk.say("files.waiting")
    _say_gathered(talk, question, collected(talk, question))


def _say_not_here(talk: Talk, said: Said) -> bool:
    """A file where none was asked for, e.g. the last of too many; words beside it are heard."""
    if talk.draft is None:
        return False
    names = ", ".join(file.name for file in said.files)
    answered = [
        each
        for each in talk.walk.questions
        if each.field.type == "files" and each.path in talk.draft.answers
    ]
    if answered:
        title = answered[-1].title(talk.language)
        talk.say("files.not_here_change", names=names, title=title, problem=True)
    else:
        talk.say("files.not_here", names=names, problem=True)
    if said.text:
        return False
    go_on(talk)
    return True


# ── Reviewing and taking away ─────────────────────────────────────────────────────────────────


def _hear_about(talk: Talk, at_hand: Question | None, said: Said) -> bool:
    listed = attached(talk)
    files = tuple(each.file for each in listed)
    if said.choice is not None:
        gone = next((e for e in listed if REMOVE + e.file.file_id == said.choice), None)
        if gone is not None:
            _remove(talk, at_hand, gone)
            return True
        if said.choice.startswith(REMOVE):
            _say_files(talk, at_hand, listed, "files.gone")
            return True
        return False
    if asks_for_files(said.text):
        _say_files(talk, at_hand, listed, "files.list")
        return True
    removal = read_removal(said.text, files, bare=at_hand is not None)
    if removal is None:
        return False
    if removal.place is None and at_hand is not None:
        # Of two with one name that of the question at hand is meant.
        own = tuple(each for each in listed if each.question == at_hand)
        nearer = read_removal(said.text, tuple(each.file for each in own), bare=True)
        if nearer is not None and nearer.place is not None:
            _remove(talk, at_hand, own[nearer.place])
            return True
    if removal.place is None:
        _say_files(talk, at_hand, listed, "files.which")
    else:
        _remove(talk, at_hand, listed[removal.place])
    return True


def _say_files(
    talk: Talk, at_hand: Question | None, listed: tuple[Attached, ...], key: str
) -> None:
    """Lists all files of the draft with their buttons, then asks again."""
    if not listed:
        talk.say("files.none")
        go_on(talk)
        return
    files = tuple(each.file for each in listed)
    titles = tuple(each.question.title(talk.language) for each in listed)
    choices = removals(talk, files)
    if at_hand is not None and is_collecting(talk, at_hand):
        control = input_of(at_hand, talk.asking(at_hand))
        choices = (talk.choice(DONE, "files.done"), *choices)
        talk.say(key, names=numbered(talk, files, titles), choices=choices, input=control)
        return
    talk.say(key, names=numbered(talk, files, titles), choices=choices)
    go_on(talk)


def _remove(talk: Talk, at_hand: Question | None, gone: Attached) -> None:
    """Takes one file away, from what is gathered or from an answer."""
    question = gone.question
    if question == at_hand:
        files = collected(talk, question)
        _say_gathered(talk, question, tuple(f for f in files if f.file_id != gone.file.file_id))
        return
    rest = tuple(
        each.file
        for each in attached(talk)
        if each.question == question and each.file.file_id != gone.file.file_id
    )
    talk.say("files.removed", name=gone.file.name, title=question.title(talk.language))
    if len(rest) >= least_files(question.field):
        value = [as_value(file) for file in rest]
        answer = Answer(value=value, at=talk.now)
        store(talk, (answering(question.path, answer),))
    elif question.field.optional:
        store(talk, (answering(question.path, Answer(value=None, at=talk.now, how="skipped")),))
    else:
        store(talk, (forgetting(question.path),))
    go_on(talk)
