"""What every kind of source is: how to know it, and how to take captures from its stream.

A kind is one file of this package: it fills a `Kind` and joins `all_kinds` in `__init__`.
"""

from __future__ import annotations

import importlib.util
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, cast

from greffier.model.text import Capture, Refusal

Found = Capture | Refusal

LARGEST_ARTICLE = 20_000_000
"""Bytes of one article's file or record. The heaviest news pages, pictures inlined, stay below
10 MB; past this it is no article, and reading it would only fill the memory."""
LARGEST_FILE = 200_000_000
"""Bytes of a file of many articles that must be read whole (an export, a feed, a JSON list). The
largest exports of press databases, a thousand articles, stay below 20 MB."""
LARGEST_SPOOLED = 4_000_000_000
"""Bytes copied to a temporary file from a stream that cannot be read back and forth."""
IN_MEMORY = 8_000_000
"""Bytes of such a copy that are kept in memory before the disk is used."""
HEAD = 8192
"""Bytes looked at to tell the kind of a stream that has no telling name."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of stream that holds articles.

    `captures` yields what the stream holds, in order, one article in memory at a time; what
    cannot be read is a `Refusal` among the rest. It may raise OSError: the caller tells it.
    `takes` says in one line what is taken. `needs` are the modules that the optional `extra`
    brings; `many` says that one file may hold several articles.
    """

    name: str
    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool]
    captures: Callable[[BinaryIO, str], Iterator[Found]]
    takes: str
    many: bool = False
    extra: str | None = None
    needs: tuple[str, ...] = ()

    @property
    def installed(self) -> bool:
        return all(importlib.util.find_spec(module) for module in self.needs)


class UnreadableError(OSError):
    """A stream that cannot be read on: what is wrong, and what to do about it."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


class PassingError(UnreadableError):
    """What may well be read another time: a server that is slow or down."""


def missing(kind: Kind, uri: str) -> Refusal:
    reason = f"reading {kind.name} needs the extra [{kind.extra}], which is not installed"
    return Refusal(uri, reason, f'Install it: pip install "greffier[{kind.extra}]".')


def note(uri: str, told: str, remedy: str = "") -> Refusal:
    """What is worth knowing of a file that was read as it should be."""
    return Refusal(uri, told, remedy, partly_read=True, expected=True)


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


def all_of(stream: BinaryIO, largest: int = LARGEST_FILE) -> bytes:
    """The bytes of a stream that must be read whole; raises `UnreadableError` for too many."""
    data = stream.read(largest + 1)
    if len(data) > largest:
        reason = f"larger than {largest // 1_000_000} MB, too large to be read whole"
        raise UnreadableError(reason, "Split it into smaller files.")
    return data


@contextmanager
def seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream itself, or a temporary copy of it where it can only be read forward."""
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as copy:
        left = LARGEST_SPOOLED
        while block := stream.read(min(1 << 20, left + 1)):
            left -= len(block)
            if left < 0:
                reason = f"larger than {LARGEST_SPOOLED // 1_000_000_000} GB in a stream"
                raise UnreadableError(reason, "Save it as a file and name that.")
            copy.write(block)
        copy.seek(0)
        yield cast(BinaryIO, copy)
