"""Random walks of a few thousand turns: nobody is lost, left alone or brought to a standstill.

    WALKER_SEED=17 WALKER_TURNS=20000 pytest tests/test_walker.py

`make walk` takes a hundred thousand turns.
"""

import os

import pytest

from dialogs.world import World
from tests.walker import WalkFailedError, walk

SEEDS = [int(os.environ["WALKER_SEED"])] if "WALKER_SEED" in os.environ else [1, 2, 3, 4]
TURNS = int(os.environ.get("WALKER_TURNS", "2000"))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_walk_keeps_the_rules_and_ends_in_a_sent_case(world: World, seed: int) -> None:
    failed: list[WalkFailedError] = []
    walk(world, turns=TURNS // len(SEEDS), seed=seed, on_failure=failed.append)
    assert not failed, str(failed[0])
