"""A text and what was given with it, as a document: labelled blocks, title, publication date."""

from __future__ import annotations

from collections.abc import Mapping

from greffier.clean.blocks import NO_KINDS, blocks
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
    for block in found:
        if block.kind in (BlockKind.BOILERPLATE, BlockKind.CAPTION, BlockKind.TITLE):
            continue
        line = text[block.start : block.end]
        told = rules.dated(line) if block.kind is BlockKind.BYLINE else rules.dateline(line)
        if told:
            return told, PublishedFrom.TEXT
    return None, None
