"""A local Reconciliation API (v0.2, W3C community group), for OpenRefine: names to entries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Query, Request
from rapidfuzz import fuzz

from greffier import views
from greffier.views import EntryRow, Filter, Slice
from greffier.web.asked import Record

router = APIRouter(prefix="/api/reconcile", tags=["reconciliation"])
TYPES = {
    "person": "Person",
    "organization": "Organisation",
    "country": "Country",
    "place": "Place",
    "group": "Group",
}
FEW, MOST = 5, 25
"""Candidates given when a query asks for no number, and at most."""
MOST_QUERIES = 50
SURE = 95.0
"""Likeness, in hundredths, from which one candidate alone may be taken without asking."""


def manifest(request: Request) -> dict[str, Any]:
    """What the service is."""
    home = str(request.base_url).rstrip("/")
    return {
        "versions": ["0.2"],
        "name": "greffier",
        "identifierSpace": f"{home}/entries/",
        "schemaSpace": f"{home}/about#",
        "view": {"url": f"{home}/entries/{{{{id}}}}"},
        "defaultTypes": [{"id": id, "name": name} for id, name in TYPES.items()],
    }


@router.get("")
def asked(
    request: Request, store: Record, queries: Annotated[str | None, Query(max_length=4000)] = None
) -> dict[str, Any]:
    """The manifest; or, with `queries`, the answers to them."""
    return manifest(request) if queries is None else answers(store, queries)


@router.post("")
def posted(store: Record, queries: Annotated[str, Form(max_length=60_000)]) -> dict[str, Any]:
    """The answers to a batch of queries."""
    return answers(store, queries)


def answers(store: Record, queries: str) -> dict[str, Any]:
    """For each query, by its key, the entries it may mean, the likeliest first."""
    try:
        told = json.loads(queries)
    except ValueError:
        raise HTTPException(400, "queries is no JSON") from None
    if not isinstance(told, dict) or len(told) > MOST_QUERIES:
        raise HTTPException(400, f"queries must be an object of {MOST_QUERIES} queries at most")
    return {str(key): {"result": _results(store, query)} for key, query in told.items()}


def _results(store: Record, query: object) -> list[dict[str, Any]]:
    if not isinstance(query, Mapping) or not isinstance(query.get("query"), str):
        raise HTTPException(400, "each query must hold a string, `query`")
    kinds = query.get("type") or ()
    wanted = (kinds,) if isinstance(kinds, str) else tuple(k for k in kinds if isinstance(k, str))
    limit = query.get("limit")
    most = min(limit, MOST) if isinstance(limit, int) and limit > 0 else FEW
    name = query["query"][:200]
    found = views.entries(store, Filter(words=name, kind=wanted), Slice(MOST)).items
    scored = sorted(((_score(name, row), row) for row in found), key=lambda s: (-s[0], s[1].id))
    alone = [row for score, row in scored if score >= SURE]
    return [_result(score, row, alone == [row]) for score, row in scored[:most]]


def _score(name: str, row: EntryRow) -> float:
    return round(fuzz.token_sort_ratio(name.casefold(), row.label.casefold()), 1)


def _result(score: float, row: EntryRow, sure: bool) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.label,
        "score": score,
        "match": sure,
        "type": [{"id": row.kind, "name": TYPES.get(row.kind, row.kind)}],
    }
