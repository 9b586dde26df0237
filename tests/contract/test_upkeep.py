"""A record that is verified, repaired and made to forget, in both stores."""

from __future__ import annotations

import pytest

from greffier import pipeline, recording
from greffier.lang.fr import FRENCH
from greffier.model.record import Verdict
from greffier.recording.faults import verify
from greffier.recording.forgetting import forget
from greffier.recording.repairing import repair
from greffier.store import SqlStore, Store
from tests.contract.conftest import Fresh
from tests.contract.stories import all_three, courrier, gazette, hebdo
from tests.contract.test_order import article, filled, state


def faults(store: Store, fresh: Fresh) -> list[tuple[str, str]]:
    return [(fault.where, fault.what) for fault in verify(store, fresh(), FRENCH).faults]


def sql(store: Store, statement: str) -> None:
    assert isinstance(store, SqlStore)
    with store.writing():
        store.database.run(statement)


def people(store: Store, *documents: str) -> list[str]:
    return [n.id for d in documents for n in store.nodes_of_document(d) if n.kind == "person"]


def test_a_record_has_no_fault_whatever_was_done_to_it(fresh: Fresh) -> None:
    store = filled(fresh(), [article(seed) for seed in range(7)])
    found = people(store, *(article(seed).document.id for seed in range(7)))
    recording.judge(store, found[0], found[-1], Verdict.SAME, "Ada")
    recording.judge(store, found[2], found[5], Verdict.DIFFERENT, "Ada")
    recording.remove(store, article(3).document.id)
    told = verify(store, fresh(), FRENCH)
    assert told.faults == ()
    assert (told.articles, told.judgements) == (6, 2)
    assert told.spans > told.nodes > 6


DAMAGES: tuple[tuple[str, str], ...] = (
    ("DELETE FROM nodes WHERE layer = 'event'", "nodes are not those"),
    ("UPDATE nodes SET evidence = '[[0, 99999]]' WHERE layer = 'figure'", "outside of the text"),
    ("UPDATE nodes SET evidence = '[]' WHERE layer = 'figure'", "has no evidence"),
    ("DELETE FROM told WHERE layer = 'statement'", "claims are not those"),
    ("DELETE FROM texts WHERE layer = 'article'", "not indexed as they are told"),
    ("UPDATE entries SET label = 'Nemo' WHERE kind = 'person'", "is not what nodes"),
    ("UPDATE forms SET entry = NULL", "is not what nodes"),
    ("DELETE FROM forms", "nodes are not those"),
    ("DELETE FROM links", "is not what nodes"),
    ("DELETE FROM disagreements", "is not what nodes"),
    ("DELETE FROM form_keys", "is not what nodes"),
    ("INSERT INTO parts (node, role, target) VALUES ('ev-0', 'actor', 'en-0')", "of no article"),
)


@pytest.mark.parametrize(("damage", "why"), DAMAGES, ids=[why[:34] for why, _ in DAMAGES])
def test_what_was_damaged_is_found_and_made_again(fresh: Fresh, damage: str, why: str) -> None:
    store = filled(fresh(), all_three())
    before = state(store)
    sql(store, damage)
    assert any(why in what for _, what in faults(store, fresh))
    assert repair(store, FRENCH).left == ()
    assert faults(store, fresh) == []
    assert state(store) == before


@pytest.mark.parametrize("column", ["sha256 = 'x'", "document = 'd-0000000000000000'"])
def test_an_article_that_is_not_its_own_hash_is_left_and_named(fresh: Fresh, column: str) -> None:
    store = filled(fresh(), all_three())
    sql(store, f"UPDATE articles SET {column} WHERE outlet = 'La Gazette'")
    assert any("hash" in what for _, what in faults(store, fresh))
    (left,) = repair(store, FRENCH).left
    assert "restore" in left.remedy
    assert len([what for where, what in faults(store, fresh) if where == left.where]) == 1


def test_a_judgement_that_was_changed_is_found(fresh: Fresh) -> None:
    store = filled(fresh(), all_three())
    one, other = people(store, gazette().document.id)[:2]
    made = recording.judge(store, one, other, Verdict.DIFFERENT, "Ada")
    sql(store, "UPDATE judgements SET data = REPLACE(data, 'different', 'same')")
    assert (made.id, "a judgement is not the one that was made (hashes differ)") in faults(
        store, fresh
    )


def test_repair_keeps_judgements_and_ids(fresh: Fresh) -> None:
    store = filled(fresh(), all_three())
    one, other = people(store, gazette().document.id)[0], people(store, hebdo().document.id)[0]
    recording.judge(store, one, other, Verdict.SAME, "Ada")
    before = state(store)
    repair(store, FRENCH)
    assert state(store) == before
    assert store.resolve([one]) == {one: store.resolve([other])[other]}


def test_what_is_forgotten_leaves_the_record_of_the_others(fresh: Fresh) -> None:
    store = filled(fresh(), all_three())
    mine, theirs = people(store, courrier().document.id), people(store, gazette().document.id)
    recording.judge(store, mine[0], theirs[1], Verdict.DIFFERENT, "Ada")
    kept = recording.judge(store, theirs[0], theirs[1], Verdict.DIFFERENT, "Ada")
    (gone,) = forget(store, courrier().document.uri)
    store.scrub()
    assert (gone.document, gone.uris) == (courrier().document.id, ("test:Le Courrier",))
    assert store.resolve(gone.gone) == {}
    assert {*gone.touched} <= {*store.entry_rows(gone.touched)}
    assert [j.id for j in store.judgements()] == [kept.id]
    assert len(gone.judgements) == 1
    assert store.resolve(mine) == {}
    assert state(store) == state(_judged(filled(fresh(), [gazette(), hebdo()]), theirs))
    assert faults(store, fresh) == []
    assert forget(store, courrier().document.id) == []


def _judged(store: Store, nodes: list[str]) -> Store:
    recording.judge(store, nodes[0], nodes[1], Verdict.DIFFERENT, "Ada")
    return store


def test_what_was_taken_out_may_come_back(fresh: Fresh) -> None:
    store = filled(fresh(), all_three())
    before = state(store)
    recording.remove(store, hebdo().document.id)
    assert store.printings(hebdo().document.id) == []
    for _ in pipeline.add(store, [hebdo()]):
        pass
    assert state(store) == before
