"""French time expressions: what they say, and how their sentences look at them.

dates ranges relative parts durations periods vague   the rules, by kind of expression
compose     a day and its time are one expression
guards      what looks like a time and is none
outlook     whether the sentence looks back or ahead
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from greffier.lang.fr.spelling import bare
from greffier.lang.fr.timexes import dates, durations, parts, periods, ranges, relative, vague
from greffier.lang.fr.timexes.compose import CLOCK_RULE, PART_RULE, WEEK_RULE, compose, tells_day
from greffier.lang.fr.timexes.cues import passages
from greffier.lang.fr.timexes.grammar import Found, Match, TimePattern, TimeRule, find
from greffier.lang.fr.timexes.guards import is_time
from greffier.lang.fr.timexes.outlook import is_background, is_state, outlook
from greffier.model.rules import Example
from greffier.model.syntax import Sentence
from greffier.model.text import BlockKind, Document
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
        WEEK_RULE,
        TimePattern("(?!)", _never, "composed"),
        (
            Example(
                "La grève aura lieu la semaine du 12 mai 2014.",
                ("la semaine du 12 mai 2014 = 2014-W20",),
            ),
            Example("La grève aura lieu le 12 mai 2014."),
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
        for expression in _in_block(document.text, text, index, by_block.get(index, []))
    )


def _state_or_day(found: Found, sentence: Sentence) -> When:
    """« aujourd'hui » is a day, or only means the present."""
    today = found.rule == "timexes.today" and found.end - found.start == len("aujourd'hui")
    return Fixed("PRESENT_REF") if today and is_state(sentence, found.start) else found.when


def _in_block(
    raw: str, text: str, block: int, sentences: list[Sentence]
) -> Iterator[TimeExpression]:
    starts = [sentence.start for sentence in sentences]
    for passage, kinds in passages(text, sentences):
        for found in compose(text, find(text, passage, kinds, PATTERNS), passage):
            sentence = sentences[bisect_right(starts, found.start) - 1]
            if is_time(raw, text, found, sentence):
                yield TimeExpression(
                    found.start,
                    found.end,
                    _state_or_day(found, sentence),
                    found.rule,
                    block,
                    sentence=sentence.start,
                    outlook=outlook(text, found.start, sentence, tells_day(found.when)),
                    background=is_background(text, found.start, sentence),
                    attributive=text.endswith((" du ", " de ", " d'", " des "), 0, found.start),
                )
