"""Where a record is kept: a file (SQLite), or a PostgreSQL database by URL.

store = store.open_store("affaires.record")
store = store.open_store("postgresql://newsroom@db/affaires")
"""

from __future__ import annotations

from pathlib import Path

from greffier.store.asking import Asking
from greffier.store.base import EntryRow, Order, Store, StoreError
from greffier.store.connection import Database

__all__ = ["EntryRow", "Order", "SqlStore", "Store", "StoreError", "open_store"]

SCHEMES = ("postgresql://", "postgres://")


class SqlStore(Asking):
    """A store over a database that speaks SQL."""

    def __init__(self, database: Database, name: str) -> None:
        super().__init__(database)
        self.name = name
        self.writing = database.writing
        self.close = database.close


def open_store(path_or_url: str | Path, *, create: bool = True) -> Store:
    """The record in a file or at a URL, made when it is not there (unless `create` is false).
    Raises `StoreError` when it cannot be opened."""
    told = str(path_or_url)
    if told.startswith(SCHEMES):
        from greffier.store.postgres import PostgresDatabase, shown

        return SqlStore(PostgresDatabase(told), shown(told))
    from greffier.store.sqlite import SqliteDatabase

    return SqlStore(SqliteDatabase(Path(told), create=create), told)
