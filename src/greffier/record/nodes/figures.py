"""Figures, with what they count and where, so that two articles' figures on one thing meet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from greffier.model.annotations import Comparison, Figure
from greffier.model.facts import FigureFacts
from greffier.model.record import Anchor, Layer, Node
from greffier.record import policy
from greffier.record.days import bounds
from greffier.record.nodes.scene import Scene


def nodes(scene: Scene) -> Iterator[Node]:
    figures = [f for f in scene.reading.figures if f.value is not None]
    corrected = {a.span: b for a, b in pairwise(figures) if _puts_right(a, b, scene)}
    rejected = {figure.span for figure in corrected.values()}
    for figure in figures:
        if figure.span in rejected:
            continue
        anchor = Anchor(scene.document, Layer.FIGURE, *figure.span)
        facts = _facts(figure, corrected.get(figure.span), scene)
        keys = tuple(
            f"{facts.subject[0]}@{bucket}:{term}"
            for bucket in scene.buckets(policy.STORY_DAYS * 2)
            for term in scene.key_terms
        )
        yield Node(
            anchor, facts.subject[0], anchor.id, keys, (figure.span,), scene.published, facts
        )


def _puts_right(figure: Figure, other: Figure, scene: Scene) -> bool:
    """Whether an article gives the other figure only to say that it is wrong."""
    between = scene.reading.document.text[figure.end : other.start]
    return figure.end <= other.start and scene.language.merging.replaces(between)


def _facts(figure: Figure, wrong: Figure | None, scene: Scene) -> FigureFacts:
    text = scene.reading.passage(figure.span)
    sentence = scene.sentence_of(figure.span)
    before = scene.reading.document.text[sentence.start : figure.start]
    after = scene.reading.document.text[figure.end : sentence.end]
    merging = scene.language.merging
    first, last = bounds(figure.date)
    low, high = interval(figure)
    lower, higher = interval(wrong) if wrong else (None, None)
    subject = merging.counted(figure.unit, text, before, after)
    return FigureFacts(
        text=text,
        low=low,
        high=high,
        comparison=figure.comparison,
        unit=figure.unit,
        subject=(subject, *merging.words(figure.unit or "")),
        context=tuple(sorted({*merging.words(before), *merging.words(after)})),
        date=figure.date,
        first=first,
        last=last,
        setting=scene.setting,
        block=scene.block_of(figure.span),
        instead=None if lower is None or higher is None else (lower, higher),
    )


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
