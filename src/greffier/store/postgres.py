"""A record in a PostgreSQL database: for a newsroom with several writers."""

from __future__ import annotations

import functools
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from greffier.model.told import Words
from greffier.store import migrations
from greffier.store.base import StoreError
from greffier.store.connection import Database, Row
from greffier.store.words import Query, columns

try:
    import psycopg
except ImportError as error:  # an extra: a record in a file needs no server
    raise StoreError(
        "a record in PostgreSQL needs psycopg: pip install 'greffier[postgres]'"
    ) from error

TYPES = {
    "KEY": "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
    "WORD": 'TEXT COLLATE "C"',
    "BYTES": "BYTEA",
    "COMPACT": "",
}
"""Texts are compared by code points, as SQLite does, whatever the server's language."""
WORDS = (
    """CREATE TABLE texts (
        layer TEXT NOT NULL, key TEXT COLLATE "C" NOT NULL, document TEXT COLLATE "C" NOT NULL,
        written TSVECTOR NOT NULL, folded TSVECTOR NOT NULL, stems TSVECTOR NOT NULL)""",
    "CREATE INDEX texts_document ON texts (document)",
    "CREATE INDEX texts_folded ON texts USING GIN (folded)",
    "CREATE INDEX texts_stems ON texts USING GIN (stems)",
)
WRITER = 0x67726566
"""The lock that whoever writes holds until the transaction's end."""
MOST_POSITIONS, LAST_POSITION = 255, 16383
"""Of one word in a text, and in a text: what PostgreSQL keeps."""


class PostgresDatabase(Database):
    """A database by URL. Each thread has a connection of its own."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._local = threading.local()
        self._open: list[psycopg.Connection[Row]] = []
        try:
            self._prepare()
        except psycopg.OperationalError as error:
            raise StoreError(f"{shown(url)}: cannot be reached ({error})") from None

    @property
    def _connection(self) -> psycopg.Connection[Row]:
        found: psycopg.Connection[Row] | None = getattr(self._local, "connection", None)
        if found is None:
            found = psycopg.connect(self._url, autocommit=True)
            self._local.connection = found
            self._open.append(found)
        return found

    def _prepare(self) -> None:
        """Bring the database up to the current version; a copy of older tables is kept in a
        schema of its own."""
        self.run("CREATE TABLE IF NOT EXISTS greffier_version (version INTEGER NOT NULL)")
        if self._version() == migrations.CURRENT:
            return
        with self.writing():
            version = self._version()  # another process may have been quicker
            if version > migrations.CURRENT:
                raise StoreError(
                    f"{shown(self._url)}: written by a later greffier (version {version} of the"
                    f" record, this one knows {migrations.CURRENT}); pip install -U greffier"
                )
            if version:
                self._back_up(version)
            for statements in migrations.VERSIONS[version:]:
                for statement in statements:
                    self.run(migrations.dialect(statement, TYPES))
            if not version:
                for statement in WORDS:
                    self.run(statement)
            self.run("DELETE FROM greffier_version")
            self.run("INSERT INTO greffier_version VALUES (?)", (migrations.CURRENT,))

    def _version(self) -> int:
        found = self.rows("SELECT version FROM greffier_version")
        return int(found[0][0]) if found else 0

    def _back_up(self, version: int) -> None:
        beside = f"greffier_v{version}_backup"
        tables = self.rows("SELECT tablename FROM pg_tables WHERE schemaname = CURRENT_SCHEMA()")
        self.run(f"CREATE SCHEMA IF NOT EXISTS {beside}")
        for (table,) in tables:
            self.run(f'CREATE TABLE {beside}."{table}" AS TABLE "{table}"')

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        return self._connection.execute(_holes(sql), values).fetchall()

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        self._connection.execute(_holes(sql), values or None)

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        with self._connection.cursor() as cursor:
            cursor.executemany(_holes(sql), rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._connection.transaction():
            self._connection.execute("SELECT pg_advisory_xact_lock(%s)", (WRITER,))
            yield

    def close(self) -> None:
        for connection in self._open:
            connection.close()
        self._open.clear()
        self._local = threading.local()

    def put_words(self, found: Iterable[Words]) -> None:
        told = ((w, columns(w.text)) for w in found)
        self.many(
            "INSERT INTO texts (layer, key, document, written, folded, stems)"
            " VALUES (?, ?, ?, ?::tsvector, ?::tsvector, ?::tsvector)",
            [
                (w.layer, w.key, w.document, *map(vector, (c.written, c.folded, c.stems)))
                for w, c in told
            ],
        )

    def drop_words(self, document: str) -> None:
        self.run("DELETE FROM texts WHERE document = ?", (document,))

    def matching(self, layer: str, query: Query) -> tuple[str, list[Any]]:
        asked, values = ["layer = ?"], [layer]
        for folded, stem in query.terms:
            asked.append("(folded @@ ?::tsquery OR stems @@ ?::tsquery)")
            values += [_quoted(folded), _quoted(stem)]
        for phrase in query.phrases:
            asked.append("folded @@ ?::tsquery")
            values.append(" <-> ".join(map(_quoted, phrase)))
        every = [_quoted(stem) for _, stem in query.terms]
        every += [_quoted(word) for phrase in query.phrases for word in phrase]
        sql = (
            "SELECT key, ts_rank_cd(stems, ?::tsquery, 1) AS score FROM texts"
            f" WHERE {' AND '.join(asked)}"
        )
        return sql, [" | ".join(every), *values]


def vector(words: Sequence[str]) -> str:
    """Words with their places, as PostgreSQL writes a text vector."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words, 1):
        if len(places[word]) < MOST_POSITIONS:
            places[word].append(min(place, LAST_POSITION))
    return " ".join(f"{_quoted(w)}:{','.join(map(str, at))}" for w, at in places.items())


def shown(url: str) -> str:
    """A URL without its password."""
    parts = urlsplit(url)
    if not parts.password:
        return url
    return urlunsplit(parts._replace(netloc=parts.netloc.replace(f":{parts.password}@", ":…@")))


def _quoted(word: str) -> str:
    """A word (letters and digits only) in a vector or query."""
    return f"'{word}'"


@functools.lru_cache(maxsize=1024)
def _holes(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s")
