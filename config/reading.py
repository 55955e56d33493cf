"""How single settings are read: each mistake is one line that says which, why and what is expected."""

import ipaddress
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit


class SettingsError(Exception):
    """A setting cannot be used; the text is the one line to show."""


def words(text: str) -> tuple[str, ...]:
    """The parts of a comma-separated list."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def directory(given: Mapping[str, str], name: str, default: Path) -> Path:
    path = Path(given.get(name, default))
    if not path.is_dir():
        raise SettingsError(f"{name}: {path} is not a folder.")
    return path


def file(given: Mapping[str, str], name: str, default: Path) -> Path:
    path = Path(given.get(name, default))
    if not path.is_file():
        raise SettingsError(f"{name}: {path} is not a file.")
    return path


def address(given: Mapping[str, str], name: str, default: str) -> str:
    url = given.get(name, default).rstrip("/")
    if not is_web(url):
        raise SettingsError(f"{name}: {url!r} is not an address. Expected e.g. {default}.")
    return url


def networks(given: Mapping[str, str], name: str) -> tuple[str, ...]:
    """A comma-separated list of addresses and networks."""
    listed = words(given.get(name, ""))
    for each in listed:
        try:
            fits = ipaddress.ip_network(each).prefixlen > 0  # else it is everybody
        except ValueError:
            fits = False
        if not fits:
            raise SettingsError(
                f"{name}: {each!r} is not an address or network. Expected e.g. "
                "10.0.0.5 or 10.0.0.0/24."
            )
    return listed


def is_web(url: str) -> bool:
    return has_fine_port(url) and url.startswith(("http://", "https://"))


def has_fine_port(url: str) -> bool:
    try:
        return bool(urlsplit(url).netloc) and urlsplit(url).port != 0
    except ValueError:
        return False
