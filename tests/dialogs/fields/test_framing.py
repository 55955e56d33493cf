"""What is said around an answer, over all types: small talk changes nothing, doubt is asked about."""

import pytest

from dialogs.fields import FIELD_TYPES
from dialogs.fields.around import unframed
from dialogs.fields.base import Accepted, Given, Outcome
from dialogs.fields.reading import read_answer
from tests.dialogs.fields.answering import asking, field

_CARE = {"options": {"jag": "Jag själv", "barn": "Mitt barn", "annan": "En annan vuxen"}}
_FAULTS = {"options": {"lampa": "Gatlampa", "skrap": "Skräp", "trad": "Träd"}}
#: One plain answer of each type.
PLAIN = {
    "date": ({"min": "today"}, "10 januari"),
    "time": ({}, "14:30"),
    "period": ({"min": "today"}, "3-5 april"),
    "integer": ({"min": 1, "max": 20, "unit": "personer"}, "8"),
    "decimal": ({"unit": "km"}, "2,5 km"),
    "money": ({}, "4500 kr"),
    "choice": (_CARE, "mitt barn"),
    "choices": (_FAULTS, "skräp"),
    "phone": ({}, "070-174 06 05"),
    "email": ({}, "anna@exempel.se"),
    "personnummer": ({}, "19990807-2391"),
    "vehicle": ({}, "ABC 123"),
    "property": ({}, "Nyland 3:14"),
    "organisation_number": ({}, "556703-7485"),
    "bank_account": ({}, "5012 3475147"),
    "address": ({}, "Byvägen 4, 870 33 Docksta"),
    "name": ({}, "Ulf Ek"),
}
AROUND = """
{} tack|hej, {}|ja, {}|{} då|{} alltså|det är {}|{}!|{} tack så mycket|jo, {}|{} som sagt|Hej! {}|ok {}|{} :)
|{} 🙂|alltså {}|jag svarar {}|svar: {}|svaret är {}|då säger vi {}|{} thanks|jo då {}|det blir {}|{} blir bra
|då blir det {}|hejsan {}|{} ju|yes {}|hm {}""".replace("\n", "").split("|")
DOUBTING = """
inte {}|jag tror inte {}|kanske {}|fel: {}|{} är fel|{} stämmer inte|{} kanske|{}?|är det {}|{} eller inte
|{} men jag är osäker|{} tror jag|{} går inte|inte längre {}|{} vill jag inte|{} gäller inte längre|aldrig {}
|{} fast nej|{} är inte rätt|knappast {}|{} tveksamt|{} glöm det|{} äsch nej|not {}|maybe {}|{} is wrong
|stryk {}|ta bort {}|{} ska bort|{} ångrar mig|gissar {}|{} eller nåt|skriv inte {}|får det vara {}
|vad betyder {}|vet inte om {}|ej {}|{} duger inte""".replace("\n", "").split("|")


def _read(kind: str, written: str) -> Outcome:
    asked = field(kind, PLAIN[kind][0])
    return read_answer(FIELD_TYPES[kind], asked, Given(text=written), asking())


@pytest.mark.parametrize("kind", sorted(PLAIN))
def test_small_talk_around_an_answer_changes_nothing(kind: str) -> None:
    plain = _read(kind, PLAIN[kind][1])
    assert isinstance(plain, Accepted)
    said = [each.format(PLAIN[kind][1]) for each in AROUND]
    assert [each for each in said if _read(kind, each) != plain] == []


@pytest.mark.parametrize("kind", sorted(PLAIN))
def test_a_doubted_or_denied_answer_is_never_taken(kind: str) -> None:
    said = [each.format(PLAIN[kind][1]) for each in DOUBTING]
    assert [each for each in said if isinstance(_read(kind, each), Accepted)] == []


@pytest.mark.parametrize("text", ["", "tusen tack", "tack", "hej", "ja", "då", "ok :)"])
def test_what_is_only_small_talk_stays_as_it_is(text: str) -> None:
    assert unframed(text) == text
