"""What follows from a definition's content: its version, its languages, and all of its texts."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec

from dialogs.lix import is_easy
from dialogs.service import Service
from dialogs.texts import EASY_SWEDISH, SWEDISH, LocalText

#: Not part of the content: where it stood and how it was written.
_NOT_CONTENT = frozenset({"line", "source", "version", "languages"})


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


def _canonical(value: Any) -> Any:
    """The value as JSON: structs with their names, without what is left at its default."""
    match value:
        case msgspec.Struct():
            return {
                "": type(value).__name__,
                **{
                    info.name: _canonical(content)
                    for info in _members(type(value))
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


@cache
def _members(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """Looked up once a type: reading a type's annotations is slow, and a service has 200 structs."""
    return msgspec.structs.fields(kind)


def _default(info: msgspec.structs.FieldInfo) -> Any:
    if info.default_factory is not msgspec.NODEFAULT:
        return info.default_factory()
    return info.default


def languages_of(service: Service) -> tuple[str, ...]:
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
