"""Events as PLOVER records, one JSON object a line: what is planned, denied or supposed too, with
its status, and every passage that tells it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from greffier.exports.form import Form
from greffier.views import Contents
from greffier.views.shown import Attestation, PartShown, Reported

QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    2: ("COOPERATE", "AID", "RETREAT"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""Verbal cooperation, material cooperation, verbal conflict, material conflict."""
QUAD = {type: quad for quad, types in QUADS.items() for type in types}


def write(contents: Contents, out: BinaryIO) -> None:
    for one in contents.events():
        out.write(json.dumps(_record(contents, one), ensure_ascii=False).encode() + b"\n")


def _record(contents: Contents, one: Reported) -> dict[str, Any]:
    return {
        "event": {
            "id": one.id,
            "type": one.kind,
            "mode": one.mode,
            "quad": QUAD.get(one.kind),
            "status": one.status,
            "date_start": one.first,
            "date_end": one.last,
        },
        "actors": _entities(one.played("actor")),
        "recipients": _entities(one.played("recipient")),
        "locations": [_location(contents, part) for part in one.played("place")],
        "text": [_text(told) for told in one.attestations],
        "witnesses": one.independent,
    }


def _entities(parts: Iterable[PartShown]) -> list[dict[str, Any]]:
    return [
        {
            "id": part.entry.id if part.entry else None,
            "name": part.entry.label if part.entry else part.name,
            "name_raw": part.name,
            "kind": part.entry.kind if part.entry else None,
            "country": part.entry.country if part.entry else None,
        }
        for part in parts
    ]


def _location(contents: Contents, part: PartShown) -> dict[str, Any]:
    known = contents.described(part.entry.id) if part.entry else None
    return {
        "name": known.entry.label if known else part.name,
        "country": known.entry.country if known else None,
        "latitude": known.latitude if known else None,
        "longitude": known.longitude if known else None,
        "geonames_id": known.geonames_id if known else None,
    }


def _text(told: Attestation) -> dict[str, Any]:
    article = told.article
    return {
        "start": told.passages[0].start,
        "end": told.passages[0].end,
        "passage": told.passages[0].text,
        "context": told.passages[0].context,
        "status": told.status,
        "date": told.date,
        "confidence": told.confidence,
        "copied": told.copied,
        "cite": {
            "document": article.document,
            "uri": article.uri,
            "outlet": article.outlet,
            "title": article.title,
            "published": article.published,
        },
    }


FORM = Form("plover", "events as PLOVER JSON lines", ".jsonl", write)
