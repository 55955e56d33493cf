"""`arendebot services link`: what it prints, what it draws, and what it refuses."""

from collections.abc import Callable
from pathlib import Path

import pytest
import segno
from click.testing import CliRunner, Result
from PIL import Image

from bot.cli import main

WEB = "https://e.kramfors.se/chat?service=felanmalan"
TELEGRAM = "https://t.me/kramfors_bot?start=felanmalan"
Link = Callable[..., Result]


@pytest.fixture
def link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Link:
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("ARENDEBOT_PUBLIC_URL", "https://e.kramfors.se")
    monkeypatch.setenv("TELEGRAM_BOT_NAME", "@kramfors_bot")

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["services", "link", *arguments])

    return run


def test_both_links_are_printed(link: Link) -> None:
    told = link("felanmalan")
    assert told.exit_code == 0
    assert told.stdout.split() == ["web", WEB, "telegram", TELEGRAM]
    assert told.stderr == ""


def test_one_channel_only(link: Link) -> None:
    assert link("felanmalan", "--channel", "telegram").stdout.split() == ["telegram", TELEGRAM]


def test_without_a_bot_name_there_is_no_telegram_link(
    link: Link, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TELEGRAM_BOT_NAME")
    assert link("felanmalan").stdout.split() == ["web", WEB]
    refused = link("felanmalan", "--channel", "telegram")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "TELEGRAM_BOT_NAME" in refused.stderr


@pytest.mark.parametrize("name", ["kod.png", "kod.PNG"])
def test_the_modules_of_the_png_are_those_of_the_link(
    link: Link, tmp_path: Path, name: str
) -> None:
    assert link("felanmalan", "--qr", str(tmp_path / name)).exit_code == 0
    with Image.open(tmp_path / name) as picture:
        side = picture.width // 16
        drawn = [
            [picture.convert("L").getpixel((16 * x + 8, 16 * y + 8)) == 0 for x in range(side)]
            for y in range(side)
        ]
    expected = segno.make(WEB, micro=False, error="q").matrix_iter(border=4)
    assert drawn == [[bool(module) for module in row] for row in expected]


def test_the_svg_draws_the_chosen_channel(link: Link, tmp_path: Path) -> None:
    for channel in ("web", "telegram"):
        path = str(tmp_path / f"{channel}.svg")
        assert link("felanmalan", "--channel", channel, "--qr", path).exit_code == 0
    web, telegram = ((tmp_path / f"{each}.svg").read_text() for each in ("web", "telegram"))
    assert web.startswith("<?xml")
    assert "<svg" in web
    assert web != telegram


def test_another_kind_of_picture_and_another_folder_are_refused(link: Link, tmp_path: Path) -> None:
    for name, why in (("kod.gif", ".svg or .png"), ("nowhere/kod.png", "cannot be written")):
        refused = link("felanmalan", "--qr", str(tmp_path / name))
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert why in refused.stderr
    assert not list(tmp_path.glob("*.gif"))


def test_an_unknown_service_is_refused_with_near_names(link: Link) -> None:
    refused = link("felanmälan")
    assert refused.exit_code == 1
    assert refused.stderr.startswith(
        "felanmälan: there is no such service. Did you mean felanmalan"
    )
    assert "Known are" in link("xyzzy").stderr


def test_a_link_to_this_computer_only_is_pointed_out(
    link: Link, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ARENDEBOT_PUBLIC_URL")
    assert "ARENDEBOT_PUBLIC_URL" in link("felanmalan").stderr


def test_a_bot_name_that_is_none_stops_the_start(
    link: Link, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_NAME", "https://t.me/kramfors_bot")
    refused = link("felanmalan")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("TELEGRAM_BOT_NAME: ")
