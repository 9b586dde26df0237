"""What a rule of the time grammar is, and how rules share a text."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from greffier.model.rules import Rule
from greffier.model.text import Span
from greffier.model.times import When

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class TimePattern:
    """A pattern over bare text, and what its match says (null: no time after all).

    The group `span`, where there is one, is the expression; what stands around it is context.
    `cue` is what a text must hold for the pattern to be worth trying: a kind of `CUES`.
    """

    pattern: str
    read: Callable[[Match], When | None]
    cue: str


TimeRule = Rule[TimePattern]


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule read at `text[start:end]`."""

    start: int
    end: int
    when: When
    rule: str


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def find(text: str, span: Span, kinds: frozenset[str], rules: tuple[TimeRule, ...]) -> list[Found]:
    """What the rules read in a passage of a bare text: of two that overlap the longer, then the
    earlier rule."""
    candidates = [
        (found.start - found.end, rank, found.start, found)
        for rank, rule in enumerate(rules)
        if rule.find.cue in kinds
        for found in _matches(text, span, rule)
    ]
    kept: list[Found] = []
    for *_, found in sorted(candidates, key=lambda c: c[:3]):
        place = bisect_left(kept, found.start, key=_start)
        after_one = place == 0 or kept[place - 1].end <= found.start
        if after_one and (place == len(kept) or found.end <= kept[place].start):
            kept.insert(place, found)
    return kept


def _start(found: Found) -> int:
    return found.start


def _matches(text: str, span: Span, rule: TimeRule) -> Iterator[Found]:
    pattern = _compiled(rule.find.pattern)
    named = "span" in pattern.groupindex
    for match in pattern.finditer(text, *span):
        when = rule.find.read(match)
        if when is not None:
            start, end = match.span("span") if named and match["span"] else match.span()
            yield Found(start, end, when, rule.name)
