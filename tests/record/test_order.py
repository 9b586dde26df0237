"""The record is a function of its nodes and judgements: order and batches never matter."""

from __future__ import annotations

import functools
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from greffier.model.record import Judgement, Layer, Node, Verdict
from greffier.record.memory import Memory
from tests.record.articles import Article

GIVEN = ("Paul", "Pol", "Ali", "Aly", "Amira")
MIDDLE = ("", "Ben Omar ", "Abdallah ")
SURNAMES = ("Korvane", "Korvan", "Tadouri", "Tadoury", "Ostrelle")
BODIES = ("armée", "gouvernement", "Union des gares du Nord", "UGN", "Front des dunes")
PLACES = ("Varno", "lac Varno", "Selmi", "Selmy")
COUNTRIES = (None, "FRA", "MLI")
OFFICES = (None, "ministre de la Santé", "maire")
DAYS = ("2020-03-02", "2020-03-04", "2020-05-01", None)


@functools.cache
def article(seed: int) -> tuple[Node, ...]:
    """One of the possible articles on the dike of Varno."""
    chance = random.Random(seed)
    pick = chance.choice
    made = Article(f"Journal {seed}", pick(DAYS), title="La digue de Varno")
    people = []
    for _ in range(chance.randint(1, 3)):
        full = f"{pick(GIVEN)} {pick(MIDDLE)}{pick(SURNAMES)}"
        name = pick((full, full, full.split()[-1]))
        people.append(made.person(name, pick(COUNTRIES), pick(OFFICES)))
    people.append(made.body(pick(BODIES), pick(COUNTRIES)))
    where = made.place(pick(PLACES), pick(COUNTRIES))
    made.event("CONSULT", "rencontre", ((people[0],), (people[1],)), pick(DAYS), where)
    made.says(people[0], pick(("La digue tiendra cet hiver", "La digue tiendra, jure le maire")))
    made.figure("La crue de la digue a fait 12 morts", "12 morts", pick((12.0, 14.0)), "morts")
    return made.nodes()


def some(data: st.DataObject, least: int = 2, most: int = 6) -> list[tuple[Node, ...]]:
    seeds = st.lists(st.integers(0, 400), min_size=least, max_size=most, unique=True)
    return [article(seed) for seed in data.draw(seeds)]


def state(memory: Memory) -> dict[str, Any]:
    """All that the record says, layer by layer."""
    return {
        "entries": dict(memory.entries),
        "members": {layer: memory.members(layer) for layer in Layer},
        "unsure": memory.unsure,
    }


def record(batches: list[list[tuple[Node, ...]]]) -> Memory:
    memory = Memory()
    for batch in batches:
        memory.add(node for nodes in batch for node in nodes)
    return memory


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_order_and_any_batches_give_the_same_record(data: st.DataObject) -> None:
    told = some(data, most=6)
    shuffled = data.draw(st.permutations(told))
    cut = data.draw(st.integers(0, len(told)))
    whole = record([told])
    assert state(record([[nodes] for nodes in shuffled])) == state(whole)
    assert state(record([shuffled[:cut], shuffled[cut:]])) == state(whole)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_taking_an_article_out_leaves_no_trace(data: st.DataObject) -> None:
    told = some(data, most=5)
    gone = data.draw(st.integers(0, len(told) - 1))
    memory = record([told])
    memory.remove(told[gone][0].anchor.document)
    assert state(memory) == state(record([told[:gone] + told[gone + 1 :]]))


def judgement(data: st.DataObject, told: list[tuple[Node, ...]], number: int) -> Judgement:
    people = [n for nodes in told for n in nodes if n.kind == "person"]
    one, other = data.draw(st.lists(st.sampled_from(people), min_size=2, max_size=2, unique=True))
    verdict = data.draw(st.sampled_from((Verdict.SAME, Verdict.DIFFERENT)))
    return Judgement(
        f"j{number}", one.anchor, other.anchor, verdict, (), "Ada", f"2024-01-0{number}"
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_judgements_hold_whenever_they_are_given(data: st.DataObject) -> None:
    told = some(data, most=5)
    count = data.draw(st.integers(1, 3))
    given_ = [judgement(data, told, i + 1) for i in range(count)]
    before, after, between = Memory(), record([told]), Memory()
    before.judge(given_)
    before.add(n for nodes in told for n in nodes)
    after.judge(given_)
    between.add(told[0])
    for one in reversed(given_):
        between.judge([one])
    for nodes in told[1:]:
        between.add(nodes)
    assert state(before) == state(after) == state(between)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_a_person_told_apart_stays_apart(data: st.DataObject) -> None:
    told = some(data, most=5)
    given_ = judgement(data, told, 1)
    memory = record([told])
    memory.judge([given_])
    by_anchor = {n.anchor: n for nodes in told for n in nodes}
    together = memory.entry_of(by_anchor[given_.one]) == memory.entry_of(by_anchor[given_.other])
    assert together == (given_.verdict == Verdict.SAME)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_an_undone_judgement_leaves_no_trace(data: st.DataObject) -> None:
    told = some(data, most=4)
    given_ = judgement(data, told, 1)
    memory = record([told])
    memory.judge([given_])
    undo = Judgement("u", given_.one, given_.other, Verdict.UNSURE, (), "Ada", "2024-02-01", "j1")
    memory.judge([undo])
    assert state(memory) == state(record([told]))
