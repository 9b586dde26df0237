"""A reading as plain values that JSON holds (docs/reference/reading.md), and back.

Offsets count code points in `text`. What comes back is what went in but for the stages' working
layers, the parsed sentences and the mentions that no entity owns: `kept(reading)`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from greffier.model.annotations import (
    Basis,
    Comparison,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    Figure,
    Mention,
    MentionKind,
    Quotation,
    QuotationKind,
    Role,
    Timex,
    TimexType,
)
from greffier.model.reading import Reading
from greffier.model.text import Block, BlockKind, Document, PublishedFrom, Span

Plain = Mapping[str, Any]
HALF_PAIR = re.compile("[\ud800-\udfff]")


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


def kept(reading: Reading) -> Reading:
    """A reading without the stages' working layers: what the plain form holds."""
    return replace(reading, sentences=(), mentions=())


def storable(reading: Reading) -> Reading:
    """A reading whose texts can be written as UTF-8: what no character is (half of a surrogate
    pair, from broken JSON) becomes U+FFFD, one for one, so that offsets hold."""
    document = reading.document
    told = (document.text, document.title, document.uri, document.outlet)
    if not any(HALF_PAIR.search(text or "") for text in told):
        return reading
    plain = json.dumps(to_dict(reading), ensure_ascii=False)
    return from_dict(json.loads(HALF_PAIR.sub("\N{REPLACEMENT CHARACTER}", plain)))


def from_dict(told: Plain) -> Reading:
    """The reading that `to_dict` gave; KeyError or ValueError when it is no such thing."""
    about = told["document"]
    published_from = about["published_from"]
    document = Document(
        id=about["id"],
        uri=about["uri"],
        text=told["text"],
        sha256=about["sha256"],
        blocks=tuple(
            Block(b["start"], b["end"], BlockKind(b["kind"]), b["rule"], b.get("repeats"))
            for b in told["blocks"]
        ),
        outlet=about["outlet"],
        title=about["title"],
        published=about["published"],
        published_from=PublishedFrom(published_from) if published_from else None,
        language=about["language"],
        encoding=about["encoding"],
    )
    return Reading(
        document=document,
        entities=tuple(map(_entity_from, told["entities"])),
        timexes=tuple(map(_timex_from, told["timexes"])),
        figures=tuple(map(_figure_from, told["figures"])),
        quotations=tuple(map(_quotation_from, told["quotations"])),
        events=tuple(map(_event_from, told["events"])),
    )


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
        "gender": entity.gender,
        "mentions": [_mention(m) for m in entity.mentions],
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


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
        "entity_kind": mention.entity_kind,
        "country": mention.country,
        "rule": mention.rule,
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


def _span_from(told: Plain) -> Span:
    return Span(told["start"], told["end"])


def _entity_from(told: Plain) -> Entity:
    return Entity(
        id=told["id"],
        kind=EntityKind(told["kind"]),
        name=told["name"],
        country=told["country"],
        mentions=tuple(map(_mention_from, told["mentions"])),
        roles=tuple(Role(**role) for role in told["roles"]),
        gender=told.get("gender"),
        sector=told.get("sector"),
        latitude=told["latitude"],
        longitude=told["longitude"],
        geonames_id=told["geonames_id"],
    )


def _mention_from(told: Plain) -> Mention:
    kind = told["entity_kind"]
    return Mention(
        start=told["start"],
        end=told["end"],
        kind=MentionKind(told["kind"]),
        entity_kind=EntityKind(kind) if kind else None,
        rule=told["rule"],
        country=told["country"],
    )


def _timex_from(told: Plain) -> Timex:
    parts = {"type": TimexType(told["type"]), "basis": Basis(told["basis"])}
    return Timex(**{**told, **parts})


def _quotation_from(told: Plain) -> Quotation:
    cue = _span_from(told["cue"]) if told["cue"] else None
    return Quotation(**{**told, "kind": QuotationKind(told["kind"]), "cue": cue})


def _event_from(told: Plain) -> Event:
    parts = {
        "mentions": tuple(map(_span_from, told["mentions"])),
        "actors": tuple(told["actors"]),
        "recipients": tuple(told["recipients"]),
        "status": EventStatus(told["status"]),
    }
    return Event(**{**told, **parts})


def _figure_from(told: Plain) -> Figure:
    value = tuple(told["value"]) if isinstance(told["value"], list) else told["value"]
    return Figure(**{**told, "value": value, "comparison": Comparison(told["comparison"])})
