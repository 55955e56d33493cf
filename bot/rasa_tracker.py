"""What we read of Rasa's tracker, as it comes with the call of an action; all else is ignored."""

import hashlib
from typing import Any

import msgspec

from bot.rasa_names import SEEN
from dialogs.texts import SWEDISH


class Intent(msgspec.Struct, frozen=True):
    name: str | None = None
    confidence: float = 0.0


class Entity(msgspec.Struct, frozen=True):
    entity: str = ""
    value: Any = None


class Latest(msgspec.Struct, frozen=True):
    """The message that Rasa is answering."""

    text: str | None = None
    intent: Intent | None = None
    entities: tuple[Entity, ...] = ()
    message_id: str | None = None
    metadata: dict[str, Any] | None = None


class TrackerEvent(msgspec.Struct, frozen=True):
    event: str = ""
    timestamp: float | None = None
    input_channel: str | None = None


class Call(msgspec.Struct, frozen=True):
    """The call of one action: who said what, and what Rasa made of it."""

    sender_id: str | None = None
    latest_message: Latest = Latest()
    slots: dict[str, Any] = {}
    events: tuple[TrackerEvent, ...] = ()
    latest_action_name: str | None = None

    @property
    def text(self) -> str:
        return self.latest_message.text or ""

    @property
    def intent(self) -> str:
        return (self.latest_message.intent and self.latest_message.intent.name) or ""

    @property
    def by_button(self) -> bool:
        """The text is a button's payload, `/intent{…}`, and not somebody's words."""
        return self.text.startswith("/" + self.intent) and bool(self.intent)

    def entity(self, name: str) -> str | None:
        values = (each.value for each in self.latest_message.entities if each.entity == name)
        return next((value for value in values if isinstance(value, str)), None)

    @property
    def input_channel(self) -> str | None:
        said = (e.input_channel for e in reversed(self.events) if e.event == "user")
        return next(said, None)

    @property
    def language(self) -> str:
        language = (self.latest_message.metadata or {}).get("language")
        return language if isinstance(language, str) else SWEDISH

    @property
    def seen(self) -> int | None:
        """The number of the last message that this Rasa conversation has been given."""
        seen = self.slots.get(SEEN)
        return int(seen) if isinstance(seen, int | float) else None

    def message_id(self, action: str) -> str | None:
        """The key under which this call has one effect, however often it comes.

        Rasa's id of the message, else when it came. One message may run several of our actions.
        """
        key = self.latest_message.message_id
        if not key:
            times = [e.timestamp for e in self.events if e.event == "user" and e.timestamp]
            if not times:
                return None
            key = f"{times[-1]!r} {self.text}"
        digest = hashlib.sha256(f"{action} {key}".encode()).hexdigest()
        return f"rasa-{digest[:40]}"
