"""Passages between quotation marks, of any style, nested or left open."""

from __future__ import annotations

import re
from dataclasses import dataclass

from greffier.model.text import Span

PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›"}
STRAIGHT = '"'
_MARK = re.compile(f"[{''.join({*PAIRS, *PAIRS.values(), STRAIGHT})}]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage between marks: its content without the marks and the spaces inside them, and the
    whole with them. `closed` is false when the block ends first."""

    content: Span
    whole: Span
    closed: bool = True


def marked(text: str, block: Span) -> list[Marked]:
    """The outermost marked passages of a block, in order; what is inside one is part of it.

    A mark that opens again before any closing one (each paragraph of a long quotation does)
    is not nested: only another style of marks nests.
    """
    found: list[Marked] = []
    closing, start, depth = "", -1, 0
    for match in _MARK.finditer(text, block.start, block.end):
        offset, mark = match.start(), match.group()
        if not closing:
            if mark in PAIRS:
                closing, start, depth = PAIRS[mark], offset, 1
            elif mark == STRAIGHT:
                closing, start, depth = STRAIGHT, offset, 1
        elif mark == closing:
            depth -= 1
            if depth == 0:
                found.append(_trimmed(text, start, offset + 1, closed=True))
                closing = ""
        elif mark in PAIRS and PAIRS[mark] == closing:
            depth += 1
    if closing:
        found.append(_trimmed(text, start, block.end, closed=False))
    return [m for m in found if m.content.start < m.content.end]


def _trimmed(text: str, start: int, end: int, closed: bool) -> Marked:
    first, last = start + 1, end - 1 if closed else end
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return Marked(Span(first, last), Span(start, end), closed)
