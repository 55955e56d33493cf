"""A conversation about a few fields of one's own."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from dialogs.finding import Finder, entry_of
from dialogs.service import Service
from dialogs.world import World
from tests.definitions import a_service
from tests.talking import Person


@pytest.fixture
def begin(world: World) -> Callable[..., Person]:
    """Begins to answer these fields."""

    def with_fields(*fields: Any, channel: str = "web", **settings: Any) -> Person:
        service: Service = a_service(*fields, **{"login": False, **settings})
        small = msgspec.structs.replace(
            world, services={service.id: service}, finder=Finder([entry_of(service)])
        )
        return Person(small, service=service.id, channel=channel)

    return with_fields
