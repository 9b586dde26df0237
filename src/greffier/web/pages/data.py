"""The lists of the pages as data: `.json`, `.csv`, and `.atom` feeds, with the same filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import TypeAdapter

from greffier import views
from greffier.exports import atom, tables
from greffier.store.base import Store
from greffier.views import EntryRow, Filter, Order, Page, Slice
from greffier.views.shown import DisagreementView, Reported
from greffier.web.asked import Asked, Record

router = APIRouter()
MOST = Slice(1000)
"""Rows of one file; the API turns the pages of more."""
NEWEST = Slice(50)
"""Entries of a feed."""

List = Callable[[Store, Filter, Slice], Page[Any]]


class Kind(NamedTuple):
    """A list, how it is written as JSON, and the rows and columns of its table."""

    list: List
    json: TypeAdapter[Any]
    row: tables.Rows
    columns: Sequence[str]


def _latest(store: Store, asked: Filter, part: Slice) -> Page[Reported]:
    return views.timeline(store, asked, part, Order.NEWEST)


KINDS = {
    "chronology": Kind(
        views.timeline, TypeAdapter(Page[Reported]), tables.reported, tables.REPORTED
    ),
    "quotations": Kind(views.quotes, TypeAdapter(Page[Reported]), tables.reported, tables.REPORTED),
    "entries": Kind(views.entries, TypeAdapter(Page[EntryRow]), tables.entry, tables.ENTRY),
    "disagreements": Kind(
        views.disagreements,
        TypeAdapter(Page[DisagreementView]),
        tables.disagreement,
        tables.DISAGREEMENT,
    ),
}
FEEDS: dict[str, List] = {"chronology": _latest, "quotations": views.quotes}


def _as_json(name: str) -> Callable[[Store, Filter], Response]:
    kind = KINDS[name]

    def answer(store: Record, asked: Asked) -> Response:
        page = kind.list(store, asked, MOST)
        return Response(kind.json.dump_json(page), media_type="application/json")

    return answer


def _as_csv(name: str) -> Callable[[Store, Filter], Response]:
    kind = KINDS[name]

    def answer(store: Record, asked: Asked) -> Response:
        page = kind.list(store, asked, MOST)
        text = tables.to_csv(map(kind.row, page.items), kind.columns)
        return Response(text, media_type="text/csv; charset=utf-8")

    return answer


def _as_feed(name: str) -> Callable[[Request, Store, Filter], Response]:
    newest = FEEDS[name]

    def answer(request: Request, store: Record, asked: Asked) -> Response:
        home = str(request.base_url).rstrip("/")
        page = newest(store, asked, NEWEST)
        written = atom.feed(f"greffier: {name}", str(request.url), home, page.items)
        return Response(written, media_type="application/atom+xml")

    return answer


for name in KINDS:
    router.add_api_route(f"/{name}.json", _as_json(name), methods=["GET"])
    router.add_api_route(f"/{name}.csv", _as_csv(name), methods=["GET"])
for name in FEEDS:
    router.add_api_route(f"/{name}.atom", _as_feed(name), methods=["GET"])
