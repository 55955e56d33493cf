"""When nobody is disturbed: no reminder goes out at night (row 29). Swedish clock, summer time too."""

from datetime import datetime, time, timedelta

import msgspec

from dialogs.clock import STOCKHOLM


class QuietHours(msgspec.Struct, frozen=True):
    """From `begin` in the evening to `end` in the morning, or within one day."""

    begin: time = time(20, 0)
    end: time = time(8, 0)


def is_quiet(hours: QuietHours, now: datetime) -> bool:
    """Whether `now`, an aware time, is within the quiet hours."""
    clock = now.astimezone(STOCKHOLM).time()
    if hours.begin <= hours.end:
        return hours.begin <= clock < hours.end
    return clock >= hours.begin or clock < hours.end


def next_waking(hours: QuietHours, now: datetime) -> datetime:
    """`now`, or the end of the quiet hours that it falls in."""
    if not is_quiet(hours, now):
        return now
    local = now.astimezone(STOCKHOLM)
    morning = local.replace(
        hour=hours.end.hour, minute=hours.end.minute, second=0, microsecond=0, fold=0
    )
    if morning <= local:
        # A day later by the calendar, not by 24 hours: the clocks may change in between.
        morning = (local.replace(tzinfo=None) + timedelta(days=1)).replace(
            hour=hours.end.hour, minute=hours.end.minute, second=0, microsecond=0, tzinfo=STOCKHOLM
        )
    return morning.astimezone(now.tzinfo)
