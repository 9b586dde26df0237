"""Any order, any batches, any store, with judgements or without: the same record.

`record.memory` is the reference; every store must say what it says.
"""

from __future__ import annotations

import functools
import itertools
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greffier import pipeline, recording
from greffier.model.questions import EVERYTHING, MOST, Slice
from greffier.model.reading import Reading
from greffier.model.record import Judgement, Layer, Verdict
from greffier.record.disagreements import rank
from greffier.record.memory import Memory, disagreements
from greffier.recording import judging
from greffier.store import Order, Store
from tests.contract.conftest import Fresh
from tests.record.articles import Article

NAMES = ("Paul Korvane", "Paul Korvan", "Korvane", "Ali Tadouri", "Aly Tadoury", "Amira Ostrelle")
BODIES = ("armée", "Union des gares du Nord", "UGN", "gouvernement")
PLACES = ("Varno", "lac Varno", "Selmi")
COUNTRIES = (None, "FRA", "MLI")
OFFICES = (None, "ministre de la Santé", "maire")
DAYS = ("2020-03-02", "2020-03-04", "2020-05-01", None)
WIDE = Slice(MOST)


@functools.cache
def article(seed: int) -> Reading:
    """One of the possible articles on the dike of Varno."""
    pick = random.Random(seed).choice
    made = Article(f"Journal {seed}", pick(DAYS), title="La digue de Varno")
    one = made.person(pick(NAMES), pick(COUNTRIES), pick(OFFICES))
    other = made.person(pick(NAMES), pick(COUNTRIES))
    made.body(pick(BODIES), pick(COUNTRIES))
    where = made.place(pick(PLACES), pick(COUNTRIES))
    made.event("CONSULT", "rencontre", ((one,), (other,)), pick(DAYS), where)
    made.says(one, pick(("La digue tiendra cet hiver", "La digue tiendra, jure le maire")))
    made.figure("La crue de la digue a fait", "12 morts", pick((12.0, 14.0)), "morts")
    return made.reading()


def state(store: Store) -> dict[str, Any]:
    """All that a record says."""
    rows = {layer: _rows(store, layer) for layer in Layer}
    ids = [id for told in rows.values() for id in told]
    return {
        "entries": store.kept_entries(ids),
        "rows": rows,
        "nodes": {d: sorted(store.entries_of_nodes(_nodes(store, d)).items()) for d in _all(store)},
        "disagreements": rank(store.disagreements(EVERYTHING, WIDE)[0]),
        "unsure": sorted((link.layer, link.one, link.other) for link in store.reviews((), WIDE)[0]),
    }


def _rows(store: Store, layer: Layer) -> dict[str, Any]:
    return {row.id: row for row in store.find(layer, EVERYTHING, Order.NAME, WIDE)[0]}


def _all(store: Store) -> list[str]:
    return sorted(a.document for a in store.find_articles(EVERYTHING, WIDE)[0])


def _nodes(store: Store, document: str) -> list[str]:
    return [node.id for node in store.nodes_of_document(document)]


def filled(store: Store, readings: list[Reading]) -> Store:
    for _ in pipeline.add(store, readings):
        pass
    return store


def closed(*stores: Store) -> list[dict[str, Any]]:
    """What each says, all then closed: a server has few connections."""
    told = [state(store) for store in stores]
    for store in stores:
        store.close()
    return told


SEEDS = st.lists(st.integers(0, 300), min_size=2, max_size=5, unique=True)
CALM = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=5, deadline=None, suppress_health_check=CALM)
@given(seeds=SEEDS, data=st.data())
def test_any_order_gives_the_record_that_memory_gives(
    fresh: Fresh, seeds: list[int], data: st.DataObject
) -> None:
    readings = [article(seed) for seed in seeds]
    shuffled = filled(fresh(), data.draw(st.permutations(readings)))
    told, in_order = closed(shuffled, filled(fresh(), readings))
    memory = pipeline.merged(readings)
    assert {e.id: e for e in told["entries"]} == {id: e for (_, id), e in memory.entries.items()}
    assert told["unsure"] == sorted(memory.unsure)
    assert told["disagreements"] == disagreements(memory)
    assert {n: e for pairs in told["nodes"].values() for n, e in pairs} == {
        node.id: memory.entry_of(node) for node in memory.nodes.values()
    }
    assert told == in_order


@settings(max_examples=3, deadline=None, suppress_health_check=CALM)
@given(seeds=SEEDS, data=st.data())
def test_judgements_hold_whenever_they_are_given(
    fresh: Fresh, seeds: list[int], data: st.DataObject
) -> None:
    readings = [article(seed) for seed in seeds]
    people = [n for r in readings for n in pipeline.nodes_of(r) if n.kind == "person"]
    pairs = st.lists(st.sampled_from(people), min_size=2, max_size=2, unique=True)
    told = []
    for number in range(data.draw(st.integers(1, 3))):
        one, other = data.draw(pairs)
        verdict = data.draw(st.sampled_from((Verdict.SAME, Verdict.DIFFERENT)))
        day = f"2024-01-0{number + 1}"
        told.append(Judgement(f"j{number}", one.anchor, other.anchor, verdict, (), "Ada", day))
    before, after = fresh(), filled(fresh(), readings)
    judging.take_in(before, told)
    filled(before, readings)
    judging.take_in(after, told)
    one_way, other_way = closed(before, after)
    assert one_way == other_way
    memory = Memory()
    memory.judge(told)
    memory.add(n for r in readings for n in pipeline.nodes_of(r))
    assert {e.id: e for e in one_way["entries"]} == {id: e for (_, id), e in memory.entries.items()}


@settings(max_examples=3, deadline=None, suppress_health_check=CALM)
@given(seeds=SEEDS, data=st.data())
def test_taking_an_article_out_leaves_no_trace(
    fresh: Fresh, seeds: list[int], data: st.DataObject
) -> None:
    readings = [article(seed) for seed in seeds]
    gone = data.draw(st.integers(0, len(readings) - 1))
    store = filled(fresh(), readings)
    recording.remove(store, readings[gone].document.id)
    left = readings[:gone] + readings[gone + 1 :]
    told, without = closed(store, filled(fresh(), left))
    assert told == without


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT])
def test_an_undone_judgement_leaves_no_trace(fresh: Fresh, verdict: Verdict) -> None:
    readings = [article(seed) for seed in range(6)]
    store = filled(fresh(), readings)
    before = state(store)
    people = [n for r in readings for n in pipeline.nodes_of(r) if n.kind == "person"]
    for one, other in itertools.pairwise(people):
        made = recording.judge(store, one.id, other.id, verdict, "Ada")
        judging.undo(store, made.id, "Ada")
    assert closed(store) == [before]
