"""Paragraphs and captions, sketched by MinHash so that near copies find one another."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from greffier.model.facts import TextFacts
from greffier.model.record import Anchor, Layer, Node
from greffier.model.text import Span
from greffier.record import policy
from greffier.record.compare.romanise import fold
from greffier.record.nodes.scene import Scene

_PRIME = (1 << 61) - 1
_STEPS = tuple(
    (zlib.crc32(f"a{i}".encode()) * 2 + 1, zlib.crc32(f"b{i}".encode()))
    for i in range(policy.SKETCH)
)


def nodes(scene: Scene) -> Iterator[Node]:
    """One node a paragraph long enough to be known again, with all its copies in the article."""
    credited = _credit(scene)
    places: dict[str, list[Span]] = {}
    for span, form in scene.paragraphs:
        places.setdefault(form, []).append(span)
    for form, spans in places.items():
        words = fold(scene.reading.passage(spans[0])).split()
        if len(words) < policy.SHORTEST_COPY:
            continue
        drawn = sketch(words)
        anchor = Anchor(scene.document, Layer.TEXT, *spans[0])
        facts = TextFacts(drawn, len(words), credited, scene.published)
        yield Node(anchor, "text", form, keys(drawn), tuple(spans), scene.published, facts)


def _credit(scene: Scene) -> str | None:
    """The agency that the article credits, in its dateline, byline or last lines."""
    document = scene.reading.document
    lines = (document.passage(block.span) for block in document.blocks)
    told = (scene.language.merging.credit(line) for line in (document.outlet or "", *lines))
    return next((agency for agency in told if agency), None)


def sketch(words: list[str]) -> tuple[int, ...]:
    """The MinHash of a paragraph's runs of words."""
    run = policy.SHINGLE
    shingles = {
        zlib.crc32(" ".join(words[i : i + run]).encode())
        for i in range(max(1, len(words) - run + 1))
    }
    return tuple(min((a * s + b) % _PRIME for s in shingles) & 0xFFFFFFFF for a, b in _STEPS)


def keys(drawn: tuple[int, ...]) -> tuple[str, ...]:
    """Bands of the sketch: near copies share one, other texts hardly ever."""
    size = policy.BAND
    return tuple(
        f"{i // size}:" + ".".join(f"{n:x}" for n in drawn[i : i + size])
        for i in range(0, len(drawn), size)
    )


def alike(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The share of runs of words that two paragraphs have in common, as their sketches tell."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)
