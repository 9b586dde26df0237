"""A text and what was given with it, as a document: labelled blocks, title, publication date."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from greffier.clean.blocks import blocks
from greffier.clean.lines import NO_KINDS
from greffier.model.ids import document_id, sha256
from greffier.model.language import Language, LineRules
from greffier.model.text import Block, BlockKind, Document, Given, PublishedFrom


def document(
    text: str,
    uri: str,
    given: Given,
    language: Language,
    known: Mapping[int, BlockKind] = NO_KINDS,
) -> Document:
    """The document of a decoded text, kept character for character.

    `known` holds the kinds of blocks that a page tells, by the offset at which they start.
    """
    found = blocks(text, given, language.lines, known)
    published, published_from = published_on(text, found, given, language.lines)
    return Document(
        id=document_id(text),
        uri=uri,
        text=text,
        sha256=sha256(text.encode("utf-8", "surrogatepass")),
        blocks=found,
        outlet=given.outlet,
        title=given.title or _title(text, found),
        published=published,
        published_from=published_from,
        language=language.code,
    )


def _title(text: str, found: tuple[Block, ...]) -> str | None:
    titles = (text[b.start : b.end] for b in found if b.kind is BlockKind.TITLE)
    return next(titles, None)


def published_on(
    text: str, found: tuple[Block, ...], given: Given, rules: LineRules
) -> tuple[str | None, PublishedFrom | None]:
    """The publication date and what it rests on: as given, else a byline's or a dateline's.

    Never a guess: a date in the running text is not the day of publication.
    """
    if given.published:
        return given.published, given.published_from
    opening = first_bodies(found)
    for i, block in enumerate(found):
        line = text[block.start : block.end]
        if block.kind is BlockKind.BYLINE:
            told = rules.dated(line)
        elif block.kind is BlockKind.BOILERPLATE and i < min(opening, default=0):
            told = rules.published(line)
        elif block.kind is BlockKind.PARAGRAPH and i in opening:
            told = rules.dateline(line)
        else:
            continue
        if told:
            return told, PublishedFrom.TEXT
    return None, None


def first_bodies(found: tuple[Block, ...]) -> tuple[int, ...]:
    """The places of the paragraphs that a dateline may open: below a standfirst, the second."""
    paragraphs = (i for i, block in enumerate(found) if block.kind is BlockKind.PARAGRAPH)
    return tuple(itertools.islice(paragraphs, 2))
