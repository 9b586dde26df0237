"""Days as merging compares them: the bounds of a date's value, and buckets of days as keys."""

from __future__ import annotations

import calendar
import functools
import re
from datetime import date, timedelta

_WEEK = re.compile(r"^(\d{4})-W(\d{2})(?:-(\d))?")
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 12)}
_PARTS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}


@functools.lru_cache(maxsize=65536)
def bounds(value: str | None) -> tuple[str | None, str | None]:
    """The first and last day that a timex value covers, null where it does not tell.

    >>> bounds("2019-03")
    ('2019-03-01', '2019-03-31')
    >>> bounds("2012/..")
    ('2012-01-01', None)
    """
    if not value or value.endswith("_REF") or value.startswith(("P", "X")):
        return None, None
    if "/" in value:
        before, after = value.split("/", 1)
        return bounds(before)[0], bounds(after)[1]
    try:
        return _one(value)
    except ValueError:
        return None, None


def _one(value: str) -> tuple[str | None, str | None]:
    week = _WEEK.match(value)
    if week:
        year, number, weekday = int(week[1]), int(week[2]), week[3]
        first = date.fromisocalendar(year, number, int(weekday or 1))
        last = first if weekday else first + timedelta(days=6)
        return first.isoformat(), last.isoformat()
    day = re.match(r"^(\d{4})-(\d{2})-(\d{2})", value)
    if day:
        found = date(int(day[1]), int(day[2]), int(day[3])).isoformat()
        return found, found
    month = re.match(r"^(\d{4})-(\d{2})$", value)
    if month:
        return _months(int(month[1]), int(month[2]), int(month[2]))
    part = re.match(r"^(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])$", value)
    if part:
        return _months(int(part[1]), *(_SEASONS | _PARTS)[part[2]])
    if re.match(r"^\d{4}$", value):
        return _months(int(value), 1, 12)
    return None, None


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    end = calendar.monthrange(year, last)[1]
    return date(year, first, 1).isoformat(), date(year, last, end).isoformat()


@functools.lru_cache(maxsize=65536)
def ordinal(day: str) -> int:
    """The day's number; days that are no dates count as 0."""
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 0


def apart(one: str, other: str) -> int:
    """Days between two days."""
    return abs(ordinal(one) - ordinal(other))


def buckets(day: str, width: int) -> tuple[str, str]:
    """Two overlapping runs of `width` days that hold this one: days no more than half of `width`
    apart always share one."""
    at = ordinal(day)
    return f"{at // width}a", f"{(at + width // 2) // width}b"


def half_year(day: str | None) -> int | None:
    """The number of the half year that holds a day."""
    if not day:
        return None
    return int(day[:4]) * 2 + (int(day[5:7]) > 6 if len(day) >= 7 else 0)
