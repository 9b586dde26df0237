"""A reading as one JSON object (docs/reference/reading.md); offsets count code points in `text`."""

from __future__ import annotations

import json
from typing import Any

from greffier.model.annotations import Entity, Event, Figure, Quotation, Timex
from greffier.model.reading import Reading
from greffier.model.text import Block, Span


def to_dict(reading: Reading) -> dict[str, Any]:
    document = reading.document
    return {
        "document": {
            "id": document.id,
            "uri": document.uri,
            "outlet": document.outlet,
            "title": document.title,
            "published": document.published,
            "published_from": document.published_from,
            "language": document.language,
            "sha256": document.sha256,
            "encoding": document.encoding,
        },
        "text": document.text,
        "blocks": [_block(b) for b in document.blocks],
        "entities": [_entity(e) for e in reading.entities],
        "timexes": [_timex(t) for t in reading.timexes],
        "quotations": [_quotation(q) for q in reading.quotations],
        "events": [_event(e) for e in reading.events],
        "figures": [_figure(f) for f in reading.figures],
    }


def to_json(reading: Reading) -> str:
    """One line of JSONL, without the line end."""
    return json.dumps(to_dict(reading), ensure_ascii=False)


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span[0], "end": span[1]}


def _block(block: Block) -> dict[str, Any]:
    found: dict[str, Any] = {
        "start": block.start,
        "end": block.end,
        "kind": block.kind,
        "rule": block.rule,
    }
    if block.repeats is not None:
        found["repeats"] = block.repeats
    return found


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "country": entity.country,
        "sector": entity.sector,
        "mentions": [
            {"start": m.start, "end": m.end, "kind": m.kind, "rule": m.rule}
            for m in entity.mentions
        ],
        "roles": [
            {
                "function": r.function,
                "of": r.of,
                "country": r.country,
                "start": r.start,
                "end": r.end,
                "tenure": r.tenure,
                "rule": r.rule,
            }
            for r in entity.roles
        ],
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "geonames_id": entity.geonames_id,
    }


def _timex(timex: Timex) -> dict[str, Any]:
    return {
        "start": timex.start,
        "end": timex.end,
        "type": timex.type,
        "value": timex.value,
        "basis": timex.basis,
        "rule": timex.rule,
    }


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {
        "start": quotation.start,
        "end": quotation.end,
        "kind": quotation.kind,
        "speaker": quotation.speaker,
        "addressee": quotation.addressee,
        "via": quotation.via,
        "cue": _span(quotation.cue),
        "rule": quotation.rule,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "type": event.type,
        "mode": event.mode,
        "mentions": [_span(m) for m in event.mentions],
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "place": event.place,
        "date": event.date,
        "status": event.status,
        "source": event.source,
        "confidence": event.confidence,
        "rule": event.rule,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    value = list(figure.value) if isinstance(figure.value, tuple) else figure.value
    return {
        "start": figure.start,
        "end": figure.end,
        "value": value,
        "comparison": figure.comparison,
        "unit": figure.unit,
        "date": figure.date,
        "rule": figure.rule,
    }
