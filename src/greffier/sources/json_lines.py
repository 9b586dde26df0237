"""JSON Lines: one record a line, read line by line, however large the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from greffier.model.text import Refusal
from greffier.sources import records
from greffier.sources.kinds import LARGEST_ARTICLE, Found, Kind, too_large

_BOM = b"\xef\xbb\xbf"
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"[^\n]*(?:\}\s*(?:\n|$)|\Z)")
REMEDY = "Write one JSON object a line, in UTF-8; the other lines were read."


def captures(stream: BinaryIO, uri: str) -> Iterator[Found]:
    """A capture for each line; a broken line is refused and named, the next ones are read."""
    for number, line in enumerate(_lines(stream), start=1):
        name = f"{uri}#{number}"
        if line is None:
            yield too_large(name)
        elif line.strip():
            yield from _captured(line, name)


def _captured(line: bytes, name: str) -> Iterator[Found]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        yield Refusal(name, "a line that is not UTF-8", REMEDY)
    except json.JSONDecodeError as error:
        yield Refusal(name, f"broken JSON ({error.msg}, column {error.colno})", REMEDY)
    except (ValueError, RecursionError):
        # numbers of thousands of digits, or brackets nested without end
        yield Refusal(name, "JSON that cannot be parsed", REMEDY)
    else:
        yield from records.capture(record, name)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream; null for one that is too large, which is skipped unread."""
    first = True
    while line := stream.readline(LARGEST_ARTICLE + 1):
        if len(line) > LARGEST_ARTICLE:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LARGEST_ARTICLE)
            yield None
        else:
            yield line.removeprefix(_BOM) if first else line
        first = False


KIND = Kind(
    "JSON lines",
    (".jsonl", ".ndjson", ".jsonlines"),
    lambda head: bool(_BEGINS.match(head)),
    captures,
    "one record a line, as in JSON, however large the file",
    many=True,
)
