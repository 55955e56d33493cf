"""Taking an answer to the question at hand: understand, check, warn, keep, echo."""

import msgspec

from dialogs.asking import KEEP, PREFILL, ask, earlier_value, go_on, input_of, prefill
from dialogs.attached_files import DONE
from dialogs.command_words import fold
from dialogs.conditions import Value
from dialogs.conversation import Answer, Edit, How, Pending
from dialogs.correction_reading import corrected
from dialogs.events import Said
from dialogs.fields.base import Accepted, Confirmation, Given, Refused, Unsure
from dialogs.fields.reading import read_answer
from dialogs.fields.writing import SHORT, bare
from dialogs.fields.yes_no_reading import begins_firmly, read_yes_no
from dialogs.fragments import completed, offer_to_append
from dialogs.history import answering
from dialogs.journey import Question
from dialogs.messages import Choice, Kind
from dialogs.picking import pick, yes_or_no
from dialogs.ruling import holding, same_person
from dialogs.talk import MESSENGERS, Talk
from dialogs.understanding import takes_anything
from dialogs.wording import DASHES, DONE_WORDS, LACKING, MYSELF, NOTHING, UNKNOWING

_NONE_OF_THESE = "none_of_these"
_LONGEST_LACK = 5
#: An example ("Ja") would only lead the answer.
YES_OR_NO = frozenset({"yes_no", "consent"})
#: Types where "nej" or "vet inte" is an answer among others.
_CHOOSING = frozenset({"yes_no", "choice", "choices", "consent"})
#: Longer texts are no mere wording of "no" or "me".
_LONGEST_WORDING = 60
#: After so many refusals in a row a human is offered.
_OFFER_HUMAN_AFTER = 3


def answer(talk: Talk, question: Question, said: Said) -> None:
    """The person said something that is no command while `question` was at hand."""
    is_no = talk.keeps_yes_out(question) and not _is_yes(talk, question, said)
    if talk.needs_secure_page(question) and not (said.secure or is_no):
        # Typed into the messenger all the same: not echoed, not kept (threat B7).
        talk.said = "•••"
        if said.choice is None:
            talk.say("secure.not_kept")
        ask(talk, question)
        return
    if said.choice == KEEP and keep_earlier(talk, question):
        return
    if said.choice == PREFILL and (known := prefill(talk, question)) is not None:
        keep(talk, question, known, how="prefilled")
        return
    folded = fold(said.text) if len(said.text) <= _LONGEST_WORDING else ""
    if folded in MYSELF and (known := prefill(talk, question)) is not None:
        keep(talk, question, known, how="prefilled", given=said.text)
        return
    if _leaves_open(talk, question, said, folded):
        talk.say("question.skipped")
        skip(talk, question)
        return
    if folded in UNKNOWING and _is_refused_unknowing(talk, question, said):
        refuse(talk, question, talk.text("refuse.not_optional"))
        return
    more = _one_more(question, said, folded)
    if more is not None:
        keep(talk, question, more, how="said", given=said.text)
        return
    given = Given(
        text=said.text,
        choice=said.choice,
        choices=said.choices,
        files=said.files,
        place=said.place,
    )
    take(talk, question, given, how="said" if said.choice is None else "tapped")


def _one_more(question: Question, said: Said, folded: str) -> bool | None:
    """Whether a group has one more row: "nej, bara en", "det var alla". None: it is not said so."""
    if said.choice is not None or not question.is_gate or not folded:
        return None
    if folded in DONE_WORDS:
        return False
    meant, _ = read_yes_no(bare(said.text))
    return meant[0] if len(meant) == 1 and begins_firmly(bare(said.text)) else None


def _is_yes(talk: Talk, question: Question, said: Said) -> bool:
    """Whether the answer of a question with yes and no is a yes, or may be one."""
    if said.choice == KEEP:
        return earlier_value(talk, question) is not False
    given = Given(text=said.text, choice=said.choice)
    outcome = read_answer(question.type, question.field, given, talk.asking(question))
    return not isinstance(outcome, Refused) and outcome != Accepted(False)


def keep_earlier(talk: Talk, question: Question) -> bool:
    """Leaves the answer as it was before it was to be changed. False: there is none."""
    earlier = earlier_value(talk, question)
    if earlier is not None:
        keep(talk, question, earlier, how="tapped")
    return earlier is not None


def _leaves_open(talk: Talk, question: Question, said: Said, folded: str) -> bool:
    """Whether "nej tack" or "har ingen mobil" leaves an optional question unanswered."""
    field = question.field
    if not field.optional or field.type in _CHOOSING:
        return False
    if said.text.strip() in DASHES:
        return True
    if not folded:
        return False
    if folded in NOTHING or (field.type == "files" and folded in DONE_WORDS):
        return True
    words = folded.split()
    lacks = not LACKING.isdisjoint(words) and len(words) <= _LONGEST_LACK
    return lacks and not any(map(str.isdigit, folded)) and would_refuse(talk, question, said)


def _is_refused_unknowing(talk: Talk, question: Question, said: Said) -> bool:
    if question.field.type == "name" or question.field.optional:
        # A name has advice of its own.
        return False
    if question.field.type == "location":
        # Words are taken for a place, but not these.
        return True
    return takes_anything(talk, question) or would_refuse(talk, question, said)


def would_refuse(talk: Talk, question: Question, said: Said) -> bool:
    """Whether the field finds no answer in what was said. Nothing happens."""
    given = Given(text=said.text, choice=said.choice, choices=said.choices)
    outcome = read_answer(question.type, question.field, given, talk.asking(question))
    # Who picks the free alternative is asked for its words.
    return isinstance(outcome, Refused) and outcome.reason != "write_other"


def is_left_over(talk: Talk, question: Question, said: Said) -> bool:
    """Whether a button was tapped where the question at hand has none (row 16, threat B11)."""
    if said.choice is None or said.text or said.choices or said.files:
        return False
    own = {KEEP, PREFILL, DONE, _NONE_OF_THESE}
    if said.choice in own or said.choice.startswith(("remove:", "candidate:")):
        return False
    return not question.type.choices(question.field, talk.asking(question))


def take(talk: Talk, question: Question, given: Given, *, how: How) -> None:
    """Lets the field read what was given and acts on the outcome."""
    outcome = read_answer(question.type, question.field, given, talk.asking(question))
    match outcome:
        case Accepted(value=value, note=note, params=params):
            if note is not None:
                talk.add(talk.text(note, **params))
            keep(talk, question, value, how=how, given=given.text)
        case Refused(reason="write_other"):
            _ask_for_other(talk, question, given)
        case Refused() if (whole := completed(talk, question, given.text)) is not None:
            keep(talk, question, whole[0], how="said", given=whole[1])
        case Refused() if offer_to_append(talk, given.text):
            # Asked.
            pass
        case Refused(reason=reason, params=params):
            talk.become(fragment=given.text.strip()[:SHORT])
            refuse(talk, question, talk.refusal(reason, params))
        case Unsure() if question.field.sensitive and talk.conversation.channel in MESSENGERS:
            # The readings would be told in a third party's app.
            refuse(talk, question, talk.text("confirm.then_how"))
        case Unsure(candidates=candidates):
            _confirm(talk, question, candidates)


def _ask_for_other(talk: Talk, question: Question, given: Given) -> None:
    """The free alternative was picked, which is no mistake: its words are asked for.

    What was ticked beside it waits for them.
    """
    if len(given.choices) > 1:
        talk.wait_for(Pending(kind="other", about=question.path, values=given.choices))
    if talk.conversation.failures:
        # Asked before: who writes nothing that can be kept is helped as with any question.
        refuse(talk, question, talk.text("refuse.write_other"))
        return
    control = input_of(question, talk.asking(question))
    talk.become(failures=1)
    talk.add(
        talk.text("refuse.write_other"),
        choices=question.type.choices(question.field, talk.asking(question)),
        input=msgspec.structs.replace(control, kind=Kind.TEXT, max_length=SHORT),
    )


def refuse(talk: Talk, question: Question, why: str) -> None:
    """Says what is wrong and how to mend it; more help with each failure, then a human (row 9)."""
    failures = talk.conversation.failures + 1
    talk.become(failures=failures)
    lines = [why]
    if failures >= 2:
        field = question.field
        own = talk.fill(field.example) if field.example else None
        example = own or question.type.example(field, talk.asking(question))
        is_new = example is not None and example.casefold() not in why.casefold()
        if is_new and field.type not in YES_OR_NO:
            lines.append(talk.text("question.example", example=example))
        lines.append(talk.text("question.again", question=talk.fill(field.ask)))
    if question.field.optional:
        lines.append(talk.text("question.optional"))
    besides: tuple[Choice, ...] = ()
    if failures >= _OFFER_HUMAN_AFTER:
        lines.append(talk.text("question.human", contact=talk.contact()))
        besides = (talk.choice("human", "menu.human"),)
    ask(talk, question, preface="\n\n".join(lines), problem=True, besides=besides)


def keep(
    talk: Talk,
    question: Question,
    value: Value,
    *,
    how: How,
    given: str = "",
    sure: bool = False,
    corrects: bool = False,
) -> None:
    """Stores an understood value if the definition's own rules accept it, then goes on.

    `sure`: the person has agreed that other answers go aside. `corrects`: it is not about the
    question at hand, so that its title is told.
    """
    draft = talk.draft
    if draft is None:
        return
    refusal = holding(talk, question, question.field.refuse, value)
    if refusal is not None:
        refuse(talk, question, talk.fill(refusal.say))
        return
    if (same := same_person(talk, question, value)) is not None:
        refuse(talk, question, same)
        return
    shown = question.type.show(question.field, value, talk.language)
    written = given.strip()
    entry = Answer(
        value=value, at=talk.now, how=how, given=written or None if written != shown else None
    )
    changed = _with_answer(talk, question.path, entry)
    if not sure and (lost := _lost(talk, changed)):
        _warn_of_losing(talk, question, (value,), lost)
        return
    if corrects:
        talk.say("correct.done", title=question.title(talk.language), value=shown)
    elif (
        written and written.casefold() != shown.casefold() and not talk.needs_secure_page(question)
    ):
        talk.say("question.understood", value=shown)
    elif _may_be_asking(talk, question, written):
        talk.say("question.maybe_asked", value=shown)
    warning = holding(talk, question, question.field.warn, value)
    if warning is not None:
        talk.add(talk.fill(warning.say))
    before = len(talk.walk.questions)
    store(talk, (answering(question.path, entry),))
    _say_how_many(talk, len(talk.walk.questions) - before)
    go_on(talk)


def _say_how_many(talk: Talk, more: int) -> None:
    """Why the total of the progress has changed (row 1)."""
    if more:
        size = "one_" if abs(more) == 1 else ""
        key = f"question.{size}{'more' if more > 0 else 'fewer'}"
        talk.lead = talk.text(key, count=abs(more))


def _may_be_asking(talk: Talk, question: Question, written: str) -> bool:
    """A short text with a question mark is kept, but not without a word."""
    is_text = question.field.type == "text" and written.endswith("?")
    return is_text and not talk.needs_secure_page(question)


def skip(talk: Talk, question: Question, *, sure: bool = False) -> None:
    """Leaves a question unanswered, where the service allows it. `sure`: as for `keep`."""
    if not question.field.optional:
        refuse(talk, question, talk.text("refuse.not_optional"))
        return
    skipped = Answer(value=None, at=talk.now, how="skipped")
    if not sure and (lost := _lost(talk, _with_answer(talk, question.path, skipped))):
        _warn_of_losing(talk, question, (), lost)
        return
    store(talk, (answering(question.path, skipped),))
    go_on(talk)


def store(talk: Talk, edits: tuple[Edit, ...]) -> None:
    """Makes an act of answering part of the draft."""
    if talk.draft is None:
        return
    talk.edit(edits)
    pending = talk.conversation.pending
    is_of_another = (
        pending is not None
        and pending.kind == "files"
        and all(edit.path != pending.about for edit in edits)
    )
    # Files that are being gathered for another question are kept until it is asked again.
    talk.become(failures=0, fragment="", pending=pending if is_of_another else None)


def _with_answer(talk: Talk, path: str, entry: Answer) -> dict[str, Answer]:
    return {**(talk.draft.answers if talk.draft else {}), path: entry}


# ── Answers that a change would put aside (row 13) ────────────────────────────────────────────


def _lost(talk: Talk, changed: dict[str, Answer]) -> tuple[Question, ...]:
    """Answered questions that would no longer apply."""
    draft = talk.draft
    if draft is None or draft.revisiting is None:
        # Answering in order, nothing later is answered yet.
        return ()
    before = [question for question in talk.walk.questions if question.path in draft.answers]
    after = talk.walk_of(msgspec.structs.replace(draft, answers=changed))
    applicable = {question.path for question in after.questions}
    return tuple(question for question in before if question.path not in applicable)


def _warn_of_losing(
    talk: Talk, question: Question, values: tuple[Value, ...], lost: tuple[Question, ...]
) -> None:
    """`values`: the new answer; none when the question is left open."""
    talk.wait_for(Pending(kind="losing", about=question.path, values=values))
    titles = "\n".join(f"• {each.title(talk.language)}" for each in lost)
    talk.say(
        "losing.ask",
        titles=titles,
        choices=(talk.choice("yes", "losing.yes"), talk.choice("no", "losing.no")),
    )


def settle_losing(talk: Talk, question: Question, pending: Pending, said: Said) -> bool:
    """The person was asked whether to change although other answers go aside.

    False: they said something else.
    """
    decided = yes_or_no(text=said.text, tapped=said.choice)
    if decided is None:
        picked = pick(
            (talk.choice("yes", "losing.yes"), talk.choice("no", "losing.no")),
            text=said.text,
            tapped=said.choice,
        )
        decided = None if picked is None else picked.value == "yes"
    talk.wait_for(None)
    if decided and pending.values:
        keep(talk, question, pending.values[0], how="confirmed", sure=True)
    elif decided:
        skip(talk, question, sure=True)
    elif decided is False:
        talk.redraft(revisiting=None)
        talk.say("losing.kept")
        go_on(talk)
    return decided is not None


# ── Answers that could mean several things (row 8, 10) ────────────────────────────────────────


def _candidate_choices(
    talk: Talk, question: Question, candidates: tuple[Value, ...]
) -> tuple[Choice, ...]:
    shown = tuple(
        Choice(
            value=f"candidate:{place}",
            label=question.type.show(question.field, value, talk.language),
        )
        for place, value in enumerate(candidates)
    )
    if question.field.type == "yes_no" and len(shown) > 1:
        # There is nothing besides yes and no.
        return shown
    own = _own_confirmation(question, candidates)
    if own is not None:
        return (talk.choice(shown[0].value, own.yes), talk.choice(_NONE_OF_THESE, own.no))
    return (*shown, talk.choice(_NONE_OF_THESE, "confirm.none"))


def _own_confirmation(question: Question, candidates: tuple[Value, ...]) -> Confirmation | None:
    if len(candidates) != 1:
        return None
    return question.type.confirmation(question.field, candidates[0])


def _confirm(talk: Talk, question: Question, candidates: tuple[Value, ...]) -> None:
    # Being misunderstood again and again is as bad as being refused (row 9).
    own = _own_confirmation(question, candidates)
    failures = talk.conversation.failures + (own is None)
    talk.become(failures=failures)
    talk.wait_for(Pending(kind="confirm", about=question.path, values=candidates))
    choices = _candidate_choices(talk, question, candidates)
    key = own.ask if own else "confirm.one" if len(candidates) == 1 else "confirm.several"
    shown = question.type.show(question.field, candidates[0], talk.language)
    lines = [talk.text(key, value=shown, municipality=talk.world.municipality.name)]
    if failures >= _OFFER_HUMAN_AFTER:
        lines.append(talk.text("question.human", contact=talk.contact()))
        choices = (*choices, talk.choice("human", "menu.human"))
    talk.add("\n\n".join(lines), choices=choices)


def settle_confirm(talk: Talk, question: Question, pending: Pending, said: Said) -> bool:
    """The person was asked which of some meanings was right. False: they said something else."""
    choices = _candidate_choices(talk, question, pending.values)
    picked = pick(choices, text=said.text, tapped=said.choice)
    if picked is None and len(pending.values) == 1:
        agreed = yes_or_no(text=said.text, tapped=said.choice)
        picked = None if agreed is None else choices[0 if agreed else 1]
    elif picked is None and yes_or_no(text=said.text, tapped=said.choice) is False:
        picked = choices[-1]
    talk.wait_for(None)
    meant = corrected(said.text) if said.choice is None else None
    if meant is not None:
        answer(talk, question, Said(text=meant))
    elif picked is None:
        return False
    elif picked.value == _NONE_OF_THESE:
        own = _own_confirmation(question, pending.values)
        if own is not None:
            talk.become(failures=talk.conversation.failures + 1)
        ask(talk, question, preface=talk.text(own.then if own else "confirm.then_how"))
    else:
        value = pending.values[choices.index(picked)]
        keep(talk, question, value, how="confirmed")
    return True
