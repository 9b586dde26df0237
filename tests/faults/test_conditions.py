"""Full disks, files that may not be written, many at once, clocks that are set back."""

from __future__ import annotations

import os
import resource
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from greffier import pipeline, recording, views
from greffier.model.record import Judgement, Verdict
from greffier.recording import judging
from greffier.store import SqlStore, StoreError, open_store
from tests.contract.test_order import article, filled, state
from tests.faults.conftest import Acknowledge, opened, sound, started

SEEDS = range(8)
WRITERS, PROCESSES, THREADS = 2, 4, 8
"""Readers are threads of processes: 32."""
NOBODY = 65534


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "a.record"
    with opened(path) as store:
        filled(store, [article(seed) for seed in SEEDS[:3]])
    return path


def test_a_full_disk_stops_with_whole_articles_and_is_taken_up(record: Path) -> None:
    with opened(record) as store:
        assert isinstance(store, SqlStore)
        pages = store.database.rows("PRAGMA page_count")[0][0]
        store.database.run(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(StoreError, match=r"full.*make room"):
            filled(store, [article(seed) for seed in range(3, 40)])
        assert store.counts()["articles"] < 40
    assert sound(record)
    with opened(record) as store:
        filled(store, [article(seed) for seed in range(3, 12)])
        assert store.counts()["articles"] >= 12
    assert sound(record)


def limited(path: Path, acknowledge: Acknowledge) -> None:
    """Adds until files may grow no more."""
    most = path.stat().st_size + 60_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    with opened(path) as store:
        try:
            for reading, _ in pipeline.add(store, map(article, range(3, 60))):
                acknowledge(reading.document.id)
        except StoreError as error:
            acknowledge("stopped" if "nothing of this step was kept" in str(error) else str(error))


def test_a_file_that_cannot_grow_keeps_what_was_acknowledged(record: Path, tmp_path: Path) -> None:
    process = started(limited, record, tmp_path / "told")
    process.join()
    assert process.exitcode == 0
    *told, stopped = (tmp_path / "told").read_text().splitlines()
    assert stopped == "stopped"
    with opened(record) as store:
        assert [d for d in told if not store.has(d)] == []
        assert store.counts()["articles"] == 3 + len(told)
    assert sound(record)


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that whoever is not root can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def reading_only(path: Path, acknowledge: Acknowledge) -> None:
    if os.geteuid() == 0:
        os.setegid(NOBODY)
        os.seteuid(NOBODY)
    with opened(path) as store:
        acknowledge(str(store.counts()["articles"]))
        try:
            filled(store, [article(5)])
        except StoreError as error:
            acknowledge("refused" if "writable" in str(error) else str(error))


def test_a_file_that_may_not_be_written_is_read(record: Path, shelf: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(record, shelf / "a.record"))
    path.chmod(0o444)
    shelf.chmod(0o555)
    process = started(reading_only, path, tmp_path / "told")
    process.join()
    shelf.chmod(0o755)
    assert (tmp_path / "told").read_text().splitlines() == ["3", "refused"]


def writing(path: Path, acknowledge: Acknowledge) -> None:
    with opened(path) as store:
        filled(store, [article(seed) for seed in SEEDS[3:]])
    acknowledge("written")


def asking(path: Path, acknowledge: Acknowledge) -> None:
    """Eight threads that ask until all that is written is there."""
    failed: list[BaseException] = []

    def ask() -> None:
        try:
            while views.status(store).articles < len(SEEDS):
                for event in views.timeline(store).items:
                    assert all(a.passages for a in event.attestations)
                views.search(store, "digue")
        except BaseException as error:
            failed.append(error)

    with opened(path) as store:
        threads = [threading.Thread(target=ask) for _ in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    acknowledge("read" if not failed else repr(failed[0]))


def test_two_writers_and_many_readers_at_once(record: Path, tmp_path: Path) -> None:
    work = [writing] * WRITERS + [asking] * PROCESSES
    running = [started(w, record, tmp_path / f"told{n}") for n, w in enumerate(work)]
    for process in running:
        process.join()
    told = [(tmp_path / f"told{n}").read_text().strip() for n in range(len(work))]
    assert told == ["written"] * WRITERS + ["read"] * PROCESSES
    with opened(record) as store, opened(tmp_path / "calm.record") as calm:
        filled(calm, [article(seed) for seed in SEEDS])
        assert state(store) == state(calm)
    assert sound(record)


def test_the_time_of_adding_changes_nothing(record: Path, tmp_path: Path) -> None:
    with opened(record) as store:
        assert isinstance(store, SqlStore)
        before = state(store)
        store.database.run("UPDATE articles SET added = '1970-01-0' || number")
        assert state(store) == before
        filled(store, [article(seed) for seed in SEEDS[3:]])
        with opened(tmp_path / "calm.record") as calm:
            assert state(store) == state(filled(calm, [article(seed) for seed in SEEDS]))


def test_a_judgement_made_after_the_clock_was_set_back_is_the_later_one(record: Path) -> None:
    store = open_store(record)
    one, other = (n for n in pipeline.nodes_of(article(0)) if n.kind == "person")
    told = Judgement("j0", one.anchor, other.anchor, Verdict.SAME, (), "Ada", "2999-01-01T00:00:00")
    judging.take_in(store, [told])
    made = recording.judge(store, one.id, other.id, Verdict.DIFFERENT, "Ada")
    assert recording.explain(store, one.id, other.id) is None
    undone = judging.undo(store, made.id, "Ada")
    assert recording.explain(store, one.id, other.id) is not None
    judging.undo(store, undone.id, "Ada")
    assert recording.explain(store, one.id, other.id) is None
    store.close()
