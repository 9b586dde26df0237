"""What a record contains as the rows of a Data Package's tables (columns.py), in few passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from greffier.exports.columns import (
    ARTICLES,
    ATTESTATIONS,
    DISAGREEMENTS,
    ENCOUNTERS,
    ENTITIES,
    EVENTS,
    FIGURES,
    JUDGEMENTS,
    PARTICIPANTS,
    PRINTINGS,
    QUOTATIONS,
    ROLES,
    Table,
)
from greffier.model.record import Layer
from greffier.views import Contents
from greffier.views.shown import Attestation, EntryRef, PartShown, Reported

Row = Mapping[str, object]
Rows = Iterator[tuple[Table, Row]]


def rows(contents: Contents) -> Rows:
    """Each row with its table; those of one table in the same order each time."""
    for fill in (_articles, _entities, _reports, _disagreements, _judgements):
        yield from fill(contents)


def _articles(contents: Contents) -> Rows:
    for one in contents.articles():
        yield (
            ARTICLES,
            {
                "id": one.document,
                "uri": one.uri,
                "outlet": one.outlet,
                "title": one.title,
                "published": one.published,
                "published_from": one.published_from,
                "story": one.story,
            },
        )
        for printing in contents.printings(one.document):
            yield (
                PRINTINGS,
                {
                    "article": one.document,
                    "uri": printing.uri,
                    "outlet": printing.outlet,
                    "title": printing.title,
                    "published": printing.published,
                },
            )


def _entities(contents: Contents) -> Rows:
    for one in contents.entities():
        entry = one.entry
        yield (
            ENTITIES,
            {
                "id": entry.id,
                "kind": entry.kind,
                "name": entry.label,
                "spellings": "; ".join(one.spellings),
                "country": entry.country,
                "latitude": one.latitude,
                "longitude": one.longitude,
                "geonames_id": one.geonames_id,
                "attestations": entry.attestations,
            },
        )
        for office in one.offices:
            proof = office.passages[0]
            yield (
                ROLES,
                {
                    "entity": entry.id,
                    "function": office.function,
                    "of": office.of,
                    "country": office.country,
                    "tenure": office.tenure,
                    "first": office.first,
                    "last": office.last,
                    "articles": office.articles,
                    "article": proof.document,
                    "start": proof.start,
                    "end": proof.end,
                    "passage": proof.text,
                },
            )


def _reports(contents: Contents) -> Rows:
    for one in contents.reports():
        yield from REPORTS[one.layer](one)
        for part in one.parts:
            yield (
                PARTICIPANTS,
                {
                    "report": one.id,
                    "layer": one.layer.value,
                    "role": part.role,
                    "entity": part.entry.id if part.entry else None,
                    "name": part.name,
                },
            )
        for told in one.attestations:
            yield ATTESTATIONS, _attestation(one, told)


def _event(one: Reported) -> Rows:
    days = {"first": one.first, "last": one.last}
    common = {"mode": one.mode, "status": one.status, **days}
    yield (
        EVENTS,
        {"id": one.id, "type": one.kind, **common, "label": one.label, **_witnesses(one)},
    )
    if one.kind == "CONSULT":
        for left, right in combinations(met(one), 2):
            yield (
                ENCOUNTERS,
                {
                    "event": one.id,
                    "one": left.id,
                    "one_name": left.label,
                    "other": right.id,
                    "other_name": right.label,
                    **common,
                },
            )


def met(one: Reported) -> list[EntryRef]:
    """Those who took part in an encounter and are known, each once."""
    parts = one.played("actor", "recipient")
    return list({part.entry.id: part.entry for part in parts if part.entry}.values())


def _quotation(one: Reported) -> Rows:
    first = one.attestations[0]
    speaker = _first(one, "speaker")
    addressee = _first(one, "addressee")
    yield (
        QUOTATIONS,
        {
            "id": one.id,
            "form": first.type,
            "text": first.passages[0].text,
            "speaker": _id(speaker),
            "speaker_name": speaker.name if speaker else None,
            "addressee": _id(addressee),
            "published": one.published,
            **_witnesses(one),
        },
    )


def _figure(one: Reported) -> Rows:
    value = one.attestations[0].value
    yield (
        FIGURES,
        {
            "id": one.id,
            "label": one.label,
            "value": value.low if value else None,
            "high": value.high if value else None,
            "comparison": value.comparison if value else None,
            "unit": value.unit if value else None,
            "published": one.published,
            **_witnesses(one),
        },
    )


REPORTS: Mapping[Layer, Callable[[Reported], Rows]] = {
    Layer.EVENT: _event,
    Layer.STATEMENT: _quotation,
    Layer.FIGURE: _figure,
}


def _attestation(one: Reported, told: Attestation) -> Row:
    proof = told.passages[0]
    return {
        "id": told.node,
        "report": one.id,
        "layer": one.layer.value,
        "article": told.article.document,
        "type": told.type,
        "mode": told.mode,
        "status": told.status,
        "date": told.date,
        "first": told.first,
        "last": told.last,
        "start": proof.start,
        "end": proof.end,
        "passage": proof.text,
        "context": proof.context,
        "confidence": told.confidence,
        "rule": told.rule,
        "witness": told.witness,
        "copied": told.copied,
    }


def _disagreements(contents: Contents) -> Rows:
    for one in contents.disagreements():
        for number, side in enumerate(one.sides, 1):
            for told in side.attestations:
                yield (
                    DISAGREEMENTS,
                    {
                        "disagreement": one.id,
                        "kind": one.kind,
                        "report": one.entry.id,
                        "weight": one.weight,
                        "side": number,
                        "value": side.value,
                        "attestation": told.node,
                    },
                )


def _judgements(contents: Contents) -> Rows:
    for one in contents.judgements():
        yield (
            JUDGEMENTS,
            {
                "id": one.id,
                "one": one.one.id,
                "other": one.other.id,
                "verdict": one.verdict.value,
                "reasons": "; ".join(f"{r.feature}: {r.detail}" for r in one.reasons),
                "author": one.author,
                "time": one.time,
                "undoes": one.undoes,
            },
        )


def _witnesses(one: Reported) -> Row:
    return {"witnesses": one.independent, "copies": one.copies}


def _first(one: Reported, role: str) -> PartShown | None:
    return next(iter(one.played(role)), None)


def _id(part: PartShown | None) -> str | None:
    return part.entry.id if part and part.entry else None
