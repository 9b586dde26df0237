"""What one more article costs does not grow with how often its names were told."""

from __future__ import annotations

from datetime import date, timedelta

from greffier.model.record import Layer, Node
from greffier.record.memory import Memory
from tests.record.articles import Article


def told(number: int) -> tuple[Node, ...]:
    """A hot name in an article of its own, one a week."""
    day = date(2001, 1, 1) + timedelta(days=7 * number)
    made = Article(f"Journal {number}", day.isoformat(), title=f"Nouvelle {number}")
    made.person("Rosalie Quendrac", "FRA", "présidente")
    made.person("Quendrac", "FRA")
    return made.nodes()


def test_a_hot_name_is_few_forms() -> None:
    memory = Memory()
    for number in range(150):
        memory.add(told(number))
    keys = {key for node in told(151) for key in node.keys if node.anchor.layer == Layer.ENTITY}
    entry = memory.entries[Layer.ENTITY, memory.entry_of(told(3)[0])]
    assert entry.forms == ("person:rosalie quendrac:FRA",)
    assert len(memory.members(Layer.ENTITY)[entry.id]) >= 150
    assert len(memory.near(Layer.ENTITY, keys)) < 8
