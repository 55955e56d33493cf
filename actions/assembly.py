"""What the actions need to know of the installation, put together once by `bot.app`."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from actions.store.sealing import Keyring
from dialogs.world import World


class Assembly(msgspec.Struct, frozen=True):
    """Passed to every action, so that nothing reads a global."""

    keyring: Keyring
    #: The service definitions, texts and facts in force; reloading replaces them in one step.
    world: Callable[[], World]
    #: The one clock: aware, UTC.
    now: Callable[[], datetime]
    #: What links start with, without a slash at the end.
    public_url: str
    #: "demo" or "production".
    mode: str = "demo"
    #: Where received cases go: the built-in desk always, and the unit's mailbox with "email".
    delivery: frozenset[str] = frozenset({"officers", "email"})
