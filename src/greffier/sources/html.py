"""Web pages saved to files: one article a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from greffier.sources.kinds import Found, Kind, whole

MEDIA_TYPE = "text/html"
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|\?xml|!--|article)", re.I)


def captures(stream: BinaryIO, uri: str) -> Iterator[Found]:
    return whole(stream, uri, MEDIA_TYPE)


SUFFIXES = (".html", ".htm", ".xhtml")
KIND = Kind(
    "html",
    SUFFIXES,
    lambda head: bool(_BEGINS.match(head)),
    captures,
    "a saved page: its article, with title, date and outlet where the page tells them",
)
