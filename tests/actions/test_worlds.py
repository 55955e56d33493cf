"""Reading the world from files: a mistake names its file, and a reload never leaves half a world."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from actions.worlds import ConfigurationFileError, load_world, versions
from bot.app import build_site
from config.settings import ROOT as CONFIG
from dialogs.problems import DefinitionErrors
from dialogs.world import World
from tests.servers import Clock, settings_for
from tests.talking import Person


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped configuration, to be spoiled."""
    for name in ("services", "texts"):
        shutil.copytree(CONFIG / name, tmp_path / name)
    for name in ("municipality.yaml", "guidance.yaml"):
        shutil.copy(CONFIG / name, tmp_path / name)
    return tmp_path


def load(folder: Path) -> World:
    return load_world(
        services=folder / "services",
        municipality=folder / "municipality.yaml",
        texts=folder / "texts",
        guidance=folder / "guidance.yaml",
    )


def test_shipped_world_is_whole(world: World) -> None:
    assert len(world.services) == 47
    assert world.guide is not None
    assert {service.unit for service in world.services.values()} <= set(world.municipality.units)
    assert world.municipality.customer_service.to("sv")


@pytest.mark.parametrize("name", ["municipality.yaml", "guidance.yaml"])
@pytest.mark.parametrize("content", ["", "- a list", "{", "name: only\ntopics: {a: {}}"])
def test_spoiled_file_is_named(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationFileError, match=name):
        load(folder)


@pytest.mark.parametrize("wrong", ["nonsense", "cost"])
def test_a_situation_without_topic_or_label_is_told(folder: Path, wrong: str) -> None:
    """`without_eid` names the topics that who cannot log in chooses between."""
    path = folder / "guidance.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("without_eid: [", f"without_eid: [{wrong}, "), encoding="utf-8")
    with pytest.raises(ConfigurationFileError, match=wrong):
        load(folder)


def test_without_situations_nobody_is_asked_for_one(folder: Path) -> None:
    path = folder / "guidance.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"without_eid: \[.*\]", "", text), encoding="utf-8")
    someone = Person(load(folder), service="skolbyte")
    someone.say("nej")
    assert [choice.value for choice in someone.last.choices or ()] == ["login_later"]


def test_shipped_landmarks_are_inside_the_shipped_border(world: World) -> None:
    surroundings = world.municipality.surroundings
    assert len(surroundings.landmarks) >= 15
    assert not [
        each.name for each in surroundings.landmarks if surroundings.is_outside(each.position)
    ]
    # Härnösand, Sollefteå, Örnsköldsvik.
    for neighbour in ((62.6323, 17.9379), (63.1667, 17.2667), (63.2909, 18.7153)):
        assert surroundings.is_outside(neighbour)


@pytest.mark.parametrize(
    "spoiled",
    [
        "landmarks: [{name: Torget, lat: 162.9, lon: 17.8}]",
        "landmarks: [{name: Torget, lat: 62.9}]",
        "landmarks: [Torget]",
        "area: [[62.9, 17.8], [63.0, 17.8]]",
        "area: [[62.9, 17.8, 3], [63.0, 17.8], [63.0, 18.0]]",
        "area: [[62.9, 217.8], [63.0, 17.8], [63.0, 18.0]]",
    ],
)
def test_a_landmark_or_border_that_cannot_be_is_told(folder: Path, spoiled: str) -> None:
    file = folder / "municipality.yaml"
    facts = yaml.safe_load(file.read_text(encoding="utf-8")) | yaml.safe_load(spoiled)
    file.write_text(yaml.safe_dump(facts, allow_unicode=True), encoding="utf-8")
    with pytest.raises(ConfigurationFileError, match=r"municipality\.yaml"):
        load(folder)


def test_landmarks_and_border_may_be_left_out(folder: Path) -> None:
    file = folder / "municipality.yaml"
    facts = yaml.safe_load(file.read_text(encoding="utf-8"))
    del facts["landmarks"], facts["area"]
    file.write_text(yaml.safe_dump(facts, allow_unicode=True), encoding="utf-8")
    assert not load(folder).municipality.surroundings.are_known


def test_file_that_is_not_utf8_is_named(folder: Path) -> None:
    (folder / "services" / "synpunkt.yaml").write_bytes("id: synpunkt\n# å".encode("latin-1"))
    with pytest.raises(DefinitionErrors, match=r"synpunkt\.yaml:2: .*Save the file as UTF-8"):
        load(folder)


def test_no_definition_at_all_is_a_mistake(folder: Path) -> None:
    shutil.rmtree(folder / "services")
    (folder / "services").mkdir()
    with pytest.raises(ConfigurationFileError, match="services"):
        load(folder)


def test_all_mistakes_of_all_definitions_are_told_at_once(folder: Path) -> None:
    for name in ("synpunkt", "vigsel"):
        path = folder / "services" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("type: consent", "type: konsent"), encoding="utf-8")
    with pytest.raises(DefinitionErrors) as errors:
        load(folder)
    assert {Path(each.source).stem for each in errors.value.problems} == {"synpunkt", "vigsel"}


def test_same_id_in_two_files_is_a_mistake(folder: Path) -> None:
    services = folder / "services"
    shutil.copy(services / "synpunkt.yaml", services / "synpunkt2.yaml")
    with pytest.raises(DefinitionErrors, match="synpunkt"):
        load(folder)


def test_versions_hold_each_definition_as_it_was_written(world: World) -> None:
    kept = {service: (version, source) for service, version, source in versions(world)}
    assert kept.keys() == world.services.keys()
    assert len({version for version, _ in kept.values()}) == len(kept)
    assert all(f"id: {service}" in source for service, (_, source) in kept.items())


def test_reload_takes_all_or_nothing(folder: Path, tmp_path: Path) -> None:
    settings = settings_for(
        f"sqlite:///{tmp_path / 'a.db'}",
        tmp_path / "var",
        ARENDEBOT_SERVICES_DIR=str(folder / "services"),
    )
    world = build_site(settings, now=Clock()).assembly.world
    before = world()
    path = folder / "services" / "synpunkt.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text("id: [", encoding="utf-8")
    assert world.reload() is False  # type: ignore[attr-defined]  # of WorldInForce
    assert world() is before
    path.write_text(good.replace("minutes: ", "minutes: 1"), encoding="utf-8")
    assert world.reload() is True  # type: ignore[attr-defined]  # of WorldInForce
    assert world().services["synpunkt"].version != before.services["synpunkt"].version
