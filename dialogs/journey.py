"""The walk of a definition through the answers: what applies, what is answered, what is next.

Position is never stored. Each time, the definition is walked from the top with the answers at hand;
conditions only look at what comes earlier, so one pass is enough. Going back, changing an early
answer, a new version of the service and resuming elsewhere need no code of their own. An answer
whose question does not apply is not in the walk: it stays in the draft, but not in the case.

Paths: "datum" for a field; "vardnadshavare2.name" for a part of a composed one; "barn.0.namn" for a
field in the first row of a group; "barn.+1" for the question whether there is a second row.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from dialogs.conditions import Scope, Value
from dialogs.conversation import Answer
from dialogs.fields import FIELD_TYPES
from dialogs.fields.base import FieldType
from dialogs.service import Field, Service
from dialogs.texts import LocalText

_ANOTHER = LocalText({"sv": "Vill du lägga till en till?", "en": "Do you want to add another?"})
_ANY = LocalText({"sv": "Vill du lägga till någon?", "en": "Do you want to add one?"})
#: However many rows a definition allows.
_MOST_ROWS = 100


class Question(msgspec.Struct, frozen=True):
    """One field at its place in the walk."""

    path: str
    field: Field
    type: FieldType
    #: "barn.0." for the fields of the first row of the group barn.
    prefix: str = ""
    #: Titles of the groups' rows that it is in, e.g. ("Barn 1",), by language.
    rows: tuple[tuple[LocalText, int], ...] = ()

    def title(self, language: str) -> str:
        """Its short name with the row that it is in: "Barn 2: Namn"."""
        title = self.field.title(language)
        for row, number in reversed(self.rows):
            # Without a number it is a party, whose parts name it themselves.
            if number:
                title = f"{row.to(language)} {number}: {title}"
        return title

    @property
    def is_gate(self) -> bool:
        """Whether it only asks if the group has one more row."""
        return self.path.rsplit(".", 1)[-1].startswith("+")

    @property
    def is_of_party(self) -> bool:
        """Whether it is about somebody else who signs."""
        # The rows of a group are numbered, a party is not.
        return bool(self.rows) and not self.rows[-1][1]

    def in_row(self, text: str, language: str) -> str:
        """A text of the question with the innermost row that it is about: "Barn 2. Vad heter barnet?"."""
        row, number = next((each for each in reversed(self.rows) if each[1]), (None, 0))
        return f"{row.to(language)} {number}. {text}" if row else text


class Walk(msgspec.Struct, frozen=True):
    """What the walk found."""

    #: All questions that apply and want an answer, in order.
    questions: tuple[Question, ...]
    #: The first of them without an answer.
    next: Question | None
    #: The path ends here, before any further question.
    stop: Question | None
    #: Information on the way to `next` or `stop`.
    information: tuple[Question, ...]
    #: Questions and information together, in order.
    course: tuple[Question, ...]
    #: Values of applicable answers and computed values, by path; a skipped answer has none.
    values: Mapping[str, Value]
    #: How many of `questions` are answered.
    answered: int
    scope: Scope

    def at(self, path: str) -> Question | None:
        """The applicable question at `path`."""
        return next((question for question in self.questions if question.path == path), None)

    @property
    def has_parties(self) -> bool:
        """Whether somebody else signs too, as it is answered now."""
        return any(question.is_of_party for question in self.questions)

    def scope_of(self, question: Question) -> Scope:
        return msgspec.structs.replace(self.scope, prefix=question.prefix)


class _Walker:
    """The state of one pass."""

    def __init__(
        self, answers: Mapping[str, Answer], facts: Mapping[str, Value], today: date
    ) -> None:
        self.answers = answers
        self.values: dict[str, Value] = {}
        self.scope = Scope(answers=self.values, facts=facts, today=today)
        self.questions: list[Question] = []
        self.information: list[Question] = []
        self.course: list[Question] = []
        self.next: Question | None = None
        self.stop: Question | None = None
        self.answered = 0

    def fields(
        self, fields: tuple[Field, ...], prefix: str, rows: tuple[tuple[LocalText, int], ...]
    ) -> None:
        scope = self.scope if not prefix else msgspec.structs.replace(self.scope, prefix=prefix)
        for field in fields:
            if field.when is not None and not field.when.holds(scope):
                continue
            field_type = FIELD_TYPES[field.type]
            path = prefix + field.id
            if field.type == "group":
                self.group(field, path, rows)
            elif parts := field_type.parts(field):
                if not rows:
                    # In a group, its row says who it is.
                    self.lead(field, path, rows)
                self.fields(parts, path + ".", (*rows, (field.label or field.ask, 0)))
            else:
                self.visit(Question(path, field, field_type, prefix, rows), scope)
            if self.stop is not None:
                return

    def visit(self, question: Question, scope: Scope) -> None:
        if question.type.asks:
            self.ask(question)
            return
        if question.field.value is not None:
            computed = question.field.value.of(scope)
            if computed is not None:
                self.values[question.path] = computed
        if self.next is not None:
            return
        if question.field.type == "stop":
            self.stop = question
        else:
            self.inform(question)

    def lead(self, field: Field, path: str, rows: tuple[tuple[LocalText, int], ...]) -> None:
        """What a field with parts says before the first of them."""
        if self.next is None:
            self.inform(Question(path, field, FIELD_TYPES["information"], rows=rows))

    def inform(self, piece: Question) -> None:
        self.information.append(piece)
        self.course.append(piece)

    def ask(self, question: Question) -> None:
        self.questions.append(question)
        self.course.append(question)
        answer = self.answers.get(question.path)
        if answer is None:
            if self.next is None:
                self.next = question
            return
        self.answered += 1
        if answer.value is not None:
            self.values[question.path] = answer.value

    def group(self, field: Field, path: str, rows: tuple[tuple[LocalText, int], ...]) -> None:
        fewest = int(str(field.limits.get("min", 1)))
        most = min(int(str(field.limits.get("max", _MOST_ROWS))), _MOST_ROWS)
        row_title = field.limits.get("row")
        title = row_title if isinstance(row_title, LocalText) else field.label or field.ask
        if fewest:
            self.lead(field, path, rows)
        for row in range(most):
            if row >= fewest:
                gate = _gate(field, path, row, rows)
                self.ask(gate)
                if self.values.get(gate.path) is not True:
                    return
            self.fields(field.fields, f"{path}.{row}.", (*rows, (title, row + 1)))
            if self.stop is not None:
                return


def _gate(field: Field, path: str, row: int, rows: tuple[tuple[LocalText, int], ...]) -> Question:
    """The question whether the group has one more row."""
    add = field.limits.get("add")
    another = add if isinstance(add, LocalText) else _ANOTHER
    ask = field.ask if row == 0 else another
    label = (field.label or _ANY) if row == 0 else another
    asked = Field(
        id=f"+{row}",
        type="yes_no",
        ask=ask,
        label=label,
        help=field.help,
        sensitive=field.sensitive,
        visibility=field.visibility,
    )
    return Question(f"{path}.+{row}", asked, FIELD_TYPES["yes_no"], path + ".", rows)


def walk(
    service: Service,
    answers: Mapping[str, Answer],
    *,
    facts: Mapping[str, Value],
    today: date,
) -> Walk:
    """Walks `service` through `answers`."""
    walker = _Walker(answers, facts, today)
    walker.fields(service.fields, "", ())
    return Walk(
        questions=tuple(walker.questions),
        next=None if walker.stop else walker.next,
        stop=walker.stop,
        information=tuple(walker.information),
        course=tuple(walker.course),
        values=walker.values,
        answered=walker.answered,
        scope=walker.scope,
    )
