"""An affair of every day is cut by week; the cut never depends on the order of adding."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from greffier.model.record import Layer, Node
from greffier.record.memory import Memory
from tests.record.articles import Article


def affair(count: int, a_day: int) -> list[tuple[Node, ...]]:
    """Articles on one affair, day after day."""
    told = []
    for number in range(count):
        day = date(2001, 1, 1) + timedelta(days=number // a_day)
        made = Article(f"Journal {number}", day.isoformat(), title=f"Nouvelle {number}")
        made.person("Rosalie Quendrac", "FRA")
        made.person("Odilon Farge", "FRA")
        made.place("Varno", "FRA")
        told.append(made.nodes())
    return told


def stories(memory: Memory) -> dict[str, tuple[str, ...]]:
    return memory.members(Layer.ARTICLE)


def record(told: list[tuple[Node, ...]]) -> Memory:
    memory = Memory()
    memory.add(node for nodes in told for node in nodes)
    return memory


def test_a_quiet_affair_is_one_story_and_a_crowded_one_is_cut_by_week() -> None:
    assert len(stories(record(affair(28, 1)))) == 1
    crowded = stories(record(affair(84, 3)))
    assert len(crowded) > 3
    assert max(map(len, crowded.values())) <= 21


@pytest.mark.parametrize("seed", range(3))
def test_order_and_removal_never_matter(seed: int) -> None:
    told = affair(42, 2)
    shuffled = random.Random(seed).sample(told, len(told))
    memory = Memory()
    for nodes in shuffled:
        memory.add(nodes)
    assert stories(memory) == stories(record(told))
    for nodes in shuffled[:3]:
        memory.remove(nodes[0].anchor.document)
    assert stories(memory) == stories(record(shuffled[3:]))
