"""Figures, with what they count and where, so that two articles' figures on one thing meet."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.model.annotations import Comparison, Figure
from greffier.model.facts import FigureFacts
from greffier.model.record import Anchor, Layer, Node
from greffier.model.text import Span
from greffier.record import policy
from greffier.record.days import bounds
from greffier.record.nodes.scene import Scene

AROUND = 60
"""Code points on each side of a figure that tell what it counts, within its sentence."""


def nodes(scene: Scene) -> Iterator[Node]:
    for figure in scene.reading.figures:
        if figure.value is None:
            continue
        anchor = Anchor(scene.document, Layer.FIGURE, *figure.span)
        facts = _facts(figure, scene)
        keys = tuple(
            f"{facts.subject[0]}@{bucket}:{term}"
            for bucket in scene.buckets(policy.STORY_DAYS * 2)
            for term in scene.setting.terms[: policy.TERMS_OF_FIGURE]
        )
        yield Node(
            anchor, facts.subject[0], anchor.id, keys, (figure.span,), scene.published, facts
        )


def _facts(figure: Figure, scene: Scene) -> FigureFacts:
    text = scene.reading.passage(figure.span)
    sentence = _sentence(figure, scene)
    at = figure.start - sentence.start
    told = scene.reading.passage(sentence)
    around = told[max(0, at - AROUND) : at + len(text) + AROUND]
    merging = scene.language.merging
    first, last = bounds(figure.date)
    low, high = interval(figure)
    return FigureFacts(
        text=text,
        low=low,
        high=high,
        comparison=figure.comparison,
        unit=figure.unit,
        subject=(merging.counted(figure.unit, around), *merging.words(figure.unit or "")),
        context=merging.words(told),
        date=figure.date,
        first=first,
        last=last,
        setting=scene.setting,
        block=scene.block_of(figure.span),
    )


def _sentence(figure: Figure, scene: Scene) -> Span:
    """The figure's sentence; where the reading has none, the paragraph between full stops."""
    for sentence in scene.reading.sentences:
        if sentence.tokens and sentence.tokens[0].start <= figure.start < sentence.tokens[-1].end:
            return Span(sentence.tokens[0].start, sentence.tokens[-1].end)
    text = scene.reading.document.text
    start = max(text.rfind(mark, 0, figure.start) for mark in (". ", "\n", "? ", "! ")) + 1
    ends = [e for mark in (". ", "\n") if (e := text.find(mark, figure.end)) >= 0]
    return Span(start, min(ends, default=len(text)))


def interval(figure: Figure) -> tuple[float | None, float | None]:
    """What the figure may be, at least and at most; null where it does not bound."""
    if figure.value is None:
        return None, None
    if isinstance(figure.value, tuple):
        return figure.value
    value, slack = figure.value, policy.ABOUT * abs(figure.value)
    return {
        Comparison.EXACT: (value, value),
        Comparison.BETWEEN: (value, value),
        Comparison.ABOUT: (value - slack, value + slack),
        Comparison.AT_LEAST: (value, None),
        Comparison.MORE_THAN: (value, None),
        Comparison.AT_MOST: (None, value),
        Comparison.LESS_THAN: (None, value),
    }[figure.comparison]
