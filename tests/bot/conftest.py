"""A running municipality for the tests of pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.browsing import Town, running_town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with running_town(tmp_path) as running:
        yield running
