"""Several answers in one message (rows 5 and 7).

"Kalle Ek, 6 år, börjar 7 januari" answers several questions, and so may the very wish that chose the
service ("gatlyktan utanför Torggatan 2 är sönder"). Nothing of it is kept before the person has seen
how it was understood and has agreed. Two ways lead there:

- `read_list`: a message with commas or line breaks, part by part, in the order of the questions;
- `read_wish`: a text in the person's own words, searched for what is surely an answer.

A part belongs to one question only, and each question takes one part.
"""

import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from dialogs import history
from dialogs.answering import YES_OR_NO, store
from dialogs.asking import go_on
from dialogs.command_words import fold
from dialogs.conditions import Value
from dialogs.conversation import Answer, Draft, Pending
from dialogs.correction_reading import contrary
from dialogs.events import Said
from dialogs.fields.base import Asking, Finding
from dialogs.finding.telling import tells_something
from dialogs.journey import Question, Walk
from dialogs.ruling import holding, same_person
from dialogs.talk import Talk
from dialogs.understanding import has_reason, is_in_own_words, takes_anything, understood

#: Longer messages are stories.
_LONGEST = 400
_MOST_PARTS = 12
#: So far ahead of the question at hand a part may belong.
_AHEAD = 8
#: A decimal comma has no space behind it, a list's comma has.
_BETWEEN = re.compile(r"\s*(?:[,;](?=\s)|\n|\.\s+(?=\S)|(?<=\w)\s+(?:och|samt|and)\s+(?=\S))\s*")
#: Types whose single answer may have commas in it, and how many parts it then has at most.
_RUNNING = frozenset({"address", "period"})
_LONGEST_RUN = 3
#: What may be said anywhere without meaning anything for these: they are never searched for.
_NEVER_AHEAD = frozenset({"yes_no", "consent", "files", "text", "long_text", "name"})
#: A yes, a name or an alternative in a list stands alone, with few words around it.
_BARE_TYPES = _NEVER_AHEAD | {"choice"}
_BARE = 4
#: Answers that look like any words.
_IN_WORDS = frozenset({"name", "location"})
#: A part of a list that is a place: it has a name, a number, or says where.
_LIKE_A_PLACE = re.compile(
    r"\d|[A-ZÅÄÖ]|^(?:vid|på|i|utanför|bakom|framför|mitt|nära|åt|under|bredvid|mellan|längs|efter|över"
    r"|at|on|in|by|near|outside|behind|next to|between|along)\b"
)
_NEVER_IN_A_WISH = frozenset({"yes_no", "consent", "files"})


class _Understood(msgspec.Struct, frozen=True):
    """One answer, before it is agreed to."""

    path: str
    value: Value
    written: str


def hear_several(talk: Talk, question: Question, said: Said) -> bool:
    """Asks whether a message answers several questions, if it seems to. False: it does not."""
    text = said.text.strip()
    if said.choice is not None or said.files or not text or len(text) > _LONGEST:
        return False
    if takes_anything(talk, question) or question.field.type in ("files", "choices"):
        return False
    parts = [part for part in _BETWEEN.split(text) if part and part.strip(" .!")]
    if question.field.type not in YES_OR_NO and any(contrary(part) for part in parts[1:]):
        # "180, nej 200 meter" is one answer, corrected.
        return False
    if not 2 <= len(parts) <= _MOST_PARTS:
        return False
    choices = question.type.choices(question.field, talk.asking(question))
    if any(fold(text) == fold(each.label) for each in choices):
        # "Ja, två egna vittnen" is one alternative with a comma in it.
        return False
    answers, rest = _read_list(talk, question, parts)
    if len(answers) < 2 or answers[0].path != question.path:
        return False
    is_explained = question.field.type in YES_OR_NO
    if is_explained and any(_may_be_a_remark(talk, each) for each in answers[1:]):
        # "Ja, vi söker ihop" is a yes and a remark, and no name.
        return False
    is_whole = understood(question, text, talk.asking(question)) is not None
    if (rest or is_explained) and is_whole and not has_reason(question, text):
        # The whole is an answer as it stands, and the parts are not all answers: "nej, inte än".
        return False
    _ask_whether(talk, answers, key="several.understood", rest=rest)
    return True


def _may_be_a_remark(talk: Talk, one: _Understood) -> bool:
    """Whether what was read as a name or a place may only explain the yes or no before it."""
    last = one.path.rsplit(".", 1)[-1]
    field_type = next((q.field.type for q in talk.walk.questions if q.path == one.path), last)
    return field_type in _IN_WORDS and not (
        one.written.istitle() or any(map(str.isdigit, one.written))
    )


def offer_known(talk: Talk, wish: str) -> bool:
    """Asks whether what the wish already says are answers, when a service has just begun."""
    if talk.draft is None or talk.service is None or len(wish) > 10 * _LONGEST:
        return False
    answers = _read_wish(talk, wish)
    if not answers:
        return False
    _ask_whether(talk, answers, key="several.known", rest="")
    return True


def settle_several(talk: Talk, pending: Pending, said: Said) -> bool:
    """The person was shown how a message was understood."""
    agreed = talk.agreed(said, "several.yes", "several.no")
    if agreed is None or talk.draft is None or talk.service is None or talk.locked:
        return False
    talk.wait_for(None)
    if not agreed:
        talk.say("several.no_done")
        go_on(talk)
        return True
    draft = talk.draft
    edits = []
    for each in msgspec.convert(pending.values, tuple[_Understood, ...]):
        question = talk.walk_of(draft).at(each.path)
        if question is None:
            continue
        entry = Answer(value=each.value, at=talk.now, how="confirmed", given=each.written)
        edits.append(history.answering(each.path, entry))
        draft = history.do(draft, (edits[-1],))
    store(talk, tuple(edits))
    go_on(talk)
    return True


# ── A list of answers ─────────────────────────────────────────────────────────────────────────


def _read_list(
    talk: Talk, question: Question, parts: list[str]
) -> tuple[tuple[_Understood, ...], str]:
    """What the parts answer, and what is left over."""
    reading = _Reading(talk)
    rest: list[str] = []
    at, wanted = 0, question
    while at < len(parts):
        taken = _longest(reading, wanted, parts, at) or _further_on(reading, wanted, parts[at])
        if taken is None:
            rest.append(parts[at])
            at += 1
            continue
        found, length = taken
        reading.take(found)
        at += length
        following = reading.walk.next
        if following is None:
            rest += parts[at:]
            break
        wanted = following
    return tuple(reading.answers), ", ".join(rest)


def _longest(
    reading: "_Reading", question: Question, parts: list[str], at: int
) -> tuple[_Understood, int] | None:
    """The part, or the longest run of parts, that is one answer: "Torggatan 2, 872 80 Kramfors"."""
    if reading.is_closed(question) or reading.is_free_text(question):
        return None
    most = _LONGEST_RUN if question.field.type in _RUNNING else 1
    for end in range(min(len(parts), at + most), at, -1):
        written = ", ".join(parts[at:end])
        value = reading.value_in(question, written)
        if value is not None:
            return _Understood(question.path, value, written), end - at
    return None


def _further_on(reading: "_Reading", wanted: Question, part: str) -> tuple[_Understood, int] | None:
    for question in islice(reading.ahead_of(wanted), _AHEAD):
        if question.field.type in _NEVER_AHEAD:
            continue
        value = reading.value_in(question, part)
        if value is not None:
            return _Understood(question.path, value, part), 1
    return None


# ── A wish in the person's own words ──────────────────────────────────────────────────────────


def _read_wish(talk: Talk, wish: str) -> tuple[_Understood, ...]:
    """What a text surely answers, each stretch of it at most once."""
    reading = _Reading(talk)
    taken: list[tuple[int, int]] = []
    found = True
    while found:
        # An answer may open further questions, so the walk is made anew after each.
        found = False
        for question in reading.ahead_of(None):
            if question.field.type in _NEVER_IN_A_WISH or question.is_of_party:
                continue
            stretch = _only_finding(reading, question, wish, taken)
            if stretch is not None:
                start, end, value = stretch
                taken.append((start, end))
                reading.take(_Understood(question.path, value, wish[start:end]))
                found = True
                break
    return tuple(reading.answers)


def _only_finding(
    reading: "_Reading", question: Question, wish: str, taken: list[tuple[int, int]]
) -> tuple[int, int, Value] | None:
    if reading.is_free_text(question):
        # The whole wish, where the definition says that it may be the answer.
        value = reading.text_from(question, wish) if question.field.from_wish else None
        return None if value is None else (0, 0, value)
    findings = question.type.find(question.field, wish, reading.asking(question))
    free = [each for each in findings if not any(each.start < e and s < each.end for s, e in taken)]
    if not free or any(each.value != free[0].value for each in free):
        return None
    first = free[0]
    if reading.is_refused(question, first.value) or _fits_another(reading, question, wish, first):
        return None
    return first.start, first.end, first.value


def _fits_another(reading: "_Reading", question: Question, wish: str, finding: Finding) -> bool:
    """Whether a date, say, may as well be the answer to another open question."""
    for other in reading.ahead_of(question):
        if other.field.type != question.field.type or other.is_of_party:
            continue
        found = other.type.find(other.field, wish, reading.asking(other))
        if any(each.start < finding.end and finding.start < each.end for each in found):
            return True
    return False


# ── Both ──────────────────────────────────────────────────────────────────────────────────────


class _Reading:
    """The draft as it would be with what was understood so far."""

    def __init__(self, talk: Talk) -> None:
        if talk.draft is None:
            raise AssertionError("there is no draft to read answers for")
        self._talk = talk
        self._draft: Draft = talk.draft
        self.walk: Walk = talk.walk
        self.answers: list[_Understood] = []

    def take(self, one: _Understood) -> None:
        entry = Answer(value=one.value, at=self._talk.now)
        answers = {**self._draft.answers, one.path: entry}
        self._draft = msgspec.structs.replace(self._draft, answers=answers, revisiting=None)
        self.walk = self._talk.walk_of(self._draft)
        self.answers.append(one)

    def ahead_of(self, wanted: Question | None) -> Iterator[Question]:
        """Unanswered questions, nearest first, besides the one that is wanted."""
        for each in self.walk.questions:
            is_wanted = wanted is not None and each.path == wanted.path
            if each.path not in self._draft.answers and not is_wanted and not self.is_closed(each):
                yield each

    def asking(self, question: Question) -> Asking:
        scope = self.walk.scope_of(question)
        return msgspec.structs.replace(self._talk.asking(question), scope=scope)

    def is_closed(self, question: Question) -> bool:
        """Whether the answer must not be given here."""
        return self._talk.needs_secure_page(question)

    def is_free_text(self, question: Question) -> bool:
        return takes_anything(self._talk, question)

    def is_refused(self, question: Question, value: Value) -> bool:
        rule = holding(self._talk, question, question.field.refuse, value, walk=self.walk)
        return rule is not None or same_person(self._talk, question, value) is not None

    def text_from(self, question: Question, wish: str) -> Value | None:
        """The whole wish as a free text, if it tells of the matter and nothing speaks against it."""
        service = self._talk.service
        if service is None or not tells_something(wish, service.title):
            return None
        value = understood(question, wish, self.asking(question))
        return None if value is None or self.is_refused(question, value) else value

    def value_in(self, question: Question, written: str) -> Value | None:
        """The one value that a part surely gives: by itself, or with a few words around it."""
        if question.field.type in _BARE_TYPES and len(written.split()) > _BARE:
            # "det har jag inte vad jag vet" explains the no before it.
            return None
        if question.field.type == "location" and not _LIKE_A_PLACE.search(written):
            # "Allt, både toa och dusch": any words would do, but these tell of no place.
            return None
        asking = self.asking(question)
        value = understood(question, written, asking)
        if value is None:
            findings = question.type.find(question.field, written, asking)
            values = [each.value for each in findings]
            value = values[0] if len(values) == 1 else None
        if value is None or is_in_own_words(value) or self.is_refused(question, value):
            return None
        return value


def _ask_whether(talk: Talk, answers: tuple[_Understood, ...], *, key: str, rest: str) -> None:
    reading = _Reading(talk)
    lines = []
    for each in answers:
        question = reading.walk.at(each.path)
        reading.take(each)
        if question is not None:
            shown = question.type.show(question.field, each.value, talk.language)
            title = question.title(talk.language)
            lines.append(talk.text("several.line", title=title, value=shown))
    said = [talk.text(key, lines="\n".join(lines))]
    if rest:
        said.append(talk.text("several.rest", rest=rest))
    said.append(talk.text("several.ask"))
    values = tuple(msgspec.to_builtins(each) for each in answers)
    talk.wait_for(Pending(kind="several", about=answers[0].path, values=values))
    choices = (talk.choice("yes", "several.yes"), talk.choice("no", "several.no"))
    talk.add("\n\n".join(said), choices=choices)
