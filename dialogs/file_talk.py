"""Reading what is said about attached files: "visa filer", "ta bort bild 2", "ta bort ritning.pdf"."""

import re
from collections.abc import Sequence

import msgspec

from dialogs.command_words import fold
from dialogs.fields.base import FileGiven

#: Words for a file, folded, with their endings.
_FILE = (
    "(?:fil(?:en|er|erna)?|bild(?:en|er|erna)?|foto(?:t|n|na)?|bilagan?|bilagor(?:na)?|"
    "files?|pictures?|photos?|images?|attachments?)"
)
_REVIEWING = re.compile(
    rf"(?:(?:visa|se|lista|show|list|see) (?:me )?(?:alla |mina |all |my |the )*{_FILE}|mina {_FILE}|"
    rf"my {_FILE}|(?:vilka|which|what) {_FILE} (?:har jag (?:skickat|bifogat)|har du(?: fatt)?|"
    rf"have i (?:sent|attached)|do you have)(?: hittills| so far)?)"
)
_REMOVING = re.compile("(?:ta bort|tar bort|radera|slang|remove|delete) (?P<what>.+)")
_BY_NUMBER = re.compile(rf"(?P<word>{_FILE} )?(?:nr |nummer |number )?(?P<number>[0-9]{{1,2}})")
_BY_PLACE = re.compile(rf"(?:den |det |the )?(?P<place>[a-z]+) {_FILE}")
_THE_ONLY = re.compile(rf"(?:den |det |min |mitt |mina |the |my )?{_FILE}")
_PLACES = {
    "forsta": 0, "andra": 1, "tredje": 2, "fjarde": 3, "sista": -1, "senaste": -1,
    "first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "latest": -1,
}  # fmt: skip


class Removal(msgspec.Struct, frozen=True):
    """A wish to take a file away. `place` None: no file is meant for certain."""

    place: int | None = None


def asks_for_files(text: str) -> bool:
    """Whether somebody wants to see which files there are."""
    return _REVIEWING.fullmatch(fold(text)) is not None


def read_removal(text: str, files: Sequence[FileGiven], *, bare: bool) -> Removal | None:
    """Which of `files` is to go; None when that is not about files.

    `bare`: a number alone, or how a name begins, is enough, since files are what is talked about.
    """
    wish = _REMOVING.fullmatch(fold(text))
    if wish is None:
        return None
    what = wish["what"]
    if (numbered := _BY_NUMBER.fullmatch(what)) and (bare or numbered["word"]):
        number = int(numbered["number"])
        return Removal(number - 1 if 1 <= number <= len(files) else None)
    if (placed := _BY_PLACE.fullmatch(what)) and placed["place"] in _PLACES:
        place = _PLACES[placed["place"]]
        place += len(files) if place < 0 else 0
        return Removal(place if 0 <= place < len(files) else None)
    if _THE_ONLY.fullmatch(what):
        return Removal(0 if len(files) == 1 else None)
    return _by_name(what, files, bare=bare)


def _by_name(what: str, files: Sequence[FileGiven], *, bare: bool) -> Removal | None:
    names = [fold(file.name) for file in files]
    stems = [fold(file.name.rpartition(".")[0]) for file in files]
    same = [
        at for at, (name, stem) in enumerate(zip(names, stems, strict=True)) if what in (name, stem)
    ]
    if not same and bare:
        same = [at for at, name in enumerate(names) if name.startswith(what)]
    if not same:
        return None
    return Removal(same[0] if len(same) == 1 else None)
