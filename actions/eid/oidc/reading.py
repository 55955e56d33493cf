"""JSON from outside."""

from typing import TypeVar

import msgspec

T = TypeVar("T")


def read_json(content: bytes, kind: type[T]) -> T:
    """Raises ValueError for all that is not JSON of this kind, nested without end too."""
    try:
        return msgspec.json.decode(content, type=kind)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
