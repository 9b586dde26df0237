"""What every kind of source is: how to know it, and how to take captures from its stream.

A kind is one file of this package: it fills a `Kind` and joins `KINDS` in `__init__`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from greffier.model.text import Capture, Refusal

Found = Capture | Refusal

LARGEST_ARTICLE = 20_000_000
"""Bytes of one article's file or record. The heaviest news pages, pictures inlined, stay below
10 MB; past this it is no article, and reading it would only fill the memory."""
HEAD = 4096
"""Bytes looked at to tell the kind of a stream that has no telling name."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of stream that holds articles.

    `captures` yields what the stream holds, in order, one article in memory at a time; what
    cannot be read is a `Refusal` among the rest. It may raise OSError: the caller tells it.
    """

    name: str
    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool]
    captures: Callable[[BinaryIO, str], Iterator[Found]]


def too_large(uri: str) -> Refusal:
    return Refusal(
        uri,
        f"larger than {LARGEST_ARTICLE // 1_000_000} MB, too large for one article",
        "If it holds several articles, make it one file, or one JSONL line, for each.",
    )


def whole(stream: BinaryIO, uri: str, media_type: str) -> Iterator[Found]:
    """One capture of all that a stream holds."""
    data = stream.read(LARGEST_ARTICLE + 1)
    yield too_large(uri) if len(data) > LARGEST_ARTICLE else Capture(uri, data, media_type)
