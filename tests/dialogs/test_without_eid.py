"""Who cannot log in is asked one question and led on; nothing that was answered is lost."""

from collections.abc import Callable

import msgspec
import pytest
from stdnum import luhn

from dialogs.conversation import Person as Identity
from dialogs.effects import Forget
from dialogs.events import LoginFailed, Said
from dialogs.messages import TRANSCRIPT
from dialogs.world import World
from tests.good_answers import accepted_answers, finish
from tests.talking import ALEX, ANNA, NOA, Person

Begin = Callable[..., Person]

CANNOT = "Jag har ingen e-legitimation, eller det går inte"
CUSTOMER_SERVICE = "0612-800 00"
HOURS = "måndag till torsdag 8–16.30 och fredag 8–15"
SITUATIONS = [
    "protected_identity",
    "no_eid",
    "login_trouble",
    "coordination_number",
    "incomplete_number",
    "under_age",
    "on_behalf",
]


def labels(someone: Person) -> list[str]:
    return [choice.label for message in someone.heard for choice in message.choices or ()]


#: Buttons of the end of a path.
ENDS = {"cancel", "forget"}


def at_gate(person: Begin, service: str = "skolbyte", **settings: str) -> Person:
    """Whatever is asked before the login is answered so that one may go on."""
    someone = person(service, **settings)
    while not someone.talk.needs_login:
        someone.happens(next(said for said in accepted_answers(someone) if goes_on(someone, said)))
    return someone


def goes_on(someone: Person, said: Said) -> bool:
    messages = someone.turn(said).messages
    if any(link.purpose == "secure-answer" for each in messages for link in each.links or ()):
        return False  # it is not taken in this app
    return ENDS.isdisjoint(choice.value for each in messages for choice in each.choices or ())


def answer(someone: Person) -> None:
    someone.happens(next(accepted_answers(someone)))


# ── Where a login is asked for ────────────────────────────────────────────────────────────────


def at_send(person: Begin) -> Person:
    """All is answered without a login, and the person wants to send."""
    someone = at_gate(person, "tomtko")
    someone.say("sedan")
    finish(someone)
    someone.say("skicka")
    return someone


def logged_out(person: Begin) -> Person:
    someone = at_gate(person)
    someone.log_in()
    someone.say("Kim Ek")
    someone.wait(minutes=31)
    someone.say("20150314-2380")
    assert someone.talk.locked
    return someone


def wants_status(person: Begin) -> Person:
    someone = person()
    someone.say("mina ärenden")
    return someone


def failed(person: Begin) -> Person:
    someone = at_gate(person)
    someone.happens(LoginFailed(reason="cancelled"))
    return someone


def failed_after_a_login_had_ended(person: Begin) -> Person:
    someone = person()
    someone.log_in()
    someone.wait(minutes=31)
    someone.happens(LoginFailed(reason="cancelled"))
    return someone


@pytest.mark.parametrize(
    "place",
    [at_gate, at_send, logged_out, wants_status, failed, failed_after_a_login_had_ended],
)
def test_each_place_that_asks_for_a_login_offers_the_way_on(
    person: Begin, place: Callable[[Begin], Person]
) -> None:
    someone = place(person)
    before = someone.drafts
    someone.tap_label(CANNOT)
    assert labels(someone) == [topic.label.to("sv") for topic in someone.world.without_eid]
    someone.tap_label("Jag har ingen e-legitimation")
    assert CUSTOMER_SERVICE in someone.text
    assert someone.drafts == before


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("situation", SITUATIONS)
def test_each_situation_has_a_person_to_turn_to(
    person: Begin, situation: str, language: str
) -> None:
    someone = person("skolbyte", language=language)
    someone.tap("no")
    someone.tap("no_eid")
    someone.tap(f"situation:{situation}")
    assert "612" in someone.text
    assert someone.last.choices


def test_the_situations_are_those_of_the_guidance_in_its_order(world: World) -> None:
    assert [topic.id for topic in world.without_eid] == SITUATIONS


@pytest.mark.parametrize(
    "situation", ["no_eid", "coordination_number", "incomplete_number", "under_age"]
)
def test_hours_and_what_is_kept_until_when_are_told(person: Begin, situation: str) -> None:
    someone = at_gate(person)
    someone.tap("no_eid")
    someone.tap(f"situation:{situation}")
    assert HOURS in someone.text
    assert "finns kvar i det här samtalet till och med söndag 21 februari 2027" in someone.text
    assert someone.draft is not None
    assert someone.draft.reference in someone.text


def test_of_a_locked_draft_only_that_it_is_kept(person: Begin) -> None:
    someone = logged_out(person)
    someone.tap("no_eid")
    someone.tap("situation:no_eid")
    assert "Ditt utkast finns kvar" in someone.text
    assert someone.draft is not None
    assert someone.draft.reference not in someone.text
    assert "Kim" not in someone.text
    assert "Spara en kopia av mina svar" not in labels(someone)


@pytest.mark.parametrize(
    ("written", "situation"),
    [
        ("jag har ingen e-legitimation", "no_eid"),
        ("har inget bankid", "no_eid"),
        ("ingen", "no_eid"),
        ("I don't have BankID", "no_eid"),
        ("det går inte", "login_trouble"),
        ("bankid fungerar inte", "login_trouble"),
        ("jag kan inte logga in", "login_trouble"),
        ("jag har samordningsnummer", "coordination_number"),
        ("I have a coordination number", "coordination_number"),
        ("jag har bara reservnummer", "incomplete_number"),
        ("jag har LMA-kort", "incomplete_number"),
        ("jag har inget personnummer", "incomplete_number"),
        ("jag är 16 år", "under_age"),
        ("jag är inte myndig", "under_age"),
        ("jag är god man", "on_behalf"),
        ("jag hjälper min mamma", "on_behalf"),
        ("jag är ombud", "on_behalf"),
    ],
)
def test_the_situation_can_be_told_in_own_words(
    person: Begin, written: str, situation: str
) -> None:
    tapped, someone = at_gate(person), at_gate(person)
    tapped.tap("no_eid")
    tapped.tap(f"situation:{situation}")
    someone.say(written)
    assert someone.text == tapped.text
    assert someone.answers == {"skyddad": False}


@pytest.mark.parametrize("written", ["jag vill ansöka om god man", "vi ska gifta oss"])
def test_a_wish_for_another_service_is_still_heard(person: Begin, written: str) -> None:
    someone = at_gate(person)
    someone.say(written)
    assert labels(someone) == ["Ja, byt", "Nej, fortsätt här"]


def test_trouble_can_be_reported_and_the_first_draft_is_offered_again(person: Begin) -> None:
    someone = at_gate(person)
    someone.say("det krånglar")
    someone.tap_label("Anmäl problem med inloggning")
    assert "sparat ditt utkast" in someone.text
    assert someone.draft is not None
    assert someone.draft.service == "inloggningsproblem"
    someone.say("avbryt")
    someone.say("ja")
    assert "Fortsätt med Ansökan om byte av skola" in labels(someone)


def test_the_way_back_leads_to_the_login(person: Begin) -> None:
    someone = at_gate(person)
    someone.say("ingen")
    someone.tap_label("Tillbaka till inloggningen")
    assert [link.purpose for link in someone.last.links or ()] == ["login"]
    someone.log_in()
    assert someone.answers == {"skyddad": False}


def test_a_copy_of_the_answers_can_be_taken_along(person: Begin) -> None:
    someone = at_gate(person)
    someone.say("ingen")
    someone.tap_label("Spara en kopia av mina svar")
    assert next(link.url for message in someone.heard for link in message.links or ()) == TRANSCRIPT


@pytest.mark.parametrize(
    ("service", "told"),
    [
        ("parkeringstillstand", "kan du göra åt en annan person"),
        ("skolbyte", "åt ett barn som du har vårdnaden om"),
        ("foreningsbidrag", "åt en förening eller ett företag"),
        ("varmepump", "frågar jag inte om någon annan"),
    ],
)
def test_who_helps_somebody_is_told_what_the_service_at_hand_allows(
    person: Begin, service: str, told: str
) -> None:
    someone = person(service)
    someone.tap("no")
    someone.tap("no_eid")
    someone.tap("situation:on_behalf")
    assert told in someone.text
    assert CUSTOMER_SERVICE in someone.text or "kundtjänst" in someone.text


# ── Protected identity (threat B5) ────────────────────────────────────────────────────────────


def test_threat_b5_protected_identity_comes_first_and_is_led_to_a_person(person: Begin) -> None:
    someone = at_gate(person)
    someone.tap_label(CANNOT)
    assert labels(someone)[0] == "Jag har skyddade personuppgifter"
    someone.tap_label("Jag har skyddade personuppgifter")
    assert CUSTOMER_SERVICE in someone.text
    assert "Skriv inget om dig själv här" in someone.text
    assert someone.last.input is not None
    assert labels(someone) == ["Ta bort allt här", "Fortsätt här"]
    assert someone.kept == "•••"


def test_threat_b5_the_person_may_stop_without_trace(person: Begin) -> None:
    someone = at_gate(person)
    someone.tap("no_eid")
    someone.tap("situation:protected_identity")
    someone.tap_label("Ta bort allt här")
    someone.tap_label("Ja, ta bort")
    assert Forget() in someone.effects
    assert someone.draft is None


def test_threat_b5_at_the_end_of_the_path_all_can_be_deleted_in_two_taps(person: Begin) -> None:
    someone = person("skolbyte")
    someone.say("ja")
    assert labels(someone) == ["Ta bort allt och avsluta", "Ändra mitt svar"]
    someone.say("1")
    someone.say("ja")
    assert Forget() in someone.effects
    assert someone.draft is None


def test_threat_b5_who_is_logged_in_is_not_offered_to_delete_their_other_drafts(
    person: Begin,
) -> None:
    someone = person()
    someone.log_in()
    someone.tap("service:skolbyte")
    someone.say("ja")
    assert labels(someone) == ["Ändra mitt svar", "Avsluta"]


def test_threat_b5_a_messenger_is_not_told_by_a_tap(person: Begin) -> None:
    someone = at_gate(person, channel="telegram")
    someone.tap_label(CANNOT)
    assert "Jag har skyddade personuppgifter" not in labels(someone)
    assert "Har du skyddade personuppgifter? Skriv inget mer här." in someone.text
    assert CUSTOMER_SERVICE in someone.text


TOLD = [
    "jag har skyddad identitet",
    "Skyddad adress",
    "vi har skyddade personuppgifter",
    "jag har skyddad folkbokföring, hur gör jag?",
    "I have a protected identity",
]


@pytest.mark.parametrize("written", TOLD)
@pytest.mark.parametrize("answered", range(13))
def test_threat_b5_written_at_any_question_it_is_answered_and_not_kept(
    person: Begin, answered: int, written: str
) -> None:
    """As the name of a child or another school it would be read by the other guardian."""
    someone = at_gate(person)
    someone.log_in()
    for _ in range(answered):
        answer(someone)
    before, draft = someone.path, someone.draft
    someone.say(written)
    assert CUSTOMER_SERVICE in someone.text
    assert someone.kept == "•••"
    assert someone.path == before
    assert draft is not None
    assert someone.draft is not None
    assert someone.draft.answers == draft.answers
    assert "skydd" not in msgspec.json.encode(someone.conversation).decode().casefold()


def test_threat_b5_in_a_free_text_it_is_kept_only_when_written_twice(person: Begin) -> None:
    someone = person("synpunkt")
    for said in ("klagomål", "skola"):
        someone.say(said)
    assert someone.path == "text"
    someone.say("Ni lade ut min skyddade adress. Det är skyddad adress!")
    assert "text" not in someone.answers
    assert "en gång till" in someone.text
    someone.say("Ni lade ut min skyddade adress. Det är skyddad adress!")
    assert someone.answers["text"].startswith("Ni lade ut")


@pytest.mark.parametrize(
    "written", ["nej, vi har inte skyddade personuppgifter", "ingen av oss har skyddad adress"]
)
def test_a_no_in_whole_words_is_no_declaration(person: Begin, written: str) -> None:
    someone = person("skolbyte")
    someone.say(written)
    assert someone.kept == written
    assert "Ta bort allt här" not in labels(someone)


def test_threat_b5_a_yes_in_whole_words_leaves_no_answer(person: Begin) -> None:
    someone = person("skolbyte")
    someone.say("ja, jag har skyddade personuppgifter")
    assert labels(someone) == ["Ta bort allt här", "Fortsätt här"]
    assert someone.answers == {}


def test_what_protection_is_can_be_asked(person: Begin) -> None:
    someone = person("skolbyte")
    someone.say("vad menas med skyddade personuppgifter?")
    assert someone.kept == "vad menas med skyddade personuppgifter?"
    assert labels(someone) == ["Ja", "Nej"]


# ── After the login ───────────────────────────────────────────────────────────────────────────


def hidden_day(year: int) -> Identity:
    """A coordination number that hides month and day of birth."""
    nine = f"{year % 100:02d}0060238"
    return Identity(personnummer=f"{year}{nine[2:]}{luhn.calc_check_digit(nine)}", name="Alex Ek")


def test_a_coordination_number_is_let_through(person: Begin) -> None:
    someone = at_gate(person)
    someone.log_in(ALEX)
    assert "inloggad som Alex Ek" in someone.text
    assert someone.path == "barn_namn"


def test_who_is_surely_old_enough_is_not_asked_for_the_age(person: Begin) -> None:
    someone = at_gate(person)
    someone.log_in(hidden_day(1980))
    assert someone.path == "barn_namn"


@pytest.mark.parametrize(("said", "goes_on"), [("ja", True), ("nej", False)])
def test_who_may_be_too_young_is_asked(person: Begin, said: str, *, goes_on: bool) -> None:
    """Born in 2008 on a day that the number hides: 17 or 18."""
    someone = at_gate(person)
    someone.log_in(hidden_day(2008))
    assert someone.path == "old_enough"
    assert "Har du fyllt 18 år?" in someone.text
    someone.say(said)
    assert (someone.path == "barn_namn") is goes_on
    assert ("behöver du ha fyllt 18 år" in someone.text) is not goes_on


def test_an_adult_who_logs_in_later_is_never_asked_for_the_age(person: Begin) -> None:
    someone = at_gate(person)
    someone.say("sedan")
    assert someone.path == "barn_namn"
    someone.log_in(ANNA)
    assert someone.path == "barn_namn"


def test_an_age_limit_is_told_before_the_first_question(person: Begin) -> None:
    assert "Du behöver ha fyllt 18 år." in person("bygglov").text
    assert "Du behöver ha fyllt" not in person("medborgarforslag").text


@pytest.mark.parametrize("service", ["skolbyte", "autogiro", "bygglov", "vigsel", "lotteri"])
def test_who_is_too_young_is_told_right_after_the_login(person: Begin, service: str) -> None:
    someone = at_gate(person, service)
    answers = dict(someone.answers)
    someone.log_in(NOA)
    assert someone.talk.walk.stop is not None
    assert someone.talk.walk.stop.path == "too_young"
    assert "18" in someone.text
    assert CUSTOMER_SERVICE in someone.text
    # No other answer would help, and nothing is lost.
    assert labels(someone) == ["Prata med en människa", "Avsluta"]
    assert someone.answers == answers


def test_no_child_is_told_to_let_a_guardian_marry_in_its_place(person: Begin) -> None:
    someone = at_gate(person, "vigsel")
    someone.log_in(NOA)
    assert "vårdnadshavare" not in someone.text
    assert "116 111" in someone.text


def test_who_may_be_under_18_needs_a_guardian_for_a_summer_job(person: Begin) -> None:
    someone = at_gate(person, "sommarjobb")
    someone.log_in(hidden_day(2008))
    while someone.path not in ("fyllt_18", None):
        answer(someone)
    assert someone.path == "fyllt_18"
    someone.say("nej")
    assert str(someone.path).startswith("vardnadshavare")
