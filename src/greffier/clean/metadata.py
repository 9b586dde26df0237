"""What a page's head tells of its article: JSON-LD NewsArticle, OpenGraph, then dates elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from greffier.model.text import Given, PublishedFrom

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Posting|Interview)$")
_SITE = re.compile(r"(?<!\s)\s++[|•·–—»-]\s+[^|•·–—»]{2,60}$")
_SPACES = re.compile(r"\s+")
DATES = (
    "article:published_time",
    "og:article:published_time",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "datepublished",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
)
"""Names of `meta` elements that hold the day of publication, surest first."""
EARLIEST, LATEST = "1995-01-01", "2100-01-01"
"""Fixed, since a page must not read otherwise another day."""


def given(tree: HtmlElement) -> Given:
    """Title, outlet and publication date of a page; each null when the page does not tell."""
    article, meta = _article(tree), _meta(tree)
    published = (
        _day(article.get("datePublished"))
        or next((day for name in DATES if (day := _day(meta.get(name)))), None)
        or _dated_elsewhere(tree)
    )
    return Given(
        published=published,
        outlet=_name(article.get("publisher")) or meta.get("og:site_name") or None,
        title=_title(tree, article, meta),
        published_from=PublishedFrom.METADATA,
    )


def _article(tree: HtmlElement) -> dict[str, Any]:
    """The first article among the page's JSON-LD; empty when there is none."""
    for script in tree.xpath('//script[contains(@type, "ld+json")]'):
        try:
            told = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(told):
            types = item.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and _ARTICLE.search(name) for name in names):
                return item
    return {}


def _items(told: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document, through lists, `@graph` and `mainEntity`."""
    if isinstance(told, list):
        for item in told:
            yield from _items(item)
    elif isinstance(told, dict):
        yield told
        for nest in ("@graph", "mainEntity"):
            yield from _items(told.get(nest))


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The page's `meta` elements by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _SPACES.sub(" ", element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _day(told: Any) -> str | None:
    """The day of an ISO time, where it is one."""
    if not isinstance(told, str):
        return None
    try:
        day = date.fromisoformat(told.strip()[:10]).isoformat()
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def _dated_elsewhere(tree: HtmlElement) -> str | None:
    """The date of other metadata, of `time` elements or of a dated address; never one that is
    only read somewhere in the text."""
    from htmldate import find_date  # slow to import

    return find_date(  # type: ignore[no-any-return]
        tree, extensive_search=False, original_date=True, min_date=EARLIEST, max_date=LATEST
    )


def _name(told: Any) -> str | None:
    """The name of a JSON-LD organization, however it is written."""
    if isinstance(told, list):
        told = told[0] if told else None
    if isinstance(told, dict):
        told = told.get("name")
    return told.strip() or None if isinstance(told, str) else None


def _title(tree: HtmlElement, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    """The title as the page prints it: the first-rank heading that the metadata confirms, or
    the only one; else as the metadata has it, without the outlet's name."""
    told = [article.get("headline"), meta.get("og:title"), meta.get("twitter:title")]
    told += [element.text_content() for element in tree.xpath("//head/title")]
    names = [_SPACES.sub(" ", name).strip() for name in told if isinstance(name, str)]
    headings = [_SPACES.sub(" ", h.text_content()).strip() for h in tree.iter("h1")]
    printed = [heading for heading in headings if len(heading) > 2]
    for heading in printed:
        if any(heading.casefold() in name.casefold() for name in names):
            return heading
    if len(printed) == 1:
        return printed[0]
    return next((_SITE.sub("", name) for name in names if name), None)
