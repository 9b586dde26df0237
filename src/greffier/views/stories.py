"""Stories: articles on one event, growing over days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from greffier.model.questions import EVERYTHING, FIRST, Filter, Page, Slice
from greffier.model.record import Layer
from greffier.store.base import EntryRow, Order, Store
from greffier.views.common import article_refs, entry_ref, entry_refs
from greffier.views.events import quotes, timeline
from greffier.views.shown import ArticleRef, Beside, EntryRef, Reported

MAIN = 8
"""People, bodies and places shown of a story."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a list: its articles, the earliest first."""

    story: EntryRef
    first: str | None
    last: str | None
    outlets: tuple[str, ...]
    articles: tuple[ArticleRef, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story: its articles, who and where, its events and statements."""

    story: StoryRow
    named: tuple[Beside, ...]
    events: Page[Reported]
    statements: Page[Reported]


def stories(
    store: Store,
    asked: Filter = EVERYTHING,
    part: Slice = FIRST,
    order: Order = Order.OFTEN,
) -> Page[StoryRow]:
    """Stories that fit (`outlet`, `since`, `until`, `who`), those of most articles first."""
    rows, total = store.find(Layer.ARTICLE, asked, order, part)
    return Page(tuple(_rows(store, rows)), total, part.limit, part.offset)


def story(store: Store, id: str, part: Slice = FIRST) -> StoryView | None:
    """One story by its id, a former id, or that of one of its articles; null when there is none."""
    now = store.resolve([id]).get(id) or store.stories_of_documents([id]).get(id)
    row = store.entry_rows([now]).get(now) if now else None
    if row is None or row.layer is not Layer.ARTICLE:
        return None
    (found,) = _rows(store, [row])
    named = store.named_in(article.document for article in found.articles)[:MAIN]
    refs = entry_refs(store, (entry for entry, _ in named))
    of_it = Filter(story=(row.id,))
    return StoryView(
        story=found,
        named=tuple(Beside(refs[e], count) for e, count in named if e in refs),
        events=timeline(store, of_it, part),
        statements=quotes(store, of_it, part, Order.PUBLISHED),
    )


def _rows(store: Store, rows: Sequence[EntryRow]) -> list[StoryRow]:
    documents = store.documents_of_entries(row.id for row in rows)
    refs = article_refs(store, (d for found in documents.values() for d in found))
    shown = []
    for row in rows:
        found = [refs[d] for d in documents.get(row.id, ()) if d in refs]
        found.sort(key=lambda ref: (ref.published or "9999", ref.document))
        days = [ref.published for ref in found if ref.published]
        outlets = tuple(dict.fromkeys(ref.outlet for ref in found if ref.outlet))
        first, last = (days[0], days[-1]) if days else (None, None)
        shown.append(StoryRow(entry_ref(row), first, last, outlets, tuple(found)))
    return shown
