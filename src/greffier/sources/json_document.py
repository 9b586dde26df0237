"""A JSON file: one record, or a list of records."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from greffier.model.text import Refusal
from greffier.sources import json_lines, records
from greffier.sources.kinds import Found, Kind

LARGEST = 100_000_000
"""Bytes. A JSON document cannot be read piecemeal; beyond this, JSON lines can."""
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*+(?:\{\s*+[\"}]|\[\s*+[\]{])")


def captures(stream: BinaryIO, uri: str) -> Iterator[Found]:
    """The record of the file, or each record of its list."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        size = f"a JSON document of more than {LARGEST // 1_000_000} MB"
        yield Refusal(uri, size, "Write it as JSON lines (.jsonl), one record a line.")
        return
    try:
        found = json.loads(data)
    except json.JSONDecodeError as error:
        yield from _several(data, uri, error)
        return
    except (ValueError, RecursionError):
        yield Refusal(uri, "no JSON in UTF-8", "Save it again as JSON, in UTF-8.")
        return
    if not isinstance(found, list):
        yield from records.capture(found, uri)
        return
    for number, record in enumerate(found, start=1):
        yield from records.capture(record, f"{uri}#{number}")


def _several(data: bytes, uri: str, error: json.JSONDecodeError) -> Iterator[Found]:
    """JSON lines under the name of a JSON document, else a refusal."""
    if error.msg == "Extra data" and b"\n" in data.strip():
        yield from json_lines.captures(BytesIO(data), uri)
    elif not data.strip():
        yield Refusal(uri, "empty", "Give a file that holds an article.")
    else:
        place = f"{error.msg}, line {error.lineno}"
        yield Refusal(uri, f"broken JSON ({place})", "Save it again as JSON, in UTF-8.")


KIND = Kind(
    "JSON",
    (".json",),
    lambda head: bool(_BEGINS.match(head)),
    captures,
    "a record or a list of records: `text` or `html`, with `uri`, `published`, `outlet`, `title`",
    many=True,
)
