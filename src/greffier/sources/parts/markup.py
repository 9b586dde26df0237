"""HTML and XML that hold an article and nothing else: their paragraphs as text.

For whole pages, where the article must be found among the rest, there is `clean.pages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree, html

from greffier.sources.kinds import UnreadableError


def words(told: str) -> frozenset[str]:
    """Names written in one string."""
    return frozenset(told.split())


Element = Any  # lxml's own type of elements is not public
BETWEEN = "\n\n"
_SPACES = re.compile(r"[ \t\r\n\f]+")
"""No-break spaces stay: French has them before « : » and inside guillemets."""
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SKIPPED = frozenset({"script", "style", "head", "noscript", "template", "svg", "iframe", "object"})
_INLINE = words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr"
    " output q rp rt ruby s samp small span strike strong sub sup time tt u var wbr"
)
"""Elements of HTML that stand within a line; any other begins and ends a paragraph."""


def begins(head: bytes) -> bool:
    """Whether a stream begins as HTML or XML does."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


def page(data: bytes, encoding: str | None = None) -> Element | None:
    """The root of an HTML document; null when there is no markup in it."""
    parser = html.HTMLParser(encoding=encoding, no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(_NOT_XML.sub(b" ", data), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def text_of(fragment: str) -> str:
    """The paragraphs of a piece of HTML, set apart by blank lines."""
    root = page(fragment.encode("utf-8", "replace"), "utf-8") if fragment.strip() else None
    return "" if root is None else BETWEEN.join(paragraphs(root))


def paragraphs(
    root: Element, inline: frozenset[str] = _INLINE, skipped: frozenset[str] = _SKIPPED
) -> list[str]:
    """The paragraphs below an element, in order, each on one line but for its line breaks.

    `inline` names the elements that stand within a paragraph, `skipped` those left out, both by
    their local name. Deep nesting costs no stack.
    """
    found: list[str] = []
    line: list[str] = []

    def close() -> None:
        lines = (_SPACES.sub(" ", part).strip() for part in "".join(line).split(_BREAK))
        told = "\n".join(part for part in lines if part)
        if told:
            found.append(told)
        line.clear()

    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = local(element)
        if event == "start" and name in skipped:
            walk.skip_subtree()
        elif event == "start":
            if name in BREAKS:
                line.append(_BREAK)
            elif name not in inline:
                close()
            line.append(element.text or "")
            continue
        elif event == "end" and name not in inline and name not in BREAKS and name not in skipped:
            close()
        if event != "start" and element is not root:
            line.append(element.tail or "")
    close()
    return found


BREAKS = frozenset({"br", "lb"})
_BREAK = "\x00"
"""Stands for a line break while spaces are made one; no parsed text holds it."""


def local(element: Element) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def line_of(element: Element | None) -> str | None:
    """All text of an element on one line; null when there is none."""
    if element is None:
        return None
    return _SPACES.sub(" ", "".join(element.itertext())).strip() or None


def with_class(root: Element, *names: str) -> Iterable[Element]:
    """The elements below one that have one of these classes, in order."""
    wanted = frozenset(names)
    for element in root.iter(etree.Element):
        if not wanted.isdisjoint((element.get("class") or "").split()):
            yield element


def xml(data: bytes) -> Element:
    """The root of an XML document. Entities are not expanded, and nothing is fetched; raises
    `UnreadableError` for what is no XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        told = f"broken XML ({error})"
        raise UnreadableError(told, "Save or fetch it again, whole, as XML.") from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        told = "XML that declares entities of its own"
        raise UnreadableError(told, "Save it with the entities written out.")
    return root
