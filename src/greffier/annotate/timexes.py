"""Time expressions, and the dates they stand for.

The language reads what each expression says (`model.times`); here its date is inferred, from the
publication, from other dates of the text, or not at all: `Timex.basis` tells which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from greffier.annotate.resolution import Resolver
from greffier.annotate.story import Now, Resolved, Story, TellingDay
from greffier.model.annotations import Basis, Timex, TimexType
from greffier.model.language import Language
from greffier.model.reading import Reading
from greffier.model.text import BlockKind, Document, PublishedFrom
from greffier.model.times import Clock, Day, Fixed, TimeExpression, Toward, When

ASIDE = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.BYLINE)
"""Blocks whose dates do not move the clock of the story told in the paragraphs."""


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
        story.tell(
            TellingDay(
                resolved, expression.sentence, expression.block, aside, expression.background
            )
        )
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


def landmarks(expressions: Sequence[TimeExpression]) -> list[date]:
    """The days that the text gives in full, in its order."""
    found = []
    for expression in expressions:
        day = day_told(expression.when)
        if day is not None and day.year and day.month and day.day:
            try:
                found.append(date(day.year, day.month, day.day))
            except ValueError:
                continue
    return found


def fixed_by_text(expressions: Sequence[TimeExpression]) -> date | None:
    """The day of publication as two expressions of the text fix it together: « ce lundi », and
    a full date that is a Monday, the latest of the text and the only day so pointed at;
    or « ce lundi 18 mars 2019 » at once."""
    days = landmarks(expressions)
    told = [day for e in expressions if (day := day_told(e.when)) is not None]
    pointed = {day for day in told if day.toward is Toward.THIS and day.weekday}
    whole = {d for day in pointed if (d := _whole(day)) is not None}
    if len(whole) == 1 and whole == {max(days)}:
        return whole.pop()
    weekdays = {day.weekday for day in pointed}
    if not days or len(weekdays) != 1 or max(days).isoweekday() not in weekdays:
        return None
    later = any(day.year and day.year > max(days).year for day in told)
    return None if later else max(days)


def _whole(day: Day) -> date | None:
    if not (day.year and day.month and day.day):
        return None
    try:
        return date(day.year, day.month, day.day)
    except ValueError:
        return None
