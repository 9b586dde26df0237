"""How much or how many of something."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.claims import confidence
from greffier.model.annotations import EventStatus
from greffier.model.claims import FigureClaim
from greffier.model.reading import Reading


def find(reading: Reading) -> Iterator[FigureClaim]:
    """The figures that an article gives, on the word of whoever speaks there."""
    for figure in reading.figures:
        holding = (q for q in reading.quotations if q.span.contains(figure.span))
        yield FigureClaim(
            document=reading.document.id,
            evidence=(figure.span,),
            source=next((q.speaker for q in holding if q.speaker), None),
            status=EventStatus.OCCURRED,
            rule=figure.rule,
            confidence=confidence.of("figure", confidence.figure_features(figure)),
            value=figure.value,
            comparison=figure.comparison,
            unit=figure.unit,
            date=figure.date,
        )
