"""Asks one field one question, for the tests of the identifying field types."""

from datetime import date

from dialogs.conditions import Scope
from dialogs.fields import accounts, attachments, composed, contact, locations, people, places
from dialogs.fields.base import Asking, FieldType, FileGiven, Given, Outcome, Place
from dialogs.fields.reading import read_answer
from dialogs.service import Field, Limit
from dialogs.texts import LocalText

TODAY = date(2026, 11, 23)
MODULES = (people, contact, accounts, places, locations, attachments, composed)
TYPES: dict[str, FieldType] = {each.name: each for module in MODULES for each in module.TYPES}
#: Types that are answered with one line of text.
WRITTEN = (
    "name",
    "personnummer",
    "phone",
    "email",
    "address",
    "bank_account",
    "organisation_number",
    "property",
    "location",
    "vehicle",
)


def asking(language: str = "sv", today: date = TODAY) -> Asking:
    return Asking(language=language, today=today, scope=Scope(answers={}, facts={}, today=today))


def field(kind: str, **limits: Limit) -> Field:
    return Field(id="svar", type=kind, ask=LocalText({"sv": "Fråga?"}), limits=limits)


def parse(kind: str, written: str, **limits: Limit) -> Outcome:
    return read_answer(TYPES[kind], field(kind, **limits), Given(text=written), asking())


def pin(lat: float, lon: float) -> Outcome:
    return TYPES["location"].parse(field("location"), Given(place=Place(lat, lon)), asking())


def attach(*files: FileGiven, **limits: Limit) -> Outcome:
    return TYPES["files"].parse(field("files", **limits), Given(files=files), asking())


def show(kind: str, value: object, language: str = "sv") -> str:
    return TYPES[kind].show(field(kind), value, language)
