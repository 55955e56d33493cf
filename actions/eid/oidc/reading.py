"""JSON from outside."""

import json
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def read_json(content: bytes, kind: type[T]) -> T:
    """Raises ValueError for all that is not JSON of this kind, nested without end too."""
    try:
        return msgspec.json.decode(content, type=kind)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def read_claims(content: bytes) -> dict[str, Any]:
    """Of a JWT: a claim that is told twice is not told at all (RFC 7519 §4). Raises ValueError."""
    claims = read_json(content, dict[str, Any])
    json.loads(content, object_pairs_hook=_once)
    return claims


def _once(members: list[tuple[str, Any]]) -> None:
    if len({name for name, _ in members}) < len(members):
        raise ValueError("a member stands twice")


class _Refusal(msgspec.Struct, frozen=True):
    error: str


def error_in(content: bytes) -> str:
    """The code of a refusal (RFC 6749 §5.2), "" if there is none. Its description may repeat what
    was sent."""
    try:
        return read_json(content, _Refusal).error
    except ValueError:
        return ""
