"""Results come in the order of the items, whatever the number of processes."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from greffier.engine import local


def slow_first(item: int) -> int:
    time.sleep(0.05 if item == 0 else 0)
    return item * 2


def fails_on_three(item: int) -> int:
    if item == 3:
        raise ValueError("three")
    return item


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order(jobs: int) -> None:
    assert list(local.run(slow_first, range(40), jobs)) == [2 * i for i in range(40)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_is_raised_to_the_caller(jobs: int) -> None:
    with pytest.raises(ValueError, match="three"):
        list(local.run(fails_on_three, range(5), jobs))


def test_groups_grow_and_hold_every_item_in_order() -> None:
    found = list(local.groups(range(100)))
    assert [len(group) for group in found[:6]] == [1, 2, 4, 8, 16, 16]
    assert [item for group in found for item in group] == list(range(100))


def test_a_heavy_item_closes_its_group() -> None:
    heavy = local.HEAVIEST_GROUP + 1
    found = list(local.groups([1, 1, heavy, 1, 1, 1], weigh=lambda weight: weight))
    assert found == [(1,), (1, heavy), (1, 1, 1)]


def test_items_are_taken_only_as_needed() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in range(1000):
            taken.append(item)
            yield item

    results = local.run(slow_first, items(), jobs=2)
    next(results)
    assert len(taken) <= 2 * local.AHEAD_PER_JOB + 2
    results.close()  # type: ignore[attr-defined] # a generator, typed by what it yields
