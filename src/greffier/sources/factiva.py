"""Factiva exports saved as HTML, with or without field codes: many articles a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import BinaryIO

from greffier.model.text import Given, Refusal
from greffier.sources import html
from greffier.sources.kinds import LARGEST_FILE, Found, Kind, all_of
from greffier.sources.parts import markup
from greffier.sources.parts.articles import article
from greffier.sources.parts.days import day
from greffier.sources.parts.markup import Element

_MARKS = re.compile(rb"<title>[^<]*factiva|class=\"article \w\wArticle\"|articleParagraph", re.I)
_ARTICLE = re.compile(r"(?:^|\s)\w\wArticle(?:\s|$)")
_DOCUMENT = re.compile(r"^Document\s+([A-Z0-9]{10,})\s*$", re.I)
"""Factiva's name of an article, on its last line."""
_COUNT = re.compile(r"^[\d\s.,]++(?:mots|words)$", re.I)
_DAY = re.compile(r"^\d{1,2} \w+\.? \d{4}$|^\w+ \d{1,2}, \d{4}$")
LONGEST = 200
"""Code points looked at of a line that tells what is known of an article."""
_BY = "author"
_HEADLINE = re.compile(r"Headline$")


def captures(stream: BinaryIO, uri: str) -> Iterator[Found]:
    data = all_of(stream, LARGEST_FILE)
    root = markup.page(data, "utf-8")
    articles = (
        []
        if root is None
        else [div for div in root.iter("div") if _ARTICLE.search(div.get("class") or "")]
    )
    if not articles:
        yield from html.captures(BytesIO(data), uri)  # a page that only looks like an export
    for number, one in enumerate(articles, start=1):
        name = _document(one) or str(number)
        yield _captured(one, f"{uri}#{name}")


def _captured(one: Element, uri: str) -> Found:
    fields = _fields(one)
    given, above, body = _coded(fields) if fields else _laid_out(one)
    if not body:
        remedy = "Export again in full text."
        return Refusal(uri, "an article without text in the export", remedy)
    return article(uri, [*above, *body], given)


def _document(one: Element) -> str | None:
    lines = (markup.line_of(line) or "" for line in one.iter("p", "div"))
    found = next((told for line in lines if (told := _DOCUMENT.match(line))), None)
    if found:
        return found.group(1)
    return (one.get("id") or "").removeprefix("article-") or None


Taken = tuple[Given, list[str], list[str]]
"""What is given, what stands above the text, its paragraphs."""


def _fields(one: Element) -> Mapping[str, Element]:
    """The cells of an export with field codes (HD, PD, SN, LP, TD…), by code."""
    found: dict[str, Element] = {}
    for row in one.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        code = markup.line_of(cells[0]) if len(cells) == 2 else None
        if code and re.fullmatch("[A-Z]{2,3}", code):
            found.setdefault(code, cells[1])
    return found if "HD" in found or "TD" in found else {}


def _coded(fields: Mapping[str, Element]) -> Taken:
    given = Given(
        published=day(markup.line_of(fields.get("PD"))),
        outlet=markup.line_of(fields.get("SN")),
        title=markup.line_of(fields.get("HD")),
    )
    above = [told for code in ("BY",) if (told := markup.line_of(fields.get(code)))]
    held = [fields[code] for code in ("LP", "TD") if code in fields]
    return given, above, [part for cell in held for part in markup.paragraphs(cell)]


def _laid_out(one: Element) -> Taken:
    """An export without codes: lines of what is known (words, day, outlet, in that order), then
    the paragraphs."""
    lines = [told[:LONGEST] for div in one.iterchildren("div") if (told := markup.line_of(div))]
    dated = next((i for i, line in enumerate(lines) if _DAY.match(line)), None)
    outlet = None
    if dated is not None:
        after = (line for line in lines[dated + 1 :] if not re.match(r"^\d{1,2}[:h]\d{2}", line))
        outlet = next(after, None)
    title = next((e for e in one.iter("span") if _HEADLINE.search(e.get("class") or "")), None)
    bylines = [markup.line_of(e) for e in markup.with_class(one, _BY)]
    body = [
        part
        for paragraph in markup.with_class(one, "articleParagraph")
        for part in markup.paragraphs(paragraph)
        if not _DOCUMENT.match(part)
    ]
    given = Given(
        published=day(lines[dated]) if dated is not None else None,
        outlet=None if outlet and _COUNT.match(outlet) else outlet,
        title=markup.line_of(title),
    )
    return given, [line for line in bylines if line], body


KIND = Kind(
    "Factiva",
    html.SUFFIXES,
    lambda head: markup.begins(head) and bool(_MARKS.search(head)),
    captures,
    "exports saved as HTML, with field codes or without: each article with outlet, date and title",
    many=True,
)
