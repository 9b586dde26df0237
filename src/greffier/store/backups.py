"""Copies of a record's file: made while it is used, checked, listed beside it, put back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from greffier.store import SCHEMES, migrations
from greffier.store.base import StoreError

LIST = ".backups"
"""Ends the name of the file beside a record that lists its backups, one path a line."""


def back_up(record: Path, copy: Path) -> None:
    """Copy a record, also while it is written: what is acknowledged before the call is in the
    copy. It appears under its name once it is whole and checked. Raises `StoreError`."""
    version(record)
    listed = known(record)
    if copy.absolute() not in listed:
        _write_list(record, [*listed, copy.absolute()])  # before it is made: `forget` must find it
    _copied(record, copy)


def restore(copy: Path, record: Path) -> None:
    """Put a backup where a record is to be. Raises `StoreError` when something is there."""
    for beside in ("", "-wal", "-shm"):
        there = record.with_name(record.name + beside)
        if there.exists():
            raise StoreError(f"{there}: is there already; move it away, then restore")
    _copied(copy, record)
    with closing(sqlite3.connect(record)) as file:
        file.execute("PRAGMA journal_mode = WAL")  # read while it is written


def known(record: Path) -> list[Path]:
    """The backups that are still there: those that were listed, and those that an upgrade made."""
    told = record.with_name(record.name + LIST)
    listed = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    upgraded = sorted(record.absolute().parent.glob(f"{_plain(record.name)}.v*.backup"))
    return [path for path in dict.fromkeys([*map(Path, listed), *upgraded]) if path.exists()]


def drop_partial(record: Path) -> None:
    """Delete what is left of copies that were killed while they were made."""
    told = record.with_name(record.name + LIST)
    listed = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    beside = record.absolute().parent.glob(f"{_plain(record.name)}.v*.backup.partial")
    for path in (*(Path(f"{path}.partial") for path in listed), *beside):
        path.unlink(missing_ok=True)


def version(path: Path) -> int:
    """The version of a record's file. Raises `StoreError` when it is none."""
    _refuse_address(path)
    if not path.exists():
        raise StoreError(f"{path}: no such file")
    try:
        with closing(sqlite3.connect(path)) as file:
            (found,) = file.execute("PRAGMA user_version").fetchone()
            file.execute("SELECT document FROM articles LIMIT 1")
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: no record of greffier ({error})") from None
    return int(found)


def holds(path: Path, told: str) -> bool:
    """Whether a record's file, of any version, has an article with this id or address."""
    places = (
        ("articles", "document"),
        ("articles", "uri"),
        ("printings", "document"),
        ("printings", "uri"),
        ("former", "document"),
    )
    with closing(sqlite3.connect(path)) as file:
        return any(
            file.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", (told,)).fetchone()
            for table, column in places
        )


def _copied(one: Path, other: Path) -> None:
    found = version(one)
    if found > migrations.CURRENT:
        raise StoreError(f"{one}: written by a later greffier; pip install -U greffier")
    if other.exists():
        raise StoreError(f"{other}: is there already; give another name, nothing is overwritten")
    partial = other.with_name(f"{other.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        with closing(sqlite3.connect(one)) as source, closing(sqlite3.connect(partial)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # all of it in one file
            wrong = [told for (told,) in target.execute("PRAGMA integrity_check(3)")]
        if wrong != ["ok"]:
            raise StoreError(
                f"{one}: is damaged, no copy was made ({'; '.join(wrong)}); restore an older backup"
            )
        _flush(partial)
        partial.rename(other)
    except (sqlite3.DatabaseError, OSError) as error:
        raise StoreError(f"{one} cannot be copied to {other} ({error}); nothing was made") from None
    finally:
        partial.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _write_list(record: Path, listed: list[Path]) -> None:
    told = record.with_name(record.name + LIST)
    partial = told.with_name(f"{told.name}.partial")
    partial.write_text("".join(f"{path}\n" for path in listed), encoding="utf-8")
    partial.replace(told)


def _plain(name: str) -> str:
    """A name in a glob pattern."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _refuse_address(path: Path) -> None:
    if str(path).startswith(tuple(scheme.replace("//", "/") for scheme in SCHEMES)):
        raise StoreError("a record in PostgreSQL is copied by pg_dump and put back by pg_restore")
