"""What an SMS wishes: only these few wishes, and only when it is nothing but the wish."""

import pytest

from dialogs.command_words import SAID, phrases_of
from dialogs.sms_words import SmsWish, Wished, read_sms

SV, EN = "sv", "en"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HJÄLP", Wished(SmsWish.HELP, SV)),
        (" hjalp! ", Wished(SmsWish.HELP, SV)),
        ("Help", Wished(SmsWish.HELP, EN)),
        ("STOPP", Wished(SmsWish.STOP, SV)),
        ("Stopp tack.", Wished(SmsWish.STOP, SV)),
        ("sluta skicka sms", Wished(SmsWish.STOP, SV)),
        ("STOP", Wished(SmsWish.STOP, EN)),
        ("START", Wished(SmsWish.START, SV)),
        ("Länk", Wished(SmsWish.LINK, SV)),
        ("LANK", Wished(SmsWish.LINK, SV)),
        ("Ny länk, tack!", Wished(SmsWish.LINK, SV)),
        ("NY", Wished(SmsWish.LINK, SV)),
        ("Link please", Wished(SmsWish.LINK, EN)),
        ("JA", Wished(SmsWish.OTHER, SV)),
        ("Yes, sign it", Wished(SmsWish.OTHER, EN)),
        ("no", Wished(SmsWish.OTHER, SV)),
        ("SIGNERA", Wished(SmsWish.OTHER, SV)),
        ("GODKÄNN", Wished(SmsWish.OTHER, SV)),
        ("NEJ", Wished(SmsWish.OTHER, SV)),
        ("ja stopp", Wished(SmsWish.STOP, SV)),
        ("", Wished(SmsWish.OTHER, SV)),
        ("😀", Wished(SmsWish.OTHER, SV)),
        ("\x00\ud83d", Wished(SmsWish.OTHER, SV)),
    ],
)
def test_the_words(text: str, expected: Wished) -> None:
    assert read_sms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Stoppa inte bussen utanför skolan",
        "Vi fick ingen länk till mötet",
        "Sluta påminna om städningen, skriv till Eva",
        "ny adress är Torggatan 2",
        "starta ett ärende åt mig",
    ],
)
def test_a_text_that_only_holds_such_a_word_is_no_wish(text: str) -> None:
    assert read_sms(text).wish is SmsWish.OTHER


def test_of_the_bots_commands_only_those_for_help_an_end_and_a_start_mean_anything() -> None:
    for command, line in SAID.items():
        for phrase in phrases_of(line):
            wish = read_sms(phrase).wish
            if wish is not SmsWish.OTHER:
                assert command in ("help", "cancel", "start_over", "no_reminders"), (phrase, wish)
