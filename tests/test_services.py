"""The shipped e-services, the municipality's facts and the guidance: complete, checked and readable."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

from actions.guidance import read_guidance
from actions.municipality import read_municipality
from bot.reading_ease import mean_lix
from dialogs.age_limit import QUESTION
from dialogs.checking import check_service
from dialogs.conditions import Scope, Value
from dialogs.fields import FIELD_TYPES
from dialogs.fields.base import Accepted, Asking, Given
from dialogs.loading import load_service
from dialogs.service import ConcernedKind, Field, Service, Signing, Visibility

CONFIG = Path(__file__).parent.parent / "config"
FILES = sorted((CONFIG / "services").glob("*.yaml"))
#: The catalogue: who logs in and who signs.
CATALOGUE = {
    "agarbyte-va": (True, Signing.ALL),
    "allman-handling": (False, Signing.NONE),
    "autogiro": (True, Signing.ONE),
    "avfall-andring": (True, Signing.ONE),
    "boka-lokal": (False, Signing.NONE),
    "bostadsanpassning": (True, Signing.ALL),
    "bygglov": (True, Signing.ALL),
    "ekonomiskt-bistand": (True, Signing.ALL),
    "eldstad-anmalan": (True, Signing.ONE),
    "enskild-vag-bidrag": (True, Signing.ALL),
    "enskilt-avlopp": (True, Signing.ONE),
    "fardtjanst": (True, Signing.ONE),
    "felanmalan": (False, Signing.NONE),
    "foreningsbidrag": (True, Signing.ALL),
    "forskola-ansokan": (True, Signing.ALL),
    "forskola-uppsagning": (True, Signing.ALL),
    "fritidshem-ansokan": (True, Signing.ALL),
    "god-man": (True, Signing.ONE),
    "gravtillstand": (True, Signing.ONE),
    # One signs for oneself; for somebody else, that person signs too.
    "hemtjanst-ansokan": (True, Signing.ALL),
    "inackorderingstillagg": (True, Signing.ALL),
    "inkomstanmalan": (True, Signing.ALL),
    "inloggningsproblem": (False, Signing.NONE),
    "kompost-anmalan": (True, Signing.ONE),
    "kontaktperson": (True, Signing.ONE),
    "kulturskolan": (True, Signing.ONE),
    "ledighet-elev": (True, Signing.ALL),
    "livsmedel-registrering": (True, Signing.ONE),
    "lotteri": (True, Signing.ALL),
    "markupplatelse": (True, Signing.ONE),
    "medborgarforslag": (True, Signing.ONE),
    "modersmal": (True, Signing.ONE),
    "orosanmalan": (False, Signing.NONE),
    "parkeringstillstand": (True, Signing.ONE),
    "registerutdrag": (True, Signing.ONE),
    "rivningslov": (True, Signing.ALL),
    "serveringstillstand": (True, Signing.ALL),
    "skolbyte": (True, Signing.ALL),
    "skolskjuts": (True, Signing.ONE),
    "sommarjobb": (True, Signing.ALL),
    "specialkost": (True, Signing.ONE),
    "synpunkt": (False, Signing.NONE),
    "tobak-tillstand": (True, Signing.ALL),
    "tomtko": (True, Signing.ONE),
    "va-avlasning": (False, Signing.NONE),
    "varmepump": (True, Signing.ONE),
    "vigsel": (True, Signing.ALL),
}
IDS = [path.stem for path in FILES]
ANONYMOUS = {"allman-handling", "orosanmalan", "synpunkt"}
#: Who logs in is asked first; direct debit asks neither address, child nor another party.
PROTECTED = [each for each in IDS if CATALOGUE[each][0] and each != "autogiro"]
TODAY = date(2026, 11, 23)
LANGUAGES = {"sv", "en"}
DATA_PROTECTION = "dataskyddsombud@kramfors.se"


@cache
def municipality() -> Any:
    return yaml.safe_load((CONFIG / "municipality.yaml").read_text("utf-8"))


@cache
def topics() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((CONFIG / "guidance.yaml").read_text("utf-8"))
    return dict(loaded["topics"])


@cache
def service(service_id: str) -> Service:
    path = CONFIG / "services" / f"{service_id}.yaml"
    return load_service(path.read_text("utf-8"), source=path.name, types=FIELD_TYPES)


def field(service_id: str, field_id: str) -> Field:
    return next(each for each in service(service_id).fields if each.id == field_id)


def applies(service_id: str, field_id: str, **answers: Value) -> bool:
    condition = field(service_id, field_id).when
    return condition is None or condition.holds(Scope(answers, {}, TODAY))


def said(rules: tuple[Any, ...], answers: dict[str, Value]) -> list[str]:
    """The Swedish sentences of those rules that hold."""
    scope = Scope(answers, {}, TODAY)
    return [rule.say.to("sv") for rule in rules if rule.when.holds(scope)]


def questions(of: Service) -> list[Field]:
    """Those that everybody may be asked: hardly anybody is asked for the age."""
    own = {QUESTION} if of.min_age else set()
    return [each for each in of.fields if FIELD_TYPES[each.type].asks and each.id not in own]


# ── Every service ─────────────────────────────────────────────────────────────────────────────


def test_all_services_of_the_catalogue_are_there() -> None:
    assert {path.stem for path in FILES} == set(CATALOGUE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_named_after_its_service_and_has_neither_errors_nor_warnings(path: Path) -> None:
    loaded = service(path.stem)
    problems = check_service(loaded, types=FIELD_TYPES, units=municipality()["units"])
    assert loaded.id == path.stem
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize("service_id", IDS)
def test_a_service_is_easy_to_find(service_id: str) -> None:
    assert len(service(service_id).words) >= 25


def test_every_service_is_in_a_category_that_has_a_name_in_both_languages() -> None:
    named = {each["sv"] for each in municipality()["categories"]}
    assert all(set(each) == LANGUAGES for each in municipality()["categories"])
    assert {yaml.safe_load(path.read_text("utf-8"))["category"] for path in FILES} == named


@pytest.mark.parametrize("service_id", IDS)
def test_every_text_exists_in_swedish_and_english(service_id: str) -> None:
    assert set(service(service_id).languages) >= LANGUAGES


@pytest.mark.parametrize("service_id", IDS)
def test_a_service_has_four_to_twenty_questions(service_id: str) -> None:
    assert 4 <= len(questions(service(service_id))) <= 20


@pytest.mark.parametrize("language", ["sv", "en", "sv-simple"])
@pytest.mark.parametrize("service_id", IDS)
def test_questions_are_easy_to_read(service_id: str, language: str) -> None:
    assert mean_lix([service(service_id)], language) <= 35


@pytest.mark.parametrize("service_id", IDS)
def test_every_service_has_a_branch(service_id: str) -> None:
    assert any(each.when is not None for each in service(service_id).fields)


@pytest.mark.parametrize("service_id", IDS)
def test_the_last_question_names_who_answers_for_the_personal_data(service_id: str) -> None:
    loaded = service(service_id)
    last = loaded.fields[-1]
    board = municipality()["units"][loaded.unit]["board"]["sv"]
    assert last.type == "consent"
    assert last.ask.to("sv").startswith(board)
    assert last.help is not None
    assert DATA_PROTECTION in last.help.to("sv")
    assert municipality()["data_protection"]["email"] == DATA_PROTECTION


@pytest.mark.parametrize("service_id", IDS)
def test_contact_details_are_private_to_the_filer(service_id: str) -> None:
    contacts = [
        each
        for each in service(service_id).fields
        if each.type in ("phone", "email")
        or (each.type == "address" and not each.id.startswith("plats"))
    ]
    assert contacts
    assert {each.visibility for each in contacts} == {Visibility.PRIVATE}


@pytest.mark.parametrize("service_id", IDS)
def test_an_address_is_never_prefilled(service_id: str) -> None:
    assert not [
        each for each in service(service_id).fields if each.type == "address" and each.prefill
    ]


@pytest.mark.parametrize("service_id", IDS)
def test_receipt_says_what_nobody_has_verified_and_what_happens_next(service_id: str) -> None:
    loaded = service(service_id)
    assert loaded.unverified
    assert loaded.next_steps.to("sv")
    assert loaded.at_hand


def test_nobody_has_checked_who_may_sign_for_an_organisation_and_that_is_said() -> None:
    """Threat C4: on the page where all sign, the receipt and at the desk."""
    organisations = {
        each
        for each in IDS
        if CATALOGUE[each][1] is Signing.ALL
        and (concerns := service(each).concerns) is not None
        and concerns.who is ConcernedKind.ORGANISATION
    }
    said = re.compile(r"skriva under|företräda organisationen|ordförande och kassör")
    assert {"serveringstillstand", "tobak-tillstand", "foreningsbidrag"} <= organisations
    silent = [
        each
        for each in organisations
        if not any(said.search(text.to("sv")) for text in service(each).unverified)
    ]
    assert silent == []


@pytest.mark.parametrize("service_id", IDS)
def test_login_and_signing_are_those_of_the_catalogue(service_id: str) -> None:
    loaded = service(service_id)
    assert (loaded.login, loaded.signing) == CATALOGUE[service_id]
    assert loaded.anonymous is (service_id in ANONYMOUS)


@pytest.mark.parametrize("service_id", IDS)
def test_who_logs_in_is_not_asked_for_name_or_number(service_id: str) -> None:
    if service(service_id).login:
        assert not [
            each
            for each in questions(service(service_id))
            if each.type in ("name", "personnummer") and each.prefill
        ]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("service_id", IDS)
def test_every_example_is_a_good_answer(service_id: str, language: str) -> None:
    asking = Asking(language=language, today=TODAY, scope=Scope({}, {}, TODAY))
    for each in questions(service(service_id)):
        if each.example is not None:
            given = Given(text=each.example.to(language))
            assert isinstance(FIELD_TYPES[each.type].parse(each, given, asking), Accepted), each.id


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("service_id", IDS)
def test_every_word_of_an_option_means_that_option(service_id: str, language: str) -> None:
    asking = Asking(language=language, today=TODAY, scope=Scope({}, {}, TODAY))
    for each in questions(service(service_id)):
        for option in each.options:
            value = [option.value] if each.type == "choices" else option.value
            for word in (option.label.to(language), *option.words):
                outcome = FIELD_TYPES[each.type].parse(each, Given(text=word), asking)
                assert outcome == Accepted(value), (each.id, word)


# ── Protected identity (threat B5) ────────────────────────────────────────────────────────────


@pytest.mark.parametrize("service_id", PROTECTED)
def test_protected_identity_comes_first_and_leads_to_a_person(service_id: str) -> None:
    first, stop = service(service_id).fields[:2]
    assert (first.id, first.type, first.before_login) == ("skyddad", "yes_no", True)
    assert first.visibility is Visibility.PRIVATE
    assert (stop.type, stop.before_login) == ("stop", True)
    assert applies(service_id, stop.id, skyddad=True)
    assert not applies(service_id, stop.id, skyddad=False)
    for language in LANGUAGES:
        assert "{customer_service}" in stop.ask.to(language)


#: Types that say who somebody is, or how to reach them.
TELLING = {"phone", "email", "address", "name", "personnummer", "party"}


@pytest.mark.parametrize("service_id", IDS)
def test_threat_b5_protection_is_spoken_of_before_anybody_is_named_or_reached(
    service_id: str,
) -> None:
    """Asked where one logs in, and told where one does not: there nobody need reveal it."""
    fields = service(service_id).fields
    first = next(each for each in fields if each.type in TELLING)
    told = next(each for each in fields if each.id in ("skyddad", "skyddad_info"))
    assert fields.index(told) < fields.index(first)
    if told.id == "skyddad_info":
        for language in LANGUAGES:
            assert "{customer_service}" in told.ask.to(language)


@pytest.mark.parametrize("service_id", PROTECTED)
def test_threat_b5_who_is_protected_may_leave_without_a_trace(service_id: str) -> None:
    assert field(service_id, "skyddad_hjalp").limits["discreet"] is True


#: Children file these themselves, or have a question of their own about the age.
FOR_ALL_AGES = {
    "god-man", "inackorderingstillagg", "kontaktperson", "medborgarforslag", "registerutdrag",
    "skolskjuts", "sommarjobb", "specialkost", "tomtko",
}  # fmt: skip


def test_services_that_need_an_adult_say_so() -> None:
    """A lawyer must confirm the list: docs/services.md says how to change it."""
    with_login = {each for each in IDS if CATALOGUE[each][0]}
    limited = {each for each in with_login if service(each).min_age == 18}
    assert limited == with_login - FOR_ALL_AGES


#: How it is said that nobody has looked whether somebody may act for somebody else.
ACTING = ("företräda", "åt någon annan", "vårdnad", "skriva under", "för företaget", "skickat förfrågan",
          "ordförande", "äger kontot", "har gjort anmälan")  # fmt: skip


@pytest.mark.parametrize("service_id", [each for each in IDS if service(each).concerns])
def test_the_receipt_says_that_the_right_to_act_for_others_is_not_verified(service_id: str) -> None:
    told = " ".join(each.to("sv") for each in service(service_id).unverified)
    assert any(words in told for words in ACTING)


# ── What shapes each flow ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("service_id", ["skolbyte", "forskola-uppsagning"])
def test_the_other_guardian_signs_only_with_joint_custody(service_id: str) -> None:
    assert field(service_id, "vardnadshavare2").type == "party"
    assert applies(service_id, "vardnadshavare2", vardnad="gemensam")
    assert not applies(service_id, "vardnadshavare2", vardnad="ensam")


@pytest.mark.parametrize(
    ("known", "any_of", "fewest"),
    [("schools", "bollstaskolan", 7), ("preschools", "jarnstagarden", 1)],
)
def test_schools_and_preschools_offered_are_those_of_the_municipality(
    known: str, any_of: str, fewest: int
) -> None:
    """The same list stands in several services; a school that opens or closes changes all."""
    offered = [
        {option.value: option.label.to("sv") for option in each.options}
        for service_id in IDS
        for each in service(service_id).fields
        if any(option.value == any_of for option in each.options)
    ]
    assert len(offered) >= fewest
    for options in offered:
        assert {each: options.get(each) for each in municipality()[known]} == municipality()[known]


def test_the_present_school_cannot_be_wished_for() -> None:
    refuse = field("skolbyte", "onskad_skola").refuse
    assert said(refuse, {"nuvarande_skola": "nyland", "onskad_skola": "nyland"})
    assert not said(refuse, {"nuvarande_skola": "nyland", "onskad_skola": "ullanger"})


def test_preschool_notice_is_two_months_from_today() -> None:
    told = field("forskola-uppsagning", "tidigaste_dag")
    assert told.value is not None
    assert told.value.of(Scope({}, {}, TODAY)) == "2027-01-23"
    assert "{value}" in told.ask.to("sv")


def test_moving_within_the_municipality_is_no_notice() -> None:
    assert applies("forskola-uppsagning", "byter_stopp", byter=True)


def test_the_counterpart_is_the_other_side_of_the_sale() -> None:
    assert applies("agarbyte-va", "kopare", roll="saljare")
    assert not applies("agarbyte-va", "kopare", roll="kopare")
    assert applies("agarbyte-va", "saljare", roll="kopare")


def test_meter_is_not_read_long_before_the_transfer() -> None:
    soon = {"matare": True, "tilltradesdag": "2026-11-27"}
    later = {"matare": True, "tilltradesdag": "2027-02-01"}
    assert applies("agarbyte-va", "matarstallning", **soon)
    assert not applies("agarbyte-va", "las_av_senare", **soon)
    assert not applies("agarbyte-va", "matarstallning", **later)
    assert applies("agarbyte-va", "las_av_senare", **later)


@pytest.mark.parametrize("read_on", ["2026-10-01", "2026-11-22"])
def test_reading_far_from_the_transfer_is_warned_about(read_on: str) -> None:
    answers: dict[str, Value] = {"tilltradesdag": "2026-11-01", "avlasningsdag": read_on}
    assert said(field("agarbyte-va", "avlasningsdag").warn, answers)


def test_wedding_after_the_certificate_has_expired_is_refused() -> None:
    refuse = field("vigsel", "datum").refuse
    assert said(refuse, {"intyg_datum": "2026-10-01", "datum": "2027-02-02"})
    assert not said(refuse, {"intyg_datum": "2026-10-01", "datum": "2027-02-01"})
    assert not said(refuse, {"datum": "2027-08-01"})


def test_wedding_has_two_witnesses() -> None:
    witnesses = field("vigsel", "vittnen")
    assert (witnesses.limits["min"], witnesses.limits["max"]) == (2, 2)
    assert not applies("vigsel", "vittnen", vittnen_val="kommunen")


@pytest.mark.parametrize("owner", ["tillsammans", "annan"])
def test_other_owners_sign_a_building_permit(owner: str) -> None:
    assert [each.type for each in field("bygglov", "agare").fields] == ["party"]
    assert applies("bygglov", "agare", agande=owner)
    assert not applies("bygglov", "agare", agande="ensam")


def test_building_area_is_asked_only_when_something_is_built() -> None:
    assert applies("bygglov", "area", atgard=["plank", "tillbyggnad"])
    assert not applies("bygglov", "area", atgard=["plank", "skylt"])


def test_health_is_sensitive() -> None:
    health = ("hjalp", "hjalp_text", "gangstracka", "hjalpmedel", "intyg", "kan_skriva")
    assert all(field("parkeringstillstand", each).sensitive for each in health)


def test_no_aid_excludes_aids() -> None:
    refuse = field("parkeringstillstand", "hjalpmedel").refuse
    assert said(refuse, {"hjalpmedel": ["inget", "rollator"]})
    assert not said(refuse, {"hjalpmedel": ["inget"]})
    assert not said(refuse, {"hjalpmedel": ["kapp", "rollator"]})


def test_bank_account_is_sensitive_and_not_asked_when_stopping() -> None:
    assert field("autogiro", "konto").sensitive
    assert applies("autogiro", "konto", arende="ny")
    assert not applies("autogiro", "konto", arende="avsluta")
    assert applies("autogiro", "inte_eget", eget_konto=False)


def test_danger_comes_before_a_fault_report() -> None:
    first = service("felanmalan").fields[0]
    assert first.type == "information"
    assert all("112" in first.ask.to(language) for language in LANGUAGES)


@pytest.mark.parametrize("service_id", ["felanmalan", "synpunkt"])
def test_contact_is_asked_only_of_those_who_want_an_answer(service_id: str) -> None:
    assert not applies(service_id, "kontakt", svar=False)
    assert applies(service_id, "kontakt", svar=True)
    assert applies(service_id, "epost", kontakt="epost")
    assert not applies(service_id, "telefon", kontakt="epost")
    assert not field(service_id, "epost").optional


# ── The municipality ──────────────────────────────────────────────────────────────────────────


def test_every_unit_has_a_name_in_both_languages_and_an_officer() -> None:
    units = municipality()["units"]
    assert {unit for officer in municipality()["officers"] for unit in officer["units"]} == set(
        units
    )
    for unit in units.values():
        assert set(unit["name"]) == set(unit["board"]) == LANGUAGES
        assert unit["email"].endswith("@kramfors.se")


@pytest.mark.parametrize("officer", municipality()["officers"], ids=lambda each: each["name"])
def test_officers_have_official_test_numbers(officer: dict[str, Any]) -> None:
    number = officer["personnummer"]
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(number[2:])]
    assert len(number) == 12
    assert sum(each // 10 + each % 10 for each in doubled) % 10 == 0
    assert number[8:11] in {"238", "239", "980", "981", "982", "983"}


def test_customer_service_is_one_sentence_with_phone_and_mail() -> None:
    facts = municipality()["customer_service"]
    for language in LANGUAGES:
        sentence = facts["sentence"][language]
        assert sentence.endswith(".")
        assert facts["email"] in sentence
        assert facts["address"]["street"] in sentence
    assert facts["phone"] in facts["sentence"]["sv"]


def test_the_facts_can_be_read() -> None:
    facts = read_municipality(CONFIG / "municipality.yaml")
    assert facts.name == "Kramfors kommun"
    assert set(facts.units) == set(municipality()["units"])
    assert len(read_guidance(CONFIG / "guidance.yaml").topics) == len(topics())


# ── Guidance ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("topic", topics(), ids=str)
def test_guidance_is_complete_in_both_languages(topic: str) -> None:
    entry = topics()[topic]
    assert set(entry["answer"]) == LANGUAGES
    assert all(isinstance(word, str) and word.strip() for word in entry["words"])
    names = [
        {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        for text in entry["answer"].values()
    ]
    assert names[0] == names[1]
    assert names[0] <= {"customer_service", "municipality", "opening_hours"}


@pytest.mark.parametrize(
    ("topic", "numbers"),
    [
        ("danger", ["112", "1177"]),
        ("self_harm", ["112", "1177"]),
        ("violence", ["112", "1177", "020-50 50 50"]),
    ],
)
def test_urgent_topics_give_the_emergency_numbers(topic: str, numbers: list[str]) -> None:
    assert topics()[topic]["urgent"] is True
    for text in topics()[topic]["answer"].values():
        assert all(number in text for number in numbers)


@pytest.mark.parametrize(
    "harmless",
    [
        "jag använder Firefox",
        "det står en öppen spis, fireplace, i huset",
        "jag vill dölja min adress",
        "det slår mig att datumet är fel",
        "brandvarnaren i garaget",
        "lampan är trasig, kan ni laga den akut",
        "efter en olycka går jag med rullator",
        "Brandt, Anna",
    ],
)
def test_harmless_words_are_not_danger(harmless: str) -> None:
    text = f" {harmless.casefold()} "
    urgent = [entry for entry in topics().values() if entry.get("urgent")]
    assert not [word for entry in urgent for word in entry["words"] if word in text]


def test_opening_hours_are_told_as_they_are() -> None:
    for language in LANGUAGES:
        assert (
            municipality()["customer_service"]["opening_hours_text"][language]
            in topics()["contact"]["answer"][language]
        )


def test_no_words_lead_to_two_topics() -> None:
    words = [word.casefold() for entry in topics().values() for word in entry["words"]]
    assert len(words) == len(set(words))
