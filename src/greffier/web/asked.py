"""What a request asks of the record: the store, the filter and the slice in its query string."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple, TypeVar
from urllib.parse import parse_qsl, urlencode

from fastapi import Depends, HTTPException, Request

from greffier.store.base import Store
from greffier.views import Filter, Page, Slice

Thing = TypeVar("Thing")
PAGE = 25
"""Items of a list on one page: what a reader scans before they narrow it down."""


def store_of(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def filter_of(request: Request) -> Filter:
    """The filter written in the query string; names it does not know are left aside."""
    return Filter.from_pairs(parse_qsl(request.url.query))


def slice_of(offset: int = 0) -> Slice:
    if offset < 0:
        raise HTTPException(404, "before the first")
    return Slice(PAGE, offset)


Record = Annotated[Store, Depends(store_of)]
Asked = Annotated[Filter, Depends(filter_of)]
Part = Annotated[Slice, Depends(slice_of)]


def address(path: str, asked: Filter, part: Slice | None = None) -> str:
    """A path with the whole state of a list in its query string: it can be sent to somebody."""
    offset = urlencode({"offset": part.offset}) if part is not None and part.offset else ""
    query = "&".join(told for told in (asked.query(), offset) if told)
    return f"{path}?{query}" if query else path


class Around(NamedTuple):
    """The addresses of the pages before and after, null where there is none."""

    before: str | None
    after: str | None


def around(path: str, asked: Filter, page: Page[Any]) -> Around:
    """Where to turn from a page of a list."""
    before = Slice(page.limit, max(0, page.offset - page.limit)) if page.offset else None
    return Around(
        address(path, asked, before) if before else None,
        address(path, asked, page.next) if page.next else None,
    )


def found(thing: Thing | None) -> Thing:
    """The thing, or a page that says there is none."""
    if thing is None:
        raise HTTPException(404, "the record holds no such thing")
    return thing
