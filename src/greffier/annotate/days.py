"""Which day a date told in part stands for: « mardi », « le 13 août », « le lendemain »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from greffier.annotate import calendar
from greffier.annotate.story import Now, Resolved
from greffier.model.annotations import Basis
from greffier.model.times import Day, Outlook, Shift, Toward, Unit

YEARS_AROUND = 1
"""A date without its year is of this year, the last or the next."""
YEARS_OF_WEEKDAY = 6
"""With its weekday it may lie farther: a weekday falls on the same date every 5, 6 or 11 years."""


def explicit(when: Day) -> Resolved:
    """A date whose year is told."""
    year = when.year or 0
    if when.month is None:
        return Resolved(f"{year:04d}", Basis.EXPLICIT, calendar.make_day(year, 1, 1), Unit.YEAR)
    first = calendar.make_day(year, when.month, when.day or 1)
    if when.day is None:
        return Resolved(f"{year:04d}-{when.month:02d}", Basis.EXPLICIT, first, Unit.MONTH)
    value = f"{year:04d}-{when.month:02d}-{when.day:02d}"
    return Resolved(value, Basis.EXPLICIT, first, Unit.DAY)


def unknown_day(when: Day) -> Resolved:
    """What is told, with X for what nothing fixes."""
    if when.month is not None and when.day is None:
        return Resolved(f"XXXX-{when.month:02d}", Basis.UNKNOWN, None, Unit.MONTH)
    if when.day is not None:
        month = f"{when.month:02d}" if when.month else "XX"
        return Resolved(f"XXXX-{month}-{when.day:02d}", Basis.UNKNOWN, None, Unit.DAY)
    return Resolved(f"XXXX-WXX-{when.weekday}", Basis.UNKNOWN, None, Unit.DAY)


def candidates(when: Day, now: date) -> Iterator[date]:
    """The days that fit a day and month, or a weekday and number, told without the year."""
    if when.month is None:
        for months in range(-6, 7):
            near = calendar.shift_months(now.replace(day=1), months)
            day = calendar.make_day(near.year, near.month, when.day or 1)
            if day is not None and when.weekday in (None, day.isoweekday()):
                yield day
        return
    around = YEARS_OF_WEEKDAY if when.weekday and when.day else YEARS_AROUND
    years = range(max(1, now.year - around), now.year + around + 1)
    days = [calendar.make_day(year, when.month, when.day or 1) for year in years]
    known = [day for day in days if day is not None]
    yield from [d for d in known if when.weekday == d.isoweekday() and when.day] or known


def choose(days: list[date], when: Day, now: date, outlook: Outlook) -> date | None:
    """The candidate that « dernier » or « prochain » chooses, else the nearest that fits."""
    whole_month = when.month is not None and when.day is None
    edge = now.replace(day=1) if whole_month else now
    if when.toward is Toward.LAST:
        return max((day for day in days if day < edge), default=None)
    if when.toward is Toward.NEXT:
        return min((day for day in days if day > edge), default=None)
    return calendar.nearest(days, edge, Outlook.OPEN if when.toward else outlook)


def weekday_of(when: Day, now: date, outlook: Outlook) -> date:
    weekday = when.weekday or 1
    if when.toward in (Toward.LAST, Toward.NEXT):
        return calendar.weekday_near(weekday, now, when.toward is Toward.NEXT, include_now=False)
    return calendar.weekday_near(weekday, now, outlook is Outlook.FUTURE)


def weekday_ends(first: Day, last: Day, anchor: Now, outlook: Outlook) -> tuple[Resolved, Resolved]:
    """« entre lundi et mercredi »: the week's days that the sentence looks at."""
    if outlook is Outlook.FUTURE or last.toward is Toward.NEXT:
        begin = weekday_of(first, anchor.day, Outlook.FUTURE)
        end = calendar.weekday_near(last.weekday or 1, begin, ahead=True, include_now=False)
    else:
        end = weekday_of(last, anchor.day, Outlook.PAST)
        begin = calendar.weekday_near(first.weekday or 1, end, ahead=False, include_now=False)
    return (
        Resolved(begin.isoformat(), anchor.basis, begin, Unit.DAY),
        Resolved(end.isoformat(), anchor.basis, end, Unit.DAY),
    )


def shifted(origin: Now | None, when: Shift) -> Resolved:
    day = calendar.shift(origin.day, when.unit, when.count) if origin else None
    if origin is not None and day is None:  # « il y a 40 000 ans »
        return Resolved("PAST_REF" if when.count < 0 else "FUTURE_REF", Basis.UNKNOWN)
    if origin is None or day is None:
        return Resolved(calendar.UNKNOWN_VALUES[when.unit], Basis.UNKNOWN, None, when.unit)
    return Resolved(calendar.unit_value(day, when.unit), origin.basis, day, when.unit)


def unknown_shift(when: Shift, told: Resolved) -> Resolved:
    """From « lundi » of an unknown week, « le lendemain » is a Tuesday all the same."""
    weekday = told.value.removeprefix("XXXX-WXX-")[:1]
    if when.unit is Unit.DAY and told.value.startswith("XXXX-WXX-") and weekday.isdigit():
        shifted = (int(weekday) - 1 + when.count) % 7 + 1
        return Resolved(f"XXXX-WXX-{shifted}", Basis.CONTEXT, None, Unit.DAY)
    return Resolved(calendar.UNKNOWN_VALUES[when.unit], Basis.UNKNOWN, None, when.unit)


def day_lent(resolved: Resolved, time: str) -> Resolved:
    """The day that a time told before lends to a bare one: after a night, that of its morning."""
    day, _, told = resolved.value.partition("T")
    if told != "NI" or time == "TNI" or resolved.day is None:
        return replace(resolved, value=day)
    morning = resolved.day
    if resolved.day.isoformat() == day and time[1:].startswith(("0", "MO")):
        morning = calendar.shift_days(resolved.day, 1) or resolved.day
    return replace(resolved, value=morning.isoformat(), day=morning)


def this_weekend(now: Now | None, when: Shift, outlook: Outlook) -> Resolved:
    """« ce week-end » is the last one, in a sentence that looks back before Saturday."""
    passed = now is not None and outlook is Outlook.PAST and now.day.isoweekday() < 6
    return shifted(now, replace(when, count=-1) if passed else when)
