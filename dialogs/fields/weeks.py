"""Weeks and weekdays around a day. Weekdays count from 0 (Monday), weeks as in ISO 8601."""

from datetime import date, timedelta


def next_weekday(weekday: int, today: date) -> date:
    """The first such day after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def week_number(number: int, year: str | None, today: date) -> date | None:
    """Monday of an ISO 8601 week: without a year the first such week that has not ended."""
    years = [int(year)] if year else [today.year - 1, today.year, today.year + 1, today.year + 2]
    for each in years:
        try:
            monday = date.fromisocalendar(each, number, 1)
        except ValueError:
            continue
        if year or monday + timedelta(days=6) >= today:
            return monday
    return None
