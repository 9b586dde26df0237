"""Web pages by address: fetched with manners, named by the page's own address."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from greffier.model.text import Capture, Refusal
from greffier.sources import feed, html, json_feed, streams
from greffier.sources.kinds import Found
from greffier.sources.online.addresses import Networks
from greffier.sources.online.fetching import Client, Fetched
from greffier.sources.online.manners import Visitor
from greffier.sources.parts import article_pages, markup
from greffier.sources.streams import Kinds

ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/json": ".json",
    json_feed.MEDIA_TYPE: ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
    **dict.fromkeys(feed.MEDIA_TYPES, ".xml"),
    "text/csv": ".csv",
    "application/zip": ".zip",
    "message/rfc822": ".eml",
}
"""The endings that files of a media type have."""


@dataclass(frozen=True, slots=True)
class Place:
    """A kind of address, known by how it begins."""

    name: str
    addresses: tuple[str, ...]
    captures: Callable[[str, Kinds, Networks], Iterator[Found]]
    takes: str


def captures(address: str, kinds: Kinds, allowed: Networks = ()) -> Iterator[Found]:
    """What an address holds: a page, or any other kind of source."""
    yield from streams.guarded(_fetched(address, kinds, _visitor(allowed)), address)


def _fetched(address: str, kinds: Kinds, visitor: Visitor) -> Iterator[Found]:
    yield from taken(visitor.get(address), address, kinds)


def taken(found: Fetched, asked: str, kinds: Kinds) -> Iterator[Found]:
    """The captures of an answer."""
    if found.status != 200:
        yield refused(found, asked)
        return
    media = found.headers.get("content-type", "").partition(";")[0].strip().lower()
    if ENDINGS.get(media) == ".html":
        yield _page(found)
        return
    name = ENDINGS.get(media) or PurePosixPath(urlsplit(found.address).path).name
    if media.startswith(("image/", "audio/", "video/", "font/")):
        yield Refusal(asked, f"no article but {media}", "Give the address of the article.")
        return
    stream = streams.buffered(io.BytesIO(found.body))
    known = name if streams.is_named(name, kinds) else ""
    yield from streams.captures(stream, known, found.address, kinds)


def _page(found: Fetched) -> Capture:
    encoding = article_pages.encoding(found.body, found.headers.get("content-type"))
    root = markup.page(found.body, encoding)
    bare = found.address.partition("#")[0]
    own = bare if root is None else article_pages.own_address(root, bare)
    return Capture(own, found.body, html.MEDIA_TYPE, encoding=encoding)


def refused(found: Fetched, asked: str) -> Refusal:
    reason, remedy = ANSWERS.get(found.status, (f"status {found.status}", "Try again later."))
    return Refusal(asked, reason, remedy)


ANSWERS = {
    401: ("asks for a name and password", "Save the page from your browser and read the file."),
    402: ("asks to be paid", "Save the page from your browser and read the file."),
    403: ("its site refuses the visit", "Save the page from your browser and read the file."),
    404: ("no such page", "Check the address."),
    410: ("a page that was taken down", "Look for it in a web archive."),
    429: ("its site asks for fewer visits", "Try again later."),
    451: ("withheld for legal reasons", "Leave it out."),
}
"""What servers answer instead of a page, and what to do."""


@lru_cache
def _visitor(allowed: Networks) -> Visitor:
    """One visitor for all addresses of a run: its manners need to know the last visits."""
    return Visitor(Client(allowed))


PLACE = Place(
    "web page",
    ("http://", "https://"),
    captures,
    "the page at an address, or the feed, PDF or other source there; robots.txt is kept to",
)
