"""Is a page of a crawl an article, or a front page, a list, a form? And what is its own address?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from greffier.sources.parts import markup
from greffier.sources.parts.markup import Element

PROSE = 400
"""Code points of running text, in paragraphs, that an article without any mark has at least."""
PARAGRAPH = 60
"""Code points from which a paragraph is running text; teasers and menus have shorter lines."""
MOST_TEASERS = 6
"""Headings that are links: an article's page has a few below it, a front page is made of them."""
_TYPE = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|Interview)$")
_LISTS = re.compile(r"(?:CollectionPage|WebSite|SearchResultsPage|ItemList|ProfilePage)$")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)


def is_article(root: Element, address: str) -> bool:
    """Whether the page says that it is an article, or reads as one where it says nothing."""
    told = _told(root)
    if told is not None:
        return told
    if urlsplit(address).path in ("", "/"):
        return False
    prose = teasers = 0
    for element in root.iter("p", "h1", "h2", "h3", "h4"):
        linked = sum(len(markup.line_of(link) or "") for link in element.iter("a"))
        linked += _inside_link(element)
        length = len(markup.line_of(element) or "")
        if element.tag != "p":
            teasers += bool(length) and linked >= 0.8 * length
        elif length >= PARAGRAPH and linked < 0.5 * length:
            prose += length
    return prose >= PROSE and not (teasers > MOST_TEASERS and prose < PROSE * teasers / 2)


def _inside_link(element: Element) -> int:
    """The length of an element that stands wholly in a link."""
    inside = any(True for _ in element.iterancestors("a"))
    return len(markup.line_of(element) or "") if inside else 0


def _told(root: Element) -> bool | None:
    """What the page's metadata says; null where it does not tell."""
    types = set(_types(root))
    if any(_TYPE.search(name) for name in types):
        return True
    names: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or ""
        names.setdefault(key.lower(), meta.get("content") or "")
    if names.get("og:type", "").lower() == "article" or names.get("article:published_time"):
        return True
    if any(_LISTS.search(name) for name in types):
        return False
    return None


def _types(root: Element) -> Iterator[str]:
    """The types of what the page is about, not of what it lists."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                yield from _typed(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue


def _typed(told: Any) -> Iterator[str]:
    items = told if isinstance(told, list) else [told]
    for item in items:
        if not isinstance(item, dict):
            continue
        kinds = item.get("@type")
        yield from (kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind)
        graph = item.get("@graph")
        if isinstance(graph, list) and graph is not items:
            yield from _typed(graph)


def own_address(root: Element, address: str) -> str:
    """The address that a page gives as its own, where that is on the same site; else the one it
    was found at, without its fragment."""
    found = address.partition("#")[0]
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            try:
                own = urljoin(address, (link.get("href") or "").strip())
                parts = urlsplit(own)
                same = site(parts.hostname) == site(urlsplit(address).hostname)
            except ValueError:
                continue
            if parts.scheme in ("http", "https") and same and parts.path not in ("", "/"):
                return str(own).partition("#")[0]
    return found


def site(host: str | None) -> str:
    """A host's name without what sets apart a site's mobile and other versions."""
    return re.sub(r"^(?:www\d?|m|mobile|amp)\.", "", (host or "").lower())


def encoding(data: bytes, content_type: str | None) -> str | None:
    """The encoding that a server gives, where the bytes fit it and are not UTF-8, which nothing
    else looks like; null lets the bytes tell."""
    told = _CHARSET.search(content_type or "")
    if told is None:
        return None
    name = told.group(1).lower()
    # as browsers take it: what is told as Latin-1 is Windows-1252
    name = "windows-1252" if name in ("iso-8859-1", "latin1", "us-ascii", "ascii") else name
    return name if _fits(data, name) and (name == "utf-8" or not _fits(data, "utf-8")) else None


def _fits(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except (LookupError, ValueError):
        return False
    return True
