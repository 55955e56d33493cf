"""How far another machine's clock is from ours, as far as its answers tell."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_SECOND = timedelta(seconds=1)
_NONE = timedelta(0)


class RemoteClock:
    """What the last answer told; `ahead` is how much that clock is before ours, at least."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.ahead: timedelta | None = None

    def hear(self, date: str, *, asked_at: datetime) -> None:
        """`date`: HTTP's header of an answer to what was asked then (RFC 9110, 6.6.1)."""
        self.ahead = ahead(date, asked_at, self.now())


def ahead(date: str, asked_at: datetime, answered_at: datetime) -> timedelta | None:
    """By how much, at least; negative when that clock is behind. None for no date.

    The header tells whole seconds, cut off, of some moment between question and answer.
    """
    try:
        told = parsedate_to_datetime(date)
    except ValueError:
        return None
    if told.tzinfo is None:
        told = told.replace(tzinfo=UTC)
    return between(told, told + _SECOND, asked_at, answered_at)


def between(
    earliest: datetime, latest: datetime, asked_at: datetime, answered_at: datetime
) -> timedelta:
    """The smallest difference of two clocks when one showed `earliest` to `latest` in that time."""
    if earliest > answered_at:
        return earliest - answered_at
    return min(latest - asked_at, _NONE)
