"""The exported assistant: whole, readable, and without a message that would not reach us."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.worlds import read_catalogue, read_municipality
from bot.rasa_export import write_assistant
from bot.rasa_names import ACTIONS, intent_of
from config.settings import ROOT
from dialogs.service import Service
from tests.rasa.action_server import command, environment


@pytest.fixture(scope="module")
def services() -> tuple[Service, ...]:
    units = read_municipality(ROOT / "municipality.yaml").units
    return tuple(read_catalogue(ROOT / "services", units=units.keys()).services.values())


@pytest.fixture(scope="module")
def exported(services: tuple[Service, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("export")
    write_assistant(services, directory)
    return directory


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def intents(exported: Path) -> set[str]:
    return {name for each in read(exported / "domain.yml")["intents"] for name in each}


def examples(exported: Path) -> dict[str, list[str]]:
    return {
        each["intent"]: [line.removeprefix("- ") for line in each["examples"].splitlines()]
        for each in read(exported / "data" / "nlu.yml")["nlu"]
    }


def steps(exported: Path) -> dict[str, str]:
    """The action of each intent."""
    return {
        rule["steps"][0]["intent"]: rule["steps"][1]["action"]
        for rule in read(exported / "data" / "rules.yml")["rules"]
    }


def test_the_command_writes_a_whole_assistant(tmp_path: Path) -> None:
    target = tmp_path / "assistant"
    done = subprocess.run(
        command("export", str(target)),
        env=environment(tmp_path / "var"),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "README.md" in done.stdout
    written = {str(path.relative_to(target)) for path in target.rglob("*") if path.is_file()}
    assert written == {
        "config.yml",
        "domain.yml",
        "endpoints.yml",
        "credentials.yml",
        "README.md",
        "data/nlu.yml",
        "data/rules.yml",
    }
    for path in target.rglob("*.yml"):
        assert isinstance(read(path), dict), path


def test_every_service_has_an_intent_with_its_words(
    exported: Path, services: tuple[Service, ...]
) -> None:
    said = examples(exported)
    for service in services:
        assert service.title.to("sv") in said[intent_of(service.id)]
        assert steps(exported)[intent_of(service.id)] == "action_arendebot_start_service"


def test_every_intent_and_the_fallback_lead_to_an_action_that_the_server_has(
    exported: Path,
) -> None:
    ruled = steps(exported)
    assert ruled.keys() == intents(exported) | {"nlu_fallback"}
    assert set(ruled.values()) == set(ACTIONS)
    assert read(exported / "domain.yml")["actions"] == list(ACTIONS)
    policy = read(exported / "config.yml")["policies"][0]
    assert policy["core_fallback_action_name"] in ACTIONS


def test_every_trained_intent_is_in_the_domain_and_has_examples_enough(exported: Path) -> None:
    said = examples(exported)
    # `choice` is only sent by buttons, so nobody says it.
    assert said.keys() == intents(exported) - {"choice"}
    assert [intent for intent, some in said.items() if len(some) < 2] == []


def test_no_example_belongs_to_two_intents_or_marks_up_an_entity(exported: Path) -> None:
    every = [text.casefold() for some in examples(exported).values() for text in some]
    assert len(every) == len(set(every))
    assert [text for text in every if set("[](){}|\n") & set(text) or text.startswith("/")] == []


def test_words_that_yaml_would_misread_stay_texts(exported: Path) -> None:
    said = examples(exported)["answer"]
    assert {"ja", "no", "yes", "12", "2026-05-04"} <= set(said)


def test_a_second_export_replaces_the_first_and_leaves_other_files_alone(
    services: tuple[Service, ...], tmp_path: Path
) -> None:
    write_assistant(services, tmp_path)
    (tmp_path / "data" / "own.yml").write_text("version: '3.1'\n")
    write_assistant(services[:1], tmp_path)
    assert (tmp_path / "data" / "own.yml").exists()
    starts = [intent for intent in intents(tmp_path) if intent.startswith("start_")]
    assert starts == [intent_of(services[0].id)]
