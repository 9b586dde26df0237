"""Articles: lists of them, and one with all that it claims, marked in its text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from greffier.model.annotations import MentionKind
from greffier.model.questions import EVERYTHING, FIRST, Filter, Page, Slice
from greffier.model.reading import Reading
from greffier.model.readings import from_dict
from greffier.model.record import Anchor, Layer, Node
from greffier.model.text import BlockKind, Span
from greffier.model.told import Printing
from greffier.store.base import Store
from greffier.views.common import article_ref, article_refs, entry_refs, reported
from greffier.views.shown import ArticleRef, EntryRef, Reported


@dataclass(frozen=True, slots=True)
class BlockShown:
    """A block of the text; `repeats` is the index of its first copy."""

    start: int
    end: int
    kind: BlockKind
    text: str
    repeats: int | None


@dataclass(frozen=True, slots=True)
class MentionShown:
    """A passage that stands for an entity."""

    start: int
    end: int
    kind: MentionKind
    entity: str


@dataclass(frozen=True, slots=True)
class EntityShown:
    """An entity of the article, its local id, and the entry it is in."""

    id: str
    kind: str
    name: str
    country: str | None
    node: str | None
    entry: EntryRef | None
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A claim of the article: its entry in the record (with all attestations), and which of them
    is this article's (`node`)."""

    node: str
    spans: tuple[Span, ...]
    reported: Reported


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article, whole. `printings` are where its very text was found; `copies` are articles
    that print a paragraph of it."""

    article: ArticleRef
    language: str | None
    sha256: str
    added: str | None
    text: str
    blocks: tuple[BlockShown, ...]
    mentions: tuple[MentionShown, ...]
    entities: tuple[EntityShown, ...]
    claims: tuple[ClaimShown, ...]
    story: EntryRef | None
    printings: tuple[Printing, ...]
    copies: tuple[ArticleRef, ...]


def articles(store: Store, asked: Filter = EVERYTHING, part: Slice = FIRST) -> Page[ArticleRef]:
    """Articles that fit, the newest first."""
    found, total = store.find_articles(asked, part)
    stories = store.stories_of_documents(a.document for a in found)
    shown = tuple(article_ref(kept, stories.get(kept.document)) for kept in found)
    return Page(shown, total, part.limit, part.offset)


def added_since(store: Store, moment: str, part: Slice = FIRST) -> Page[ArticleRef]:
    """Articles that came into the record after a moment (ISO 8601, UTC), the latest first."""
    found, total = store.added_since(moment, part.limit)
    return Page(tuple(map(article_ref, found)), total, part.limit, 0)


def reading(store: Store, document: str) -> Reading | None:
    """The reading of one article as it was kept; null when the record does not hold it."""
    kept = store.article(document)
    return from_dict(json.loads(kept.reading)) if kept else None


def readings(store: Store) -> Iterator[tuple[Reading, dict[str, str | None], str | None]]:
    """Every reading, by document, with the entry of each of its entities and its story."""
    for told in store.readings():
        found = from_dict(json.loads(told))
        document = found.document.id
        known = entity_nodes(found, store.nodes_of_document(document))
        entries = store.entries_of_nodes(node.id for node in known.values())
        story = store.stories_of_documents([document]).get(document)
        yield found, {id: entries.get(node.id) for id, node in known.items()}, story


def article(store: Store, document: str) -> ArticleView | None:
    """One article with all that it claims; null when the record does not hold it."""
    kept = store.article(document)
    if kept is None:
        return None
    found = from_dict(json.loads(kept.reading))
    nodes = store.nodes_of_document(document)
    told = store.told(node.id for node in nodes)
    entries = store.entries_of_nodes(node.id for node in nodes)
    rows = store.entry_rows(entries[t.node] for t in told if t.node in entries)
    shown = {r.id: r for r in reported(store, list(rows.values()))}
    story = store.stories_of_documents([document]).get(document)
    return ArticleView(
        article=article_ref(kept, story),
        language=kept.language,
        sha256=kept.sha256,
        added=kept.added,
        text=found.document.text,
        blocks=tuple(
            BlockShown(b.start, b.end, b.kind, found.passage(b.span), b.repeats)
            for b in found.document.blocks
        ),
        mentions=tuple(
            MentionShown(m.start, m.end, m.kind, e.id) for e in found.entities for m in e.mentions
        ),
        entities=_entities(store, found, nodes),
        claims=tuple(
            ClaimShown(
                t.node,
                tuple(Span(p.start, p.end) for p in t.passages),
                shown[entries[t.node]],
            )
            for t in sorted(told, key=lambda t: (t.passages[0].start, t.passages[0].end))
            if entries.get(t.node) in shown
        ),
        story=entry_refs(store, [story]).get(story) if story else None,
        printings=tuple(store.printings(document)),
        copies=_copies(store, document, nodes),
    )


def entity_nodes(found: Reading, nodes: Sequence[Node]) -> dict[str, Node]:
    """The node of each entity of a reading, by the entity's own id."""
    at = {node.anchor: node for node in nodes if node.anchor.layer is Layer.ENTITY}
    return {
        entity.id: at[anchor]
        for entity in found.entities
        for mention in entity.mentions
        if (anchor := Anchor(found.document.id, Layer.ENTITY, *mention.span)) in at
    }


def _entities(store: Store, found: Reading, nodes: Sequence[Node]) -> tuple[EntityShown, ...]:
    known = entity_nodes(found, nodes)
    refs = entry_refs(store, (node.id for node in known.values()))
    return tuple(
        EntityShown(
            id=entity.id,
            kind=entity.kind,
            name=entity.name,
            country=entity.country,
            node=known[entity.id].id if entity.id in known else None,
            entry=refs.get(known[entity.id].id) if entity.id in known else None,
            offices=tuple(
                ", ".join(part for part in (role.function, role.of) if part)
                for role in entity.roles
            ),
        )
        for entity in found.entities
    )


def _copies(store: Store, document: str, nodes: Sequence[Node]) -> tuple[ArticleRef, ...]:
    """Other articles that print a paragraph of this one."""
    texts = {node.id for node in nodes if node.anchor.layer is Layer.TEXT}
    entries = set(store.entries_of_nodes(texts).values())
    documents = {d for found in store.documents_of_entries(entries).values() for d in found}
    refs = article_refs(store, documents - {document})
    return tuple(sorted(refs.values(), key=lambda ref: (ref.published or "9999", ref.document)))
