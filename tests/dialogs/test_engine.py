"""The engine as a whole: whatever a person does with whatever service, it stays sound."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.conversation import Conversation, Draft
from dialogs.engine import Fresh, Known, NeedsKnown, advance
from dialogs.events import Opened, Said
from dialogs.fields.base import Place
from dialogs.finding import Finder, entry_of
from dialogs.messages import Message
from dialogs.service import Service
from dialogs.statuses import Status
from dialogs.world import World
from tests.definitions import a_field, a_service, services
from tests.good_answers import finish, good_answer, step
from tests.shipped import shipped_world
from tests.talking import ANNA, BO, Person, a_file, through_json

SHIPPED = shipped_world()
IDS = sorted(SHIPPED.services)

#: What people write besides good answers.
_SAYINGS = [
    "",
    " ",
    "?",
    "hjälp",
    "tillbaka",
    "ändra",
    "ändra 1",
    "ändra telefon",
    "hoppa över",
    "spara",
    "avbryt",
    "status",
    "mina ärenden",
    "börja om",
    "English",
    "svenska",
    "människa",
    "upprepa",
    "behåll",
    "skicka",
    "återta",
    "tjänster",
    "radera mina uppgifter",
    "ja",
    "nej",
    "1",
    "2",
    "99",
    "ja tack",
    "vet inte",
    "det brinner",
    "vad kostar det?",
    "jag vill byta skola",
    "2026-12-24",
    "i morgon",
    "19990807-2391",
    "123 456",
    "{municipality} {",
    "åäö" * 400,
    "x" * 10_001,
    "\x00\u202e",
    "🙂",
]
_TAPS = [
    *("yes", "no", "keep", "prefill", "send", "change", "save", "back", "skip", "cancel", "help"),
    *("delete", "continue", "login_later", "none_of_these", "done", "menu", "reopen", "withdraw"),
    *("candidate:0", "candidate:7", "remove:x", "change:f1", "change:", "service:provtjanst"),
    *("service:finns-inte", "draft:d-1", "draft:finns-inte", "rod", "leave_message", "human"),
]


def world_of(service: Service) -> World:
    """The shipped world with this service alone."""
    return msgspec.structs.replace(
        SHIPPED, services={service.id: service}, finder=Finder([entry_of(service)])
    )


def acts() -> st.SearchStrategy[Any]:
    """Something that a person does, or that the world does to them."""
    said = st.one_of(
        st.builds(Said, text=st.sampled_from(_SAYINGS)),
        st.builds(Said, text=st.text(max_size=40)),
        st.builds(Said, choice=st.sampled_from(_TAPS)),
        st.builds(Said, choice=st.sampled_from(_TAPS), about=st.sampled_from(["f1", "f2"])),
        st.builds(Said, choices=st.just(("rod", "gron"))),
        st.builds(Said, files=st.just((a_file("a.pdf"), a_file("b.exe")))),
        st.builds(Said, place=st.just(Place(lat=62.9, lon=17.7))),
    )
    good = st.just("good answer")
    rest = st.sampled_from(["log in", "log in as another", "wait", "open again"])
    return st.one_of(good, good, good, good, said, said, rest)


def do(person: Person, act: Any) -> None:
    match act:
        case "good answer":
            step(person)
        case "log in":
            person.log_in()
        case "log in as another":
            person.log_in(BO)
        case "wait":
            person.wait(minutes=31)
        case "open again":
            person.happens(Opened(service="provtjanst"))
        case _:
            person.happens(act)


def check_sound(person: Person) -> None:
    """What holds after every turn."""
    assert person.heard, "nobody is left without an answer"
    for message in person.heard:
        assert message.text.strip()
        assert isinstance(message, Message)
    conversation, draft = person.conversation, person.draft
    assert through_json(conversation) == conversation
    if conversation.person is None:
        assert conversation.login_until is None
    if draft is None:
        return
    assert through_json(draft) == draft
    assert draft.reference.startswith("K-")
    assert len(set(draft.trail)) == len(draft.trail)
    assert not set(draft.answers) & set(draft.aside)
    if draft.status is not Status.DRAFT:
        assert person.talk.walk.next is None


@settings(max_examples=120)
@given(services(), st.lists(acts(), max_size=12), st.sampled_from(["web", "telegram"]))
def test_whatever_is_done_the_state_is_sound_and_the_form_can_be_finished(
    service: Service, done: list[Any], channel: str
) -> None:
    person = Person(world_of(service), service=service.id, channel=channel)
    for act in done:
        do(person, act)
        check_sound(person)
    if person.draft is None or person.draft.status is not Status.DRAFT:
        return
    # Sensitive questions are answered on our own page.
    person.conversation = msgspec.structs.replace(person.conversation, channel="web")
    former = person.conversation.former
    owner = person.draft.owner or (former.personnummer if former else None)
    if owner:
        person.log_in(ANNA if owner == ANNA.personnummer else BO)
    elif person.talk.needs_login:
        person.log_in()
    if person.talk.is_unclaimed:
        person.tap("yes")
    finish(person)
    assert person.draft is not None
    is_stopped = person.talk.walk.stop is not None
    assert is_stopped or person.is_at_summary or person.talk.walk.next is None


@settings(max_examples=40)
@given(services(), st.lists(acts(), max_size=6))
def test_a_turn_is_a_function_of_its_arguments(service: Service, done: list[Any]) -> None:
    person = Person(world_of(service), service=service.id)
    for act in done:
        do(person, act)
    event = Said(text="ja")
    known_before = person._made
    first = person.turn(event)
    person._made = known_before
    assert person.turn(event) == first


@settings(max_examples=100)
@given(services(), st.integers(0, 25))
def test_back_restores_the_question_and_the_other_answers(service: Service, steps: int) -> None:
    person = Person(world_of(service), service=service.id)
    for _ in range(steps):
        if not step(person):
            break
    draft = person.draft
    if draft is None or person.question is None or person.talk.needs_login:
        return
    path, answers = person.path, person.answers
    step(person)
    if person.conversation.pending is not None:
        step(person)
    if person.draft is None or path not in person.draft.answers:
        return
    person.tap("back")
    assert person.path == path
    assert person.answers == answers
    given_back = person.draft.aside
    assert path not in person.draft.answers
    if path in given_back:
        assert any(choice.value == "keep" for choice in person.last.choices or ())
        person.tap("keep")
        assert person.draft.answers[path].value == given_back[path].value  # type: ignore[index]  # path is a text


@settings(max_examples=50)
@given(services(), st.data())
def test_what_a_changed_answer_hides_is_asked_about_kept_and_returns(
    service: Service, data: st.DataObject
) -> None:
    person = Person(world_of(service), service=service.id)
    finish(person)
    if not person.is_at_summary or person.draft is None:
        return
    before = person.talk.walk
    switches = [
        question
        for question in before.questions
        if question.field.type == "yes_no" and question.path in person.draft.answers
    ]
    if not switches:
        return
    switch = data.draw(st.sampled_from(switches))
    value = person.draft.answers[switch.path].value
    person.tap(f"change:{switch.path}")
    person.say("nej" if value else "ja")
    pending = person.conversation.pending
    if pending is None:
        # Nothing was lost, or a rule refused it.
        return
    assert pending.kind == "losing"
    assert person.draft.answers[switch.path].value == value, "nothing is changed before a yes"
    person.tap("yes")
    shown = {question.path for question in person.talk.walk.questions}
    hidden = [q for q in before.questions if q.path not in shown and q.path in person.draft.answers]
    assert hidden
    kept = {question.path: person.draft.answers[question.path] for question in hidden}
    person.tap(f"change:{switch.path}")
    person.say("ja" if value else "nej")
    if person.conversation.pending is not None:
        person.tap("yes")
    now = {question.path for question in person.talk.walk.questions}
    assert set(kept) <= now
    assert {path: person.draft.answers[path] for path in kept} == kept


@pytest.mark.parametrize("service_id", IDS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_shipped_service_can_be_filed(service_id: str, language: str) -> None:
    person = Person(SHIPPED, service=service_id, language=language)
    for _ in range(3):
        finish(person)
        if person.is_at_summary:
            break
        # The first alternative led to a stop: the other one leads on.
        path = person.draft.trail[-1] if person.draft else ""
        person.tap("back")
        assert person.path == path
        person.say("nej" if person.talk.language == "sv" else "no")
    assert person.is_at_summary, person.text
    person.tap("send")
    assert any(message.case is not None for message in person.heard)
    problems = [message for message in person.transcript if message.problem]
    assert problems == []


@settings(max_examples=100)
@given(st.lists(acts(), min_size=1, max_size=8), st.sampled_from([None, *IDS]))
def test_nothing_that_is_done_breaks_a_shipped_service(
    done: list[Any], service_id: str | None
) -> None:
    person = Person(SHIPPED, service=service_id)
    for act in done:
        do(person, act)
        check_sound(person)


# ── Single facts ──────────────────────────────────────────────────────────────────────────────


def test_what_is_not_changed_by_a_turn_is_the_same_object(
    person: Callable[..., Person],
) -> None:
    anna = person("synpunkt")
    turn = anna.turn(Said(text="hjälp"))
    assert turn.draft == anna.draft


def test_engine_asks_for_what_it_has_to_look_up_and_changes_nothing_before(
    person: Callable[..., Person],
) -> None:
    anna = person()
    known = Known(fresh=Fresh(draft_id="d", reference="K"))
    turn = advance(anna.world, anna.conversation, None, Said(text="mina ärenden"), anna.now, known)
    assert turn == NeedsKnown(filings=True)


def test_a_too_long_text_is_refused_whole(person: Callable[..., Person]) -> None:
    anna = person("synpunkt")
    anna.say("x" * 10_001)
    assert anna.heard[0].problem
    assert anna.answers == {}
    assert anna.path == "typ"


def test_a_button_of_a_service_that_is_gone_says_so_and_nothing_is_lost(
    person: Callable[..., Person],
) -> None:
    at_menu = person()
    at_menu.tap("service:finnsinte")
    assert "Den kan ha tagits bort" in at_menu.text
    assert "Vad vill du göra?" in at_menu.text
    filing = person("synpunkt")
    filing.tap("service:finnsinte")
    assert "Den kan ha tagits bort" in filing.text
    assert filing.last.input is not None
    assert filing.last.input.field == "typ"


def test_a_button_of_an_older_question_changes_nothing(person: Callable[..., Person]) -> None:
    """Threat B11."""
    anna = person("synpunkt")
    anna.tap("berom", about="typ")
    anna.tap("klagomal", about="typ")
    assert anna.answers == {"typ": "berom"}
    assert anna.path == "omrade"


def test_protected_identity_ends_the_path_before_any_login(person: Callable[..., Person]) -> None:
    anna = person("skolbyte")
    anna.say("ja")
    assert not any(
        link.purpose == "login" for message in anna.heard for link in message.links or ()
    )
    assert "kundtjänst" in anna.text


def test_an_offered_alternative_is_no_command(person: Callable[..., Person]) -> None:
    vigsel = person("vigsel")
    while vigsel.path != "sprak":
        if vigsel.path == "skyddad":
            vigsel.say("nej")
        else:
            assert step(vigsel)
    vigsel.say("Engelska")
    assert vigsel.answers["sprak"] == "engelska"
    assert vigsel.conversation.language == "sv"


def test_draft_of_a_service_that_was_taken_away_is_kept_and_says_so(
    person: Callable[..., Person],
) -> None:
    anna = person("synpunkt")
    anna.say("beröm")
    services_left = {k: v for k, v in anna.world.services.items() if k != "synpunkt"}
    anna.world = msgspec.structs.replace(anna.world, services=services_left)
    for text in ("hjälp", "tillbaka", "ändra", "skicka", "hoppa över", "spara"):
        anna.say(text)
    anna.tap("change:typ")
    anna.say("hjälp")
    assert "finns inte längre" in anna.text
    assert anna.draft is not None
    assert anna.draft.answers["typ"].value == "berom"


def test_draft_of_an_older_version_goes_on_with_the_one_in_force(
    person: Callable[..., Person],
) -> None:
    anna = person("synpunkt")
    anna.say("beröm")
    assert anna.draft is not None
    old = msgspec.structs.replace(anna.draft, version="older")
    anna.say("avbryt")
    anna.tap("keep")
    anna.drafts[old.id] = old
    anna.tap(f"draft:{old.id}")
    assert "har ändrats sedan du började" in anna.text
    assert anna.draft.version == anna.world.services["synpunkt"].version
    assert anna.draft.answers["typ"].value == "berom"


def test_two_rows_of_a_group_are_asked_row_by_row() -> None:
    service = a_service(
        a_field(
            "barn",
            "group",
            min=1,
            max=2,
            fields=[a_field("namn", "name"), a_field("alder", "integer")],
        ),
        login=False,
    )
    person = Person(world_of(service), service=service.id)
    paths = []
    for text in ("Kim Ek", "5", "ja", "Mio Ek", "7"):
        paths.append(person.path)
        person.say(text)
    assert paths == ["barn.0.namn", "barn.0.alder", "barn.+1", "barn.1.namn", "barn.1.alder"]
    assert person.path == "samtycke", "there are no more rows than the most"


def test_a_conversation_and_a_draft_survive_json() -> None:
    conversation = Conversation(id="c", channel="web", person=ANNA)
    assert msgspec.json.decode(msgspec.json.encode(conversation), type=Conversation) == conversation
    person = Person(SHIPPED, service="synpunkt")
    person.say("beröm")
    assert person.draft is not None
    assert msgspec.json.decode(msgspec.json.encode(person.draft), type=Draft) == person.draft


def test_good_answers_are_accepted(person: Callable[..., Person]) -> None:
    anna = person("synpunkt")
    anna.happens(good_answer(anna))
    assert anna.answers
