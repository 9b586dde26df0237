"""The two seed articles merged: other people's text, tested where ../shared exists."""

from __future__ import annotations

import pytest

from benchmarks.gold import SHARED, articles
from benchmarks.record import readings
from greffier import pipeline
from greffier.model.facts import EntityFacts, EventFacts
from greffier.model.reading import Reading
from greffier.model.record import Layer, Node
from greffier.record.memory import Memory

SEEDS = SHARED / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="../shared is not there")


@pytest.fixture(scope="module")
def read() -> dict[str, Reading]:
    return readings(articles(SEEDS))


@pytest.fixture(scope="module")
def memory(read: dict[str, Reading]) -> Memory:
    return pipeline.merged(read.values())


def named(memory: Memory, *names: str) -> list[Node]:
    return [
        node
        for node in memory.nodes.values()
        if isinstance(node.facts, EntityFacts) and set(names) & set(node.facts.spellings)
    ]


@pytest.mark.parametrize(
    "names",
    [
        ("Ali Abdullah Ayoub", "Ali Ayoub"),
        ("Bachar Al-Assad", "Bachar al-Assad"),
        ("Idleb", "Idlib", "province d’Idleb"),
        ("armée syrienne",),
        ("Syrie",),
    ],
)
def test_is_one_across_the_two_articles(memory: Memory, names: tuple[str, ...]) -> None:
    nodes = named(memory, *names)
    assert len({node.anchor.document for node in nodes}) == 2
    assert len({memory.entry_of(node) for node in nodes}) == 1


def test_the_two_visits_are_two(memory: Memory) -> None:
    visits = [
        node
        for node in memory.nodes.values()
        if isinstance(node.facts, EventFacts) and node.facts.type == "CONSULT"
    ]
    documents = {memory.entry_of(node): node.anchor.document for node in visits}
    assert len({node.anchor.document for node in visits}) == 2
    assert all(documents[memory.entry_of(node)] == node.anchor.document for node in visits)


def test_a_caption_printed_three_times_is_one_attestation(memory: Memory) -> None:
    captions = [
        (node, span)
        for node in memory.nodes.values()
        if node.anchor.layer == Layer.TEXT
        for span in node.evidence
        if 150 < span.end - span.start < 350
    ]
    by_entry: dict[str, int] = {}
    for node, _ in captions:
        by_entry[memory.entry_of(node)] = by_entry.get(memory.entry_of(node), 0) + 1
    assert max(by_entry.values()) >= 3
