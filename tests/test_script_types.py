"""The scripts that browsers load keep to the types in their comments: checked by TypeScript, never built."""

import subprocess
from pathlib import Path

TYPES = Path(__file__).parent / "types"
COMPILER = TYPES / "node_modules" / ".bin" / "tsc"


def check(project: Path) -> subprocess.CompletedProcess[str]:
    assert COMPILER.exists(), "TypeScript is missing: run sh tests/system_packages.sh"
    return subprocess.run([COMPILER, "-p", project], capture_output=True, text=True, check=False)


def test_the_widget_and_the_scripts_of_the_pages_have_no_type_errors() -> None:
    checked = check(TYPES / "tsconfig.json")
    assert checked.stdout == ""
    assert checked.returncode == 0


def test_a_wrong_type_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "wrong.js").write_text('/** @type {number} */\nexport const a = "b";\n', "utf-8")
    settings = tmp_path / "tsconfig.json"
    settings.write_text(
        f'{{"extends": "{TYPES / "tsconfig.json"}", "include": ["*.js"]}}', encoding="utf-8"
    )
    assert "TS2322" in check(settings).stdout
