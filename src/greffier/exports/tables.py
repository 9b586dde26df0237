"""Lists of the record as tables: one row a thing, plain columns, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from greffier.views import EntryRow
from greffier.views.shown import DisagreementView, PartShown, Reported, Saying

Row = Mapping[str, object]
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def reported(one: Reported) -> Row:
    """An event, statement or figure, with its first passage as the proof."""
    first = one.attestations[0]
    return {
        "id": one.id,
        "layer": one.layer,
        "type": one.kind,
        "mode": one.mode,
        "status": one.status,
        "from": one.first,
        "to": one.last,
        "actors": names(one.played("actor", "speaker")),
        "recipients": names(one.played("recipient", "addressee")),
        "place": names(one.played("place")),
        "source": names(one.played("source", "via")),
        "value": first.value.low if first.value else None,
        "high": first.value.high if first.value else None,
        "comparison": first.value.comparison if first.value else None,
        "unit": first.value.unit if first.value else None,
        "passage": first.passages[0].text,
        "context": first.passages[0].context,
        "outlets": _outlets(one),
        "published": one.published,
        "document": first.article.document,
        "start": first.passages[0].start,
        "end": first.passages[0].end,
        "witnesses": one.independent,
        "copies": one.copies,
    }


def entry(row: EntryRow) -> Row:
    """A person, body, country, place or group."""
    return {
        "id": row.id,
        "kind": row.kind,
        "name": row.label,
        "country": row.country,
        "attestations": row.attestations,
        "published": row.published,
    }


def disagreement(one: DisagreementView) -> Row:
    """What outlets disagree on; a side is its value and who says so."""
    sides = [f"{side.value} ({_outlets(side)})" for side in one.sides]
    return {
        "id": one.id,
        "kind": one.kind,
        "entry": one.entry.id,
        "about": one.entry.label,
        "sides": " / ".join(sides),
        "weight": one.weight,
    }


def _outlets(told: Reported | Saying) -> str:
    """Who reports it, each once."""
    articles = (attestation.article for attestation in told.attestations)
    return "; ".join(dict.fromkeys(article.outlet or article.uri for article in articles))


def names(parts: Iterable[PartShown]) -> str:
    return "; ".join(part.entry.label if part.entry else part.name for part in parts)


def to_csv(rows: Iterable[Row], columns: Sequence[str]) -> str:
    """Rows as CSV (RFC 4180), a line of column names first; text that a spreadsheet would run as
    a formula is written as text."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(DANGEROUS):
        return f"'{value}"
    return value


REPORTED = (
    "id", "layer", "type", "mode", "status", "from", "to", "actors", "recipients", "place",
    "source", "value", "high", "comparison", "unit", "passage", "context", "outlets", "published",
    "document", "start", "end", "witnesses", "copies",
)  # fmt: skip
ENTRY = ("id", "kind", "name", "country", "attestations", "published")
DISAGREEMENT = ("id", "kind", "entry", "about", "sides", "weight")

Rows = Callable[[Any], Row]
