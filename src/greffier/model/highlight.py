"""Passages of a text marked by what was found in them, as HTML; marks may nest and overlap."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple


class Mark(NamedTuple):
    """A passage (`text[start:end]`, code points), the kind of thing found and a word on it."""

    start: int
    end: int
    kind: str
    note: str = ""


class Segment(NamedTuple):
    """A piece of the text that the same marks cover, the longest mark first."""

    text: str
    marks: tuple[Mark, ...]


def segments(text: str, marks: Iterable[Mark]) -> Iterator[Segment]:
    """The whole text in order, cut wherever a mark begins or ends; nothing is left out."""
    known = sorted(set(marks), key=lambda m: (m.start, -m.end, m.kind))
    cuts = sorted({0, len(text), *(m.start for m in known), *(m.end for m in known)})
    open_marks: list[Mark] = []
    coming = iter(known)
    following = next(coming, None)
    for start, end in itertools.pairwise(cuts):
        open_marks = [m for m in open_marks if m.end > start]
        while following is not None and following.start <= start:
            if following.end > start:
                open_marks.append(following)
            following = next(coming, None)
        yield Segment(text[start:end], tuple(sorted(open_marks, key=lambda m: m.start - m.end)))


def marked(text: str, marks: Iterable[Mark]) -> str:
    """The text as escaped HTML: a `mark` around each marked piece, its classes the kinds found
    there, its title their notes."""
    return "".join(_segment(s) for s in segments(text, marks))


def _segment(segment: Segment) -> str:
    if not segment.marks:
        return escape(segment.text)
    kinds = " ".join(dict.fromkeys(m.kind for m in segment.marks))
    notes = " · ".join(dict.fromkeys(m.note for m in segment.marks if m.note))
    title = f' title="{escape(notes)}"' if notes else ""
    return f'<mark class="{escape(kinds)}"{title}>{escape(segment.text)}</mark>'
