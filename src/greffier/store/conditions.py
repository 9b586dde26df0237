"""A filter as the conditions of a SQL statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from greffier.model.questions import Filter
from greffier.model.record import Layer
from greffier.store.connection import Database, holes
from greffier.store.words import folded, parse, words

TAKES_PART = ("actor", "recipient", "place", "source", "speaker", "addressee", "via")
ROLES = {"speaker": ("speaker",), "addressee": ("addressee",), "place": ("place",)}
CLAIMS = (Layer.EVENT, Layer.STATEMENT, Layer.FIGURE)


@dataclass(slots=True)
class Where:
    """Conditions that must all hold, with their values in order."""

    parts: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, sql: str, *values: Any) -> None:
        self.parts.append(sql)
        self.values += values

    def one_of(self, column: str, told: Sequence[str]) -> None:
        """Nothing when no value is told."""
        if told:
            self.add(f"{column} IN ({holes(told)})", *told)

    def __str__(self) -> str:
        return " AND ".join(self.parts) if self.parts else "1 = 1"


def of_entries(layer: Layer, asked: Filter, database: Database) -> Where:
    """What entries `e` of a layer must fulfil; ids in the filter are those of entries."""
    where = Where()
    where.add("e.layer = ?", layer)
    if layer in CLAIMS:
        _claims(where, layer, asked, database)
    elif layer is Layer.ENTITY:
        where.one_of("e.kind", asked.kind)
        where.one_of("e.country", asked.country)
        _named(where, asked.words)
        _printed(where, layer, asked)
    else:
        _printed(where, layer, asked)
        _days(where, "e.published", "e.published", asked)
    return where


def of_articles(asked: Filter, database: Database, *, words_too: bool = True) -> Where:
    """What articles `a` must fulfil."""
    where = Where()
    where.one_of("a.outlet", asked.outlet)
    where.one_of("a.document", asked.document)
    _days(where, "a.published", "a.published", asked)
    for entry in (*asked.who, *asked.about, *asked.speaker, *asked.place):
        where.add(f"a.document IN ({_documents_of('?')})", entry)
    if asked.story:
        where.add(f"a.document IN ({_documents_of(holes(asked.story))})", *asked.story)
    if words_too and asked.words:
        sql, values = database.matching("article", parse(asked.words))
        where.add(f"a.document IN (SELECT key FROM ({sql}) AS found)", *values)
    return where


def _documents_of(entries: str) -> str:
    return (
        f"SELECT n.document FROM forms f JOIN nodes n ON n.form = f.id WHERE f.entry IN ({entries})"
    )


def _claims(where: Where, layer: Layer, asked: Filter, database: Database) -> None:
    inner = Where()
    inner.add("t.layer = ?", layer)
    if layer is Layer.EVENT:
        inner.one_of("t.type", asked.type)
        _days(where, "e.first", "e.last", asked)
    else:
        inner.one_of("t.type", asked.kind)
        _days(where, "e.published", "e.published", asked)
    inner.one_of("t.mode", asked.mode)
    inner.one_of("t.status", asked.status)
    inner.one_of("t.document", asked.document)
    if asked.outlet:
        told = f"SELECT a.document FROM articles a WHERE a.outlet IN ({holes(asked.outlet)})"
        inner.add(f"t.document IN ({told})", *asked.outlet)
    if asked.story:
        inner.add(f"t.document IN ({_documents_of(holes(asked.story))})", *asked.story)
    for name, roles in ROLES.items():
        told = getattr(asked, name)
        if told:
            inner.add(f"t.node IN ({_nodes_with(len(told), len(roles))})", *told, *roles)
    if asked.words:
        sql, values = database.matching(layer, parse(asked.words))
        inner.add(f"t.node IN (SELECT key FROM ({sql}) AS found)", *values)
    if len(inner.parts) > 1:
        _has_told(where, inner)
    for entry in asked.who:
        _has_part(where, layer, entry, TAKES_PART)
    for entry in asked.about:
        _has_part(where, layer, entry, ("about",))


def _has_told(where: Where, inner: Where) -> None:
    where.add(
        "e.id IN (SELECT f.entry FROM told t JOIN nodes n ON n.id = t.node"
        f" JOIN forms f ON f.id = n.form WHERE {inner})",
        *inner.values,
    )


def _has_part(where: Where, layer: Layer, entry: str, roles: Sequence[str]) -> None:
    inner = Where()
    inner.add("t.layer = ?", layer)
    inner.add(f"t.node IN ({_nodes_with(1, len(roles))})", entry, *roles)
    _has_told(where, inner)


def _nodes_with(entries: int, roles: int) -> str:
    """The claims in which one of so many entries plays one of so many parts."""
    return (
        "SELECT p.node FROM forms pf JOIN nodes pn ON pn.form = pf.id"
        " JOIN parts p ON p.target = pn.id"
        f" WHERE pf.entry IN ({holes('?' * entries)}) AND p.role IN ({holes('?' * roles)})"
    )


def _named(where: Where, asked: str | None) -> None:
    """Entries one of whose names has words that begin like each of those asked."""
    for word in words(asked or ""):
        where.add(
            "e.id IN (SELECT f.entry FROM names n JOIN forms f ON f.id = n.form"
            " WHERE n.folded LIKE ?)",
            f"% {folded(word)}%",
        )


def _printed(where: Where, layer: Layer, asked: Filter) -> None:
    """Entries that articles of these outlets, or these articles, tell of."""
    inner = Where()
    inner.one_of("n.document", asked.document)
    if asked.outlet:
        told = f"SELECT a.document FROM articles a WHERE a.outlet IN ({holes(asked.outlet)})"
        inner.add(f"n.document IN ({told})", *asked.outlet)
    for entry in asked.who:
        inner.add(f"n.document IN ({_documents_of('?')})", entry)
    if inner.parts:
        where.add(
            "e.id IN (SELECT f.entry FROM nodes n JOIN forms f ON f.id = n.form"
            f" WHERE n.layer = ? AND {inner})",
            layer,
            *inner.values,
        )


def _days(where: Where, first: str, last: str, asked: Filter) -> None:
    """What is of a day or days between two, both included; what has no day is left out."""
    if asked.since:
        where.add(f"COALESCE({last}, {first}) >= ?", asked.since)
    if asked.until:
        where.add(f"COALESCE({first}, {last}) <= ?", asked.until)
