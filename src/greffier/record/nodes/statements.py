"""What people said, with the words by which a cut or reported wording finds the whole one."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from greffier.model.facts import StatementFacts
from greffier.model.record import Anchor, Layer, Node
from greffier.record import policy
from greffier.record.compare.romanise import fold
from greffier.record.nodes import parties
from greffier.record.nodes.scene import Scene


def nodes(scene: Scene) -> Iterator[Node]:
    for quotation in scene.reading.quotations:
        anchor = Anchor(scene.document, Layer.STATEMENT, *quotation.span)
        text = scene.reading.passage(quotation.span)
        facts = StatementFacts(
            text=text,
            kind=quotation.kind,
            words=scene.language.merging.words(text),
            speaker=scene.who.get(quotation.speaker or ""),
            via=scene.who.get(quotation.via or ""),
            setting=scene.setting,
            block=scene.block_of(quotation.span),
        )
        keys = tuple(sorted(set(_keys(facts, scene))))
        yield Node(
            anchor, quotation.kind, anchor.id, keys, (quotation.span,), scene.published, facts
        )


def _keys(facts: StatementFacts, scene: Scene) -> Iterator[str]:
    if facts.speaker:
        speaker = parties.key(facts.speaker, scene.language)
        for bucket in scene.buckets(policy.STORY_DAYS * 2):
            yield f"s@{bucket}:{speaker}"
    opening = fold(facts.text).split()[: policy.LEAST_VERBATIM]
    yield "x:" + " ".join(opening)
    weight = scene.language.merging.weight
    for pair in zip(facts.words, facts.words[1:], strict=False):
        told = " ".join(pair)
        rare = min(map(weight, pair)) >= policy.RARE_WORD
        if rare and (len(facts.words) < policy.SHORT_STATEMENT or zlib.crc32(told.encode()) % 2):
            yield f"w:{told}"
