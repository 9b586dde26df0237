"""What only a file has: versions, copies of older ones, refusals."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from greffier import pipeline, views
from greffier.store import StoreError, migrations, open_store
from tests.contract.stories import all_three


def test_an_older_file_is_copied_before_it_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.record"
    store = open_store(path)
    list(pipeline.add(store, all_three()))
    before = views.timeline(store)
    store.close()
    later = (*migrations.VERSIONS, ("CREATE TABLE later (id WORD PRIMARY KEY)",))
    monkeypatch.setattr(migrations, "VERSIONS", later)
    monkeypatch.setattr(migrations, "CURRENT", len(later))
    store = open_store(path)
    assert views.timeline(store) == before
    store.close()
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (len(later),)
        assert file.execute("SELECT COUNT(*) FROM later").fetchone() == (0,)
    copy = tmp_path / "old.record.v1.backup"
    with closing(sqlite3.connect(copy)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (1,)
        assert file.execute("SELECT COUNT(*) FROM articles").fetchone() == (3,)


def test_a_later_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "later.record"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="later greffier"):
        open_store(path)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (99,)


def test_a_record_that_must_be_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such record"):
        open_store(tmp_path / "none.record", create=False)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no record of greffier"):
        open_store(tmp_path / "nowhere" / "a.record")
