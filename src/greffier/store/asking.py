"""What views ask of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from greffier.model.questions import Filter, Slice
from greffier.model.record import UNDATED, Disagreement, Layer, Link, Rank
from greffier.model.told import Kept, Told
from greffier.store.base import EntryRow, Order
from greffier.store.codec import load, unpack
from greffier.store.conditions import Where, of_articles, of_entries
from greffier.store.connection import Row, holes
from greffier.store.keeping import ARTICLE, kept
from greffier.store.merging import Merging
from greffier.store.words import parse

ROW = (
    "e.id, e.layer, e.kind, e.label, e.country, e.attestations, e.mode, e.status, e.first, e.last,"
    " e.published"
)
ORDERS = {
    Order.OFTEN: "e.attestations DESC, e.folded, e.id",
    Order.NAME: "e.folded, e.id",
    Order.DAY: "e.first IS NULL, e.first, e.last, e.published, e.id",
    Order.LATEST: "e.first IS NULL, e.first DESC, e.last DESC, e.published DESC, e.id",
    Order.PUBLISHED: "e.published IS NULL, e.published, e.id",
    Order.NEWEST: "e.published IS NULL, e.published DESC, e.id",
}
ENTRY_FIELDS = ("who", "speaker", "addressee", "about", "place", "story")
BROADEST = 500
"""Articles, the best first, among which the people and places of a search are counted."""


class Asking(Merging):
    """The part of a store that answers views."""

    def counts(self) -> dict[str, int]:
        """How many articles, and entries of each layer and kind (`entity.person`)."""
        rows = self.database.rows(
            "SELECT layer, kind, COUNT(*) FROM entries GROUP BY layer, kind ORDER BY layer, kind"
        )
        found = {f"{layer}.{kind}": count for layer, kind, count in rows}
        for table in ("articles", "nodes", "judgements", "disagreements", "reviews"):
            found[table] = self.database.rows(f"SELECT COUNT(*) FROM {table}")[0][0]
        return found

    def printed(self) -> list[tuple[str | None, str | None, int]]:
        """How many articles each outlet printed in each month."""
        rows = self.database.rows(
            "SELECT outlet, SUBSTR(published, 1, 7), COUNT(*) FROM articles GROUP BY 1, 2"
        )
        return [(outlet, month, count) for outlet, month, count in rows]

    def resolve(self, ids: Iterable[str]) -> dict[str, str]:
        """The present entry of each id: of an entry, of one that was, or of a node."""
        asked = list(dict.fromkeys(ids))
        among = self.database.among
        found = {id: id for (id,) in among("SELECT id FROM entries WHERE id IN ({})", asked)}
        found |= self.entries_of_nodes(id for id in asked if id not in found)
        reread = {id: self._reread(id) for id in asked if id not in found}
        return found | {id: entry for id, entry in reread.items() if entry}

    def _reread(self, node: str) -> str | None:
        """The entry of the node that an article, read again, has in the place of one that was."""
        found = self.database.rows(
            "SELECT f.entry FROM former w JOIN nodes n ON n.document = w.document"
            " AND n.layer = w.layer AND n.start < w.stop AND w.start < n.stop"
            " JOIN forms f ON f.id = n.form WHERE w.node = ? AND f.entry IS NOT NULL"
            " ORDER BY n.start, n.id LIMIT 1",
            (node,),
        )
        return found[0][0] if found else None

    def resolved(self, asked: Filter) -> Filter:
        """The filter with the present entries' ids."""
        told = {name: getattr(asked, name) for name in ENTRY_FIELDS}
        now = self.resolve(id for ids in told.values() for id in ids)
        present: dict[str, Any] = {
            name: tuple(now.get(id, id) for id in ids) for name, ids in told.items()
        }
        return replace(asked, **present)

    def entry_rows(self, ids: Iterable[str]) -> dict[str, EntryRow]:
        rows = self.database.among(f"SELECT {ROW} FROM entries e WHERE e.id IN ({{}})", ids)
        return {row[0]: _entry_row(row) for row in rows}

    def find(
        self, layer: Layer, asked: Filter, order: Order, part: Slice
    ) -> tuple[list[EntryRow], int]:
        """A slice of the entries of a layer that fit, and how many fit."""
        where = of_entries(layer, self.resolved(asked), self.database)
        sql = f"FROM entries e WHERE {where}"
        total = self.database.rows(f"SELECT COUNT(*) {sql}", where.values)[0][0]
        rows = self.database.rows(
            f"SELECT {ROW} {sql} ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?",
            [*where.values, part.limit, part.offset],
        )
        return [_entry_row(row) for row in rows], total

    def tally(self, layer: Layer, asked: Filter, column: str) -> dict[str, int]:
        """How many fitting entries have each value of `kind`, `status`, `mode`, `country`, or fall
        on each `day` or `month`."""
        expression = {
            "day": "e.first",
            "month": "SUBSTR(COALESCE(e.first, e.published), 1, 7)",
        }.get(column, f"e.{column}")
        where = of_entries(layer, self.resolved(asked), self.database)
        rows = self.database.rows(
            f"SELECT {expression}, COUNT(*) FROM entries e WHERE {where}"
            " GROUP BY 1 ORDER BY 2 DESC, 1",
            where.values,
        )
        return {value: count for value, count in rows if value}

    def added_since(self, moment: str, limit: int) -> tuple[list[Kept], int]:
        """Articles that came after a moment, the latest first, and how many did."""
        sql = "FROM articles a WHERE a.added > ?"
        total = self.database.rows(f"SELECT COUNT(*) {sql}", [moment])[0][0]
        rows = self.database.rows(
            f"SELECT {ARTICLE}, NULL, number, added {sql} ORDER BY number DESC LIMIT ?",
            [moment, limit],
        )
        return [kept(row) for row in rows], total

    def event_places(self, asked: Filter, limit: int) -> list[tuple[str, int]]:
        """Where the events that fit took place: entries, and how many events each has."""
        where = of_entries(Layer.EVENT, self.resolved(asked), self.database)
        rows = self.database.rows(
            "SELECT pf.entry, COUNT(DISTINCT e.id) FROM entries e JOIN forms f ON f.entry = e.id"
            " JOIN nodes n ON n.form = f.id JOIN parts p ON p.node = n.id AND p.role = 'place'"
            " JOIN nodes pn ON pn.id = p.target JOIN forms pf ON pf.id = pn.form"
            f" WHERE {where} AND pf.entry IS NOT NULL GROUP BY pf.entry ORDER BY 2 DESC, 1 LIMIT ?",
            [*where.values, limit],
        )
        return [(entry, count) for entry, count in rows]

    def told_of_entries(self, entries: Iterable[str]) -> dict[str, list[Told]]:
        """What articles tell of each entry, the first attested first."""
        rows = self.database.among(
            "SELECT f.entry, a.published, t.data FROM forms f JOIN nodes n ON n.form = f.id"
            " JOIN told t ON t.node = n.id"
            " JOIN articles a ON a.document = t.document WHERE f.entry IN ({})",
            entries,
        )
        found: dict[str, list[tuple[Rank, Told]]] = {}
        for entry, published, data in rows:
            told = unpack(Told, data)
            place = told.passages[0]
            rank = Rank(published or UNDATED, told.document, place.start, place.end)
            found.setdefault(entry, []).append((rank, told))
        return {
            entry: [told for _, told in sorted(ranked, key=lambda r: r[0])]
            for entry, ranked in found.items()
        }

    def articles(self, documents: Iterable[str]) -> dict[str, Kept]:
        """Articles without their readings."""
        rows = self.database.among(
            f"SELECT {ARTICLE}, NULL, number, added FROM articles WHERE document IN ({{}})",
            documents,
        )
        return {row[0]: kept(row) for row in rows}

    def find_articles(self, asked: Filter, part: Slice) -> tuple[list[Kept], int]:
        """Articles that fit, the newest first, without their readings; and how many fit."""
        where = of_articles(self.resolved(asked), self.database)
        total = self.database.rows(f"SELECT COUNT(*) FROM articles a WHERE {where}", where.values)
        rows = self.database.rows(
            f"SELECT {ARTICLE}, NULL, number, added FROM articles a WHERE {where}"
            " ORDER BY published IS NULL, published DESC, document LIMIT ? OFFSET ?",
            [*where.values, part.limit, part.offset],
        )
        return [kept(row) for row in rows], total[0][0]

    def search(
        self, words: str, asked: Filter, part: Slice
    ) -> tuple[list[str], int, dict[str, dict[str, int]]]:
        """Documents whose text has the words, the best first; how many; and, by facet, how many
        have each value."""
        query = parse(words)
        if not query:
            return [], 0, {}
        where = of_articles(self.resolved(asked), self.database, words_too=False)
        sql, values = self.database.matching("article", query)
        rows = self.database.rows(
            f"SELECT a.document, a.outlet, SUBSTR(a.published, 1, 7) FROM ({sql}) AS found"
            f" JOIN articles a ON a.document = found.key WHERE {where}"
            " ORDER BY found.score DESC, a.published DESC, a.document",
            [*values, *where.values],
        )
        documents = [row[0] for row in rows]
        facets = {"outlet": _counted(r[1] for r in rows), "month": _counted(r[2] for r in rows)}
        facets |= self._entities_in(documents[:BROADEST])
        return documents[part.offset : part.offset + part.limit], len(rows), facets

    def _entities_in(self, documents: Sequence[str]) -> dict[str, dict[str, int]]:
        """The entries named in most of some articles, by kind."""
        if not documents:
            return {}
        rows = self.database.rows(
            "SELECT f.kind, f.entry, COUNT(DISTINCT n.document) FROM nodes n"
            " JOIN forms f ON f.id = n.form WHERE n.layer = ?"
            f" AND n.document IN ({holes(documents)})"
            " AND f.entry IS NOT NULL GROUP BY f.kind, f.entry ORDER BY 3 DESC, 2",
            [Layer.ENTITY, *documents],
        )
        found: dict[str, dict[str, int]] = {}
        for kind, entry, count in rows:
            found.setdefault(kind, {})[entry] = count
        return found

    def named_in(self, documents: Iterable[str]) -> list[tuple[str, int]]:
        """The entries named in some articles, in how many, most first."""
        found = self._entities_in(list(documents)[:BROADEST])
        every = [(entry, count) for values in found.values() for entry, count in values.items()]
        return sorted(every, key=lambda pair: (-pair[1], pair[0]))

    def together(self, entry: str, limit: int) -> list[tuple[str, int]]:
        """The entries named in most of the articles that name an entry."""
        rows = self.database.rows(
            "SELECT f.entry, COUNT(DISTINCT n.document) FROM nodes n JOIN forms f ON f.id = n.form"
            " WHERE n.layer = ? AND n.document IN (SELECT o.document FROM forms g"
            " JOIN nodes o ON o.form = g.id WHERE g.entry = ?)"
            " AND f.entry IS NOT NULL AND f.entry <> ? GROUP BY f.entry"
            " ORDER BY 2 DESC, 1 LIMIT ?",
            [Layer.ENTITY, entry, entry, limit],
        )
        return [(other, count) for other, count in rows]

    def documents_of_entries(self, entries: Iterable[str]) -> dict[str, list[str]]:
        """The articles that tell of each entry."""
        rows = self.database.among(
            "SELECT DISTINCT f.entry, n.document FROM forms f JOIN nodes n ON n.form = f.id"
            " WHERE f.entry IN ({})",
            entries,
        )
        found: dict[str, list[str]] = {}
        for entry, document in sorted(rows):
            found.setdefault(entry, []).append(document)
        return found

    def entries_of_nodes(self, nodes: Iterable[str]) -> dict[str, str]:
        rows = self.database.among(
            "SELECT n.id, f.entry FROM nodes n JOIN forms f ON f.id = n.form WHERE n.id IN ({})",
            nodes,
        )
        return {node: entry for node, entry in rows if entry}

    def entries_with_texts(self, texts: Iterable[str]) -> set[str]:
        """The entries of events, statements and figures told in paragraphs of TEXT entries."""
        rows = self.database.among(
            "SELECT DISTINCT f.entry FROM forms b JOIN told t ON t.block = b.id"
            " JOIN nodes n ON n.id = t.node JOIN forms f ON f.id = n.form WHERE b.entry IN ({})",
            texts,
        )
        return {entry for (entry,) in rows if entry}

    def stories_of_documents(self, documents: Iterable[str]) -> dict[str, str]:
        rows = self.database.among(
            "SELECT n.document, f.entry FROM nodes n JOIN forms f ON f.id = n.form"
            " WHERE n.layer = ? AND n.document IN ({})",
            documents,
            [Layer.ARTICLE],
        )
        return {document: entry for document, entry in rows if entry}

    def disagreements(self, asked: Filter, part: Slice) -> tuple[list[Disagreement], int]:
        """The weightiest first; `kind`, and as `who` the entry they tell of, narrow them."""
        now = self.resolved(asked)
        where = Where()
        where.one_of("d.kind", now.kind)
        where.one_of("d.entry", (*now.who, *now.about, *now.place))
        sql = f"FROM disagreements d WHERE {where}"
        total = self.database.rows(f"SELECT COUNT(*) {sql}", where.values)[0][0]
        rows = self.database.rows(
            f"SELECT d.data {sql} ORDER BY d.weight DESC, d.id LIMIT ? OFFSET ?",
            [*where.values, part.limit, part.offset],
        )
        return [load(Disagreement, data) for (data,) in rows], total

    def disagreement(self, id: str) -> Disagreement | None:
        rows = self.database.rows("SELECT data FROM disagreements WHERE id = ?", (id,))
        return load(Disagreement, rows[0][0]) if rows else None

    def reviews(self, layers: Sequence[Layer], part: Slice) -> tuple[list[Link], int]:
        """Pairs for a person to review, the likeliest first."""
        where = Where()
        where.one_of("r.layer", layers)
        sql = f"FROM reviews r WHERE {where}"
        total = self.database.rows(f"SELECT COUNT(*) {sql}", where.values)[0][0]
        rows = self.database.rows(
            f"SELECT r.data {sql} ORDER BY r.score DESC, r.layer, r.one, r.other LIMIT ? OFFSET ?",
            [*where.values, part.limit, part.offset],
        )
        return [load(Link, data) for (data,) in rows], total


def _entry_row(row: Row) -> EntryRow:
    id, layer, *others = row
    return EntryRow(id, Layer(layer), *others)


def _counted(values: Iterable[Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for value in values:
        if value:
            found[value] = found.get(value, 0) + 1
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
