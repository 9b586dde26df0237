"""Plain text: one article a file, kept character for character once decoded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from greffier.sources.kinds import Found, Kind, whole

MEDIA_TYPE = "text/plain"


def captures(stream: BinaryIO, uri: str) -> Iterator[Found]:
    return whole(stream, uri, MEDIA_TYPE)


KIND = Kind(
    "text",
    (".txt", ".text", ".md"),
    lambda head: True,
    captures,
    "plain text: one article a file, kept character for character",
)
