"""The field types, by the word that a definition uses in `type`."""

from collections.abc import Mapping
from types import MappingProxyType

from dialogs.fields import (
    accounts,
    attachments,
    choosing,
    composed,
    contact,
    dates,
    locations,
    money,
    numbers,
    people,
    periods,
    places,
    said,
    texts,
    times,
)
from dialogs.fields.base import FieldType

__all__ = ["FIELD_TYPES", "FieldType"]

_MODULES = (
    texts,
    numbers,
    money,
    dates,
    times,
    periods,
    choosing,
    people,
    contact,
    accounts,
    places,
    locations,
    attachments,
    composed,
    said,
)

FIELD_TYPES: Mapping[str, FieldType] = MappingProxyType(
    {each.name: each for module in _MODULES for each in module.TYPES}
)
