"""Search: articles by their words, with the passages that have them, and entries by name."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from greffier.model.passages import line_around, passage
from greffier.model.questions import EVERYTHING, Filter, Slice
from greffier.model.record import Layer
from greffier.model.text import BlockKind, Span
from greffier.model.told import Passage
from greffier.store.base import EntryRow, Order, Store
from greffier.store.words import WORD, Query, parse
from greffier.views.common import article_refs, entry_refs
from greffier.views.shown import ArticleRef, Beside

SHORT = Slice(20)
HITS = 3
"""Passages shown of an article."""
NAMED = 8
"""Entries shown beside articles, and values of a facet of entries."""
KINDS = ("person", "organization", "place", "country", "group")


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that has the words. Each passage is a line of it; `marked` are the words
    searched, as spans of the article, in the order of the text."""

    article: ArticleRef
    passages: tuple[Passage, ...]
    marked: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of the articles found have each value: outlets and months as they are."""

    name: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class EntryFacet:
    """The entries named in most of the articles found, by kind."""

    kind: str
    values: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: a slice of the articles, the facets of all, entries so named."""

    words: str
    hits: tuple[Hit, ...]
    total: int
    limit: int
    offset: int
    facets: tuple[Facet, ...]
    named_in: tuple[EntryFacet, ...]
    entries: tuple[EntryRow, ...]


def search(store: Store, words: str, asked: Filter = EVERYTHING, part: Slice = SHORT) -> Found:
    """Articles that have all the words (whatever accents, œ or ending) and each "exact phrase"."""
    documents, total, facets = store.search(words, asked, part)
    refs = article_refs(store, documents)
    query = parse(words)
    entries, _ = store.find(Layer.ENTITY, Filter(words=words), Order.OFTEN, Slice(NAMED))
    shown = {kind: list(facets.get(kind, {}).items())[:NAMED] for kind in KINDS}
    named = entry_refs(store, (entry for values in shown.values() for entry, _ in values))
    return Found(
        words=words,
        hits=tuple(_hit(store, refs[d], query) for d in documents if d in refs),
        total=total,
        limit=part.limit,
        offset=part.offset,
        facets=tuple(
            Facet(name, tuple(facets.get(name, {}).items())) for name in ("outlet", "month")
        ),
        named_in=tuple(
            EntryFacet(kind, tuple(Beside(named[e], n) for e, n in values if e in named))
            for kind, values in shown.items()
        ),
        entries=tuple(entries),
    )


def _hit(store: Store, article: ArticleRef, query: Query) -> Hit:
    """The lines of an article that have most of the words searched."""
    kept = store.article(article.document)
    told: dict[str, Any] = json.loads(kept.reading) if kept else {"text": "", "blocks": []}
    text: str = told["text"]
    lines: dict[tuple[int, int], list[Span]] = {}
    for block in told["blocks"]:
        if block["kind"] == BlockKind.BOILERPLATE or block.get("repeats") is not None:
            continue
        for word in WORD.finditer(text, block["start"], block["end"]):
            if query.fits(word.group().lower()):
                line = line_around(text, word.start(), word.end())
                lines.setdefault(line, []).append(Span(*word.span()))
    best = sorted(lines, key=lambda line: (-len({text[s:e] for s, e in lines[line]}), line))[:HITS]
    return Hit(
        article,
        tuple(passage(article.document, text, *line) for line in sorted(best)),
        tuple(span for line in sorted(best) for span in lines[line]),
    )
