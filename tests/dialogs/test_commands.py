"""What is a command, what may be one, and what is an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.command_words import SAID, phrases_of
from dialogs.commands import Command, recognise

CERTAIN = [
    ("hjälp", Command.HELP),
    ("Hjälp!", Command.HELP),
    ("HJALP", Command.HELP),
    ("/hjalp", Command.HELP),
    ("/help", Command.HELP),
    ("?", Command.HELP),
    (" ?? ", Command.HELP),
    ("hja\u0308lp", Command.HELP),
    ("jag förstår inte", Command.HELP),
    ("tillbaka", Command.BACK),
    ("tilbaka", Command.BACK),
    ("tillbka", Command.BACK),
    ("Gå tillbaka, tack", Command.BACK),
    ("ångra", Command.UNDO),
    ("gör om", Command.REDO),
    ("go back please", Command.BACK),
    ("hoppa över", Command.SKIP),
    ("hoppa over", Command.SKIP),
    ("hoppa ovr", Command.SKIP),
    ("skip", Command.SKIP),
    ("spara", Command.SAVE),
    ("spara och fortsätt senare", Command.SAVE),
    ("Save.", Command.SAVE),
    ("avbryt", Command.CANCEL),
    ("Avbryt!!", Command.CANCEL),
    ("avbrty", Command.CANCEL),
    ("avbryt ansökan", Command.CANCEL),
    ("jag vill avbryta", Command.CANCEL),
    ("cancel", Command.CANCEL),
    ("/cancel", Command.CANCEL),
    ("status", Command.STATUS),
    ("Hur går det med mitt ärende?", Command.STATUS),
    ("how is my case going", Command.STATUS),
    ("mina ärenden", Command.CASES),
    ("mina arenden", Command.CASES),
    ("kan du visa mina ärenden", Command.CASES),
    ("my cases", Command.CASES),
    ("börja om", Command.START_OVER),
    ("jag vill börja om från början", Command.START_OVER),
    ("start over", Command.START_OVER),
    ("på svenska tack", Command.SWEDISH),
    ("English", Command.ENGLISH),
    ("switch to English please", Command.ENGLISH),
    ("människa", Command.HUMAN),
    ("Kan jag få prata med någon?", Command.HUMAN),
    ("jag vill prata med en människa", Command.HUMAN),
    ("ring mig", Command.HUMAN),
    ("talk to a human", Command.HUMAN),
    ("upprepa", Command.REPEAT),
    ("can you repeat that please", Command.REPEAT),
    ("behåll", Command.KEEP),
    ("ja, behåll utkastet", Command.KEEP),
    ("keep", Command.KEEP),
    ("skicka", Command.SEND),
    ("Skicka in nu!", Command.SEND),
    ("send", Command.SEND),
    ("glöm mig", Command.FORGET),
    ("Radera mina uppgifter", Command.FORGET),
    ("forget me", Command.FORGET),
    ("återta", Command.WITHDRAW),
    ("dra tillbaka min ansökan", Command.WITHDRAW),
    ("withdraw", Command.WITHDRAW),
    ("tjänster", Command.SERVICES),
    ("Vad kan du göra?", Command.SERVICES),
    ("what can you do", Command.SERVICES),
]

OBJECTS = [
    ("ändra", "", True),
    ("ändra telefonnumret", "telefonnumret", True),
    ("jag vill ändra telefonnumret tack", "telefonnumret", True),
    ("Ändra min Adress.", "Adress", True),
    ("/andra fråga 3", "fråga 3", True),
    ("andra fråga 3", "fråga 3", False),
    ("change my phone number", "phone number", True),
    ("I want to change the date", "date", True),
    ("ändra datumet till 5 maj", "datumet till 5 maj", False),
    ("ändra svaret om vilken skola", "svaret om vilken skola", False),
]

PERHAPS = [
    ("avbryt prenumerationen", "sv", Command.CANCEL),
    ("spara pengar", "sv", Command.SAVE),
    ("Back", "sv", Command.BACK),
    ("engelska", "sv", Command.ENGLISH),
    ("svenska", "sv", Command.SWEDISH),
    ("English", "en", Command.ENGLISH),
    ("Mina sidor", "sv", Command.CASES),
    ("Det blev fel", "sv", Command.CHANGE),
]

ANSWERS = """
Anna Andersson|Kalle Ek, 6 år|Back Anders Olof|Sven Svensson|Hjalmar Ek|Stoppan Nilsson
Storgatan 5|Torggatan 2, 872 30 Kramfors|872 80|Kramfors Babel 1:2|070-123 45 67|+46701234567
anna@example.se|12|0|-3|1 200,50 kr|12,5|2026-12-04|5 maj|den andra januari|2/1|nästa fredag|v. 42
14:30|kl 8|imorgon|i övermorgon|9001011234|19900101-1234|ABC 123|ABC12D|556677-8899
8327-9 123 456 789-0|ja|nej|Ja tack|Nej tack|vet inte|jag vet inte|kanske|båda|ingen av dem|inget
varannan vecka|okej|tack|hej|Hej jag heter Anna|skilsmässa|Cancer|Svensk|Engelsk|finska|arabiska
engelska och svenska hemma|service|Service på bilen|Stopp i avloppet
Stopp i avloppet utanför huset|Hjälp med städning|Jag behöver hjälp med att städa och handla
hjälp av hemtjänsten två gånger i veckan|hjälpmedel|Vi vill ha hjälp att söka pengar
Ändra hastigheten på Storgatan så att barnen kan gå säkert till skolan
Vi har flyttat tillbaka till Kramfors|Tillbaka i augusti 2026|Han kom tillbaka i går
Vi flyttar och vill att hon går närmare hemmet|Barnet trivs inte i klassen|mobbning
Det är ett stort hål i vägen vid torget|Gatlyktan utanför Torggatan 2 är sönder|lampan blinkar
Appen avbryts när jag loggar in|Sidan stoppar och jag får börja om varje gång
Jag kan inte spara filen|Jag har skickat in ett läkarintyg|Ni skickar fakturan till fel adress
Skicka den till min man|Handläggaren var otrevlig|Jag pratade med någon i kundtjänst i går
Ingen ringer upp mig trots löfte|Jag vill att någon ringer mig om lekplatsen
Status quo är inte bra för bygden, gör något åt busstiderna|Personalen är fantastisk, behåll dem
Spara inte på skolan|Spara in på något annat än skolan|Garage 40 kvm|carport|altan med tak|ca 20 m
en och en halv|röd|Kramforsskolan|Nylands skola|Björkens förskola|två barn|årskurs 4|4B|fritids
köpare|säljare|till höger om porten|Swedbank|Handelsbanken|Firefox|iPhone 15|Windows 11
BankID på fil|felkod 404|Jag kom till startsidan igen|Radhus|Radio|änka|gift|sambo|ensam vårdnad
gemensam vårdnad|gluten|laktos|halal|mjölkallergi|gitarr|fiol|piano|allemansrätt|skippar|Andra
Andra klass|andrahand|Change Olsson|The school is too far away|We are moving in June|yes|no|maybe
Keep the park clean, please do something about it|My daughter is bullied
The street light is broken|I cannot log in, the page says stop and then nothing happens
Send invoices to my wife instead of me|😀|👍|...|-|!!!|asdf|вітаю|مرحبا|你好
"""


def answers() -> list[str]:
    return [answer for line in ANSWERS.strip().splitlines() for answer in line.split("|")]


@pytest.mark.parametrize(("text", "command"), CERTAIN)
def test_a_whole_text_that_is_a_command_is_certain(text: str, command: Command) -> None:
    found = recognise(text, "sv")
    assert found is not None
    assert (found.command, found.rest, found.certain) == (command, "", True)


@pytest.mark.parametrize(("text", "rest", "certain"), OBJECTS)
def test_change_carries_its_object(text: str, rest: str, certain: bool) -> None:
    found = recognise(text, "sv")
    assert found is not None
    assert (found.command, found.rest, found.certain) == (Command.CHANGE, rest, certain)


@pytest.mark.parametrize(("text", "language", "command"), PERHAPS)
def test_what_may_be_an_answer_is_not_certain(text: str, language: str, command: Command) -> None:
    found = recognise(text, language)
    assert found is not None
    assert (found.command, found.certain) == (command, False)


def test_status_carries_the_reference_of_a_case() -> None:
    found = recognise("status på K-2041?", "sv")
    assert found is not None
    assert (found.command, found.rest, found.certain) == (Command.STATUS, "K-2041", True)


@pytest.mark.parametrize("said", sorted({s for line in SAID.values() for s in phrases_of(line)}))
def test_a_slash_makes_every_command_certain(said: str) -> None:
    found = recognise(f"/{said.replace(' ', '_')}", "sv")
    assert found is not None
    assert found.certain
    assert found.rest == ""


def test_no_phrase_belongs_to_two_commands() -> None:
    said = [s for line in SAID.values() for s in phrases_of(line)]
    twice = {s for s in said if said.count(s) > 1}
    owners = {s: {c for c, line in SAID.items() if s in phrases_of(line)} for s in twice}
    assert {s: c for s, c in owners.items() if len(c) > 1} == {}


def test_every_command_can_be_said() -> None:
    assert set(SAID) == set(Command)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_answers_are_not_commands(language: str) -> None:
    assert len(answers()) >= 100
    mistaken = {text: found for text in answers() if (found := recognise(text, language))}
    assert mistaken.keys() == {"Andra", "Andra klass", "Change Olsson"}
    # An object that is no question of the service makes the caller ask or read it as an answer.
    assert {text for text, found in mistaken.items() if found.certain} == {"Change Olsson"}


@given(st.text(max_size=120))
def test_no_text_crashes(text: str) -> None:
    recognise(text, "sv")
    recognise(text, "en")


@given(st.text(alphabet="0123456789 -+/.,:()", max_size=30))
def test_numbers_and_dates_are_never_commands(text: str) -> None:
    assert recognise(text, "sv") is None


@given(st.text(max_size=30), st.sampled_from(["sv", "en"]))
def test_a_long_text_with_a_command_in_it_is_not_one(text: str, language: str) -> None:
    long = (
        f"Vi bor på Storgatan {text} och behöver hjälp tillbaka status avbryt med mera i vintras."
    )
    assert recognise(long, language) is None
