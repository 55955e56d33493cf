"""What a turn wants done besides talking. `actions` carries each out in the turn's transaction."""

from typing import Literal

import msgspec

from dialogs.fields.base import FileGiven


class Send(msgspec.Struct, frozen=True):
    """Freeze the draft for signing, or let it be received at once when nobody signs."""


class Reopen(msgspec.Struct, frozen=True):
    """The frozen draft is being changed: void its revision and signatures and tell its parties."""


class Withdraw(msgspec.Struct, frozen=True):
    """Take the filing back; parties or officers are told."""

    draft_id: str


class DeleteDraft(msgspec.Struct, frozen=True):
    """Forget a draft that has not been sent."""

    draft_id: str


class DiscardDraft(msgspec.Struct, frozen=True):
    """Delete a draft in a way that can be undone for an hour; nobody sees it in the meantime."""

    draft_id: str


class KeepLonger(msgspec.Struct, frozen=True):
    """A draft's time begins anew, though no answer was given."""

    draft_id: str


class SetReminders(msgspec.Struct, frozen=True):
    """Whether the person, or this conversation when nobody is logged in, is reminded of drafts."""

    wanted: bool


class ChoosePush(msgspec.Struct, frozen=True):
    """Where the person wants to hear that something has happened to a case."""

    way: Literal["chat", "sms", "email"]
    #: The number or address; empty for the chat.
    to: str = ""


class Complete(msgspec.Struct, frozen=True):
    """Add this to a case that the municipality has; what was waited for has come."""

    draft_id: str
    text: str
    files: tuple[FileGiven, ...]


class RemindParty(msgspec.Struct, frozen=True):
    """Ask a party once more to sign."""

    party_id: str


class ReaddressParty(msgspec.Struct, frozen=True):
    """Ask a party at another number or address; the link sent before no longer works."""

    party_id: str
    way: Literal["sms", "email"]
    to: str


class ExtendSigning(msgspec.Struct, frozen=True):
    """Give those who sign a filing more time; they are told the new last day."""

    draft_id: str


class CallHuman(msgspec.Struct, frozen=True):
    """Pass a message to customer service."""

    text: str


class AskForHuman(msgspec.Struct, frozen=True):
    """Somebody waits in this conversation for customer service to take it over."""


class EndTakeover(msgspec.Struct, frozen=True):
    """The person does not want to wait for, or talk to, customer service any more."""


class Forget(msgspec.Struct, frozen=True):
    """Forget everything about the person that is not part of a case."""


Effect = (
    Send
    | Reopen
    | Withdraw
    | DeleteDraft
    | DiscardDraft
    | KeepLonger
    | SetReminders
    | ChoosePush
    | Complete
    | RemindParty
    | ReaddressParty
    | ExtendSigning
    | CallHuman
    | AskForHuman
    | EndTakeover
    | Forget
)
