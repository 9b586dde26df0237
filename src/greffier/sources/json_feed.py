"""JSON Feed (versions 1 and 1.1): one article for each item that holds one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from greffier.model.text import Refusal
from greffier.sources.kinds import LARGEST_ARTICLE, Found, Kind, all_of
from greffier.sources.parts import markup
from greffier.sources.parts.days import day
from greffier.sources.parts.entries import Entry, captured

MEDIA_TYPE = "application/feed+json"
_BEGINS = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{[^{}]*?"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')


def captures(stream: BinaryIO, uri: str) -> Iterator[Found]:
    for number, entry in enumerate(entries(all_of(stream, LARGEST_ARTICLE), uri), start=1):
        if isinstance(entry, Refusal):
            yield entry
        else:
            yield from captured(entry, f"{uri}#{number}")


def entries(data: bytes, uri: str) -> Iterator[Entry | Refusal]:
    """The items of a feed in its own order."""
    try:
        feed = json.loads(data)
        items = feed["items"]
        outlet = _string(feed, "title")
    except (ValueError, RecursionError, TypeError, KeyError):
        yield Refusal(uri, "no JSON Feed", "Check the address, or fetch the feed again.")
        return
    if not items or not isinstance(items, list):
        yield Refusal(uri, "a feed without entries", "Try again later.", True, expected=True)
        return
    for number, item in enumerate(items, start=1):
        if isinstance(item, dict):
            yield _entry(item, outlet)
        else:
            yield Refusal(f"{uri}#{number}", "no JSON Feed item", "Tell the feed's publisher.")


def _entry(item: dict[str, Any], outlet: str | None) -> Entry:
    marked = _string(item, "content_html")
    plain = _string(item, "content_text") or _string(item, "summary") or ""
    link = _string(item, "url") or _string(item, "external_url")
    title = _string(item, "title")
    return Entry(
        id=str(item.get("id") or link or title or ""),
        link=link,
        title=title,
        text=max(markup.text_of(marked) if marked else "", plain, key=len),
        published=day(item.get("date_published")),
        outlet=outlet,
    )


def _string(held: dict[str, Any], key: str) -> str | None:
    value = held.get(key)
    return value.strip() or None if isinstance(value, str) else None


KIND = Kind(
    "JSON Feed",
    (".json",),
    lambda head: bool(_BEGINS.match(head)),
    captures,
    "feeds: each item that holds its article's text; a summary is read as such, and told",
    many=True,
)
