"""Reading the YAML files of an installation."""

from pathlib import Path
from typing import Any

import yaml

from dialogs.texts import SWEDISH, LocalText

# libyaml reads ten times as fast.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ConfigurationFileError(Exception):
    """A file of the installation cannot be used; the text names it and says what to mend."""


def mapping(path: Path) -> dict[str, Any]:
    """The names and values of a file. Raises ConfigurationFileError."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # a SafeLoader
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConfigurationFileError(f"{path}: {error}") from error
    if not isinstance(content, dict):
        raise ConfigurationFileError(f"{path}: expected names and values")
    return content


def local(text: Any) -> LocalText:
    """A text in Swedish, or in several languages by their codes."""
    return LocalText({SWEDISH: text} if isinstance(text, str) else dict(text))
