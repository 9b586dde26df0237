"""An HTML page to the text of its article, whose blocks keep the kinds that the page gives them.

The body is trafilatura's choice. It drops every caption, and captions carry facts: those that
stand within the article are put back at their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from greffier.clean import captions, metadata
from greffier.clean.captions import Piece
from greffier.model.text import BlockKind, Given

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SPACES = re.compile(r"[^\S\n]+")
_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_BOX = re.compile(r"<(/?)(?:div|article|main|section)\b", re.IGNORECASE)
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What lxml refuses in a text."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article's text, the kinds of its blocks that are known (by where they start), what the
    page tells of it, and whether the page was cut."""

    text: str
    kinds: Mapping[int, BlockKind] = field(default_factory=dict)
    given: Given = field(default_factory=Given)
    cut: bool = False


def page(html: str) -> Page:
    """The article of a page; its text is empty when there is none."""
    from trafilatura.utils import load_html  # slow to import, and only pages need it

    tree = load_html(_NOT_XML.sub(" ", html))
    if tree is None:
        return Page("")
    given = metadata.given(tree)
    body = list(_body(tree))
    if not body:
        return Page("", given=given)
    pieces = captions.placed(tree, list(_titled(body, given.title)))
    text, kinds = _joined(pieces)
    return Page(text, kinds, given, cut=_is_cut(html))


def _is_cut(html: str) -> bool:
    """Whether a page breaks off: it does not end as one, and leaves boxes open (a page may leave
    out its last closing marks, and a part of a page has none)."""
    if _END.search(html):
        return False
    marks = [mark.group(1) for mark in _BOX.finditer(html)]
    return marks.count("") > marks.count("/")


def _body(tree: HtmlElement) -> Iterator[Piece]:
    """The blocks of the article that trafilatura finds, in order."""
    from trafilatura import bare_extraction

    found = bare_extraction(tree, favor_recall=True, include_comments=False)
    if found is None or found.body is None:
        return
    for element in found.body.iterchildren():
        yield from _pieces(element)


def _pieces(element: HtmlElement) -> Iterator[Piece]:
    """The blocks of one of trafilatura's elements; lists and quotes hold several."""
    if element.tag == "head":
        yield Piece(_text_of(element).replace("\n", " "), BlockKind.HEADING)
    elif element.tag == "row":
        cells = [_text_of(cell).replace("\n", " ") for cell in element]
        yield Piece(" | ".join(filter(None, cells)), BlockKind.PARAGRAPH)
    elif element.tag in HOLDERS and len(element):
        if element.text and element.text.strip():
            yield Piece(element.text.strip())
        for child in element:
            if child.tag == "lb":
                yield Piece((child.tail or "").strip())
                continue
            yield from _pieces(child)
            if child.tail and child.tail.strip():
                yield Piece(child.tail.strip())
    else:
        yield Piece(_text_of(element))


HOLDERS = frozenset({"quote", "list", "table", "div", "item"})
"""Elements whose children are blocks of their own."""


def _text_of(element: HtmlElement) -> str:
    """The text of an element as a reader sees it: line breaks are kept, other space is one."""
    parts = [element.text or ""]
    for inner in element.iterdescendants():
        parts += ("\n" if inner.tag == "lb" else "", inner.text or "", inner.tail or "")
    lines = _SPACES.sub(" ", "".join(parts)).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _titled(pieces: list[Piece], title: str | None) -> Iterator[Piece]:
    """The title first, once, then the rest."""
    if title:
        yield Piece(title, BlockKind.TITLE)
    for piece in pieces:
        first, _, rest = piece.text.partition("\n")
        if title and captions.key(first) == captions.key(title):
            piece = Piece(rest, piece.kind)
        if piece.text:
            yield piece


def _joined(pieces: list[Piece]) -> tuple[str, Mapping[int, BlockKind]]:
    """The pieces as one text, and the kinds by the offset at which their block starts."""
    kinds: dict[int, BlockKind] = {}
    offset = 0
    for piece in pieces:
        if piece.kind:
            kinds[offset] = piece.kind
        offset += len(piece.text) + len(BETWEEN)
    return BETWEEN.join(piece.text for piece in pieces), kinds


BETWEEN = "\n\n"
