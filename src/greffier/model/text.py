"""What was fetched and what it says: captures, documents and their blocks.

Offsets everywhere are half-open and count Unicode code points in `Document.text`, which is the
article exactly as it was decoded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A passage: `text[start:end]`."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of the article, without the white space around it.

    `repeats` is the index, among the document's blocks, of the first copy of this one.
    """

    start: int
    end: int
    kind: BlockKind
    rule: str
    repeats: int | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class PublishedFrom(StrEnum):
    """How the publication date is known."""

    GIVEN = "given"  # by the caller, or by the table the article came in
    METADATA = "metadata"  # the page's own metadata
    TEXT = "text"  # a dateline, a byline, or dates of the text that fix each other


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of an article beside its text, before reading it; each may be unknown."""

    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    published_from: PublishedFrom = PublishedFrom.GIVEN


@dataclass(frozen=True, slots=True)
class Capture:
    """What a source delivered: bytes (or a text already decoded), with where it came from."""

    uri: str
    data: bytes
    media_type: str
    given: Given = field(default_factory=Given)
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that was not read (or only in part): what, why, and what to do about it.

    `expected` ones are no fault of the input: what is left out on purpose (the pictures of a
    web archive) or worth knowing (which columns of a table were taken).
    """

    uri: str
    reason: str
    remedy: str
    partly_read: bool = False
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its text, its blocks and what is known of its publication."""

    id: str
    uri: str
    text: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    encoding: str | None = None

    def passage(self, span: Span) -> str:
        return self.text[span.start : span.end]
