"""What verifies, repairs and forgets asks of the tables."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from greffier.model.record import Judgement
from greffier.model.told import Kept, Words
from greffier.store.asking import Asking
from greffier.store.base import DERIVED
from greffier.store.codec import COMMON, load
from greffier.store.connection import Row
from greffier.store.keeping import ARTICLE, kept

OF_ARTICLES = ("nodes", "told", "offices", "texts", "printings")
"""Tables whose rows name the document that they are of."""
OF_NODES = (("parts", "node"), ("told", "node"))
NAMES = {
    "forms": ("id",),
    "form_keys": ("layer", "key", "form"),
    "names": ("folded", "form"),
    "links": ("layer", "one", "other"),
    "rulings": ("layer", "one", "other", "verdict"),
    "entries": ("id",),
    "reviews": ("layer", "one", "other"),
    "disagreements": ("id",),
}
"""The columns that name a row of each derived table."""
CONTENTS = {
    "forms": "layer, kind, entry, stands, ranked, first_node, count, leans, facts",
    "links": "weak, data",
    "rulings": "data",
    "entries": "layer, kind, label, folded, country, attestations, mode, status, first, last,"
    " published",
    "reviews": "leaning, score, data",
    "disagreements": "kind, layer, entry, weight, data",
}


class Keeper(Asking):
    """The part of a store that is kept in order."""

    def file_faults(self) -> list[str]:
        return self.database.file_faults()

    def index_faults(self) -> list[str]:
        return self.database.index_faults()

    def scrub(self) -> list[str]:
        return self.database.scrub()

    def words_amiss(self, document: str, found: Iterable[Words]) -> list[str]:
        return self.database.words_amiss(document, found)

    def unread(self) -> Iterable[Kept]:
        """All articles with their readings, as they stand: a reading that cannot be unpacked is
        given as an empty text."""
        sql = (
            f"SELECT {ARTICLE}, reading, number, added FROM articles WHERE document > ?"
            " ORDER BY document LIMIT 50"
        )
        last = ""
        while rows := self.database.rows(sql, (last,)):
            yield from map(_sound, rows)
            last = rows[-1][0]

    def strays(self) -> dict[str, int]:
        counted = {
            table: self._count(
                f"SELECT COUNT(*) FROM {table}"
                " WHERE document NOT IN (SELECT document FROM articles)"
            )
            for table in OF_ARTICLES
        }
        for table, column in OF_NODES:
            counted[table] = counted.get(table, 0) + self._count(
                f"SELECT COUNT(*) FROM {table} WHERE {column} NOT IN (SELECT id FROM nodes)"
            )
        return {table: count for table, count in counted.items() if count}

    def _count(self, sql: str) -> int:
        return int(self.database.rows(sql)[0][0])

    def derived(self, table: str) -> Iterable[tuple[str, str]]:
        named = ", ".join(NAMES[table])
        told = f", {CONTENTS[table]}" if table in CONTENTS else ""
        width = len(NAMES[table])
        for row in self.database.rows(f"SELECT {named}{told} FROM {table} ORDER BY {named}"):
            yield " ".join(row[:width]), repr([_opened(value) for value in row[width:]])

    def clear_contents(self) -> None:
        database = self.database
        database.run(
            "INSERT INTO former (node, document, layer, start, stop)"
            " SELECT id, document, layer, start, stop FROM nodes"
            " WHERE document IN (SELECT document FROM articles) ON CONFLICT (node) DO NOTHING"
        )
        database.clear_words()
        database.run("DELETE FROM printings WHERE document NOT IN (SELECT document FROM articles)")
        for table in (*DERIVED, "parts", "told", "offices", "nodes"):
            database.run(f"DELETE FROM {table}")

    def documents_at(self, uri: str) -> list[str]:
        rows = self.database.rows(
            "SELECT document FROM printings WHERE uri = ?"
            " UNION SELECT document FROM articles WHERE uri = ? ORDER BY document",
            (uri, uri),
        )
        return [document for (document,) in rows]

    def forget(self, document: str) -> list[str]:
        self.drop_printings(document)
        self.database.run("DELETE FROM former WHERE document = ?", (document,))
        about = [
            id
            for id, data in self.database.rows("SELECT id, data FROM judgements ORDER BY number")
            if document in _documents(load(Judgement, data))
        ]
        self.database.run_among("DELETE FROM judgements WHERE id IN ({})", about)
        return about


def _documents(judgement: Judgement) -> tuple[str, str]:
    return judgement.one.document, judgement.other.document


def _sound(row: Row) -> Kept:
    try:
        return kept(row)
    except (zlib.error, UnicodeDecodeError):
        return kept((*row[:8], None, *row[9:]))


def _opened(value: object) -> object:
    """A value as it compares: packed facts as their JSON, whatever packed them."""
    if not isinstance(value, bytes):
        return value
    try:
        return zlib.decompressobj(zdict=COMMON).decompress(value).decode()
    except (zlib.error, UnicodeDecodeError):
        return value
