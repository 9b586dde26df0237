"""Europresse exports saved as HTML: many articles a file, each with outlet, date and title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from greffier.model.text import Given, Refusal
from greffier.sources import html
from greffier.sources.kinds import LARGEST_FILE, Found, Kind, all_of
from greffier.sources.parts import markup
from greffier.sources.parts.articles import article
from greffier.sources.parts.days import day
from greffier.sources.parts.markup import Element

_MARKS = re.compile(
    rb"DocPublicationName|titreArticleVisu|docOcurrContainer|<title>[^<]*europresse", re.I
)
_ISSUE = re.compile(r"(?:(?<!\s)|(?=,)),?\s++n(?:o\.?|°|º)\s*\d.*$", re.I | re.S)
"""The number of the issue, after the outlet's name: « Le Phare, no. 43018 »."""
_DOCUMENT = re.compile(r"\b((?:news|pub|web|bio)[·.]\d{8}[·.][\w·.-]+)")
"""Europresse's own name of a document: « news·20250303·LP·43018_1 »."""
_SITE = re.compile(r"(?<!\s)\s*+\((?:site web|tweet|blogue|blog)\)?.*$", re.I | re.S)
LONGEST_NAME = 200
"""Code points of an outlet's name."""
_ABOVE = ("rdp__subtitle", "sm-margin-bottomNews", "docAuthors", "apd-wrapper")
_BODY = ("docOcurrContainer", "DocText")


def captures(stream: BinaryIO, uri: str) -> Iterator[Found]:
    data = all_of(stream, LARGEST_FILE)
    root = markup.page(data, "utf-8")
    articles = [] if root is None else [one for one in root.iter("article") if _is_exported(one)]
    if not articles:
        yield from html.captures(BytesIO(data), uri)  # a page that only looks like an export
    for number, one in enumerate(articles, start=1):
        told = _DOCUMENT.search(markup.line_of(one) or "")
        yield _captured(one, f"{uri}#{told.group(1).rstrip('.') if told else number}")


def _is_exported(one: Element) -> bool:
    return any(True for _ in markup.with_class(one, "DocPublicationName", "titreArticle", *_BODY))


def _captured(one: Element, uri: str) -> Found:
    header = next(iter(one.iter("header")), one)
    title = _first(header, "titreArticleVisu") or _first(header, "titreArticle")
    above = [markup.line_of(part) for part in markup.with_class(header, *_ABOVE)]
    bodies = list(markup.with_class(one, _BODY[0])) or list(markup.with_class(one, _BODY[1]))
    body = [part for held in bodies[:1] for part in markup.paragraphs(held)]
    given = Given(
        published=next((d for h in markup.with_class(one, "DocHeader") if (d := _day(h))), None),
        outlet=_outlet(one),
        title=title,
    )
    if not body:
        return Refusal(uri, "an article without text in the export", "Open it in Europresse.")
    return article(uri, [*dict.fromkeys(above), *body], given)


def _day(header: Element) -> str | None:
    return day(markup.line_of(header))


def _outlet(one: Element) -> str | None:
    told = _first(one, "DocPublicationName")
    return _SITE.sub("", _ISSUE.sub("", told[:LONGEST_NAME])).strip() or None if told else None


def _first(root: Element, name: str) -> str | None:
    found = next(iter(markup.with_class(root, name)), None)
    return markup.line_of(found)


KIND = Kind(
    "Europresse",
    html.SUFFIXES,
    lambda head: markup.begins(head) and bool(_MARKS.search(head)),
    captures,
    "exports saved as HTML: each article with outlet, date and title",
    many=True,
)
