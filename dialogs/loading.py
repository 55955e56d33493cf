"""Reads the YAML text of one e-service into a `Service`.

Pure: the caller reads the file. All mistakes are collected, so that an editor sees them at once.
This module judges what can be seen at the place itself; how the parts fit together (references,
reachability, who signs) is judged by `dialogs.checking` on the loaded service.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import msgspec
import yaml

from dialogs.age_limit import with_age_limit
from dialogs.lix import is_easy
from dialogs.loading_fields import Types, read_fields
from dialogs.loading_nodes import MISSING, Entry, Reading
from dialogs.loading_people import read_concerns, read_min_age
from dialogs.problems import DefinitionErrors, Problem, Severity
from dialogs.service import Field, Service, Signing
from dialogs.texts import EASY_SWEDISH, SWEDISH, LocalText

__all__ = [
    "DefinitionErrors",
    "Problem",
    "Severity",
    "content_hash",
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
    "min_age",
    "signing_days",
    "draft_days",
)
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
#: Not part of the content: where it stood and how it was written.
_NOT_CONTENT = frozenset({"line", "source", "version", "languages"})


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
        service, version=content_hash(service), languages=_languages(service)
    )


def _compose(reading: Reading, text: str) -> dict[str, Entry]:
    node = reading.compose(text)
    entries = reading.mapping(node, what="A definition") if node is not None else None
    if entries is None:
        raise DefinitionErrors(tuple(reading.problems))
    return entries


def content_hash(service: Service) -> str:
    """Sixteen hex digits that change when and only when the definition's content does.

    Computed from the values and not from the YAML text: order of keys, comments, quotes and
    defaults that are written out make no difference, nor does a new attribute of the model as
    long as a definition does not use it.
    """
    canonical = json.dumps(
        _canonical(service), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


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


# ── Derived from the content ──────────────────────────────────────────────────────────────────


def _canonical(value: Any) -> Any:
    """The value as JSON: structs with their names, without what is left at its default."""
    match value:
        case msgspec.Struct():
            return {
                "": type(value).__name__,
                **{
                    info.name: _canonical(content)
                    for info in msgspec.structs.fields(value)
                    if info.name not in _NOT_CONTENT
                    and (content := getattr(value, info.name)) != _default(info)
                },
            }
        case Mapping():
            return {key: _canonical(each) for key, each in value.items()}
        case tuple():
            return [_canonical(each) for each in value]
        case Decimal():
            return {"": "Decimal", "value": f"{value.normalize():f}"}
        case _:
            return value


def _default(info: msgspec.structs.FieldInfo) -> Any:
    if info.default_factory is not msgspec.NODEFAULT:
        return info.default_factory()
    return info.default


def _languages(service: Service) -> tuple[str, ...]:
    """The languages in which every text exists, Swedish first."""
    texts = list(local_texts(service))
    common = frozenset.intersection(*(text.languages() for text in texts))
    complete = common - {SWEDISH, EASY_SWEDISH}
    easy = (EASY_SWEDISH,) if _is_easy(service, texts) else ()
    return (SWEDISH, *sorted(complete), *easy)


def _is_easy(service: Service, texts: list[LocalText]) -> bool:
    """Somebody has made it easy, and nothing that is read is hard. What names laws is exempt."""
    exempt = (service.legal_basis, service.retention)
    hard = [
        text
        for text in texts
        if EASY_SWEDISH not in text.languages()
        and text not in exempt
        and not is_easy(text.to(SWEDISH))
    ]
    return not hard and any(EASY_SWEDISH in text.languages() for text in texts)


def local_texts(value: Any) -> Iterator[LocalText]:
    """All texts in a part of a definition, however deep."""
    match value:
        case LocalText():
            yield value
        case msgspec.Struct():
            for name in value.__struct_fields__:
                yield from local_texts(getattr(value, name))
        case Mapping():
            for each in value.values():
                yield from local_texts(each)
        case tuple():
            for each in value:
                yield from local_texts(each)
