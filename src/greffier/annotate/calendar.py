"""Calendar arithmetic on days and on TIMEX3 values."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from greffier.model.times import Outlook, Unit

SEASON_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": 12, "Q1": 2, "Q2": 5, "Q3": 8, "Q4": 11}
SEASON_MONTHS |= {"H1": 3, "H2": 9}
"""A month in the middle of each part of a year; a winter belongs to the year it begins in."""

AGAINST = 12
"""How much farther a candidate counts when it lies where the sentence does not look. A past
tense may report a plan (« a dit que la réunion du 3 juin porterait… »), so it is no veto."""

OPEN_AHEAD = 1.5
"""Where the sentence looks neither way, articles rather tell what has happened."""


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or null where the calendar has none (30 February, year 0)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_months(day: date, months: int) -> date:
    """So many months later, at the last day of the month where it is shorter."""
    month = day.year * 12 + day.month - 1 + months
    year, month = divmod(month, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def shift_days(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def week(day: date) -> str:
    """`2019-W12`"""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def unit_value(day: date, unit: Unit) -> str:
    """The unit that holds a day: `2019-03`, `2019-W12`, `201X`."""
    values = {
        Unit.DAY: day.isoformat(),
        Unit.WEEK: week(day),
        Unit.WEEKEND: f"{week(day)}-WE",
        Unit.MONTH: f"{day.year:04d}-{day.month:02d}",
        Unit.QUARTER: f"{day.year:04d}-Q{(day.month + 2) // 3}",
        Unit.HALF: f"{day.year:04d}-H{1 if day.month < 7 else 2}",
        Unit.YEAR: f"{day.year:04d}",
        Unit.DECADE: f"{day.year:04d}"[:3] + "X",
        Unit.CENTURY: f"{day.year:04d}"[:2] + "XX",
    }
    return values[unit]


MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12}
MONTHS_IN |= {Unit.DECADE: 120, Unit.CENTURY: 1200}
DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7}


def shift(day: date, unit: Unit, count: int) -> date | None:
    """So many units later; null beyond the calendar, and for units below the day."""
    try:
        if unit in MONTHS_IN:
            return shift_months(day, count * MONTHS_IN[unit])
        return shift_days(day, count * DAYS_IN[unit]) if unit in DAYS_IN else None
    except (ValueError, OverflowError):
        return None


UNKNOWN_VALUES = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEK: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.HALF: "XXXX-HX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXXX",
    Unit.CENTURY: "XXXX",
}
"""What a unit is worth when nothing fixes it."""


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nearest(candidates: Iterable[date], now: date, outlook: Outlook) -> date | None:
    """The candidate that fits: near to now, and where the sentence looks."""

    def cost(day: date) -> tuple[float, date]:
        away = (day - now).days
        wrong = (outlook is Outlook.PAST and away > 0) or (outlook is Outlook.FUTURE and away < 0)
        ahead = OPEN_AHEAD if outlook is Outlook.OPEN and away > 0 else 1
        return abs(away) * (AGAINST if wrong else ahead), day

    return min(candidates, key=cost, default=None)


def weekday_near(weekday: int, now: date, ahead: bool, include_now: bool = True) -> date:
    """The last such weekday up to a day, or the next one from it; 1 is Monday."""
    away = weekday - now.isoweekday()
    if away == 0:
        return now if include_now else now + timedelta(days=7 if ahead else -7)
    return now + timedelta(days=away % 7 if ahead else away % 7 - 7)


def shift_time(value: str, unit: Unit, count: int) -> str | None:
    """`2016-07-26T13:00` an hour later; null for a value that shows no clock."""
    step = {Unit.HOUR: 3600, Unit.MINUTE: 60, Unit.SECOND: 1}.get(unit)
    try:
        moment = datetime.strptime(value, "%Y-%m-%dT%H:%M")
    except ValueError:
        return None
    if step is None:
        return None
    return (moment + timedelta(seconds=step * count)).strftime("%Y-%m-%dT%H:%M")
