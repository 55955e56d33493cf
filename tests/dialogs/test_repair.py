"""Repair: taking back, correcting, several answers at once, digressing, two devices (rows 5-28)."""

import msgspec
import pytest

from dialogs.conversation import Draft
from dialogs.events import AnsweredElsewhere, DiscardedElsewhere, Said
from dialogs.statuses import Status
from dialogs.world import World
from tests.dialogs.test_persona_findings import SCHOOL, Begin, at_school_change
from tests.good_answers import finish
from tests.talking import Person

# ── Undo and redo (row 14) ────────────────────────────────────────────────────────────────────


def test_undo_and_redo_of_an_answer(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek")
    assert someone.path == "barn_personnummer"
    someone.say("ångra")
    assert someone.path == "barn_namn"
    assert "Barnets namn: inte besvarad" in someone.text
    someone.say("gör om")
    assert someone.answers["barn_namn"] == "Lo Ek"
    assert someone.path == "barn_personnummer"


def test_undo_of_a_change_brings_the_old_answer_back(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek", "20150314-2380")
    someone.say("ändra barnets namn till Bo Ek")
    assert someone.answers["barn_namn"] == "Bo Ek"
    someone.say("ångra")
    assert someone.answers["barn_namn"] == "Lo Ek"
    assert "Barnets namn: Lo Ek" in someone.text


def test_undo_of_a_skip(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL, "hoppa över")
    assert someone.answers["skal_text"] is None
    someone.say("ångra")
    assert "skal_text" not in someone.answers
    assert someone.path == "skal_text"


def test_undo_of_a_deletion_within_the_hour(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek")
    someone.say("avbryt")
    someone.tap_label("Ta bort utkastet")
    assert someone.draft is None
    someone.wait(minutes=20)
    someone.say("ångra")
    assert someone.answers["barn_namn"] == "Lo Ek"
    assert someone.path == "barn_personnummer"


def test_undo_of_starting_over(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek")
    someone.say("börja om")
    someone.say("ja")
    assert "barn_namn" not in someone.answers
    someone.say("ångra")
    assert someone.answers["barn_namn"] == "Lo Ek"


def test_nothing_to_undo_is_said(person: Begin) -> None:
    someone = person("skolbyte")
    someone.say("ångra")
    assert "inget att ångra" in someone.text
    assert someone.path == "skyddad"
    someone.say("gör om")
    assert "inget att göra om" in someone.text


# ── Corrections (row 12) ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "written",
    ["nej jag menade 20150314-2380", "Oj, det ska vara 20150314-2380"],
)
def test_what_was_answered_last_is_corrected(person: Begin, written: str) -> None:
    someone = at_school_change(person, "Lo Ek", "20160229-2383")
    assert someone.path == "nuvarande_skola"
    someone.say(written)
    assert someone.answers["barn_personnummer"] == "201503142380"
    assert someone.path == "nuvarande_skola"


def test_a_doubtful_correction_is_asked_about(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek", "20160229-2383")
    # It could be another school, in own words.
    someone.say("nej, 201503142380")
    assert "Vill du ändra Barnets personnummer" in someone.text
    someone.say("ja")
    assert someone.answers["barn_personnummer"] == "201503142380"


def test_a_named_answer_is_changed_from_anywhere(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL)
    someone.say("hoppa över")
    someone.say("ändra önskad skola till Nylands skola")
    assert someone.answers["onskad_skola"] == "nyland"
    assert someone.path == "vardnad"


def test_a_correction_without_a_value_asks_the_question_again(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek", "20150314-2380")
    someone.say("ändra barnets namn")
    assert someone.path == "barn_namn"
    someone.say("Bo Ek")
    assert someone.path == "nuvarande_skola"


# ── Several answers in one message (rows 5, 6, 7) ─────────────────────────────────────────────


def test_a_list_fills_several_questions_once_agreed(person: Begin) -> None:
    someone = at_school_change(person)
    someone.say("Lo Ek, 20150314-2380, Kramforsskolan, Nylands skola")
    assert "barn_namn" not in someone.answers
    assert "Barnets personnummer: 20150314-2380" in someone.text
    someone.say("ja")
    assert someone.answers["barn_namn"] == "Lo Ek"
    assert someone.answers["nuvarande_skola"] == "kramforsskolan"
    assert someone.answers["onskad_skola"] == "nyland"
    assert someone.path == "fran_datum"


def test_a_list_that_was_misunderstood_leaves_nothing(person: Begin) -> None:
    someone = at_school_change(person)
    someone.say("Lo Ek, 20150314-2380")
    someone.tap_label("Nej, fråga mig i stället")
    assert "barn_namn" not in someone.answers
    assert someone.path == "barn_namn"


def test_several_answers_are_one_act_to_undo(person: Begin) -> None:
    someone = at_school_change(person)
    someone.say("Lo Ek, 20150314-2380")
    someone.say("ja")
    someone.say("ångra")
    assert "barn_namn" not in someone.answers
    assert "barn_personnummer" not in someone.answers


def test_what_has_no_place_is_told(person: Begin) -> None:
    someone = at_school_change(person)
    someone.say("Lo Ek, 20150314-2380, blåbärspaj")
    assert "inte placera: blåbärspaj" in someone.text


def test_a_comma_within_one_answer_is_no_list(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL)
    someone.say("Vi flyttar, och bussen går inte, tyvärr")
    assert someone.answers["skal_text"] == "Vi flyttar, och bussen går inte, tyvärr"


def test_an_answer_in_two_messages_is_put_together(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek")
    someone.say("20150314")
    assert "barn_personnummer" not in someone.answers
    someone.say("2380")
    assert someone.answers["barn_personnummer"] == "201503142380"


def test_an_afterthought_to_a_long_answer_is_asked_about(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL, "Vi flyttar till Nyland i januari.")
    assert someone.path == "vardnad"
    someone.say("och sedan börjar storebror där också")
    assert "förra svar" in someone.text
    someone.say("ja")
    assert "storebror" in str(someone.answers["skal_text"])
    assert someone.path == "vardnad"


# ── Digressing (rows 17, 18, 22, 23) ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("written", ["vad kostar det?", "Vad kostar det"])
def test_a_question_in_the_middle_is_answered_and_the_form_goes_on(
    person: Begin, written: str
) -> None:
    someone = at_school_change(person, "Lo Ek", "20150314-2380", "1", "2")
    someone.say(written)
    assert "kostar inget" in someone.text
    assert someone.path == "fran_datum"
    assert someone.conversation.failures == 0


def test_a_question_in_a_free_text_is_answered_and_can_still_be_the_answer(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL)
    someone.say("vad kostar det?")
    assert "kostar inget" in someone.text
    assert "skal_text" not in someone.answers
    someone.say("vad kostar det?")
    assert someone.answers["skal_text"] == "vad kostar det?"


def test_another_service_is_begun_and_the_first_offered_again(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek", "20150314-2380", "1", "2")
    first = someone.draft
    assert first is not None
    someone.say("jag vill anmäla en trasig gatlykta")
    assert "i stället" in someone.text
    someone.tap_label("Ja, byt")
    assert someone.draft is not None
    assert someone.draft.service == "felanmalan"
    finish(someone)
    someone.tap("send")
    label = next(c.label for c in someone.last.choices or () if "skola" in c.label)
    someone.tap_label(label)
    assert someone.draft.id == first.id
    assert someone.path == "fran_datum"


def test_no_change_of_service_keeps_the_question(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek", "20150314-2380", "1", "2")
    someone.say("jag vill anmäla en trasig gatlykta")
    someone.say("nej")
    assert someone.path == "fran_datum"


def test_danger_is_warned_of_at_once_and_once(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL)
    someone.say("min man slår mig")
    assert "020-50 50 50" in someone.heard[0].text
    someone.say("ändra")
    someone.say("min man slår mig")
    assert "020-50 50 50" not in someone.text
    someone.wait(hours=2)
    someone.say("min man slår mig")
    assert "020-50 50 50" in someone.text


@pytest.mark.parametrize(
    "written", ["🙃", "???!", "...", "din idiot", "asdfgh", "你好", "x" * 9000]
)
def test_what_is_no_answer_gets_a_dignified_reply_and_nothing_is_lost(
    person: Begin, written: str
) -> None:
    someone = at_school_change(person, "Lo Ek")
    for _ in range(4):
        someone.say(written)
        assert someone.path == "barn_personnummer"
        assert someone.answers["barn_namn"] == "Lo Ek"
    assert "0612-800 00" in someone.text
    assert someone.button("Prata med en människa").value == "human"


# ── Two devices, old buttons, a new version (rows 16, 27, 28) ─────────────────────────────────


def on_another_device(someone: Person, path: str, **answers: str) -> None:
    """The same draft goes on elsewhere: the store changes, this conversation does not."""
    draft = someone.draft
    assert draft is not None
    given = {
        field: msgspec.structs.replace(draft.answers["skyddad"], value=value)
        for field, value in answers.items()
    }
    someone.drafts[draft.id] = msgspec.structs.replace(
        draft, answers={**draft.answers, **given}, trail=(*draft.trail, *given)
    )
    someone.happens(AnsweredElsewhere(draft_id=draft.id, path=path))


def test_the_other_device_is_told_and_goes_on(person: Begin) -> None:
    someone = at_school_change(person)
    on_another_device(someone, "barn_namn", barn_namn="Lo Ek")
    assert "annan enhet" in someone.text
    assert "Lo Ek" in someone.text
    assert someone.path == "barn_personnummer"


def test_an_answer_to_what_was_shown_wins_when_it_is_newer(person: Begin) -> None:
    someone = at_school_change(person)
    draft = someone.draft
    assert draft is not None
    # Answered elsewhere, and this device has not been told yet.
    given = msgspec.structs.replace(draft.answers["skyddad"], value="Bo Ek")
    someone.drafts[draft.id] = msgspec.structs.replace(
        draft, answers={**draft.answers, "barn_namn": given}, trail=(*draft.trail, "barn_namn")
    )
    someone.say("Lo Ek")
    assert someone.answers["barn_namn"] == "Lo Ek"
    assert someone.path == "barn_personnummer"


def test_a_draft_deleted_elsewhere_is_told(person: Begin) -> None:
    someone = at_school_change(person)
    assert someone.draft is not None
    gone = someone.drafts.pop(someone.draft.id)
    someone.happens(DiscardedElsewhere(draft_id=gone.id))
    assert "borttaget" in someone.text
    assert someone.last.choices
    someone.say("gatlyktan är trasig")
    assert "Felanmälan" in someone.text


def test_an_old_button_changes_its_own_question_when_asked(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek", "20150314-2380", "1")
    assert someone.path == "onskad_skola"
    someone.happens(Said(choice="nyland", about="nuvarande_skola"))
    assert "Vill du ändra" in someone.text
    someone.say("ja")
    assert someone.answers["nuvarande_skola"] == "nyland"
    assert someone.path == "onskad_skola"


def test_a_new_version_of_the_service_keeps_the_answers_and_points_out_what_changed(
    world: World,
) -> None:
    someone = Person(world, service="skolbyte")
    someone.say("nej")
    someone.log_in()
    someone.say("Lo Ek")
    draft = someone.draft
    assert draft is not None
    earlier = world.services["skolbyte"]
    fields = tuple(
        msgspec.structs.replace(each, ask=each.label or each.ask)
        if each.id == "barn_namn"
        else each
        for each in earlier.fields
    )
    someone.earlier["skolbyte", "0"] = msgspec.structs.replace(earlier, version="0", fields=fields)
    someone.drafts[draft.id] = msgspec.structs.replace(draft, version="0")
    someone.say("upprepa")
    assert "har ändrats" in someone.text
    assert "Barnets namn" in someone.text
    assert someone.answers["barn_namn"] == "Lo Ek"
    assert someone.path == "barn_personnummer"
    assert isinstance(someone.draft, Draft)
    assert someone.draft.status is Status.DRAFT


# ── What a first try met ──────────────────────────────────────────────────────────────────────


def at_street_light(person: Begin) -> Person:
    someone = person("felanmalan")
    someone.say("gatlampa")
    return someone


def test_not_knowing_is_no_place_and_no_description(person: Begin) -> None:
    someone = at_street_light(person)
    someone.say("vet ej")
    assert someone.path == "plats"
    assert "hjälp" in someone.text


def test_two_refused_words_are_no_text_together(person: Begin) -> None:
    someone = person("felanmalan")
    for written in ("2", "Utanför Torggatan 2", "nej", "nej"):
        someone.say(written)
    assert someone.path == "beskrivning"


def test_no_more_files_leaves_an_optional_file_out(person: Begin) -> None:
    someone = person("felanmalan")
    for written in ("2", "Utanför Torggatan 2", "Ett stort hål"):
        someone.say(written)
    someone.say("klar")
    assert someone.answers["bild"] is None


@pytest.mark.parametrize("written", ["va?", "va gör jag nu", "Vad ska jag skriva?"])
def test_everyday_cries_for_help_are_heard(person: Begin, written: str) -> None:
    someone = person("felanmalan")
    someone.say("2")
    someone.say(written)
    assert someone.path == "plats"
    assert "Svaret läses av" in someone.text


def test_a_language_is_asked_for_where_a_choice_takes_own_words(person: Begin) -> None:
    someone = person("felanmalan")
    someone.say("English please")
    assert someone.conversation.language == "en"
    assert someone.path == "typ"


@pytest.mark.parametrize("written", ["hur lång tid tar det", "Är det mycket kvar?"])
def test_how_much_is_left_can_be_asked(person: Begin, written: str) -> None:
    someone = at_school_change(person, "Lo Ek")
    someone.say(written)
    assert "frågor är kvar" in someone.text
    assert someone.path == "barn_personnummer"


def test_what_comes_afterwards_can_be_asked_in_a_free_text(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL)
    someone.say("vad händer sen?")
    assert "Rektorn" in someone.text
    assert someone.path == "skal_text"
    assert "skal_text" not in someone.answers


def test_a_plain_wish_in_a_free_text_may_still_be_the_answer(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL)
    someone.say("jag vill anmäla en trasig gatlykta")
    assert "i stället" in someone.text
    someone.tap_label("Nej, det var mitt svar")
    assert someone.answers["skal_text"] == "jag vill anmäla en trasig gatlykta"


def test_a_wish_with_its_reason_is_an_answer(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL)
    someone.say("Jag vill söka bygglov i Nyland, för vi flyttar dit")
    assert "bygglov" in someone.answers["skal_text"]


@pytest.mark.parametrize(
    "written", ["ändra datumet till 8 februari", "ändra dagen till 8 februari"]
)
def test_an_answer_may_be_called_by_its_kind(person: Begin, written: str) -> None:
    someone = at_school_change(person, *SCHOOL)
    someone.say(written)
    someone.say("ja")
    assert someone.answers["fran_datum"] == "2027-02-08"
