"""What `greffier read` does with a few inputs at a time, in this process or another."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from greffier.model.reading import Reading
from greffier.model.text import Capture, Given, Refusal

if TYPE_CHECKING:
    from greffier.engine.cache import Cache


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class Wording(StrEnum):
    FRENCH = "fr"
    ENGLISH = "en"


class Piece(NamedTuple):
    """A reading in the format asked for."""

    uri: str
    text: str


Written = tuple[Piece | Refusal, ...]
"""What became of one input: readings, and what was not read."""


def weight(found: Capture | Refusal) -> int:
    """Bytes that an input holds in memory."""
    return len(found.data) if isinstance(found, Capture) else 0


@dataclass(frozen=True, slots=True)
class Work:
    """How inputs are read and written; handed to each process with `--jobs`."""

    format: Format
    given: Given
    language: Wording
    cached: bool

    def __call__(self, found: tuple[Capture | Refusal, ...]) -> list[Written]:
        """What became of a few inputs; those read before, with all else the same, are not read
        again."""
        kept = cache() if self.cached else None
        keys = [self._key(one) for one in found]
        known = [kept.get(key) if kept and key else None for key in keys]
        unread = [one for one, text in zip(found, known, strict=True) if text is None]
        read = iter(self._read(unread) if unread else ())
        written = [next(read) if text is None else _from_text(text) for text in known]
        if kept and unread:
            told = zip(keys, known, written, strict=True)
            kept.put((key, _to_text(w)) for key, text, w in told if key and text is None)
        return written

    def _key(self, found: Capture | Refusal) -> bytes | None:
        from greffier.engine.cache import key

        if isinstance(found, Refusal):
            return None
        how = (self.format, self.language, repr(self.given))
        what = (found.uri, found.media_type, found.encoding, repr(found.given), found.data)
        return key(*how, *what)

    def _read(self, found: list[Capture | Refusal]) -> Iterator[Written]:
        from greffier.pipeline import read_captures

        for outcomes in read_captures(found, self.given):
            yield tuple(o if isinstance(o, Refusal) else self._write(o) for o in outcomes)

    def _write(self, reading: Reading) -> Piece:
        from greffier.exports import readings, text

        if self.format is Format.TEXT:
            return Piece(reading.document.uri, text.render(reading, self.language.value))
        return Piece(reading.document.uri, readings.to_json(reading))


@functools.cache
def cache() -> Cache:
    """The cache of this process."""
    from greffier.engine.cache import Cache

    return Cache()


def _to_text(written: Written) -> str:
    return json.dumps([asdict(o) if isinstance(o, Refusal) else [*o] for o in written])


def _from_text(text: str) -> Written:
    return tuple(
        Refusal(**told) if isinstance(told, dict) else Piece(*told) for told in json.loads(text)
    )
