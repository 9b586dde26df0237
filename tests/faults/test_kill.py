"""`kill -9` at a random moment of each kind of work: nothing acknowledged is lost, nothing is
there twice, the record is sound, and the work can be taken up again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from greffier import pipeline, recording
from greffier.lang.fr import FRENCH
from greffier.model.questions import EVERYTHING, Slice
from greffier.model.record import Verdict
from greffier.recording import judging
from greffier.recording.forgetting import forget
from greffier.recording.repairing import repair
from greffier.store import StoreError, backups, migrations, open_store
from tests.contract.test_order import article, state
from tests.faults.conftest import Acknowledge, Work, killed, lasts, opened, sound

SEEDS = range(8)
LATER = (
    *migrations.VERSIONS,
    (
        "CREATE TABLE later AS SELECT id, document, evidence FROM nodes",
        "UPDATE nodes SET published = published",
        "CREATE INDEX later_document ON later (document)",
        "DROP INDEX nodes_form",
        "CREATE INDEX nodes_form ON nodes (form, document)",
    ),
)
"""A version to come, that touches all rows."""


def adding(path: Path, acknowledge: Acknowledge) -> None:
    with opened(path) as store:
        for reading, _ in pipeline.add(store, map(article, SEEDS)):
            acknowledge(reading.document.id)


def judging_(path: Path, acknowledge: Acknowledge) -> None:
    with opened(path) as store:
        people = [n for s in SEEDS for n in pipeline.nodes_of(article(s)) if n.kind == "person"]
        for one, other in zip(people, people[3:], strict=False):
            made = recording.judge(store, one.id, other.id, Verdict.SAME, "Ada")
            acknowledge(made.id)
            acknowledge(judging.undo(store, made.id, "Ada").id)


def repairing(path: Path, acknowledge: Acknowledge) -> None:
    with opened(path) as store:
        repair(store, FRENCH)
    acknowledge("repaired")


def forgetting(path: Path, acknowledge: Acknowledge) -> None:
    with opened(path) as store:
        for seed in SEEDS[:3]:
            for gone in forget(store, article(seed).document.id):
                acknowledge(gone.document)
            store.scrub()


def migrating(path: Path, acknowledge: Acknowledge) -> None:
    migrations.VERSIONS, migrations.CURRENT = LATER, len(LATER)  # in the process to be killed
    with opened(path):
        acknowledge("migrated")


def copying(path: Path, acknowledge: Acknowledge) -> None:
    """Readings exported, and a backup made."""
    with opened(path) as store, path.with_name("readings.jsonl").open("w") as out:
        for told in store.readings():
            out.write(told + "\n")
    backups.back_up(path, path.with_name("copy.record"))
    acknowledge("copied")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of all articles."""
    path = tmp_path_factory.mktemp("faults") / "full.record"
    with opened(path) as store:
        list(pipeline.add(store, map(article, SEEDS)))
    return path


@pytest.fixture(scope="module")
def times(full: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Work, float]:
    """How long each kind of work takes here and now."""
    folder = tmp_path_factory.mktemp("times")
    found: dict[Work, float] = {adding: lasts(adding, folder / "new.record")}
    for number, work in enumerate((judging_, repairing, forgetting, migrating, copying)):
        there = folder / str(number)
        there.mkdir()
        found[work] = lasts(work, Path(shutil.copy(full, there / "a.record")))
    return found


@pytest.fixture
def record(full: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(full, tmp_path / "a.record"))


def test_adding(full: Path, tmp_path: Path, times: dict[Work, float], seed: int) -> None:
    path = tmp_path / "new.record"
    told = killed(adding, path, seed, times[adding])
    with opened(path) as store:
        kept, total = store.find_articles(EVERYTHING, Slice(100))
        documents = [a.document for a in kept]
        assert {*told} <= {*documents}
        assert len({*documents}) == total <= len(told) + 1
        list(pipeline.add(store, map(article, SEEDS)))
        with opened(full) as whole:
            assert state(store) == state(whole)
    assert sound(path)


def test_judging(record: Path, times: dict[Work, float], seed: int) -> None:
    told = killed(judging_, record, seed, times[judging_])
    with opened(record) as store:
        kept = [j.id for j in store.judgements()]
        assert told == kept[: len(told)]
        assert len(kept) <= len(told) + 1
    assert sound(record)


def test_repairing(full: Path, record: Path, times: dict[Work, float], seed: int) -> None:
    killed(repairing, record, seed, times[repairing])
    with opened(record) as store, opened(full) as whole:
        assert state(store) == state(whole)
    assert sound(record)


def test_forgetting(record: Path, times: dict[Work, float], seed: int) -> None:
    told = killed(forgetting, record, seed, times[forgetting])
    with opened(record) as store:
        assert not any(store.has(document) for document in told)
        assert store.counts()["articles"] >= len(SEEDS) - len(told) - 1
        forgetting(record, lambda done: None)
        assert store.counts()["articles"] == len(SEEDS) - 3
    assert sound(record)


def test_migrating(
    full: Path,
    record: Path,
    times: dict[Work, float],
    seed: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = killed(migrating, record, seed, times[migrating])
    if told:
        with pytest.raises(StoreError, match="later greffier"):
            open_store(record)
    copy = record.with_name("a.record.v1.backup")
    with opened(full) as whole:
        before = state(whole)
    if copy.exists():
        with opened(copy) as older:
            assert state(older) == before
    monkeypatch.setattr(migrations, "VERSIONS", LATER)
    monkeypatch.setattr(migrations, "CURRENT", len(LATER))
    with opened(record) as store:
        assert state(store) == before
    assert copy.exists()
    assert sound(record)


def test_copying(record: Path, times: dict[Work, float], seed: int) -> None:
    told = killed(copying, record, seed, times[copying])
    copy = record.with_name("copy.record")
    assert copy.exists() or not told
    if copy.exists():
        assert sound(copy)
    else:
        backups.drop_partial(record)
        backups.back_up(record, copy)
    assert [p.name for p in record.parent.glob("*.partial")] == []
    assert sound(record)
    exported = record.with_name("readings.jsonl")
    if told:
        assert len([json.loads(line) for line in exported.read_text().splitlines()]) == len(SEEDS)
