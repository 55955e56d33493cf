"""Reads the YAML text of one e-service into a `Service`.

Pure: the caller reads the file. All mistakes are collected, so that an editor sees them at once.
This module judges what can be seen at the place itself; how the parts fit together (references,
reachability, who signs) is judged by `dialogs.checking` on the loaded service.
"""

import re
from collections.abc import Mapping

import msgspec
import yaml

from dialogs.age_limit import with_age_limit
from dialogs.loading_content import content_hash, languages_of
from dialogs.loading_fields import Types, read_fields
from dialogs.loading_nodes import MISSING, Entry, Reading
from dialogs.loading_people import read_concerns, read_min_age
from dialogs.problems import DefinitionErrors, Problem, Severity
from dialogs.service import Field, Service, Signing, SigningOrder
from dialogs.texts import LocalText

__all__ = [
    "DefinitionErrors",
    "Problem",
    "Severity",
    "load_service",
]

_REQUIRED = (
    "id",
    "title",
    "summary",
    "category",
    "words",
    "login",
    "sign",
    "unit",
    "legal_basis",
    "retention",
    "minutes",
    "next_steps",
    "fields",
)
_KEYS = (
    *_REQUIRED,
    "anonymous",
    "at_hand",
    "unverified",
    "concerns",
    "signing_order",
    "min_age",
    "signing_days",
    "draft_days",
)
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def load_service(text: str, *, source: str, types: Types) -> Service:
    """The service that `text` defines.

    `source` is the file's name, used in problems; `types` is `dialogs.fields.FIELD_TYPES`.
    Raises DefinitionErrors with every mistake found.
    """
    reading = Reading(source=source)
    entries = _Entries(
        reading, _compose(reading, text), known=_KEYS, required=_REQUIRED, what="A service"
    )
    service = _service(entries, types=types, text=text)
    if reading.problems:
        raise DefinitionErrors(tuple(sorted(reading.problems, key=lambda each: each.line)))
    return msgspec.structs.replace(
        service, version=content_hash(service), languages=languages_of(service)
    )


def _compose(reading: Reading, text: str) -> dict[str, Entry]:
    node = reading.compose(text)
    entries = reading.mapping(node, what="A definition") if node is not None else None
    if entries is None:
        raise DefinitionErrors(tuple(reading.problems))
    return entries


class _Entries:
    """The keys of the definition's top level, each required one reported when it is missing."""

    def __init__(
        self,
        reading: Reading,
        entries: Mapping[str, Entry],
        *,
        known: tuple[str, ...],
        required: tuple[str, ...],
        what: str,
    ) -> None:
        self.reading = reading
        self._entries = reading.known(entries, known, what=what)
        for key in required:
            if key not in self._entries:
                reading.wrong(1, f"The service has no '{key}'", f"Add '{key}: …'")

    def node(self, key: str) -> yaml.Node | None:
        entry = self._entries.get(key)
        return entry.node if entry else None

    def text(self, key: str) -> str:
        node = self.node(key)
        return self.reading.text(node, what=f"'{key}'") if node is not None else ""

    def local_text(self, key: str) -> LocalText:
        node = self.node(key)
        return self.reading.local_text(node, what=f"'{key}'") if node is not None else MISSING

    def local_texts(self, key: str) -> tuple[LocalText, ...]:
        node = self.node(key)
        return self.reading.local_texts(node, what=f"'{key}'") if node is not None else ()

    def texts(self, key: str) -> tuple[str, ...]:
        node = self.node(key)
        return self.reading.texts(node, what=f"'{key}'") if node is not None else ()

    def flag(self, key: str) -> bool:
        node = self.node(key)
        return self.reading.flag(node, what=f"'{key}'") if node is not None else False

    def positive(self, key: str, *, default: int) -> int:
        node = self.node(key)
        if node is None:
            return default
        return self.reading.integer(node, what=f"'{key}'", least=1)


def _service(entries: _Entries, *, types: Types, text: str) -> Service:
    min_age = read_min_age(entries.reading, entries.node("min_age"))
    return Service(
        id=_id(entries),
        title=entries.local_text("title"),
        summary=entries.local_text("summary"),
        category=entries.text("category"),
        words=entries.texts("words"),
        login=entries.flag("login"),
        signing=_signing(entries),
        anonymous=entries.flag("anonymous"),
        unit=entries.text("unit"),
        legal_basis=entries.local_text("legal_basis"),
        retention=entries.local_text("retention"),
        minutes=entries.positive("minutes", default=1),
        at_hand=entries.local_texts("at_hand"),
        next_steps=entries.local_text("next_steps"),
        unverified=entries.local_texts("unverified"),
        concerns=read_concerns(entries.reading, entries.node("concerns")),
        signing_order=_signing_order(entries),
        signing_days=entries.positive("signing_days", default=30),
        draft_days=entries.positive("draft_days", default=90),
        min_age=min_age.years if min_age else None,
        fields=with_age_limit(_fields(entries, types), min_age),
        version="",
        source=text,
    )


def _fields(entries: _Entries, types: Types) -> tuple[Field, ...]:
    node = entries.node("fields")
    return read_fields(entries.reading, node, types=types) if node is not None else ()


def _id(entries: _Entries) -> str:
    text, node = entries.text("id"), entries.node("id")
    if text and node is not None and not _ID.fullmatch(text):
        entries.reading.wrong(
            node,
            f"'{text}' cannot be the id of a service",
            "Start with a letter a-z and use only a-z, 0-9 and -",
        )
    return text


def _signing(entries: _Entries) -> Signing:
    text, node = entries.text("sign"), entries.node("sign")
    if text in tuple(Signing):
        return Signing(text)
    if text and node is not None:
        entries.reading.wrong(
            node,
            f"'{text}' is no way of signing",
            "Write none, one (the filer signs) or all (every party signs)",
        )
    return Signing.NONE


def _signing_order(entries: _Entries) -> SigningOrder:
    text, node = entries.text("signing_order"), entries.node("signing_order")
    if text in tuple(SigningOrder):
        return SigningOrder(text)
    if text and node is not None:
        entries.reading.wrong(
            node,
            f"'{text}' is no order to sign in",
            "Write parallel (all are asked at once) or sequence (one at a time)",
        )
    return SigningOrder.PARALLEL
