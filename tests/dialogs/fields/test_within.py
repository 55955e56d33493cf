"""What is surely an answer within a longer text, and what must not be taken for one."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.fields import FIELD_TYPES
from dialogs.fields.base import Accepted, Finding, Given
from tests.dialogs.fields.answering import asking, field

CORPUS = Path(__file__).parents[2] / "corpus"
WISHES = [
    line.split("\t")[2]
    for line in (CORPUS / "find_tune.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
ANSWERS = [
    line.split("\t")
    for path in sorted(CORPUS.glob("answers_*.tsv"))
    for line in path.read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]
HOUSING = {"lagenhet": "Lägenhet", "villa": "Villa", "radhus": "Radhus eller kedjehus"}
SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "date": {},
    "period": {},
    "time": {},
    "integer": {"unit": "år"},
    "decimal": {"unit": "m"},
    "money": {},
    "phone": {},
    "email": {},
    "personnummer": {},
    "organisation_number": {},
    "address": {},
    "location": {},
    "property": {},
    "vehicle": {},
    "bank_account": {"giro": True},
    "choice": {"options": HOUSING},
}


def find(kind: str, text: str, settings: Mapping[str, Any] | None = None) -> tuple[Finding, ...]:
    asked = field(kind, SETTINGS.get(kind, {}) if settings is None else settings)
    return FIELD_TYPES[kind].find(asked, text, asking())


@pytest.mark.parametrize(
    ("kind", "text", "stretch", "value"),
    [
        ("date", "Vi flyttar den 4 december till Nyland", "den 4 december", "2026-12-04"),
        ("date", "kan ni komma på fredag", "på fredag", "2026-11-27"),
        ("date", "det hände i går på torget", "i går", "2026-11-22"),
        ("date", "börjar 7 januari i skolan", "7 januari", "2027-01-07"),
        ("date", "från och med 2027-01-07.", "2027-01-07", "2027-01-07"),
        ("date", "vi gifter oss fredag den 4 december", "fredag den 4 december", "2026-12-04"),
        ("date", "flyttar in den sjätte januari tror vi", "den sjätte januari", "2027-01-06"),
        ("date", "vi vill sluta den 7/1 eftersom vi flyttar", "den 7/1", "2027-01-07"),
        (
            "period",
            "vi vill stänga av gatan 1-3 december för ett kalas",
            "1-3 december",
            {"from": "2026-12-01", "to": "2026-12-03"},
        ),
        (
            "period",
            "låna lokalen från 1 december till 3 december",
            "från 1 december till 3 december",
            {"from": "2026-12-01", "to": "2026-12-03"},
        ),
        (
            "period",
            "någon gång mellan den 1 och den 3 december passar",
            "mellan den 1 och den 3 december",
            {"from": "2026-12-01", "to": "2026-12-03"},
        ),
        ("time", "kom gärna kl. 14.30 på fredag", "kl. 14.30", "14:30"),
        ("time", "vigsel klockan 15 i parken", "klockan 15", "15:00"),
        ("integer", "min son är 6 år och heter Kalle", "6 år", 6),
        ("decimal", "staketet blir 12,5 m långt", "12,5 m", "12.5"),
        ("decimal", "muren är tolv meter lång", "tolv meter", "12"),
        ("money", "räkningen var på 1 200,50 kr", "1 200,50 kr", "1200.50"),
        ("money", "jag betalade femhundra kronor", "femhundra kronor", "500.00"),
        ("phone", "ring mig på 070-174 06 05 efter fem", "070-174 06 05", "+46701740605"),
        ("phone", "jag nås på +46 70 174 06 05.", "+46 70 174 06 05", "+46701740605"),
        ("email", "svara till eva.ek@exempel.se tack", "eva.ek@exempel.se", "eva.ek@exempel.se"),
        ("personnummer", "Kalle, 19990807-2391, ska byta", "19990807-2391", "199908072391"),
        ("organisation_number", "föreningen (802000-1239) söker", "802000-1239", "8020001239"),
        (
            "address",
            "vi har flyttat till Torggatan 2, 872 80 Kramfors i maj",
            "Torggatan 2, 872 80 Kramfors",
            {"street": "Torggatan 2", "postal_code": "87280", "city": "Kramfors"},
        ),
        (
            "location",
            "gatlyktan utanför Torggatan 2 är sönder",
            "utanför Torggatan 2",
            {"text": "utanför Torggatan 2"},
        ),
        (
            "location",
            "det är hål i korsningen Torggatan och Ringvägen",
            "i korsningen Torggatan och Ringvägen",
            {"text": "i korsningen Torggatan och Ringvägen"},
        ),
        ("property", "bygga garage på Nyland 3:12 i vår", "Nyland 3:12", "Nyland 3:12"),
        (
            "property",
            "vi äger fastigheten kramfors nyland 3:12",
            "kramfors nyland 3:12",
            "Kramfors Nyland 3:12",
        ),
        ("vehicle", "bilen ABC 123 står på vår plats", "ABC 123", "ABC123"),
        ("vehicle", "tillstånd för bilen abc123 tack", "abc123", "ABC123"),
        ("choice", "vi bygger ut vår villa", "villa", "villa"),
        ("choice", "bygga altan vid lägenheten", "lägenheten", "lagenhet"),
        (
            "bank_account",
            "betala till clearing 6789 konto 123 456 789 tack",
            "clearing 6789 konto 123 456 789",
            {"clearing": "6789", "account": "123456789", "bank": "Handelsbanken"},
        ),
        (
            "bank_account",
            "sätt in på bankgiro 123-4566",
            "bankgiro 123-4566",
            {"giro": "bankgiro", "number": "1234566"},
        ),
    ],
)
def test_an_answer_is_found_in_a_sentence(
    kind: str, text: str, stretch: str, value: object
) -> None:
    (found,) = find(kind, text)
    assert (text[found.start : found.end], found.value) == (stretch, value)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("date", "öppet dygnet runt, 24/7"),
        ("date", "inte den 4 december"),
        ("date", "efter den 4 december"),
        ("date", "senast 4 december"),
        ("date", "4 eller 5 december"),
        ("date", "1 december till 3 december"),
        ("date", "hon är född 2019-03-04"),
        ("date", "nästa fredag"),
        ("date", "3 januari 1999-2391"),
        ("period", "4/12 och 5/12"),
        ("time", "efter kl 14"),
        ("time", "kl 14-16"),
        ("time", "halv tre"),
        ("integer", "vi har bott här i 6 år"),
        ("integer", "för 6 år sedan"),
        ("integer", "vi är 6 personer"),
        ("decimal", "minst 20 m"),
        ("decimal", "20 m²"),
        ("decimal", "200 cm"),
        ("money", "8500 kr i månaden"),
        ("money", "högst 500 kr"),
        ("phone", "ring inte 112"),
        ("phone", "040312-2383"),
        ("phone", "ring inte 070-174 06 06"),
        ("email", "eva ek@exempel.se"),
        ("personnummer", "konto 3300 990807-2391"),
        ("personnummer", "990807-2392"),
        ("organisation_number", "990807-2391"),
        ("address", "Torggatan 2 i Kramfors"),
        ("location", "vi bor på en gata i Kramfors"),
        ("location", "bygga på Storgatan 1:4"),
        ("property", "vi ses Kl 14:30"),
        ("property", "på Torsdag 14:30"),
        ("vehicle", "Torggatan 2 LGH 110"),
        ("vehicle", "vi har 3 barn och en hund"),
        ("choice", "vi bor i lägenhet men bygger en villa"),
        ("choice", "det är ingen villa"),
        ("choice", "utsikten från villan"),
        ("bank_account", "nummer 6789 123 456 789"),
    ],
)
def test_what_is_not_surely_an_answer_is_left(kind: str, text: str) -> None:
    assert find(kind, text) == ()


#: The wishes of the finder's corpus that do say such a thing.
SAID_IN_WISHES = {
    (
        "date",
        "vi har köpt kåken efter mormor i Lunde och ska ta över vattnet från och med första december",
    ),
    ("date", "tillträde på fredag köparen undrar vem som meddelar er om vattnet"),
    ("date", "kan hon få ledigt fredag den 4 dec, cup i Sundsvall"),
    ("date", "Tar över pizzerian i Ullånger den 1 februari."),
    ("date", "blev otroligt otrevligt bemött av handläggaren igår och vill klaga"),
    ("date", "Vilken tid går tåget till Sundsvall i morgon bitti"),
    ("date", "har polisen gett tillstånd till manifestationen i Stockholm på lördag"),
    ("date", "internet ligger nere hos Telia sen i går"),
    ("date", "har biblioteket öppet på söndag"),
    ("decimal", "jag orkar bara gå 30 meter med mina lungor, vill kunna stå på handikapprutan"),
    ("decimal", "Vi byter ut oljan mot jordvärme, 400 meter slang på åkern. Vad ska vi skicka in?"),
    ("integer", "kan ni komma hem med mat åt mej, e 88 år å ensam"),
    ("integer", "drama och teater för barn 12 år"),
    ("integer", "har en kompis 14 år som skär sig och hennes pappa är dum mot henne"),
    ("money", "hockeyklubben ska sälja 5000 lotter på stan, 20 kr styck, till julbordet"),
    ("time", "Kan ni viga oss på toppen av Skuleberget klockan 12 den 12 juni?"),
    ("location", "gatlyktan utanför Torggatan 2 är sönder"),
    ("date", "vem vann matchen i går"),
    ("date", "tillträdesdag 1 mars, vad behöver VA-enheten veta"),
    ("date", "flyttar ut 1 mars och nya ägare tar över villan"),
    ("date", "tillträde 15 januari, vatten och avlopp ska stå på oss som köpt"),
    ("date", "boka gymnastiksalen till barnkalas på söndag"),
    ("date", "pengarna är slut och hyran ska betalas på fredag"),
    (
        "date",
        "Vattenservisen till kundens hus läcker och vi behöver öppna upp trottoaren på torsdag. Trafikanordningsplan finns.",  # noqa: E501
    ),
    (
        "date",
        "Jag kommer hem från sjukhuset på torsdag och behöver någon som hjälper mig upp ur sängen och med medicinen.",  # noqa: E501
    ),
    (
        "date",
        "Jag försökte logga in på kommunens e-tjänst i går kväll, men det blev bara en vit sida på min surfplatta.",  # noqa: E501
    ),
    ("date", "starta catering i bygdegårdens kök om tre veckor"),
    ("date", "vi vill sälja korv på torget på lördag"),
    ("date", "vattenmätarställning 31 december"),
    ("date", "weather tomorrow"),
    ("date", "vad blir det för väder på lördag"),
    ("date", "hur blir vädret på fredag"),
    ("date", "boka bord för fyra på fredag"),
    ("date", "vad har biblioteket för öppettider på lördag"),
    ("date", "who won the football yesterday"),
    ("date", "min katt är bortsprungen sen i lördags"),
    ("date", "barnvakt på lördag kväll, nån som kan?"),
    ("date", "när öppnar återvinningscentralen imorgon"),
    ("decimal", "vi är en samfällighet som sköter 1800 meter väg"),
    ("decimal", "jag har dålig höft och orkar bara gå 50 meter, vill stå på handikapplatsen"),
    ("decimal", "vi ska borra ett hål för värme på tomten, 180 meter"),
    ("decimal", "borrhål 200 meter"),
    ("decimal", "ska borra för bergvärme 180 meter"),
    ("integer", "apply for preschool for my 2 year old"),
    (
        "integer",
        "vi flyttar hit i höst och tvillingarna behöver någonstans att vara på dagarna medan vi jobbar de är tre år",  # noqa: E501
    ),
    ("integer", "my son is 2 years need kindergarten"),
    ("integer", "after school care for my 8 year old"),
    ("integer", "jag får nytt jobb och barnet 7 år måste vara någonstans efter lektionerna"),
    ("integer", "Önskar omsorg efter skoltid för vårt barn, 6 år, måndag till torsdag."),
    ("integer", "jag behöver hjälp i hemmet, är 84 år"),
    ("integer", "ukulele för nybörjare 8 år"),
    ("integer", "anmälan dans barn 7 år"),
    ("integer", "det barnet är ute ensamt på nätterna, 5 år, vem ska jag berätta för"),
    ("integer", "min dotter 17 år vill ha jobb i sommar"),
    ("location", "trafikverket vägarbete på väg 90"),
    ("money", "julskinkslotteri 400 lotter à 20 kr"),
    ("date", "sjukintyget gick ut i fredags"),
    ("date", "mitt id har gått ut och jag ska flyga på lördag"),
    ("date", "hur varmt blir det på torsdag"),
    ("date", "hur gick det för Modo igår"),
    ("date", "är det röd dag på torsdag"),
    ("date", "min pappa gick bort i tisdags och jag vet inte vad jag ska göra med hans skatter"),
    ("date", "kan du minnas vad jag sa igår"),
    (
        "date",
        "Hej, vi säljer sommarstugan på fredag. Måste köparen anmäla sig till er för vattnet?",
    ),
    ("date", "lokal för barnkalas 14 mars"),
    ("date", "hur fort kan man få ett pass inför en resa på fredag"),
    ("date", "jag såg en misstänkt bil vid skolan igår"),
    ("date", "är det skola imorgon"),
    ("date", "my bike got stolen yesterday"),
    ("date", "farfar ska begravas på fredag, vad sätter man på kransen"),
    ("date", "hur dags är gudstjänsten på söndag"),
    ("date", "hur mycket snöade det igår"),
    ("date", "hoppborg i parken på lördag, behövs tillstånd"),
    ("date", "bredbandet dött sen igår"),
    ("date", "vad serveras det i skolan på torsdag"),
    ("date", "har ont i örat sedan i går"),
    ("date", "är det älgjakt på söndag"),
    ("date", "snöar det på fredag"),
    ("date", "är det skridskois i hallen på söndag"),
    ("decimal", "pappa kan bara gå tio meter, kan han få tillstånd"),
    (
        "location",
        "jag är inte längre ägare till Sågverksgatan 3, fakturan för va kommer ändå till mig",
    ),
    ("money", "räkna ut räntan på 10000 kr"),
    ("time", "öppnar Coop klockan åtta"),
    ("vehicle", "vem står på fordonet med regnummer ABC123"),
    ("vehicle", "vem äger bilen med nummer JKL456"),
}


@pytest.mark.parametrize("kind", sorted(set(SETTINGS) - {"choice"}))
def test_no_wish_is_taken_for_an_answer_that_it_does_not_hold(kind: str) -> None:
    found = {(kind, text) for text in WISHES if find(kind, text)}
    assert found <= SAID_IN_WISHES


#: Such an answer may rightly hold the other: a date within a period, an address that is a place.
HOLDS = {
    ("address", "location"),
    ("property", "location"),
    ("property", "address"),
    ("text", "location"),
    ("address", "phone"),
    ("bank_account", "phone"),
    ("email", "phone"),
    ("name", "phone"),
    ("name", "email"),
    ("name", "personnummer"),
    ("name", "integer"),
    ("integer", "phone"),
    ("integer", "date"),
    ("integer", "money"),
    ("integer", "decimal"),
    ("organisation_number", "personnummer"),
    ("personnummer", "organisation_number"),
    ("personnummer", "date"),
    ("personnummer", "phone"),
    ("bank_account", "personnummer"),
    ("period", "date"),
    ("period", "time"),
    ("date", "period"),
    ("date", "time"),
    ("time", "date"),
    # Answers that were written to be misunderstood: "vid kyrkan 200 m norrut", "kl 10:30" as a property.
    ("text", "decimal"),
    ("property", "date"),
    ("property", "time"),
    ("phone", "personnummer"),
}


def test_answers_of_one_type_are_not_taken_for_another() -> None:
    taken = {
        (kind, other)
        for kind, _, written, _ in ANSWERS
        for other in SETTINGS
        if other not in (kind, "choice") and find(other, written)
    }
    assert taken <= HOLDS


def _is_sound(kind: str, text: str) -> bool:
    findings = find(kind, text)
    ends = [0, *(each.end for each in findings)]
    for each, earliest in zip(findings, ends, strict=False):
        assert earliest <= each.start < each.end <= len(text)
        alone = Given(text=text[each.start : each.end])
        asked = field(kind, SETTINGS[kind])
        assert FIELD_TYPES[kind].parse(asked, alone, asking()) == Accepted(each.value)
    return bool(findings)


@pytest.mark.parametrize("kind", sorted(SETTINGS))
@given(text=st.text(max_size=300))
def test_no_text_crashes_the_search(kind: str, text: str) -> None:
    _is_sound(kind, text)


_SAYINGS = """
den|4|december|7/1|2027|-|till|kl|14.30|halv|tre|i morgon|från|mellan|och|på fredag|inte|6 år|12,5 m
|500 kr|070-174 06 05|eva.ek@exempel.se|19990807-2391|802000-1239|Torggatan 2|,|872 80 Kramfors
|utanför|Nyland 3:12|fastigheten|ABC 123|bg 123-4566|clearing 6789|konto|123 456 789|villa|lägenhet
|radhus|eller|efter|İ|ß|２"""
_PIECES = st.sampled_from(_SAYINGS.split("|"))


@pytest.mark.parametrize("kind", sorted(SETTINGS))
@given(pieces=st.lists(_PIECES, max_size=14), glue=st.sampled_from(["", " "]))
def test_each_finding_is_an_answer_by_itself(kind: str, pieces: list[str], glue: str) -> None:
    _is_sound(kind, glue.join(pieces))


@pytest.mark.parametrize("kind", sorted(SETTINGS))
@pytest.mark.parametrize("piece", ["1", "a ", "1 ", "tjugo ", "den 1 ", "a.", "A-", "1/", "x@"])
def test_a_long_text_of_pieces_holds_nothing(kind: str, piece: str) -> None:
    assert find(kind, piece * 2000) == ()


def test_corpora_are_read() -> None:
    assert len(WISHES) > 300
    assert len(ANSWERS) > 2000
    assert all(json.loads(row[1]) is not None for row in ANSWERS)
