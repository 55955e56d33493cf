"""The configuration as it is shipped, read once for all the sites that tests start."""

from collections.abc import Callable
from functools import cache

from actions.worlds import load_world
from config.settings import ROOT, Settings
from dialogs.world import World


@cache
def shipped_world() -> World:
    return load_world(
        services=ROOT / "services",
        municipality=ROOT / "municipality.yaml",
        texts=ROOT / "texts",
        guidance=ROOT / "guidance.yaml",
    )


def world_of(settings: Settings) -> Callable[[], World] | None:
    """For `build_site`; None when the settings name other files, which it reads itself."""
    is_shipped = settings.services == ROOT / "services" and (
        settings.municipality == ROOT / "municipality.yaml"
    )
    return shipped_world if is_shipped else None
