"""A municipality's sealer, and a receipt that it has sealed."""

from pathlib import Path

import pytest

from actions.seal.sealer import Sealer
from tests.seal.authority import a_sealed_receipt, sealer_of


@pytest.fixture(scope="session")
def sealer(tmp_path_factory: pytest.TempPathFactory) -> Sealer:
    return sealer_of(tmp_path_factory.mktemp("seal"))


@pytest.fixture(scope="session")
def sealed(sealer: Sealer) -> bytes:
    return a_sealed_receipt(sealer)


@pytest.fixture(scope="session")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Sealer:
    """Another customer of the same authority."""
    return sealer_of(Path(tmp_path_factory.mktemp("stranger")), "Någon annan AB")
