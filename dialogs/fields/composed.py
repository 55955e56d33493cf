"""Types that are asked part by part: another party of the case, and a repeated group.

The engine walks their parts like any other questions; `parse` of the composed type is never called.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import ClassVar

from dialogs.conditions import Answered, Condition
from dialogs.fields.base import FieldType, LimitKind
from dialogs.fields.settings import crossed, whole
from dialogs.service import Field, Limit, Visibility
from dialogs.texts import ENGLISH, SWEDISH, LocalText, capitalised

#: A young parent signs for a child, but no child signs with an e-ID.
_YOUNGEST_SIGNER = 15
_AGES = ("min_age", "max_age")
_SOMEBODY = LocalText({SWEDISH: "den andra personen", ENGLISH: "the other person"})

#: The sentences of a part by language; `dialogs` has no texts of its own to look in.
_Sentences = Mapping[str, str]

_LABELS: Mapping[str, _Sentences] = {
    "name": {SWEDISH: "{Role}: namn", ENGLISH: "{Role}: name"},
    "personnummer": {SWEDISH: "{Role}: personnummer", ENGLISH: "{Role}: personal identity number"},
    "phone": {SWEDISH: "{Role}: mobilnummer", ENGLISH: "{Role}: mobile number"},
    "email": {SWEDISH: "{Role}: e-postadress", ENGLISH: "{Role}: e-mail address"},
}
_ASKS: Mapping[str, _Sentences] = {
    "name": {SWEDISH: "Vad heter {role}?", ENGLISH: "What is the name of {role}?"},
    "personnummer": {
        SWEDISH: "Vilket personnummer har {role}?",
        ENGLISH: "What is the Swedish personal identity number of {role}?",
    },
    "phone": {
        SWEDISH: "Vilket mobilnummer har {role}?",
        ENGLISH: "What is the mobile number of {role}?",
    },
    "email": {
        SWEDISH: "Vilken e-postadress har {role}?",
        ENGLISH: "What is the e-mail address of {role}?",
    },
}
_HELPS: Mapping[str, _Sentences] = {
    "name": {
        SWEDISH: "Skriv förnamn och efternamn.",
        ENGLISH: "Write first name and last name.",
    },
    "personnummer": {
        SWEDISH: "Skriv tolv siffror, till exempel ÅÅÅÅMMDD-NNNN. Samordningsnummer går också bra.",
        ENGLISH: "Write twelve digits: YYYYMMDD-NNNN. A coordination number works too.",
    },
    "phone": {
        SWEDISH: "Har du inte numret? Hoppa över frågan, så får du svara med e-postadress i "
        "stället. Inga andra parter ser numret.",
        ENGLISH: "Don't have the number? Skip the question, and you can give an e-mail address "
        "instead. No other party sees the number.",
    },
    "email": {
        SWEDISH: "Vi behöver den eftersom du inte har lämnat något mobilnummer. Inga andra parter "
        "ser adressen.",
        ENGLISH: "We need it because you have not given a mobile number. No other party sees the "
        "address.",
    },
}
_WHYS: Mapping[str, _Sentences] = {
    "name": {
        SWEDISH: "Vi behöver veta vem ärendet också gäller.",
        ENGLISH: "We need to know who else the case concerns.",
    },
    "personnummer": {
        SWEDISH: "Numret gör att rätt person kopplas till ärendet och kan legitimera sig.",
        ENGLISH: "The number makes sure that the right person is linked to the case and can "
        "identify themselves.",
    },
    "phone": {
        SWEDISH: "Vi använder det bara för att kontakta personen om det här ärendet.",
        ENGLISH: "We only use it to contact the person about this case.",
    },
    "email": {
        SWEDISH: "Vi använder den bara för att kontakta personen om det här ärendet.",
        ENGLISH: "We only use it to contact the person about this case.",
    },
}


class PartyType(FieldType):
    """Another person who takes part in the case, for example the other guardian."""

    name: ClassVar[str] = "party"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {
        "role": LimitKind.LOCAL_TEXT,
        "min_age": LimitKind.INTEGER,
        "max_age": LimitKind.INTEGER,
    }

    def parts(self, field: Field) -> tuple[Field, ...]:
        role = field.limits.get("role")
        if not isinstance(role, LocalText):
            role = _SOMEBODY
        ages = tuple(
            (limit, years) for limit in _AGES if (years := whole(field, limit)) is not None
        )
        return _parts(
            tuple(role.by_language.items()), ages, field.sensitive, field.before_login, field.line
        )

    def check(self, field: Field) -> tuple[str, ...]:
        if not isinstance(field.limits.get("role"), LocalText):
            return ("role is missing: say who it is, for example “den andra vårdnadshavaren”",)
        youngest = whole(field, "min_age")
        if youngest is not None and youngest < _YOUNGEST_SIGNER:
            return (f"min_age is {youngest}, but who signs is at least {_YOUNGEST_SIGNER}",)
        return crossed(field, "min_age", "max_age")


@lru_cache(maxsize=1024)
def _parts(
    role: tuple[tuple[str, str], ...],
    ages: tuple[tuple[str, int], ...],
    sensitive: bool,
    before_login: bool,
    line: int,
) -> tuple[Field, ...]:
    """Made once for each definition: every walk passes here, several times a turn."""
    named = LocalText(dict(role))

    def part(
        name: str,
        *,
        limits: Mapping[str, Limit] | None = None,
        optional: bool = False,
        when: Condition | None = None,
        visibility: Visibility = Visibility.SHARED,
    ) -> Field:
        return Field(
            id=name,
            type=name,
            ask=_about(named, _ASKS[name]),
            label=_about(named, _LABELS[name]),
            help=_about(named, _HELPS[name]),
            why=_about(named, _WHYS[name]),
            optional=optional,
            when=when,
            sensitive=sensitive,
            visibility=visibility,
            before_login=before_login,
            limits=limits or {},
            line=line,
        )

    private = Visibility.PRIVATE
    return (
        part("name"),
        part("personnummer", limits={"min_age": _YOUNGEST_SIGNER, **dict(ages)}),
        part("phone", limits={"mobile": True}, optional=True, visibility=private),
        # Somebody must be reachable one way: asked only when the phone was skipped.
        part("email", when=Answered("phone", False), visibility=private),
    )


def _about(role: LocalText, sentences: _Sentences) -> LocalText:
    """The sentence in each language, about this role."""
    return LocalText(
        {
            language: sentence.replace("{role}", role.to(language)).replace(
                "{Role}", capitalised(role.to(language))
            )
            for language, sentence in sentences.items()
        }
    )


class GroupType(FieldType):
    """Rows of the same questions, for example one row a child."""

    name: ClassVar[str] = "group"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {
        "min": LimitKind.INTEGER,
        "max": LimitKind.INTEGER,
        "row": LimitKind.LOCAL_TEXT,
        "table": LimitKind.FLAG,
        "add": LimitKind.LOCAL_TEXT,
    }

    def parts(self, field: Field) -> tuple[Field, ...]:
        return field.fields

    def check(self, field: Field) -> tuple[str, ...]:
        wrong = []
        if not field.fields:
            wrong.append("fields is missing: list the questions of a row")
        most = whole(field, "max")
        if most is not None and most < 1:
            wrong.append(f"max is {most}: it must be at least 1")
        return (*wrong, *crossed(field))


TYPES: tuple[FieldType, ...] = (PartyType(), GroupType())
