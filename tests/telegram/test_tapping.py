"""What a button means depends on the message that it belongs to, however old it is."""

from bot.telegram.rendering import render
from bot.telegram.tapping import meaning
from bot.telegram.updates import Tapped
from dialogs.events import Notified, Said
from dialogs.messages import Choice, Input, Kind, Message
from tests.telegram.running import shipped_world

PETS = Message(
    text="Vilka djur?",
    number=7,
    choices=(Choice("hund", "Hund"), Choice("katt", "Katt"), Choice("fisk", "Fisk")),
    input=Input(kind=Kind.CHOICES, field="djur"),
)
SURE = Message(text="Är du säker?", number=7, choices=(Choice("yes", "Ja"), Choice("no", "Nej")))
MENU = Message(text="Vad vill du?", number=7, choices=(Choice("service:vigsel", "Vigsel"),))
LATER = Message(text="Nästa?", number=9, input=Input(kind=Kind.CHOICE, field="x"))


def tap(data: str, message: Message = PETS, *ticked: str) -> Tapped:
    """A tap on the message's buttons as they are shown, some of them ticked."""
    (part,) = render(message, texts=shipped_world().texts, language="sv")
    rows = tuple(
        tuple(
            (
                button.text.replace("☐", "☑") if button.callback_data in ticked else button.text,
                button.callback_data or "",
            )
            for button in row
        )
        for row in getattr(part.markup, "inline_keyboard", [])
    )
    return Tapped(query_id="q", data=data, message_id=50, buttons=rows)


def test_ticking_changes_only_the_button_and_repeating_the_update_changes_no_more() -> None:
    first = meaning(tap("7:1"), [PETS])
    assert first.event is None
    assert first.buttons is not None
    texts = [text for row in first.buttons for text, _data in row]
    assert texts == ["☐ Hund", "☑ Katt", "☐ Fisk", "Klar"]
    assert meaning(tap("7:1"), [PETS]) == first


def test_done_answers_with_what_is_ticked_in_the_order_of_the_question() -> None:
    meant = meaning(tap("7:done", PETS, "7:2", "7:0"), [PETS])
    assert meant.event == Said(choices=("hund", "fisk"), about="djur")


def test_done_with_nothing_ticked_says_that_it_is_none() -> None:
    assert meaning(tap("7:done"), [PETS]).event == Said(text="inga", about="djur")


def test_without_the_shown_buttons_a_tap_is_the_whole_answer() -> None:
    tapped = Tapped(query_id="q", data="7:1", message_id=None, buttons=None)
    assert meaning(tapped, [PETS]).event == Said(choice="katt", about="djur")


def test_ticking_and_done_of_an_older_question_are_old_buttons() -> None:
    for data in ("7:1", "7:done"):
        meant = meaning(tap(data, PETS, "7:0"), [PETS, LATER])
        assert isinstance(meant.event, Said)
        assert meant.event.choice is not None
        assert meant.event.about == "djur"
        assert meant.buttons is None


def test_yes_counts_only_as_long_as_it_was_asked_last() -> None:
    assert meaning(tap("7:0", SURE), [SURE]).event == Said(choice="yes", about=None)
    assert meaning(tap("7:0", SURE), [SURE, LATER]).event == Said(choice="yes", about="")


def test_a_service_can_be_chosen_from_an_old_menu() -> None:
    assert meaning(tap("7:0", MENU), [MENU, LATER]).event == Said(choice="service:vigsel")


def test_a_button_of_a_message_that_is_gone_or_never_was_does_nothing() -> None:
    for data in ("6:0", "7:99", "7:-1", "7:", "x", "", "7:²", "99999999999999:0"):
        event = meaning(Tapped("q", data, 1, None), [MENU]).event
        assert event == Notified(text="heard.old_button", params={})
