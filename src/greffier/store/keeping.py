"""Articles and nodes into tables and back: what was told, as it was told."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from greffier.model.facts import Facts
from greffier.model.record import Anchor, Form, Layer, Node, Rank
from greffier.model.text import Span
from greffier.model.told import Addition, Kept, Office, Printing, Told
from greffier.store.codec import FACTS, pack, unpack
from greffier.store.connection import Database, Row

ARTICLE = "document, uri, outlet, title, published, published_from, language, sha256"
NODE = "document, layer, kind, told_form, start, stop, published, keys, evidence, facts"
FORM = "id, layer, kind, ranked, first_node, count, leans, facts"
COMPRESSION = 6
SHARED = (Layer.ENTITY, Layer.TEXT)
"""Layers in which nodes share forms; in the others a node's keys and facts are its form's."""


class Keeping:
    """The part of a store that keeps what articles tell."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def has(self, document: str) -> bool:
        return bool(self.database.rows("SELECT 1 FROM articles WHERE document = ?", (document,)))

    def put_printing(self, article: Kept) -> None:
        self.database.run(
            "INSERT INTO printings (document, uri, outlet, title, published)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (document, uri) DO UPDATE SET"
            " outlet = excluded.outlet, title = excluded.title, published = excluded.published",
            (
                article.document,
                plain(article.uri),
                plain(article.outlet),
                plain(article.title),
                article.published,
            ),
        )

    def printings(self, document: str) -> list[Printing]:
        rows = self.database.rows(
            "SELECT uri, outlet, title, published FROM printings WHERE document = ?"
            " ORDER BY published IS NULL, published, outlet, uri",
            (document,),
        )
        return [Printing(*row) for row in rows]

    def put_article(
        self, addition: Addition, nodes: Sequence[Node], placed: Mapping[str, str]
    ) -> None:
        article, database = addition.article, self.database
        database.run(
            f"INSERT INTO articles ({ARTICLE}, reading, added)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article.document,
                plain(article.uri),
                plain(article.outlet),
                plain(article.title),
                article.published,
                article.published_from,
                article.language,
                article.sha256,
                zlib.compress(article.reading.encode(), COMPRESSION),
                article.added or datetime.now(UTC).isoformat(timespec="seconds"),
            ),
        )
        database.many(
            f"INSERT INTO nodes (id, form, {NODE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_node_row(node, placed.get(node.id, node.form)) for node in nodes],
        )
        self._put_told(addition.told)
        database.many(
            "INSERT INTO offices (node, document, published, data) VALUES (?, ?, ?, ?)",
            [(o.node, article.document, o.published, pack(o)) for o in addition.offices],
        )
        database.put_words(addition.words)

    def _put_told(self, found: Sequence[Told]) -> None:
        self.database.many(
            "INSERT INTO told (node, document, layer, kind, type, mode, status, first, last,"
            " block, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    t.node,
                    t.document,
                    t.layer,
                    t.kind,
                    t.type,
                    t.mode,
                    t.status,
                    t.first,
                    t.last,
                    t.block,
                    pack(t),
                )
                for t in found
            ],
        )
        self.database.many(
            "INSERT INTO parts (node, role, target) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(t.node, part.role, part.node) for t in found for part in t.parts],
        )

    def drop_article(self, document: str) -> None:
        database, one = self.database, (document,)
        database.run(
            "INSERT INTO former (node, document, layer, start, stop)"
            " SELECT id, document, layer, start, stop FROM nodes WHERE document = ?"
            " ON CONFLICT (node) DO NOTHING",
            one,
        )
        database.drop_words(document)
        database.run(
            "DELETE FROM parts WHERE node IN (SELECT node FROM told WHERE document = ?)", one
        )
        for table in ("told", "offices", "nodes", "articles"):
            database.run(f"DELETE FROM {table} WHERE document = ?", one)

    def article(self, document: str) -> Kept | None:
        found = self.database.rows(
            f"SELECT {ARTICLE}, reading, number, added FROM articles WHERE document = ?",
            (document,),
        )
        return kept(found[0]) if found else None

    def readings(self) -> Iterable[str]:
        """The readings of all articles, as JSON, by document; a few in memory at a time."""
        sql = "SELECT document, reading FROM articles WHERE document > ? ORDER BY document LIMIT 50"
        found: list[Row] = [("", b"")]
        while found := self.database.rows(sql, (found[-1][0],)):
            for _, reading in found:
                yield zlib.decompress(reading).decode()

    def nodes(self, ids: Iterable[str]) -> list[Node]:
        return self._nodes("n.id IN ({})", ids)

    def nodes_of_document(self, document: str) -> list[Node]:
        return self._nodes("n.document IN ({})", [document])

    def nodes_of_forms(self, forms: Iterable[str]) -> list[Node]:
        return self._nodes("n.form IN ({})", forms)

    def _nodes(self, where: str, ids: Iterable[str]) -> list[Node]:
        columns = ", ".join(f"n.{column}" for column in NODE.split(", "))
        rows = self.database.among(
            f"SELECT {columns}, f.facts, n.form FROM nodes n LEFT JOIN forms f ON f.id = n.form"
            f" WHERE {where}",
            ids,
        )
        keys = self.keys_of(row[-1] for row in rows if row[-5] is None)
        found = (_node(row[:-2], row[-2], keys.get(row[-1], frozenset())) for row in rows)
        return sorted(found, key=lambda node: node.rank)

    def keys_of(self, forms: Iterable[str]) -> dict[str, frozenset[str]]:
        """The keys of each form."""
        found: dict[str, set[str]] = {}
        rows = self.database.among("SELECT form, key FROM form_keys WHERE form IN ({})", forms)
        for form, key in rows:
            found.setdefault(form, set()).add(key)
        return {form: frozenset(keys) for form, keys in found.items()}

    def forms(self, ids: Iterable[str]) -> list[Form]:
        rows = self.database.among(f"SELECT {FORM} FROM forms WHERE id IN ({{}})", ids)
        return sorted(map(_form, rows), key=lambda form: form.first)

    def documents(self, nodes: Iterable[str]) -> dict[str, str]:
        """The article of each node."""
        return dict(self.database.among("SELECT id, document FROM nodes WHERE id IN ({})", nodes))

    def place(self, forms: Mapping[str, str]) -> None:
        """Give nodes the form that persons' judgements give them."""
        self.database.many(
            "UPDATE nodes SET form = ? WHERE id = ?", [(f, node) for node, f in forms.items()]
        )

    def placed(self, nodes: Iterable[str]) -> dict[str, str]:
        """The form that each node has now."""
        return dict(self.database.among("SELECT id, form FROM nodes WHERE id IN ({})", nodes))

    def placed_apart(self) -> dict[str, str]:
        """The nodes that persons' judgements gave a form of their own."""
        return dict(self.database.rows("SELECT id, form FROM nodes WHERE form <> told_form"))

    def told(self, nodes: Iterable[str]) -> list[Told]:
        rows = self.database.among("SELECT data FROM told WHERE node IN ({})", nodes)
        return [unpack(Told, data) for (data,) in rows]

    def offices(self, forms: Iterable[str]) -> list[Office]:
        """The offices given to the holders of some forms, by day and passage."""
        rows = self.database.among(
            "SELECT o.data FROM nodes n JOIN offices o ON o.node = n.id WHERE n.form IN ({})",
            forms,
        )
        found = [unpack(Office, data) for (data,) in rows]
        return sorted(
            found, key=lambda o: (o.published or "9999", o.passage.document, o.passage.start)
        )


def plain(text: str | None) -> str | None:
    """A text as every database keeps it: no null characters."""
    return text.replace("\0", " ") if text else text


def _node_row(node: Node, form: str) -> tuple[Any, ...]:
    anchor, shares = node.anchor, node.anchor.layer in SHARED
    return (
        node.id,
        form,
        anchor.document,
        anchor.layer,
        node.kind,
        node.form,
        anchor.start,
        anchor.end,
        node.published,
        json.dumps(node.keys) if shares else None,
        json.dumps(node.evidence),
        pack(node.facts) if shares else None,
    )


def _node(row: Row, form_facts: bytes, form_keys: frozenset[str]) -> Node:
    document, layer, kind, form, start, stop, published, keys, evidence, facts = row
    return Node(
        anchor=Anchor(document, Layer(layer), start, stop),
        kind=kind,
        form=form,
        keys=tuple(json.loads(keys)) if keys else tuple(sorted(form_keys)),
        evidence=tuple(Span(*span) for span in json.loads(evidence)),
        published=published,
        facts=_facts(layer, facts or form_facts),
    )


def form_row(form: Form) -> tuple[Any, ...]:
    """A form as a row of `FORM`."""
    return (
        form.id,
        form.layer,
        form.kind,
        json.dumps(form.first),
        form.first_node,
        form.count,
        int(form.leans),
        pack(form.facts),
    )


def _form(row: Row) -> Form:
    id, layer, kind, ranked, first_node, count, leans, facts = row
    return Form(
        id=id,
        layer=Layer(layer),
        kind=kind,
        facts=_facts(layer, facts),
        first=Rank(*json.loads(ranked)),
        first_node=first_node,
        count=count,
        leans=bool(leans),
    )


def _facts(layer: str, told: bytes) -> Facts:
    found: Facts = unpack(FACTS[Layer(layer)], told)
    return found


def kept(row: Row) -> Kept:
    """A row of `ARTICLE`, reading, number and added as an article."""
    told = zlib.decompress(row[8]).decode() if row[8] is not None else ""
    document, uri, outlet, title, published, published_from, language, sha256 = row[:8]
    return Kept(
        document=document,
        uri=uri,
        outlet=outlet,
        title=title,
        published=published,
        published_from=published_from,
        language=language,
        sha256=sha256,
        reading=told,
        number=row[9],
        added=row[10],
    )
