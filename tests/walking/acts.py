"""What an impatient person does at one moment of a conversation, chosen at random.

An act is a name, for the log, and the event that the engine hears.
"""

from collections.abc import Callable, Iterator, Mapping
from random import Random

import msgspec

from dialogs.events import Event, LoggedIn, Said, Spoke
from dialogs.fields.base import Place
from dialogs.fields.writing import SHORT
from dialogs.journey import Question
from dialogs.messages import Choice, Message
from tests.good_answers import accepted_answers
from tests.talking import ANNA, BO, Person, a_file
from tests.walking.happenings import happening


class Act(msgspec.Struct, frozen=True):
    name: str
    event: Event
    #: So many seconds pass before it.
    after: float = 5


#: What is no answer to most questions.
JUNK = (
    "",
    "   ",
    "?",
    "...",
    "👍",
    "🙈🙈🙈",
    "❤️",
    "banan",
    "asdfghjkl",
    "42",
    "-1",
    "0",
    "999999999999999999",
    "2026-13-45",
    "32 januari",
    "30 februari",
    "nästa fredag",
    "i övermorgon",
    "v. 42",
    "2/1",
    "kl 25",
    "kvart över tre",
    "1 200,50 kr",
    "en och en halv",
    "199001012385",
    "900101-2385",
    "19900101-1234",
    "070-174 06 05",
    "0701",
    "anna@",
    "anna@example.se",
    "Anna",
    "Anna Ek",
    "Torggatan 2",
    "Torggatan 2, 872 80 Kramfors",
    "Kramfors Babel 1:2",
    "ABC 123",
    "ja",
    "nej",
    "nja",
    "kanske",
    "jo men visst",
    "nej inte alls",
    "vet inte",
    "ingen aning",
    "alla",
    "1",
    "2",
    "7",
    "1, 2",
    "den andra",
    "samma som förut",
    "se ovan",
    "hej",
    "tack",
    "hej då",
    "idiot",
    "det här är skit",
    "jag orkar inte mer",
    "мне нужна помощь",
    "مرحبا أريد المساعدة",
    "ฉันต้องการความช่วยเหลือ",
    "i don't speak swedish",
    "<script>alert(1)</script>",
    "'; drop table drafts; --",
    "{name} {0} %s",
    "\u0000",
    "\u202eabc",
    "å" * 300,
    "text " * 2000,
    "x" * 10_000,
    "x" * 10_001,
    "rad ett\nrad två\nrad tre",
)
QUESTIONS = (
    "vad kostar det?",
    "hur lång tid tar det?",
    "när har ni öppet?",
    "vem läser detta?",
    "hur länge sparas det?",
    "är du en robot?",
    "vad händer sen?",
    "hur många frågor är kvar?",
    "måste jag svara?",
    "varför vill ni veta det?",
    "kan jag ringa någon?",
    "vilka skolor finns det?",
    "när är bassängen öppen?",
    "var ligger kommunhuset?",
    "what does it cost?",
    "how long does it take?",
    "do you speak english?",
)
WISHES = (
    "jag vill lämna en synpunkt",
    "gatlyktan är trasig utanför Torggatan 2",
    "jag vill byta skola för mitt barn",
    "vi ska gifta oss",
    "jag vill ansöka om bygglov",
    "parkeringstillstånd för rörelsehindrade",
    "säga upp förskoleplatsen",
    "jag kan inte logga in",
    "betala med autogiro",
    "vi har köpt hus, vatten och avlopp",
    "jag vill söka ekonomiskt bistånd",
    "byta pass",
    "I want to report a broken street light",
)
COMMANDS = (
    "hjälp",
    "varför?",
    "upprepa",
    "va",
    "status",
    "mina ärenden",
    "tillbaka",
    "tillbaka",
    "backa",
    "ångra",
    "ångra",
    "gör om",
    "ändra",
    "ändra det",
    "jag skrev fel",
    "hoppa över",
    "spara",
    "pausa",
    "avbryt",
    "börja om",
    "svenska",
    "english",
    "människa",
    "tjänster",
    "meny",
    "skicka",
    "behåll",
    "fortsätt",
    "återta",
    "påminn mig inte",
    "påminn mig",
    "spara längre",
    "notiser",
    "radera mina uppgifter",
    "help",
    "back",
    "undo",
    "change",
    "cancel",
    "skip",
    "Hjälp!!",
    "TILLBAKA",
    "tilbaka",
    "avbyrt",
    "kan du ta det igen tack",
)
DANGERS = ("jag vill dö", "det brinner", "min man slår mig")


AROUND = "around"
#: So often somebody of customer service does the next thing, when one is called or has taken over.
_OFFICER_ACTS = 0.3


def choose_act(rng: Random, person: Person, old: tuple[tuple[Message, Choice], ...]) -> Act:
    """`old`: buttons of earlier messages, each with its message."""
    if person.conversation.takeover is not None and rng.random() < _OFFICER_ACTS:
        called = happening(rng, person)
        if called is not None:
            return Act(AROUND, called, rng.choice((5, 60)))
    kinds = tuple(_KINDS)
    weights = tuple(weight for weight, _ in _KINDS.values())
    while True:
        kind = rng.choices(kinds, weights)[0]
        event = _KINDS[kind][1](rng, person, old)
        if event is not None:
            after = rng.choice((1, 5, 20, 90, 400)) if rng.random() < 0.98 else 31 * 60
            return Act(kind, event, after)


Old = tuple[tuple[Message, Choice], ...]


def _good(rng: Random, person: Person, _old: Old) -> Event | None:
    question = person.question
    if question is None or person.talk.locked:
        return None
    answers = list(accepted_answers(person))
    return rng.choice(answers) if answers else None


def _as_people_write(rng: Random, person: Person, old: Old) -> Event | None:
    said = _good(rng, person, old)
    question = person.question
    if not isinstance(said, Said) or question is None:
        return None
    text = _words(person, question, said)
    if not text:
        return None
    dress = rng.choice(
        (
            "{}",
            "{}.",
            "{} ",
            "  {}",
            "{} tack",
            "jag tror {}",
            "det är {}",
            "{}!!",
            "eh {}",
            "ok {}",
        )
    )
    dressed = dress.format(text)
    return Said(text=rng.choice((dressed, dressed.upper(), dressed.lower(), dressed)))


def _mistyped(rng: Random, person: Person, old: Old) -> Event | None:
    said = _as_people_write(rng, person, old)
    if not isinstance(said, Said) or len(said.text) < 3:
        return None
    at = rng.randrange(len(said.text) - 1)
    text = said.text
    return Said(
        text=rng.choice(
            (
                text[:at] + text[at + 1 :],
                text[:at] + text[at] + text[at:],
                text[:at] + text[at + 1] + text[at] + text[at + 2 :],
                text[:at] + rng.choice("abcåäö1 -") + text[at + 1 :],
                text[: at + 1],
            )
        )
    )


def _words(person: Person, question: Question, said: Said) -> str:
    """The answer as it would be written."""
    if said.choice is None:
        return said.text
    choices = question.type.choices(question.field, person.talk.asking(question))
    return next((each.label for each in choices if each.value == said.choice), "")


def _number_of_button(rng: Random, person: Person, _old: Old) -> Event | None:
    buttons = buttons_of(person.heard)
    return Said(text=str(rng.randint(1, len(buttons)))) if buttons else None


def _label_of_button(rng: Random, person: Person, _old: Old) -> Event | None:
    buttons = buttons_of(person.heard)
    return Said(text=rng.choice(buttons)[1].label) if buttons else None


def _button(rng: Random, person: Person, _old: Old) -> Event | None:
    buttons = buttons_of(person.heard)
    return tapping(*rng.choice(buttons)) if buttons else None


def _old_button(rng: Random, _person: Person, old: Old) -> Event | None:
    return tapping(*rng.choice(old[-60:])) if old else None


def tapping(message: Message, choice: Choice) -> Said:
    about = message.input.field if message.input else None
    return Said(choice=choice.value, about=about)


def buttons_of(messages: tuple[Message, ...]) -> tuple[tuple[Message, Choice], ...]:
    return tuple((message, choice) for message in messages for choice in message.choices or ())


def _several(rng: Random, person: Person, old: Old) -> Event | None:
    """The answer, and then something that may be the next ones."""
    said = _good(rng, person, old)
    question = person.question
    if not isinstance(said, Said) or question is None:
        return None
    text = _words(person, question, said)
    more = [each for each in rng.sample(JUNK, 3) if 0 < len(each) < SHORT]
    return Said(text=rng.choice((", ", "\n", " och ", ". ")).join([text, *more]))


def _correction(rng: Random, person: Person, _old: Old) -> Event | None:
    draft = person.draft
    if draft is None or not draft.trail or person.talk.service is None:
        return None
    path = rng.choice(draft.trail)
    question = person.talk.walk.at(path)
    if question is None:
        return None
    title = question.title(person.conversation.language)
    new = rng.choice([each for each in JUNK if 0 < len(each) < SHORT])
    return Said(
        text=rng.choice(
            (
                f"ändra {title}",
                f"ändra {title.lower()}",
                f"ändra {title} till {new}",
                f"nej jag menade {new}",
                f"nej, {new}",
                f"det ska vara {new}",
                "nej, fel",
                f"fel {title.lower()}",
                f"change {title}",
            )
        )
    )


def _one_of(*texts: str) -> Callable[[Random, Person, Old], Event | None]:
    return lambda rng, _person, _old: Said(text=rng.choice(texts))


def _spoken(rng: Random, person: Person, old: Old) -> Event | None:
    """An answer by voice, or a recording without words."""
    if rng.random() < 0.2:
        return Spoke(why=rng.choice((None, "none", "failed", "too_long")))
    said = _as_people_write(rng, person, old) or Said(text=rng.choice(JUNK))
    return Spoke(text=said.text) if isinstance(said, Said) else None


def _around(rng: Random, person: Person, _old: Old) -> Event | None:
    return happening(rng, person)


def _files(rng: Random, person: Person, _old: Old) -> Event | None:
    about = person.path or "fil"
    endings = rng.sample(("ritning.pdf", "foto.jpg", "foto.png", "virus.exe", "a b.pdf"), 2)
    names = [f"{about}-{ending}" for ending in endings]
    size = rng.choice((0, 1000, 1000, 10**9))
    return Said(files=tuple(a_file(n, size=size) for n in names[: rng.randint(1, 2)]))


def _pin(rng: Random, _person: Person, _old: Old) -> Event | None:
    return Said(place=rng.choice((Place(lat=62.93, lon=17.78), Place(lat=0.0, lon=0.0))))


def _logs_in(rng: Random, _person: Person, _old: Old) -> Event | None:
    return LoggedIn(person=rng.choice((ANNA, ANNA, ANNA, ANNA, BO)))


def _foreign_button(rng: Random, person: Person, _old: Old) -> Event | None:
    """A value that no channel of ours would send, and buttons out of place."""
    values = ("send", "change:", "draft:nowhere", "service:nowhere", "yes", "no", "delete", "keep")
    paths = tuple(f"change:{path}" for path in person.answers)
    services = tuple(f"service:{each}" for each in person.world.services)
    return Said(choice=rng.choice((*values, *paths, *services, "candidate:7", "remove:x", "")))


def _drafts(rng: Random, person: Person, _old: Old) -> Event | None:
    return Said(choice=f"draft:{rng.choice(tuple(person.drafts))}") if person.drafts else None


#: How often each is done, and what it is.
_KINDS: Mapping[str, tuple[float, Callable[[Random, Person, Old], Event | None]]] = {
    "good answer": (22, _good),
    "as people write": (12, _as_people_write),
    "mistyped": (6, _mistyped),
    "junk": (9, _one_of(*JUNK)),
    "question": (4, _one_of(*QUESTIONS)),
    "wish": (2, _one_of(*WISHES)),
    "command": (12, _one_of(*COMMANDS)),
    "danger": (0.3, _one_of(*DANGERS)),
    "button": (8, _button),
    "label": (3, _label_of_button),
    "number": (2, _number_of_button),
    "old button": (4, _old_button),
    "foreign button": (1, _foreign_button),
    "several": (3, _several),
    "correction": (5, _correction),
    "files": (1, _files),
    "pin": (0.5, _pin),
    "logs in": (3, _logs_in),
    "draft": (1, _drafts),
    "spoken": (3, _spoken),
    AROUND: (3, _around),
}


def kinds() -> Iterator[str]:
    yield from _KINDS
