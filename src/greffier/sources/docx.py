"""DOCX: the paragraphs of a text document, its title where it has one."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from greffier.model.text import Given, Refusal
from greffier.sources.kinds import Found, Kind
from greffier.sources.parts import markup, office
from greffier.sources.parts.articles import article
from greffier.sources.parts.markup import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_BODY = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_OWN_NOTES = 2
"""Notes that every document has, for the lines that set notes apart."""
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}
_LEFT_OUT = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "txbxContent", "instrText"))
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""Deletions, what was moved away, text boxes (which are told twice), codes of fields."""


def captures(stream: BinaryIO, uri: str) -> Iterator[Found]:
    with office.opened(stream) as archive:
        yield from _read(archive, uri)


def _read(archive: zipfile.ZipFile, uri: str) -> Iterator[Found]:
    data = office.part(archive, _BODY)
    notes = sum(_count(office.part(archive, name)) for name in _NOTES)
    core = office.part(archive, "docProps/core.xml")
    if data is None:
        yield Refusal(uri, "no DOCX text document", "Save it as DOCX, or as text.")
        return
    if notes:
        told = f"{notes} footnote(s) left out"
        yield Refusal(uri, told, "Read them in the document.", partly_read=True)
    body = markup.xml(data)
    styled = [_text(p) for p in body.iter(f"{_W}p") if _style(p) in ("Title", "Titre")]
    told_title = markup.xml(core).findtext(_TITLE) if core else None
    paragraphs = [text for p in body.iter(f"{_W}p") if (text := _text(p))]
    yield article(uri, paragraphs, Given(title=next(filter(None, styled), told_title)))


def _count(notes: bytes | None) -> int:
    if notes is None:
        return 0
    return max(0, len(list(markup.xml(notes).iterchildren())) - _OWN_NOTES)


def _style(paragraph: Element) -> str | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return None if style is None else style.get(f"{_W}val")


def _text(paragraph: Element) -> str:
    """The text of a paragraph as it stands with all changes accepted."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = markup.local(element)
        if element.tag in _LEFT_OUT or element.tag == _ALTERNATIVE or name == "pPr":
            continue
        if name == "t":
            parts.append(element.text or "")
        parts.append(_CHARACTERS.get(name, ""))
        waiting += reversed(element)
    return "".join(parts).strip()


KIND = Kind(
    "DOCX",
    (".docx",),
    lambda head: head.startswith(b"PK\x03\x04") and b"word/" in head,
    captures,
    "text documents: their paragraphs, tables cell by cell, tracked changes accepted",
)
