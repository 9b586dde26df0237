"""Pairs for a person to judge: perhaps one thing, perhaps two."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from greffier.model.passages import passage
from greffier.model.questions import FIRST, Page, Slice
from greffier.model.readings import from_dict
from greffier.model.record import Anchor, Judgement, Layer, Link, Node, Reason, Verdict
from greffier.model.told import Passage
from greffier.store.base import Store
from greffier.views.common import article_refs, entry_refs
from greffier.views.shown import ArticleRef, EntryRef

SHOWN = 3
"""Passages shown of each side."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things to compare: a node, the entry it is in, the article and its passages
    (the first is its anchor's)."""

    anchor: Anchor
    node: str
    name: str
    entry: EntryRef | None
    article: ArticleRef | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two things that may be one; `judged` is what a rule says of them, with its reasons."""

    layer: Layer
    one: Side
    other: Side
    score: float
    reasons: tuple[Reason, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement of a person, with both sides; `undone` when a later one takes it back, `against`
    the ids of judgements in force that say otherwise of the same pair. `holds` tells whether the
    record does what it says: false where other judgements contradict it (A is B, B is C, A is
    not C), null where it is undone, unsure, or its articles are not in the record."""

    judgement: Judgement
    one: Side
    other: Side
    undone: bool
    against: tuple[str, ...]
    holds: bool | None


def candidates(store: Store, layers: Sequence[Layer] = (), part: Slice = FIRST) -> Page[Candidate]:
    """Pairs to review, the likeliest first; of some layers only, when any is given."""
    links, total = store.reviews(layers, part)
    return Page(tuple(_candidates(store, links)), total, part.limit, part.offset)


def judgements(store: Store, part: Slice = FIRST) -> Page[Judged]:
    """The judgements of persons, the latest first."""
    told = store.judgements()
    undone = {j.undoes for j in told if j.undoes}
    latest = [j for j in reversed(told) if not j.undoes]
    against = contradictions(told)
    shown = latest[part.offset : part.offset + part.limit]
    sides = _sides(store, (a for j in shown for a in (j.one, j.other)))
    items = tuple(
        Judged(
            judgement=j,
            one=sides[j.one],
            other=sides[j.other],
            undone=j.id in undone,
            against=against.get(j.id, ()),
            holds=None if j.id in undone else _holds(j, sides[j.one], sides[j.other]),
        )
        for j in shown
    )
    return Page(items, len(latest), part.limit, part.offset)


def _holds(judgement: Judgement, one: Side, other: Side) -> bool | None:
    if one.entry is None or other.entry is None or judgement.verdict is Verdict.UNSURE:
        return None
    return (one.entry.id == other.entry.id) == (judgement.verdict is Verdict.SAME)


def contradictions(told: Sequence[Judgement]) -> dict[str, tuple[str, ...]]:
    """For each judgement in force, those in force that say otherwise of the same pair."""
    undone = {j.undoes for j in told if j.undoes}
    by_pair: dict[frozenset[Anchor], list[Judgement]] = {}
    for j in told:
        if j.id not in undone and not j.undoes and j.verdict is not Verdict.UNSURE:
            by_pair.setdefault(frozenset((j.one, j.other)), []).append(j)
    return {
        j.id: tuple(o.id for o in found if o.verdict is not j.verdict)
        for found in by_pair.values()
        for j in found
        if any(o.verdict is not j.verdict for o in found)
    }


def _candidates(store: Store, links: Sequence[Link]) -> list[Candidate]:
    forms = {f.id: f for f in store.forms(id for link in links for id in (link.one, link.other))}
    nodes = {n.id: n for n in store.nodes(form.first_node for form in forms.values())}
    first = {f.id: nodes[f.first_node] for f in forms.values() if f.first_node in nodes}
    sides = _shown(store, first.values())
    return [
        Candidate(
            layer=link.layer,
            one=sides[first[link.one].anchor],
            other=sides[first[link.other].anchor],
            score=link.score,
            reasons=link.reasons,
            rule=link.rule,
        )
        for link in links
        if link.one in first and link.other in first
    ]


def _sides(store: Store, anchors: Iterable[Anchor]) -> dict[Anchor, Side]:
    """The sides of judgements; of what the record does not hold, only the anchor is known."""
    asked = list(dict.fromkeys(anchors))
    found = _shown(store, store.nodes(anchor.id for anchor in asked))
    return {a: found.get(a) or Side(a, a.id, "", None, None, ()) for a in asked}


def _shown(store: Store, nodes: Iterable[Node]) -> dict[Anchor, Side]:
    told = list(nodes)
    refs = entry_refs(store, (node.id for node in told))
    articles = article_refs(store, (node.anchor.document for node in told))
    texts: dict[str, str] = {}
    for document in articles:
        kept = store.article(document)
        if kept:
            texts[document] = from_dict(json.loads(kept.reading)).document.text
    sides = {}
    for node in told:
        anchor, text = node.anchor, texts.get(node.anchor.document, "")
        spans = dict.fromkeys(((anchor.start, anchor.end), *node.evidence))
        passages = tuple(passage(anchor.document, text, *span) for span in list(spans)[:SHOWN])
        name = text[anchor.start : anchor.end]
        article = articles.get(anchor.document)
        sides[anchor] = Side(anchor, node.id, name, refs.get(node.id), article, passages)
    return sides
