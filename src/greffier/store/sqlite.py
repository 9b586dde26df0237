"""A record in one SQLite file: WAL, so that it is read while it is written, and FTS5."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
from collections import Counter
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
EUID = os.access in os.supports_effective_ids
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
            if error.sqlite_errorcode in DAMAGED:
                raise StoreError(_explained(path, error)) from None
            raise StoreError(f"{path}: no record of greffier ({error})") from None

    @property
    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            where, uri = self._address()
            found = sqlite3.connect(
                where, timeout=WAIT, isolation_level=None, check_same_thread=False, uri=uri
            )
            found.execute("PRAGMA synchronous = NORMAL")
            found.execute("PRAGMA cache_size = -32000")
            self._local.connection = found
            self._open.append(found)
        return found

    def _address(self) -> tuple[str, bool]:
        """The path; a file that may not be written, whose log is in it, as an address that says
        so: SQLite would make a log beside it even to read."""
        path, log = self._path, self._path.with_name(f"{self._path.name}-wal")
        if path.exists() and not log.exists() and not os.access(path, os.W_OK, effective_ids=EUID):
            return f"{path.absolute().as_uri()}?mode=ro&immutable=1", True
        return str(path), False

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
        with self.writing():
            if self.rows("PRAGMA user_version")[0][0] != version:
                return  # another process was quicker
            if version:
                self._back_up(version)
            for statements in migrations.VERSIONS[version:]:
                for statement in statements:
                    self.run(migrations.dialect(statement, TYPES))
            if not version:
                for statement in WORDS:
                    self.run(statement)
            self.run(f"PRAGMA user_version = {migrations.CURRENT}")

    def _back_up(self, version: int) -> None:
        beside = self._path.with_name(f"{self._path.name}.v{version}.backup")
        partial = beside.with_name(f"{beside.name}.partial")
        partial.unlink(missing_ok=True)
        # another connection, which sees the file as it is before this transaction
        with closing(sqlite3.connect(self._path)) as whole, closing(sqlite3.connect(partial)) as to:
            whole.backup(to)
        partial.replace(beside)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        try:
            with closing(self._connection.execute(sql, values)) as cursor:
                return cursor.fetchall()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode in DAMAGED:
                raise StoreError(_explained(self._path, error)) from error
            raise

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        self._connection.execute(sql, values).close()

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._connection.executemany(sql, rows).close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        connection = self._connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # SQLite may have rolled back itself
                    connection.execute("ROLLBACK")
                raise
        except sqlite3.DatabaseError as error:
            raise StoreError(_explained(self._path, error)) from error

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

    def words_amiss(self, document: str, found: Iterable[Words]) -> list[str]:
        kept = Counter(
            self.rows("SELECT layer, key, told FROM texts WHERE document = ?", (document,))
        )
        told = Counter((str(w.layer), w.key, w.text) for w in found)
        return sorted({key for _, key, _ in (kept - told) + (told - kept)})

    def clear_words(self) -> None:
        self.run("INSERT INTO words (words) VALUES ('delete-all')")
        self.run("DELETE FROM texts")

    def file_faults(self) -> list[str]:
        try:
            return [text for (text,) in self.rows("PRAGMA integrity_check(20)") if text != "ok"]
        except (sqlite3.DatabaseError, StoreError) as error:
            return [str(error)]

    def index_faults(self) -> list[str]:
        """The index of words against one made anew from the texts, term by term."""
        with tempfile.TemporaryDirectory() as folder:
            self.run("ATTACH ? AS anew", (f"{folder}/words",))
            try:
                return self._compared_words()
            finally:
                self.run("DETACH anew")

    def _compared_words(self) -> list[str]:
        self.run(WORDS[-1].replace("TABLE words", "TABLE anew.again"))
        with closing(self._connection.execute("SELECT id, told FROM main.texts")) as kept:
            self.many(
                "INSERT INTO anew.again (rowid, written, folded, stems) VALUES (?, ?, ?, ?)",
                ((number, *_joined(told)) for number, told in kept),
            )
        for name, told in (("had", "main, words"), ("made", "anew, again")):
            self.run(f"CREATE VIRTUAL TABLE temp.{name} USING fts5vocab({told}, col)")
        try:
            return [
                f"the index of words is not that of the texts: {term!r} {why}"
                for one, other, why in (
                    ("had", "made", "is in no text so often"),
                    ("made", "had", "is not found so often as it is told"),
                )
                for term, *_ in self.rows(
                    f"SELECT * FROM temp.{one} EXCEPT SELECT * FROM temp.{other} LIMIT 5"
                )
            ]
        finally:
            self.run("DROP TABLE temp.had")
            self.run("DROP TABLE temp.made")

    def scrub(self) -> list[str]:
        """A vacuum writes the file anew without what was deleted; then the log is emptied."""
        self.run("INSERT INTO words (words) VALUES ('optimize')")
        self.run("VACUUM")
        busy = self.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]
        if not busy:
            return []
        return [
            f"{self._path}-wal still holds what was deleted: another process reads the record;"
            " stop it, then run the command again"
        ]

    def matching(self, layer: str, query: Query) -> tuple[str, list[Any]]:
        asked = [f'(folded : "{folded}" OR stems : "{stem}")' for folded, stem in query.terms]
        asked += [f'folded : "{" ".join(phrase)}"' for phrase in query.phrases]
        sql = (
            f"SELECT texts.key AS key, -bm25(words, {WEIGHTS}) AS score FROM words"
            " JOIN texts ON texts.id = words.rowid WHERE words MATCH ? AND texts.layer = ?"
        )
        return sql, [" AND ".join(asked), layer]


DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT_VTAB)
REMEDIES = {
    sqlite3.SQLITE_FULL: "make room, then start again: what was added before is kept",
    sqlite3.SQLITE_IOERR: "the disk failed: make room or mend it, then run `greffier verify`",
    sqlite3.SQLITE_READONLY: "make the file and its folder writable, or write elsewhere",
    sqlite3.SQLITE_BUSY: "another process writes for long: wait for it, then start again",
    sqlite3.SQLITE_CORRUPT: "run `greffier verify`; restore a backup with `greffier restore`",
}
"""By primary result code, what to do."""


def _explained(path: Path, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    remedy = REMEDIES.get(code, "run `greffier verify`")
    return f"{path}: stopped, nothing of this step was kept ({error}); {remedy}"


def _joined(text: str) -> tuple[str, str, str]:
    told = columns(text)
    return " ".join(told.written), " ".join(told.folded), " ".join(told.stems)
