"""A text and what was given with it, as a document cut into labelled blocks."""

from __future__ import annotations

import re

from greffier.model.ids import document_id, sha256
from greffier.model.language import Language
from greffier.model.text import Block, BlockKind, Document, Given, PublishedFrom


def document(text: str, uri: str, given: Given, language: Language) -> Document:
    """The document of a decoded text, kept character for character."""
    blocks = tuple(
        Block(m.start(), m.end(), BlockKind.PARAGRAPH, "clean.line")
        for m in re.finditer(r"[^\s\n][^\n]*(?<=\S)", text)
    )
    return Document(
        id=document_id(text),
        uri=uri,
        text=text,
        sha256=sha256(text.encode("utf-8", "surrogatepass")),
        blocks=blocks,
        outlet=given.outlet,
        title=given.title,
        published=given.published,
        published_from=PublishedFrom.GIVEN if given.published else None,
        language=language.code,
    )
