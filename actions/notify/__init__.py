"""Messages out of the house: what a citizen or an officer is told by mail and SMS, and sending it.

`notices` writes them, `mail` and `sms` send them. Every attempt ends in one of three outcomes, and
the outbox knows from that alone what to do: done, try again later, or give up and show it to a
person. Reasons hold codes, never an address, a number or a text: they are logged.
"""

from datetime import timedelta

import msgspec


class Sent(msgspec.Struct, frozen=True):
    """The next server has taken the message over. It is not yet known to be read, or delivered."""

    #: The provider's own id, which its delivery reports name; empty for mail.
    provider_id: str = ""


class TryAgain(msgspec.Struct, frozen=True):
    """Nothing is wrong with the message; the way out is shut for now, or wrongly configured."""

    reason: str
    #: The connection broke after the message went out: the receiver may have it already, so a
    #: second try can be a second copy (threat D8).
    maybe_sent: bool = False


class Later(TryAgain, frozen=True, kw_only=True):
    """Not before `after`: the provider said so, or something else must come first."""

    after: timedelta


class Refused(msgspec.Struct, frozen=True):
    """This message will never be accepted: the address or number is wrong, or it is not let in."""

    reason: str


Outcome = Sent | TryAgain | Refused

__all__ = ["Later", "Outcome", "Refused", "Sent", "TryAgain"]
