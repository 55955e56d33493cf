"""The widget as it is served: small, whole, and without what a strict policy refuses."""

import gzip
import re
from pathlib import Path

import pytest

from bot.widget.bundle import WidgetError, widget_script

SOURCE = Path(__file__).parents[1] / "bot" / "widget"
MODULES = sorted([SOURCE / "widget.js", *(SOURCE / "widget").glob("*.js")])
LARGEST_BYTES = 20_000


def test_the_widget_with_its_style_is_at_most_20_kb_gzipped() -> None:
    assert len(gzip.compress(widget_script().encode(), compresslevel=6)) <= LARGEST_BYTES


def test_the_served_script_is_one_module_that_defines_the_element() -> None:
    script = widget_script()
    assert "import " not in script.replace("import.meta", "")
    assert 'customElements.define("arende-chat", ArendeChat)' in script
    assert script.count("class ArendeChat ") == 1


def test_the_served_script_has_no_comments_on_their_own_lines() -> None:
    assert not re.search(r"^\s*(//|/\*\*)", widget_script(), re.MULTILINE)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_a_module_uses_no_way_from_text_to_markup_or_code(module: Path) -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    assert not re.search(forbidden, module.read_text("utf-8"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_a_module_is_checked_and_short(module: Path) -> None:
    lines = module.read_text("utf-8").splitlines()
    assert lines[0] == "// @ts-check"
    assert len(lines) <= 300


def test_two_modules_with_the_same_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("export const here = 1;\n", encoding="utf-8")
    (tmp_path / "widget.js").write_text(
        'import { here } from "./a.js";\nconst here = 2;\n', encoding="utf-8"
    )
    with pytest.raises(WidgetError, match=r"widget\.js declares here, and so does a\.js"):
        widget_script(tmp_path / "widget.js")


def test_an_import_of_another_form_is_refused(tmp_path: Path) -> None:
    (tmp_path / "widget.js").write_text('import * as all from "./a.js";\n', encoding="utf-8")
    with pytest.raises(WidgetError, match=r"write imports as"):
        widget_script(tmp_path / "widget.js")
