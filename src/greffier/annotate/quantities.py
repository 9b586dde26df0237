"""Figures: quantities that the article gives about the world."""

from __future__ import annotations

from dataclasses import replace

from greffier.model.annotations import EntityKind, Figure, MentionKind, Timex
from greffier.model.language import Language
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence


def find(reading: Reading, language: Language) -> Reading:
    """The article's figures: never part of a date or of a name."""
    names = [
        m.span
        for m in reading.mentions
        if m.kind is MentionKind.NAME and m.entity_kind is not EntityKind.COUNTRY
    ]
    taken = sorted([t.span for t in reading.timexes] + names)
    found: list[Figure] = []
    for sentence in reading.sentences:
        inside = tuple(span for span in taken if span.overlaps(sentence.span))
        for figure in language.figures(reading.document.text, sentence, inside):
            found.append(replace(figure, date=_date(reading.timexes, sentence, figure)))
    return replace(reading, figures=tuple(found))


def _date(timexes: tuple[Timex, ...], sentence: Sentence, figure: Figure) -> str | None:
    """The only date of the figure's sentence, if there is just one: of two, none is chosen."""
    inside = {t.value for t in timexes if t.type != "DURATION" and t.span.overlaps(sentence.span)}
    return inside.pop() if len(inside) == 1 else None
