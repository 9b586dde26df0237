"""RSS and Atom feeds: one article for each entry that holds one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from greffier.model.text import Refusal
from greffier.sources.kinds import LARGEST_ARTICLE, Found, Kind, all_of
from greffier.sources.parts import markup
from greffier.sources.parts.days import day
from greffier.sources.parts.entries import Entry, captured

MEDIA_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?[^>]*+>\s*+|(?><!--.*?-->)\s*+|<!DOCTYPE[^>[]*+>\s*+)*+"
    rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]",
    re.DOTALL,
)


def captures(stream: BinaryIO, uri: str) -> Iterator[Found]:
    data = all_of(stream, LARGEST_ARTICLE)
    for number, entry in enumerate(entries(data, uri), start=1):
        if isinstance(entry, Refusal):
            yield entry
        else:
            yield from captured(entry, f"{uri}#{number}")


def entries(data: bytes, uri: str) -> Iterator[Entry | Refusal]:
    """The entries of a feed in its own order, after what is wrong with it."""
    import feedparser  # slow to import

    headers = {"content-type": "application/xml"}
    if uri.startswith("http"):
        headers["content-location"] = uri  # links may be relative to it
    try:
        parsed = feedparser.parse(
            BytesIO(data),
            response_headers=headers,
            resolve_relative_uris=False,  # of links inside texts, which are not kept
            sanitize_html=False,  # nor is their markup
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        yield Refusal(uri, f"no feed ({error})", "Check the address, or fetch the feed again.")
        return
    broken = parsed.get("bozo_exception") if parsed.get("bozo") else None
    if not parsed.get("version") or (broken and not parsed.entries):
        reason = f"no feed ({broken})" if broken else "no feed"
        yield Refusal(uri, reason, "Check the address, or fetch the feed again.")
        return
    if broken and not isinstance(broken, feedparser.CharacterEncodingOverride):
        told = f"a feed with faults ({broken}); what could be made out was read"
        yield Refusal(uri, told, "Compare with the site.", partly_read=True)
    if not parsed.entries:
        yield Refusal(uri, "a feed without entries", "Try again later.", True, expected=True)
    outlet = _plain(parsed.feed.get("title"))
    for found in parsed.entries:
        yield _entry(found, outlet)


def _entry(found: Any, outlet: str | None) -> Entry:
    contents = [content.get("value") or "" for content in found.get("content") or ()]
    texts = [markup.text_of(content) for content in (*contents, found.get("summary") or "")]
    source = found.get("source") or {}
    link = found.get("link") or None
    return Entry(
        id=found.get("id") or link or _plain(found.get("title")) or max(texts, key=len)[:100],
        link=link,
        title=_plain(found.get("title")),
        text=max(texts, key=len),
        published=_day(found),
        outlet=_plain(source.get("title")) or outlet,
    )


def _day(found: Any) -> str | None:
    """The day of publication where the outlet is: as written, not moved to another time zone."""
    told = (found.get(name) for name in ("published", "date", "created", "updated"))
    return next((read for written in told if (read := day(written))), None)


def _plain(told: Any) -> str | None:
    """A title, which may be HTML, as one line."""
    return markup.text_of(told).replace("\n", " ").strip() or None if told else None


KIND = Kind(
    "RSS or Atom",
    (".rss", ".atom", ".xml"),
    lambda head: bool(_BEGINS.match(head)),
    captures,
    "feeds: each entry that holds its article's text; a summary is read as such, and told",
    many=True,
)
