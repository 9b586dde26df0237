"""French time expressions: what they say, and how their sentences look at them.

dates ranges relative parts durations periods vague   the rules, by kind of expression
compose     a day and its time are one expression
guards      what looks like a time and is none
outlook     whether the sentence looks back or ahead
"""

from __future__ import annotations

import functools
import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from greffier.lang.fr.spelling import any_of, bare
from greffier.lang.fr.timexes import dates, durations, parts, periods, ranges, relative, vague
from greffier.lang.fr.timexes.compose import CLOCK_RULE, PART_RULE, compose
from greffier.lang.fr.timexes.grammar import Found, Match, TimePattern, TimeRule, find
from greffier.lang.fr.timexes.guards import is_time
from greffier.lang.fr.timexes.outlook import is_background, is_state, outlook
from greffier.lang.fr.timexes.words import MONTH, PART, UNIT, WEEKDAY, WORDS
from greffier.model.rules import Example
from greffier.model.syntax import Sentence
from greffier.model.text import BlockKind, Document, Span
from greffier.model.times import Fixed, TimeExpression, When


def _never(match: Match) -> When | None:
    return None


COMPOSED: tuple[TimeRule, ...] = (
    TimeRule(
        PART_RULE,
        TimePattern("(?!)", _never, "composed"),
        (
            Example(
                "Le port a été bloqué lundi soir.",
                ("lundi soir = 2022-02-07TEV",),
                published="2022-02-09",
            ),
            Example(
                "Le port a été bloqué dans la soirée de lundi.",
                ("la soirée de lundi = 2022-02-07TEV",),
                published="2022-02-09",
            ),
            Example("Le port a été bloqué lundi."),
        ),
    ),
    TimeRule(
        CLOCK_RULE,
        TimePattern("(?!)", _never, "composed"),
        (
            Example(
                "Le port a été bloqué lundi à 9 heures.",
                ("lundi à 9 heures = 2022-02-07T09:00",),
                published="2022-02-09",
            ),
            Example("Le port a été bloqué lundi par 9 navires."),
        ),
    ),
)

PATTERNS: tuple[TimeRule, ...] = (
    *ranges.RULES,
    *dates.RULES,
    *parts.RULES,
    *relative.RULES,
    *periods.RULES,
    *vague.RULES,
    *durations.RULES,
)

RULES: tuple[TimeRule, ...] = (*PATTERNS, *COMPOSED)


@functools.cache
def _cues() -> re.Pattern[str]:
    """Words that a text must hold for a kind of pattern to be tried."""
    adverbs = any_of([*WORDS.shifts, "aujourd'hui", "ce jour"])
    context = any_of(WORDS.context_shifts)
    return re.compile(
        rf"(?P<month>{MONTH}|(?<=\d )(?:{any_of(WORDS.short_months)})\b)|(?P<weekday>{WEEKDAY})|"
        rf"(?P<unit>\b{UNIT}\b|epoque|moment|quinquennat|septennat)|(?P<adverb>{adverbs})|(?P<relative>{context})|"
        rf"(?P<part>{PART}|midi|minuit)|(?P<season>{any_of(WORDS.seasons)})|(?P<feast>{any_of(WORDS.feasts)})|"
        rf"(?P<vague>{any_of(WORDS.vague)})|(?P<year>(?<!\d)(?:1[4-9]|20)\d\d(?!\d))|(?P<digit>\d)|(?P<clock>\dh)"
    )


def _kinds(text: str, start: int, end: int) -> frozenset[str]:
    """The kinds of cues in a passage of a bare text."""
    found = {match.lastgroup or "" for match in _cues().finditer(text, start, end)}
    if "year" in found:
        found |= {"digit"}
    if "digit" in found:
        found |= {"clock"}
    if found & {"part", "unit"}:
        found |= {"clock", "last-units", "relative", "part", "unit"}
    return frozenset(found)


def read(document: Document, sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """Every time expression of an article, in order; boilerplate is left out."""
    text = bare(document.text)
    by_block = {
        block: list(group) for block, group in itertools.groupby(sentences, lambda s: s.block)
    }
    return tuple(
        expression
        for index, block in enumerate(document.blocks)
        if block.kind is not BlockKind.BOILERPLATE
        for expression in _in_block(document.text, text, index, block.span, by_block)
    )


def _state_or_day(found: Found, sentence: Sentence | None) -> When:
    """« aujourd'hui » is a day, or only means the present."""
    today = found.rule == "timexes.today" and found.end - found.start == len("aujourd'hui")
    return Fixed("PRESENT_REF") if today and is_state(sentence, found.start) else found.when


def _in_block(
    raw: str, text: str, block: int, span: Span, by_block: dict[int, list[Sentence]]
) -> Iterator[TimeExpression]:
    kinds = _kinds(text, *span)
    if not kinds:
        return
    sentences = by_block.get(block, [])
    starts = [sentence.start for sentence in sentences]
    for found in compose(text, find(text, span, kinds, PATTERNS), span):
        index = bisect_right(starts, found.start) - 1
        sentence = sentences[index] if index >= 0 else None
        if is_time(raw, text, found, sentence):
            yield TimeExpression(
                found.start,
                found.end,
                _state_or_day(found, sentence),
                found.rule,
                block,
                sentence=sentence.start if sentence else span.start,
                outlook=outlook(text, found.start, sentence),
                background=is_background(text, found.start, sentence),
            )
