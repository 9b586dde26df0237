"""Passages with the line or sentence around them."""

from __future__ import annotations

import re

from greffier.model.told import Passage

SENTENCE_END = re.compile(r"(?<=[.!?…»])\s+(?=[«\"“A-ZÀ-Ý0-9—–-])|\n+")
WIDEST = 600
"""Code points of context at most."""


def passage(document: str, text: str, start: int, end: int) -> Passage:
    """The passage of a document's text, with the sentence around it."""
    begin, stop = line_around(text, start, end)
    return Passage(document, start, end, text[start:end], text[begin:stop], begin)


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence (never across lines that the passage itself does not cross) that holds a
    passage begins and ends; of a very long one, the part around the passage."""
    room = max(0, WIDEST - (end - start))
    low, high = max(0, start - room), min(len(text), end + room)
    ends = list(SENTENCE_END.finditer(text, low, high))
    begin = max((f.end() for f in ends if f.end() <= start), default=low)
    stop = min((f.start() for f in ends if f.start() >= end), default=high)
    return begin, stop
