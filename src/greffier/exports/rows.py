"""What views return as flat rows: for tables, CSV and data frames."""

from __future__ import annotations

from typing import Any

from greffier.store.base import EntryRow
from greffier.views.reviews import Candidate
from greffier.views.shown import ArticleRef, DisagreementView, Reported
from greffier.views.stories import StoryRow


def row(shown: object) -> dict[str, Any]:
    """One answer of a view as a row of text and numbers. TypeError for what has no such form."""
    if isinstance(shown, Reported):
        return _reported(shown)
    if isinstance(shown, EntryRow | ArticleRef):
        return {name: getattr(shown, name) for name in shown.__slots__}
    if isinstance(shown, DisagreementView):
        return _disagreement(shown)
    if isinstance(shown, StoryRow):
        return _story(shown)
    if isinstance(shown, Candidate):
        return _candidate(shown)
    raise TypeError(f"{type(shown).__name__} is no row")


def _reported(one: Reported) -> dict[str, Any]:
    first = one.attestations[0]
    value = first.value
    return {
        "id": one.id,
        "kind": one.kind,
        "mode": one.mode,
        "status": one.status,
        "first": one.first,
        "last": one.last,
        "published": one.published,
        "actors": _names(one, "actor"),
        "recipients": _names(one, "recipient"),
        "speaker": _names(one, "speaker"),
        "addressee": _names(one, "addressee"),
        "place": _names(one, "place"),
        "value": value.low if value else None,
        "to_value": value.high if value else None,
        "unit": value.unit if value else None,
        "independent": one.independent,
        "copies": one.copies,
        "outlets": "; ".join(dict.fromkeys(a.article.outlet or "" for a in one.attestations)),
        "passage": first.passages[0].text,
        "context": first.passages[0].context,
        "document": first.article.document,
        "start": first.passages[0].start,
        "end": first.passages[0].end,
        "uri": first.article.uri,
        "confidence": first.confidence,
    }


def _names(one: Reported, role: str) -> str:
    return "; ".join(p.entry.label if p.entry else p.name for p in one.played(role))


def _disagreement(one: DisagreementView) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "about": one.entry.label,
        "weight": one.weight,
        "sides": " / ".join(
            f"{side.value} ({', '.join(a.article.outlet or '?' for a in side.attestations)})"
            for side in one.sides
        ),
    }


def _story(one: StoryRow) -> dict[str, Any]:
    return {
        "id": one.story.id,
        "title": one.story.label,
        "first": one.first,
        "last": one.last,
        "articles": len(one.articles),
        "outlets": "; ".join(one.outlets),
    }


def _candidate(one: Candidate) -> dict[str, Any]:
    return {
        "layer": one.layer,
        "one": one.one.node,
        "one_name": one.one.name,
        "other": one.other.node,
        "other_name": one.other.name,
        "score": one.score,
        "reasons": "; ".join(f"{r.feature}: {r.detail}" for r in one.reasons),
    }
