"""The widget as it is served: its modules in one script, without their comments.

There is no build step: the modules under `widget/` are what is edited, and a browser can load them
as they are. Serving them as one script saves a visitor four rounds of imports, and leaving out the
comments keeps it within 20 kB gzipped.

The modules keep to what this needs: named imports with `from "./…"`, `export` before a declaration,
comments on lines of their own, and no top-level name twice. `WidgetError` says where one does not.
"""

import re
from pathlib import Path

__all__ = ["WidgetError", "widget_script"]

_HERE = Path(__file__).parent
_IMPORT = re.compile(r'^import \{[^}]*\} from "(\./[\w./-]+)";\n', re.MULTILINE)
_EXPORT_LIST = re.compile(r"^export \{([^}]*)\};\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async |const |let |class |function ))", re.MULTILINE)
_BLOCK_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_DECLARED = re.compile(r"^(?:async )?(?:const|let|class|function)\*? (\w+)", re.MULTILINE)


class WidgetError(Exception):
    """A module of the widget is written in a way that cannot be put into one script."""


def widget_script(entry: Path = _HERE / "widget.js") -> str:
    """The whole widget as one ES module. Reads files; call it once at the start of the server.

    Raises WidgetError when two modules declare the same name or an import is not understood.
    """
    parts: dict[Path, str] = {}
    _collect(entry.resolve(), parts)
    declared: dict[str, Path] = {}
    for path, code in parts.items():
        for name in _DECLARED.findall(code):
            if name in declared:
                raise WidgetError(
                    f"{path.name} declares {name}, and so does {declared[name].name}: rename one"
                )
            declared[name] = path
    return "".join(parts.values())


def _collect(path: Path, parts: dict[Path, str]) -> None:
    """Adds what `path` imports before `path` itself, each module once."""
    source = path.read_text(encoding="utf-8")
    code = _LINE_COMMENT.sub("", _BLOCK_COMMENT.sub("", source))
    for name in _IMPORT.findall(code):
        imported = (path.parent / name).resolve()
        if imported not in parts:
            _collect(imported, parts)
    code = _IMPORT.sub("", code)
    if path.stem != "widget":
        code = _EXPORT_LIST.sub("", code)
    code = _EXPORT.sub("", code)
    if re.search(r"^import\b", code, re.MULTILINE):
        raise WidgetError(f'{path.name}: write imports as import {{ names }} from "./module.js"')
    parts[path] = re.sub(r"\n{2,}", "\n", code).lstrip()
