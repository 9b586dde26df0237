"""Calendar arithmetic."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.annotate import calendar
from greffier.model.times import Outlook, Unit


@pytest.mark.parametrize(
    ("day", "unit", "value"),
    [
        (date(2019, 3, 18), Unit.WEEK, "2019-W12"),
        (date(2021, 1, 1), Unit.WEEK, "2020-W53"),
        (date(2019, 3, 18), Unit.MONTH, "2019-03"),
        (date(2019, 8, 18), Unit.QUARTER, "2019-Q3"),
        (date(2019, 8, 18), Unit.HALF, "2019-H2"),
        (date(1987, 8, 18), Unit.DECADE, "198X"),
        (date(1987, 8, 18), Unit.CENTURY, "19XX"),
    ],
)
def test_unit_values(day: date, unit: Unit, value: str) -> None:
    assert calendar.unit_value(day, unit) == value


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2022, 4, 17), (2024, 3, 31), (1954, 4, 18), (2038, 4, 25)]
)
def test_easter(year: int, month: int, day: int) -> None:
    assert calendar.easter(year) == date(year, month, day)


def test_months_end_where_they_are_short() -> None:
    assert calendar.shift_months(date(2020, 1, 31), 1) == date(2020, 2, 29)
    assert calendar.shift_months(date(2020, 1, 31), -2) == date(2019, 11, 30)


def test_beyond_the_calendar_is_null() -> None:
    assert calendar.shift(date(2020, 1, 1), Unit.YEAR, -5000) is None
    assert calendar.shift(date(2020, 1, 1), Unit.DAY, 10**9) is None
    assert calendar.make_day(2021, 2, 29) is None


def test_the_nearest_candidate_agrees_with_the_outlook() -> None:
    years = [date(year, 12, 1) for year in (2018, 2019)]
    now = date(2019, 10, 1)
    assert calendar.nearest(years, now, Outlook.PAST) == date(2018, 12, 1)
    assert calendar.nearest(years, now, Outlook.FUTURE) == date(2019, 12, 1)
    assert calendar.nearest([], now, Outlook.OPEN) is None


@given(st.dates(), st.integers(1, 7), st.booleans())
def test_a_weekday_is_within_a_week(now: date, weekday: int, ahead: bool) -> None:
    if not date(1000, 1, 1) < now < date(9000, 1, 1):
        return
    found = calendar.weekday_near(weekday, now, ahead)
    assert found.isoweekday() == weekday
    assert 0 <= (found - now).days * (1 if ahead else -1) < 7
