"""The action server over HTTP, called as Rasa calls it."""

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest

from tests.rasa.action_server import Person, command, environment, free_port, running_actions

_REFERENCE = re.compile(r"K-\w{4}-\w{4}")


class Running(NamedTuple):
    port: int
    var: Path

    def count(self, table: str) -> int:
        with sqlite3.connect(f"file:{self.var / 'arendebot.db'}?mode=ro", uri=True) as database:
            number: int = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return number


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    var = tmp_path_factory.mktemp("rasa")
    port = free_port()
    with running_actions(var, port=port):
        yield Running(port, var)


def texts(responses: list[dict[str, Any]]) -> str:
    return "\n".join(response["text"] for response in responses)


def asked(responses: list[dict[str, Any]]) -> str | None:
    """The field that the last message asks for."""
    message = responses[-1]["custom"]["arendebot"]
    field: str | None = message["input"]["field"]
    return field


def begin(person: Person) -> list[dict[str, Any]]:
    return person.says(
        "/start_synpunkt",
        action="action_arendebot_start_service",
        intent="start_synpunkt",
        confidence=1.0,
    )


def test_a_case_is_filed_over_the_webhook(server: Running) -> None:
    person = Person(server.port, "filer")
    before = server.count("cases")
    offered = person.says("Jag vill lämna en synpunkt")
    assert "digitala assistent" in offered[0]["text"]
    shown = person.taps("Ja, börja", offered)
    assert asked(shown) == "typ"
    shown = person.taps("Förslag", shown)
    assert asked(shown) == "omrade"
    shown = person.says("skola", intent="start_skolbyte", confidence=0.9)
    assert asked(shown) == "text"
    shown = person.says("Fler bänkar på skolgården, tack!")
    assert asked(shown) == "svar"
    shown = person.says("nej", intent="answer")
    assert asked(shown) == "personuppgifter"
    shown = person.says("ja", intent="answer")
    sent = person.says("skicka", intent="command_send")
    assert _REFERENCE.search(texts(sent))
    assert sent[-1]["custom"]["arendebot"]["case"]["status"] == "received"
    assert server.count("cases") == before + 1


def test_a_repeated_call_has_one_effect_and_the_same_answer(server: Running) -> None:
    person = Person(server.port, "repeater")
    begin(person)
    before = server.count("turns")
    first = person.says("klagomål")
    assert server.count("turns") == before + 1
    assert person.repeats() == first
    assert server.count("turns") == before + 1


def test_without_a_message_id_the_time_of_the_message_tells_a_repeat(server: Running) -> None:
    person = Person(server.port, "no id")
    begin(person)
    first = person.says("klagomål", has_message_id=False)
    assert asked(first) == "omrade"
    before = server.count("turns")
    assert person.repeats() == first
    assert server.count("turns") == before


def test_while_a_form_is_filled_in_a_guessed_intent_does_not_leave_it(server: Running) -> None:
    person = Person(server.port, "guessed")
    begin(person)
    person.says("klagomål")
    person.says("skola")
    shown = person.says(
        "Jag vill byta skola, för ingen lyssnar",
        action="action_arendebot_start_service",
        intent="start_skolbyte",
        confidence=0.95,
    )
    assert asked(shown) == "nar"


def test_a_guessed_service_starts_when_our_own_search_sees_it_too(server: Running) -> None:
    person = Person(server.port, "agreed")
    shown = person.says(
        "Jag vill lämna en synpunkt",
        action="action_arendebot_start_service",
        intent="start_synpunkt",
        confidence=0.9,
    )
    assert asked(shown) == "typ"


def test_a_service_that_only_rasa_sees_is_not_started(server: Running) -> None:
    person = Person(server.port, "disagreed")
    shown = person.says(
        "Jag vill lämna en synpunkt",
        action="action_arendebot_start_service",
        intent="start_vigsel",
        confidence=0.9,
    )
    assert asked(shown) is None
    assert "vigsel" not in texts(shown).casefold()


def test_a_service_starts_by_entity(server: Running) -> None:
    person = Person(server.port, "entity")
    shown = person.says(
        '/start{"service":"synpunkt"}',
        action="action_arendebot_start_service",
        intent="start",
        entities={"service": "synpunkt"},
    )
    assert asked(shown) == "typ"


def test_a_button_of_an_older_question_asks_whether_to_change_it(server: Running) -> None:
    person = Person(server.port, "old button")
    first = begin(person)
    person.taps("Förslag", first)
    shown = person.taps("Klagomål", first)
    assert "Vill du ändra" in texts(shown)
    shown = person.says("nej")
    assert asked(shown) == "omrade"


def test_the_services_are_listed(server: Running) -> None:
    shown = Person(server.port, "lister").says(
        "vad kan du?", action="action_arendebot_list_services", intent="list_services"
    )
    assert any(response["buttons"] for response in shown)


@pytest.mark.parametrize("action", ["action_arendebot_status", "action_arendebot_sign_link"])
def test_status_and_signing_need_a_login_first(server: Running, action: str) -> None:
    shown = Person(server.port, action).says("hur går det?", action=action, intent="status")
    links = [link for each in shown for link in each["custom"]["arendebot"].get("links", ())]
    assert [link["purpose"] for link in links] == ["login"]
    assert links[0]["url"] in texts(shown)


@pytest.mark.parametrize("sender", ["default", "", None])
def test_nobody_shares_a_conversation_with_all_who_have_no_sender(
    server: Running, sender: str | None
) -> None:
    before = server.count("conversations")
    shown = Person(server.port, sender).says("hej", intent="greet")
    assert "kan inte se vem" in texts(shown)
    assert server.count("conversations") == before


def test_channels_that_would_show_it_get_no_json(server: Running) -> None:
    shown = Person(server.port, "slack user", channel="slack").says("hej", intent="greet")
    assert [response["custom"] for response in shown] == [{}] * len(shown)


def test_a_command_that_only_rasa_understood_is_carried_out(server: Running) -> None:
    shown = Person(server.port, "far from words").says(
        "finns det nån av kött och blod här", intent="command_human", confidence=0.9
    )
    assert "Lämna ett meddelande" in str(shown)


def test_what_cannot_be_read_is_told_with_a_code(server: Running) -> None:
    call = {
        "next_action": "action_arendebot_turn",
        "sender_id": "odd",
        "domain": {},
        "tracker": {"sender_id": "odd", "latest_message": {"text": 5}, "slots": {}, "events": []},
    }
    answer = httpx.post(f"http://127.0.0.1:{server.port}/webhook", json=call).json()
    assert "felkoden" in answer["responses"][0]["text"]


def test_an_unknown_action_is_refused(server: Running) -> None:
    call = {"next_action": "action_other", "tracker": {"sender_id": "x"}, "domain": {}}
    answer = httpx.post(f"http://127.0.0.1:{server.port}/webhook", json=call)
    assert answer.status_code == 404


def test_a_database_in_use_is_told_in_one_line(server: Running) -> None:
    done = subprocess.run(
        command("actions", "--port", str(free_port())),
        env=environment(server.var),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "PostgreSQL" in done.stderr
    assert "ARENDEBOT_DATABASE_URL" in done.stderr


def test_a_taken_port_is_told_in_one_line(server: Running, tmp_path: Path) -> None:
    done = subprocess.run(
        command("actions", "--port", str(server.port)),
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert f"Port {server.port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_server_stops_when_told_to(tmp_path: Path) -> None:
    with running_actions(tmp_path, port=free_port()) as process:
        process.terminate()
        assert process.wait(20) == 0


def test_an_action_that_has_just_answered_says_nothing_more_and_lets_rasa_listen(
    server: Running,
) -> None:
    person = Person(server.port, "looping")
    person.says("hej")
    call = person.last_call
    call["tracker"]["latest_action_name"] = call["next_action"]
    answer = httpx.post(f"http://127.0.0.1:{server.port}/webhook", json=call).json()
    assert answer["responses"] == []
    assert [(each["event"], each["name"]) for each in answer["events"]] == [
        ("followup", "action_listen")
    ]
