"""Days as merging compares them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.record.days import apart, bounds, buckets, half_year


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2019-03-18", ("2019-03-18", "2019-03-18")),
        ("2019-03-18TEV", ("2019-03-18", "2019-03-18")),
        ("2019-02", ("2019-02-01", "2019-02-28")),
        ("2019", ("2019-01-01", "2019-12-31")),
        ("2019-W12", ("2019-03-18", "2019-03-24")),
        ("2019-Q2", ("2019-04-01", "2019-06-30")),
        ("2012/..", ("2012-01-01", None)),
        ("../2022-04-17", (None, "2022-04-17")),
        ("2024-08-12/2024-08-14", ("2024-08-12", "2024-08-14")),
        ("XXXX-WXX-7", (None, None)),
        ("PAST_REF", (None, None)),
        ("2019-13-45", (None, None)),
        (None, (None, None)),
    ],
)
def test_bounds(value: str | None, told: tuple[str | None, str | None]) -> None:
    assert bounds(value) == told


@given(st.dates(), st.integers(0, 7))
def test_days_near_each_other_share_a_bucket(day, days) -> None:  # type: ignore[no-untyped-def]
    from datetime import timedelta

    if day.toordinal() + days > 3_000_000:
        return
    other = day + timedelta(days=days)
    assert set(buckets(day.isoformat(), 14)) & set(buckets(other.isoformat(), 14))
    assert apart(day.isoformat(), other.isoformat()) == days


def test_half_years_follow_one_another() -> None:
    assert half_year("2019-07-01") == half_year("2019-06-30") + 1  # type: ignore[operator]
    assert half_year(None) is None
