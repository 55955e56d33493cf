"""Taking an answer: understand, check, warn, keep, echo; ask when it is unclear or would lose."""

from collections.abc import Callable

from dialogs.events import Said
from tests.definitions import a_field
from tests.talking import Person, a_file

Begin = Callable[..., Person]


def test_answer_is_kept_with_how_it_was_given(begin: Begin) -> None:
    person = begin(a_field("val", "choice"), a_field("dag", "date"))
    person.tap("rod")
    person.say("i morgon")
    assert person.draft is not None
    tapped, said = person.draft.answers["val"], person.draft.answers["dag"]
    assert (tapped.value, tapped.how, tapped.given) == ("rod", "tapped", None)
    assert (said.value, said.how, said.given) == ("2026-11-24", "said", "i morgon")
    assert said.at == person.now


def test_what_was_understood_is_said_when_it_differs(begin: Begin) -> None:
    person = begin(a_field("dag", "date"), a_field("namn", "name"), a_field("sist"))
    person.say("i morgon")
    assert person.heard[0].text == "Jag har skrivit: tisdag 24 november 2026"
    person.say("Kim Ek")
    assert len(person.heard) == 1


def test_refusal_helps_more_each_time_and_stops_counting_after_an_answer(begin: Begin) -> None:
    person = begin(a_field("antal", "integer"), a_field("sist", "integer"))
    texts = [person.say("vet inte").text for _ in range(3)]
    assert "Frågan var" not in texts[0]
    assert "Frågan var" in texts[1]
    assert "människa" in texts[2]
    assert all(message.problem for message in person.heard)
    assert person.conversation.failures == 3
    person.say("3")
    assert person.conversation.failures == 0
    assert "Frågan var" not in person.say("vet inte").text


def test_rule_of_the_definition_refuses_with_its_own_words(begin: Begin) -> None:
    rule = {"when": {"field": "antal", "more_than": 10}, "say": "Högst tio, tack."}
    person = begin(a_field("antal", "integer", refuse=[rule]))
    assert person.say("11").text == "Högst tio, tack."
    assert person.last.problem
    assert person.answers == {}
    person.say("10")
    assert person.answers == {"antal": 10}


def test_warning_is_said_and_the_answer_kept(begin: Begin) -> None:
    rule = {"when": {"field": "antal", "more_than": 10}, "say": "Det är många."}
    person = begin(a_field("antal", "integer", warn=[rule]))
    person.say("11")
    assert "Det är många." in person.text
    assert person.answers == {"antal": 11}


def test_only_an_optional_question_can_be_skipped(begin: Begin) -> None:
    person = begin(a_field("ett", "text"), a_field("tva", "text", optional=True))
    person.say("hoppa över")
    assert person.last.problem
    assert person.path == "ett"
    person.say("svar")
    person.say("hoppa över")
    assert person.answers == {"ett": "svar", "tva": None}


def test_files_are_gathered_until_there_are_enough(begin: Begin) -> None:
    person = begin(a_field("filer", "files", min_count=2, max_count=3))
    person.attach("a.pdf")
    person.say("klar")
    assert person.answers == {}, "two are needed"
    person.attach("a.pdf")
    person.attach("b.pdf")
    assert person.path == "filer"
    person.attach("c.pdf")
    assert [each["name"] for each in person.answers["filer"]] == ["a.pdf", "b.pdf", "c.pdf"]


def test_file_is_removed_before_it_is_kept(begin: Begin) -> None:
    person = begin(a_field("filer", "files", min_count=1, max_count=3))
    person.attach("a.pdf", "b.pdf")
    person.tap(f"remove:{a_file('a.pdf').file_id}")
    person.tap("done")
    assert [each["name"] for each in person.answers["filer"]] == ["b.pdf"]


def test_losing_is_asked_before_and_no_changes_nothing(begin: Begin) -> None:
    person = begin(a_field("har"), a_field("vad", "text", when={"field": "har", "is": True}))
    for text in ("ja", "en bil"):
        person.say(text)
    person.tap("change:har")
    person.say("nej")
    assert "vad" in person.text
    assert person.answers == {"har": True, "vad": "en bil"}
    person.say("nej")
    assert person.answers == {"har": True, "vad": "en bil"}
    person.tap("change:har")
    person.say("nej")
    person.say("ja")
    assert person.answers == {"har": False, "vad": "en bil"}, "kept, but not in the case"
    assert "vad" not in person.talk.walk.values


def test_leaving_an_answer_open_also_asks_before_others_go_aside(begin: Begin) -> None:
    more = {"field": "forra", "more_than": 5}
    person = begin(a_field("forra", "integer", optional=True), a_field("orsak", "text", when=more))
    for text in ("10", "ny mätare"):
        person.say(text)
    person.tap("change:forra")
    person.say("hoppa över")
    assert "orsak" in person.text
    assert person.answers == {"forra": 10, "orsak": "ny mätare"}
    person.say("ja")
    assert person.answers == {"forra": None, "orsak": "ny mätare"}
    assert "orsak" not in person.talk.walk.values


def test_going_back_offers_the_answer_that_was_taken_back(begin: Begin) -> None:
    person = begin(a_field("ett", "text"), a_field("tva", "text"))
    person.say("svar")
    person.say("tillbaka")
    assert person.answers == {}
    assert "Ditt tidigare svar: svar" in person.text
    person.tap_label("Behåll svaret")
    assert person.answers == {"ett": "svar"}


def test_known_facts_are_offered_not_assumed(begin: Begin) -> None:
    phone = a_field("telefon", "phone", prefill="phone")
    person = begin(a_field("ett"), phone, login=True)
    person.log_in()
    person.say("ja")
    assert person.answers == {"ett": True}
    person.tap_label("Använd 070-174 06 05")
    assert person.answers["telefon"] == "+46701740605"
    assert person.draft is not None
    assert person.draft.answers["telefon"].how == "prefilled"


def test_sensitive_answer_is_not_taken_in_a_messaging_app(begin: Begin) -> None:
    person = begin(a_field("skal", "long_text", sensitive=True), channel="telegram")
    assert person.last.links is not None
    assert person.last.links[0].purpose == "secure-answer"
    person.say("en hemlighet")
    assert person.answers == {}
    assert person.kept == "•••"
    person.happens(Said(text="en hemlighet", secure=True))
    assert person.answers == {"skal": "en hemlighet"}
    assert "hemlighet" not in "".join(message.text for message in person.transcript)


def test_unclear_answer_is_asked_about(begin: Begin) -> None:
    person = begin(a_field("nummer", "personnummer"))
    person.say("19990807-2391 eller 19900101-2385")
    assert person.conversation.pending is not None
    assert person.conversation.pending.kind == "confirm"
    assert person.answers == {}
    person.say("2")
    assert person.answers == {"nummer": "199001012385"}


def test_something_else_than_the_offered_meanings_is_heard_as_an_answer(begin: Begin) -> None:
    person = begin(a_field("nummer", "personnummer"))
    person.say("19990807-2391 eller 19900101-2385")
    person.say("20150314-2380")
    assert person.answers == {"nummer": "201503142380"}


def test_at_a_stop_one_changes_the_answer_that_led_there(begin: Begin) -> None:
    person = begin(
        a_field("bor_har", "yes_no"),
        a_field("namn", "text"),
        a_field("slut", "stop", when={"field": "bor_har", "is": False}),
    )
    person.say("ja")
    person.say("Kim")
    person.tap("change:bor_har")
    person.say("nej")
    assert "slut" in person.text
    person.tap_label("Ändra mitt svar")
    assert person.path == "bor_har"
