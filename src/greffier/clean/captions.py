"""Captions and standfirsts of a page, put back at their place among the blocks of its article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from greffier.model.text import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 600
"""Code points; a longer element with such a class is a box that holds more than a caption."""
MARKS = {
    BlockKind.CAPTION: ("caption", "legende", "légende"),
    BlockKind.PARAGRAPH: ("chapo", "chapeau", "standfirst", "article__desc", "strapline"),
}
"""What the class of an element holds that is a caption, or the standfirst of an article."""
_SPACES = re.compile(r"\s+")
_GLUED = re.compile(r"[\w.!?»)]\Z")
_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "div"})
_NEVER = frozenset({"figure", "body", "html", "head", "script", "style", "track", "button"})
_ARTICLES = ("article", "main")
_ELSEWHERE = frozenset({"aside", "nav", "footer", "noscript", "template"})


class Piece(NamedTuple):
    """A block of a page; its kind is null where the page does not tell."""

    text: str
    kind: BlockKind | None = None


class Found(NamedTuple):
    """A caption or standfirst, and the piece after which it stands (-1: before all)."""

    element: HtmlElement
    piece: Piece
    after: int


def key(text: str) -> str:
    """A text as two copies of it are compared."""
    return _SPACES.sub(" ", text).strip().casefold()


def placed(tree: HtmlElement, pieces: list[Piece]) -> list[Piece]:
    """The pieces of an article with its captions: those among the pieces are marked, the others
    stand after the piece that they follow on the page (a lead picture's after the title)."""
    found, bodies = _walk(tree, pieces)
    scope = _scope(bodies)
    inside = [f for f in found if scope is not None and _belongs(f.element, scope, bodies)]
    kinds = {key(f.piece.text): f.piece.kind for f in found}
    kept = {key(p.text) for p in pieces}
    whole = [Piece(p.text, p.kind or kinds.get(key(p.text))) for p in pieces]
    first = 1 if pieces and pieces[0].kind is BlockKind.TITLE else 0
    for lost in reversed(inside):
        if key(lost.piece.text) not in kept:
            whole.insert(max(lost.after + 1, first), lost.piece)
    return whole


def _walk(tree: HtmlElement, pieces: list[Piece]) -> tuple[list[Found], list[HtmlElement]]:
    """The captions of a page in order, and the elements whose text is a piece of the article."""
    place = {key(piece.text): i for i, piece in reversed(list(enumerate(pieces)))}
    found: list[Found] = []
    bodies: list[HtmlElement] = []
    taken: set[HtmlElement] = set()
    last = -1
    for element in tree.iter():
        if element.getparent() in taken:
            taken.add(element)
        elif isinstance(element.tag, str):
            marked = _marked(element)
            if marked:
                found.append(Found(element, marked, last))
                taken.add(element)
            at = _place(element, place)
            if at is not None:
                last = at
                if pieces[at].kind is not BlockKind.TITLE:
                    bodies.append(element)
    return found, bodies


def _place(element: HtmlElement, place: dict[str, int]) -> int | None:
    """Which piece of the article an element is."""
    if element.tag not in _BLOCKS or _is_box(element):
        return None
    return place.get(key(_text(element)))


def _marked(element: HtmlElement) -> Piece | None:
    """The caption or standfirst that an element is, by its tag or class."""
    if element.tag in _NEVER:
        return None
    classes = (element.get("class") or "").lower()
    kind = next((k for k, marks in MARKS.items() if any(m in classes for m in marks)), None)
    if element.tag == "figcaption":
        kind = BlockKind.CAPTION
    text = _text(element) if kind else ""
    return Piece(text, kind) if text and len(text) <= LONGEST else None


def _is_box(element: HtmlElement) -> bool:
    """Whether the element only holds other blocks, so that its text need not be made."""
    return any(child.tag in _BLOCKS for child in element)


def _text(element: HtmlElement) -> str:
    """The text of a caption; a credit in an element of its own is set off by a space."""
    text = ""
    for part in element.itertext():
        opens = part[:1].isupper() or part[:1] in "©("
        text += " " + part if opens and _GLUED.search(text) else part
    return _SPACES.sub(" ", text).strip()


def _scope(bodies: list[HtmlElement]) -> HtmlElement | None:
    """The element that holds the whole article: a lead picture stands beside its body."""
    if not bodies:
        return None
    around = [bodies[0], *bodies[0].iterancestors()]
    for body in bodies[1:]:
        line = {body, *body.iterancestors()}
        around = [element for element in around if element in line]
    for element in around:
        if element.tag in _ARTICLES:
            return element
    return next((e for e in around[1:] if e.tag != "html"), around[0]) if around else None


def _belongs(caption: HtmlElement, scope: HtmlElement, bodies: list[HtmlElement]) -> bool:
    """Whether a caption stands in the article, and not in a box about another one."""
    for element in caption.iterancestors():
        if element is scope:
            return True
        if element.tag in _ELSEWHERE:
            return False
        if element.tag == "article" and not any(element in b.iterancestors() for b in bodies):
            return False
    return False
