"""A filter is one value, however it is written."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from greffier.model.questions import SINGLE, Filter, Page, Slice

SEVERAL = st.lists(st.text(min_size=1, max_size=8), max_size=3).map(tuple)
ONE = st.none() | st.text(min_size=1, max_size=8)
TOLD: dict[str, st.SearchStrategy[Any]] = {
    field.name: ONE if field.name in SINGLE else SEVERAL for field in fields(Filter)
}
FILTERS = st.builds(Filter, **TOLD)


@given(FILTERS)
def test_a_filter_comes_back_from_its_query(asked: Filter) -> None:
    assert Filter.from_query(asked.query()) == asked


def test_what_a_filter_does_not_know_is_left_aside() -> None:
    assert Filter.from_query("type=CONSULT&page=3&until=&type=ASSAULT") == Filter(
        type=("CONSULT", "ASSAULT")
    )


def test_the_slice_after_a_page() -> None:
    assert Page((1, 2), 5, 2, 2).next == Slice(2, 4)
    assert Page((1,), 5, 2, 4).next is None
    assert Page((), 5, 2, 9).next is None
