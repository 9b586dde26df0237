"""Rows of the store made into what views show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from greffier.model.told import Kept, Told
from greffier.store.base import EntryRow, Store
from greffier.views.shown import ArticleRef, Attestation, EntryRef, PartShown, Reported


def entry_ref(row: EntryRow) -> EntryRef:
    return EntryRef(row.id, row.layer, row.kind, row.label, row.country)


def entry_refs(store: Store, ids: Iterable[str]) -> dict[str, EntryRef]:
    """The entries of these ids, by the id asked."""
    now = store.resolve(ids)
    rows = store.entry_rows(now.values())
    return {asked: entry_ref(rows[id]) for asked, id in now.items() if id in rows}


def article_ref(kept: Kept, story: str | None = None) -> ArticleRef:
    return ArticleRef(
        kept.document,
        kept.uri,
        kept.outlet,
        kept.title,
        kept.published,
        kept.published_from,
        story,
    )


def article_refs(store: Store, documents: Iterable[str]) -> dict[str, ArticleRef]:
    """The articles of these documents, with the story of each."""
    asked = list(dict.fromkeys(documents))
    stories = store.stories_of_documents(asked)
    return {d: article_ref(kept, stories.get(d)) for d, kept in store.articles(asked).items()}


def reported(store: Store, rows: Sequence[EntryRow]) -> list[Reported]:
    """Entries of events, statements or figures, with all their attestations, in the same order."""
    told = store.told_of_entries(row.id for row in rows)
    every = [t for found in told.values() for t in found]
    articles = article_refs(store, (t.document for t in every))
    stands = store.entries_of_nodes(part.node for t in every for part in t.parts)
    texts = store.entries_of_forms(t.block for t in every if t.block)
    behind = store.documents(texts.values())
    witness = {block: behind[text] for block, text in texts.items() if text in behind}
    refs = {id: entry_ref(row) for id, row in store.entry_rows(stands.values()).items()}
    return [
        _reported(row, told.get(row.id, []), Around(articles, stands, refs, witness))
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Around:
    """What attestations are shown with: articles, the entry of each node that takes part, those
    entries, and the first article that prints each paragraph."""

    articles: dict[str, ArticleRef]
    stands: dict[str, str]
    refs: dict[str, EntryRef]
    witness: dict[str, str]


def _reported(
    row: EntryRow,
    told: Sequence[Told],
    around: Around,
) -> Reported:
    seen: set[str] = set()
    attestations = []
    for claim in told:
        witness = around.witness.get(claim.block or "", claim.document)
        parts = tuple(
            PartShown(p.role, p.name, around.refs.get(around.stands.get(p.node, "")))
            for p in claim.parts
        )
        article = around.articles[claim.document]
        attestations.append(_attestation(claim, article, parts, witness, witness in seen))
        seen.add(witness)
    return Reported(
        id=row.id,
        layer=row.layer,
        kind=row.kind,
        label=row.label,
        mode=row.mode,
        status=row.status,
        first=row.first,
        last=row.last,
        published=row.published,
        parts=together([a.parts for a in attestations]),
        attestations=tuple(attestations),
        independent=len(seen),
        copies=len(attestations) - len(seen),
    )


def _attestation(
    told: Told, article: ArticleRef, parts: tuple[PartShown, ...], witness: str, copied: bool
) -> Attestation:
    return Attestation(
        node=told.node,
        article=article,
        kind=told.kind,
        type=told.type,
        mode=told.mode,
        status=told.status,
        date=told.date,
        first=told.first,
        last=told.last,
        confidence=told.confidence,
        rule=told.rule,
        passages=told.passages,
        parts=parts,
        value=told.value,
        witness=witness,
        copied=copied,
    )


def together(told: Iterable[Sequence[PartShown]]) -> tuple[PartShown, ...]:
    """The parts of several attestations, each once, the most told first."""
    counts: Counter[tuple[str, str]] = Counter()
    shown: dict[tuple[str, str], PartShown] = {}
    for parts in told:
        for key, part in {_key(part): part for part in parts}.items():
            counts[key] += 1
            shown.setdefault(key, part)
    order = list(shown)
    return tuple(shown[key] for key in sorted(order, key=lambda k: (-counts[k], order.index(k))))


def _key(part: PartShown) -> tuple[str, str]:
    return part.role, part.entry.id if part.entry else part.name
