"""Messages become texts and buttons that Telegram takes."""

import pytest
from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.rendering import LONGEST_TEXT, Part, fits_a_button, render, split
from dialogs.messages import Choice, Input, Kind, Link, Message
from tests.telegram.running import shipped_world


def shown(message: Message, *, language: str = "sv", remove_keyboard: bool = False) -> Part:
    texts = shipped_world().texts
    (part,) = render(message, texts=texts, language=language, remove_keyboard=remove_keyboard)
    return part


def labels(part: Part) -> list[list[str]]:
    assert isinstance(part.markup, InlineKeyboardMarkup)
    return [[button.text for button in row] for row in part.markup.inline_keyboard]


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(st.text(alphabet=st.sampled_from("ab åö\n.😀"), max_size=300), st.integers(1, 60))
def test_pieces_are_short_enough_and_hold_every_letter(text: str, times: int) -> None:
    whole = text * times
    pieces = split(whole)
    assert all(0 < units(piece) <= LONGEST_TEXT for piece in pieces)
    if whole.strip():
        assert "".join("".join(pieces).split()) == "".join(whole.split())


def test_a_long_text_is_cut_at_a_paragraph_and_only_the_last_piece_has_buttons() -> None:
    text = "\n\n".join(["ord " * 600] * 3)
    choices = (Choice(value="a", label="Ja"),)
    message = Message(text=text, number=4, choices=choices)
    parts = render(message, texts=shipped_world().texts, language="sv")
    assert [part.markup is not None for part in parts] == [False, False, True]
    assert all(part.text.startswith("ord") and part.text.endswith("ord") for part in parts)


def test_choices_are_buttons_that_carry_number_and_place_only() -> None:
    choices = (Choice(value="gemensam", label="Vi är två vårdnadshavare"), Choice("e", "Ensam"))
    part = shown(Message(text="Vem?", number=12, choices=choices))
    assert isinstance(part.markup, InlineKeyboardMarkup)
    data = [button.callback_data for row in part.markup.inline_keyboard for button in row]
    assert data == ["12:0", "12:1"]


def test_labels_that_a_phone_would_cut_also_stand_in_the_text_with_their_numbers() -> None:
    choices = (
        Choice(value="prefill", label="Använd det som e-legitimationen säger om dig"),
        Choice(value="a", label="Parkering för rörelsehindrade, förare"),
        Choice(value="b", label="Kort", description="för passagerare"),
    )
    asked = Input(kind=Kind.CHOICE, field="slag")
    part = shown(Message(text="Vilket?", number=3, choices=choices, input=asked))
    assert "1. Parkering för rörelsehindrade, förare\n2. Kort – för passagerare" in part.text


def test_an_optional_question_can_be_skipped_with_a_button() -> None:
    part = shown(Message(text="När?", number=3, input=Input(Kind.DATE, field="d", optional=True)))
    assert labels(part) == [["Hoppa över"]]


def test_several_alternatives_are_ticked_off_and_then_done() -> None:
    choices = (Choice("a", "Hund"), Choice("b", "Katt"), Choice("keep", "Behåll svaret"))
    asked = Input(kind=Kind.CHOICES, field="djur")
    part = shown(Message(text="Vilka?", number=3, choices=choices, input=asked))
    assert labels(part) == [["☐ Hund", "☐ Katt", "Behåll svaret"], ["Klar"]]
    assert "Tryck på allt som stämmer." in part.text


def test_a_place_is_asked_for_with_the_phones_own_button() -> None:
    asked = Input(kind=Kind.LOCATION, field="plats", optional=True)
    part = shown(Message(text="Var?", number=3, input=asked))
    assert isinstance(part.markup, ReplyKeyboardMarkup)
    assert part.markup.keyboard[0][0].request_location
    assert part.markup.keyboard[1][0].text == "Hoppa över"


def test_the_button_for_a_place_goes_away_after_the_question() -> None:
    part = shown(Message(text="Tack.", number=5), remove_keyboard=True)
    assert isinstance(part.markup, ReplyKeyboardRemove)


@pytest.mark.parametrize(
    ("url", "fits"),
    [
        ("https://e.kramfors.se/e/abc", True),
        ("http://e.kramfors.se/e/abc", True),
        ("http://127.0.0.1:8000/e/abc", False),
        ("http://localhost:8000/e/abc", False),
        ("http://192.168.1.4/e/abc", False),
        ("http://server.local/e/abc", False),
        ("mailto:a@b.se", False),
    ],
)
def test_a_link_is_a_button_only_if_telegram_takes_it(url: str, fits: bool) -> None:
    assert fits_a_button(url) is fits
    link = Link(url=url, label="Logga in", purpose="login")
    part = shown(Message(text="Hej", number=2, links=(link,)))
    assert (f"Logga in: {url}" in part.text) is not fits
    assert (part.markup is not None) is fits


def test_an_officers_words_are_told_apart_from_ours() -> None:
    part = shown(Message(text="Vi ringer dig.", sender="officer"), language="en")
    assert part.text == "From the case officer: Vi ringer dig."
