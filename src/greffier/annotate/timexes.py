"""Time expressions, and the dates they stand for.

The language reads what each expression says (`model.times`); here its date is inferred, from the
publication, from other dates of the text, or not at all: `Timex.basis` tells which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from greffier.annotate.resolution import Resolver
from greffier.annotate.story import Now, Resolved, Story, Told
from greffier.model.annotations import Basis, Timex, TimexType
from greffier.model.language import Language
from greffier.model.reading import Reading
from greffier.model.text import BlockKind, Document, PublishedFrom
from greffier.model.times import Clock, Day, Fixed, TimeExpression, Toward, When

ASIDE = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.BYLINE)
"""Blocks whose dates do not move the clock of the story told in the paragraphs."""

OPENING = 2
"""The first blocks, title and lede or dateline, where an article says when it was written."""


def find(reading: Reading, language: Language) -> Reading:
    """The article's time expressions, resolved; and its publication date where the text fixes
    it."""
    if language.times is None:
        return reading
    expressions = language.times(reading.document, reading.sentences)
    document = _dated(reading.document, expressions)
    story = Story(_now(document, reading.document), tuple(landmarks(expressions)))
    timexes = tuple(_timexes(document, expressions, story))
    return replace(reading, document=document, timexes=timexes)


def _timexes(
    document: Document, expressions: Sequence[TimeExpression], story: Story
) -> list[Timex]:
    resolver = Resolver(story, expressions)
    found = []
    for index, expression in enumerate(expressions):
        resolved = resolver.resolve(index)
        found.append(_timex(expression, resolved))
        aside = document.blocks[expression.block].kind in ASIDE
        story.tell(Told(expression, resolved, aside))
    return found


def _timex(expression: TimeExpression, resolved: Resolved) -> Timex:
    return Timex(
        expression.start,
        expression.end,
        _type(expression.when, resolved.value),
        resolved.value,
        resolved.basis,
        expression.rule,
    )


def _type(when: When, value: str) -> TimexType:
    if isinstance(when, Fixed):
        return when.type
    return TimexType.TIME if isinstance(when, Clock) and "T" in value else TimexType.DATE


def _now(document: Document, given: Document) -> Now | None:
    """The publication date and its basis; null when it is unknown or unreadable."""
    try:
        day = date.fromisoformat((document.published or "")[:10])
    except ValueError:
        return None
    return Now(day, Basis.PUBLICATION if given.published else Basis.CONTEXT)


def _dated(document: Document, expressions: Sequence[TimeExpression]) -> Document:
    """The document with the publication date that its own text fixes, when it had none."""
    fixed = None if document.published else fixed_by_text(expressions)
    if fixed is None:
        return document
    return replace(document, published=fixed.isoformat(), published_from=PublishedFrom.TEXT)


def day_told(when: When) -> Day | None:
    """The calendar day that an expression names, alone or with a time."""
    inner = when.day if isinstance(when, Clock) else when
    return inner if isinstance(inner, Day) else None


def whole_day(expression: TimeExpression) -> date | None:
    """The date of an expression that tells day, month and year; null for a mere attribute (« la
    guerre du 6 octobre 1973 »)."""
    told = day_told(expression.when)
    if told is None or not (told.year and told.month and told.day) or expression.attributive:
        return None
    try:
        return date(told.year, told.month, told.day)
    except ValueError:
        return None


def landmarks(expressions: Sequence[TimeExpression]) -> list[date]:
    """The days told in full that the rest of an undated text may be counted from: those that
    open it, that tell their weekday, or whose weekday the text names elsewhere."""
    weekdays = {told.weekday for e in expressions if (told := day_told(e.when)) is not None}
    return [
        day
        for e in expressions
        if (day := whole_day(e)) and (day.isoweekday() in weekdays or e.block < OPENING)
    ]


def fixed_by_text(expressions: Sequence[TimeExpression]) -> date | None:
    """The day of publication as two expressions of the text fix it together: « ce lundi », and
    a full date that is a Monday, the latest of the text, told more than once or at its opening;
    or « ce lundi 18 mars 2019 » at once."""
    days = [day for e in expressions if (day := whole_day(e))]
    if not days:
        return None
    latest = max(days)
    told = [(e, told) for e in expressions if (told := day_told(e.when)) is not None]
    pointed = [(e, day) for e, day in told if day.toward is Toward.THIS and day.weekday]
    whole = {pointed_at for e, _ in pointed if (pointed_at := whole_day(e))}
    if whole:
        return latest if whole == {latest} else None
    agree = {day.weekday for _, day in pointed} == {latest.isoweekday()}
    later = any(day.year and day.year > latest.year for _, day in told)
    return latest if agree and not later and _is_stressed(latest, told) else None


def _is_stressed(day: date, told: Sequence[tuple[TimeExpression, Day]]) -> bool:
    """Whether a date is told at the opening, or again (then the year may be left out)."""
    same = [e for e, d in told if (d.month, d.day) == (day.month, day.day)]
    return len(same) > 1 or any(e.block < OPENING for e in same)
