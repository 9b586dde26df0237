"""A record in one SQLite file: WAL, so that it is read while it is written, and FTS5."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from greffier.model.told import Words
from greffier.store import migrations
from greffier.store.base import StoreError
from greffier.store.connection import Database, Row
from greffier.store.words import Query, columns

TYPES = {
    "KEY": "INTEGER PRIMARY KEY AUTOINCREMENT",
    "WORD": "TEXT",
    "BYTES": "BLOB",
    "COMPACT": "WITHOUT ROWID",
}
WAIT = 60.0
"""Seconds that a writer waits for another to end."""
WORDS = (
    """CREATE TABLE texts (
        id INTEGER PRIMARY KEY, layer TEXT NOT NULL, key TEXT NOT NULL, document TEXT NOT NULL,
        told TEXT NOT NULL)""",
    "CREATE INDEX texts_document ON texts (document)",
    """CREATE VIRTUAL TABLE words USING fts5(
        written, folded, stems, content='', tokenize="unicode61 remove_diacritics 0")""",
)
"""The index keeps no copy of the texts; `told` is what must be taken out of it with a text."""
WEIGHTS = "4.0, 2.0, 1.0"
"""A word as written says more than its folded form, and that more than its stem."""


class SqliteDatabase(Database):
    """One file. Each thread has a connection of its own."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        if not create and not path.exists():
            raise StoreError(f"{path}: no such record; make one with `greffier add {path} …`")
        self._path = path
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{path}: no record of greffier ({error})") from None

    @property
    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = sqlite3.connect(
                self._path, timeout=WAIT, isolation_level=None, check_same_thread=False
            )
            found.execute("PRAGMA synchronous = NORMAL")
            found.execute("PRAGMA cache_size = -32000")
            self._local.connection = found
            self._open.append(found)
        return found

    def _prepare(self) -> None:
        """Bring the file up to the current version, a copy of an older one being kept beside."""
        version = self.rows("PRAGMA user_version")[0][0]
        if version > migrations.CURRENT:
            raise StoreError(
                f"{self._path}: written by a later greffier (version {version} of the record,"
                f" this one knows {migrations.CURRENT}); upgrade with pip install -U greffier"
            )
        if version == migrations.CURRENT:
            return
        self.rows("PRAGMA journal_mode = WAL")
        if version:
            self._back_up(version)
        with self.writing():
            if self.rows("PRAGMA user_version")[0][0] != version:
                return  # another process was quicker
            for statements in migrations.VERSIONS[version:]:
                for statement in statements:
                    self.run(migrations.dialect(statement, TYPES))
            if not version:
                for statement in WORDS:
                    self.run(statement)
            self.run(f"PRAGMA user_version = {migrations.CURRENT}")

    def _back_up(self, version: int) -> None:
        beside = self._path.with_name(f"{self._path.name}.v{version}.backup")
        with closing(sqlite3.connect(beside)) as copy:
            self._connection.backup(copy)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        with closing(self._connection.execute(sql, values)) as cursor:
            return cursor.fetchall()

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        self._connection.execute(sql, values).close()

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._connection.executemany(sql, rows).close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def close(self) -> None:
        for connection in self._open:
            connection.close()
        self._open.clear()
        self._local = threading.local()

    def put_words(self, found: Iterable[Words]) -> None:
        for told in found:
            (number,) = self.rows(
                "INSERT INTO texts (layer, key, document, told) VALUES (?, ?, ?, ?) RETURNING id",
                (told.layer, told.key, told.document, told.text),
            )[0]
            self.run(
                "INSERT INTO words (rowid, written, folded, stems) VALUES (?, ?, ?, ?)",
                (number, *_joined(told.text)),
            )

    def drop_words(self, document: str) -> None:
        kept = self.rows("SELECT id, told FROM texts WHERE document = ?", (document,))
        self.many(
            "INSERT INTO words (words, rowid, written, folded, stems)"
            " VALUES ('delete', ?, ?, ?, ?)",
            [(number, *_joined(told)) for number, told in kept],
        )
        self.run("DELETE FROM texts WHERE document = ?", (document,))

    def matching(self, layer: str, query: Query) -> tuple[str, list[Any]]:
        asked = [f'(folded : "{folded}" OR stems : "{stem}")' for folded, stem in query.terms]
        asked += [f'folded : "{" ".join(phrase)}"' for phrase in query.phrases]
        sql = (
            f"SELECT texts.key AS key, -bm25(words, {WEIGHTS}) AS score FROM words"
            " JOIN texts ON texts.id = words.rowid WHERE words MATCH ? AND texts.layer = ?"
        )
        return sql, [" AND ".join(asked), layer]


def _joined(text: str) -> tuple[str, str, str]:
    told = columns(text)
    return " ".join(told.written), " ".join(told.folded), " ".join(told.stems)
