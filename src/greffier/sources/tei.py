"""TEI: each text of a document or corpus, and each article where a text is divided into some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from greffier.model.text import Given, Refusal
from greffier.sources.kinds import LARGEST_FILE, Found, Kind, all_of
from greffier.sources.parts import markup
from greffier.sources.parts.articles import article
from greffier.sources.parts.days import day
from greffier.sources.parts.markup import Element, local

_T = "{http://www.tei-c.org/ns/1.0}"
_BEGINS = re.compile(rb"<(?:\w+:)?(?:TEI|teiCorpus)[\s>]")
_INLINE = markup.words(
    "abbr add am app author bibl c choice cit corr country damage date del district distinct emph"
    " ex expan foreign forename geogName gloss hi idno lem m measure mentioned name nameLink num"
    " orgName orig pc persName placeName pubPlace publisher q quote rdg ref reg region roleName rs"
    " s said seg settlement sic soCalled supplied surname surplus term time title unclear w"
)
"""Elements that stand within a paragraph."""
_SKIPPED = markup.words("teiHeader note corr reg expan rdg del fw figDesc standOff graphic")
"""What the page does not print, or prints around the text: editors' notes and corrections,
running heads, and all but one of two readings."""


def captures(stream: BinaryIO, uri: str) -> Iterator[Found]:
    root = markup.xml(all_of(stream, LARGEST_FILE))
    documents = list(root.iter(f"{_T}TEI", f"{_T}TEI.2"))
    if not documents:
        yield Refusal(uri, "no TEI document in it", "Save it as TEI P5, with its namespace.")
    for document in documents:
        texts = list(_texts(document))
        for number, text in enumerate(texts, start=1):
            name = document.get(_ID) if len(texts) == 1 else text.get(_ID) or number
            alone = len(documents) == len(texts) == 1
            yield _captured(document, text, uri if alone else f"{uri}#{name}")


_ID = "{http://www.w3.org/XML/1998/namespace}id"


def _texts(document: Element) -> Iterator[Element]:
    """The articles that a text is divided into, else its body."""
    body = document.find(f"{_T}text/{_T}body")
    if body is None:
        yield etree.Element("none")
        return
    divided = [div for div in body.iter(f"{_T}div") if div.get("type") in ("article", "item")]
    yield from divided or [body]


def _captured(document: Element, text: Element, uri: str) -> Found:
    header = document.find(f"{_T}teiHeader")
    header = etree.Element("none") if header is None else header
    heading = text.find(f"{_T}head")
    whole = local(text) == "body"
    title = _first(header, "titleStmt/title") if whole else markup.line_of(heading)
    for lost in list(text.iter(f"{_T}lb", f"{_T}pb")):
        _joined(lost)
    return article(
        uri,
        markup.paragraphs(text, _INLINE, _SKIPPED),
        Given(
            published=_day(text) or _day(header),
            outlet=_first(header, "sourceDesc//monogr/title")
            or _first(header, "sourceDesc//title[@level='j']")
            or _first(header, "publicationStmt/publisher"),
            title=title,
        ),
    )


def _joined(mark: Element) -> None:
    """A line or page break that stands within a word or a sentence is taken out of it."""
    before = mark.getprevious()
    parent = mark.getparent()
    held = (parent.text if before is None else before.tail) or ""
    if mark.get("break") == "no":
        held = held.rstrip().removesuffix("-").removesuffix("¬")
        tail = (mark.tail or "").lstrip()
    else:
        tail = " " + (mark.tail or "")
    if before is None:
        parent.text = held + tail
    else:
        before.tail = held + tail
    mark.tail = None
    parent.remove(mark)


def _first(header: Element, path: str) -> str | None:
    inside = "/".join(_T + part if part else "" for part in path.split("/"))
    return markup.line_of(header.find(f".//{inside}"))


def _day(held: Element) -> str | None:
    """The day of the source, else of the publication; of an article's own dateline first."""
    for holder in (f"{_T}sourceDesc", f"{_T}publicationStmt", f"{_T}dateline", f"{_T}opener"):
        for element in held.iter(holder):
            for date in element.iter(f"{_T}date"):
                if told := day(date.get("when") or markup.line_of(date)):
                    return told
    return None


KIND = Kind(
    "TEI",
    (".tei", ".xml"),
    lambda head: markup.begins(head) and bool(_BEGINS.search(head)),
    captures,
    "texts of TEI documents and corpora, and the articles (div of type article) of each",
    many=True,
)
