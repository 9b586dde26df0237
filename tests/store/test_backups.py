"""Copies of a record: whole, checked, put back, never written over another file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from greffier import pipeline
from greffier.store import StoreError, backups, open_store
from tests.contract.stories import all_three
from tests.contract.test_order import closed


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "digue.record"
    store = open_store(path)
    list(pipeline.add(store, all_three()))
    store.close()
    return path


def test_a_copy_is_the_record_and_is_listed(record: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.record"
    backups.back_up(record, copy)
    assert closed(open_store(copy)) == closed(open_store(record))
    assert backups.known(record) == [copy]
    copy.unlink()
    assert backups.known(record) == []


def test_a_copy_is_made_while_another_writes(record: Path, tmp_path: Path) -> None:
    writer = open_store(record)
    with writer.writing():
        writer.drop_article(all_three()[0].document.id)
        backups.back_up(record, tmp_path / "copy.record")
    writer.close()
    copy = open_store(tmp_path / "copy.record")
    assert copy.has(all_three()[0].document.id)
    copy.close()


def test_a_backup_is_put_back_and_is_read_while_written(record: Path, tmp_path: Path) -> None:
    copy, back = tmp_path / "copy.record", tmp_path / "back.record"
    backups.back_up(record, copy)
    backups.restore(copy, back)
    assert closed(open_store(back)) == closed(open_store(record))
    with closing(sqlite3.connect(back)) as file:
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_nothing_is_written_over(record: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine")
    with pytest.raises(StoreError, match="nothing is overwritten"):
        backups.back_up(record, other)
    with pytest.raises(StoreError, match="move it away"):
        backups.restore(record, other)
    assert other.read_text() == "mine"


def test_a_damaged_file_is_not_copied(record: Path, tmp_path: Path) -> None:
    data = bytearray(record.read_bytes())
    for place in range(8192, len(data), 4096):  # all pages but the schema's
        data[place : place + 64] = b"\xff" * 64
    record.write_bytes(data)
    with pytest.raises(StoreError, match=r"damaged|malformed"):
        backups.back_up(record, tmp_path / "copy.record")
    assert [p.name for p in tmp_path.iterdir() if "copy" in p.name] == []


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Ceci n’est pas un registre. " * 200)
    for told in (notes, tmp_path / "none", Path("postgresql://u@h/d")):
        with pytest.raises(StoreError, match=r"no record|no such file|pg_dump"):
            backups.back_up(told, tmp_path / "copy.record")
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_backups_of_upgrades_are_known(record: Path) -> None:
    older = record.with_name("digue.record.v1.backup")
    older.write_bytes(record.read_bytes())
    record.with_name("autre.record.v1.backup").write_bytes(b"")
    assert backups.known(record) == [older]
