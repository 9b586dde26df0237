"""People, organisations, places, countries and groups: lists of them, and one whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from greffier.model.facts import EntityFacts
from greffier.model.questions import EVERYTHING, FIRST, Filter, Page, Slice
from greffier.model.record import Form, Layer
from greffier.model.told import Office
from greffier.store.base import EntryRow, Order, Store
from greffier.views.articles import articles
from greffier.views.common import entry_ref, entry_refs
from greffier.views.disagreements import about
from greffier.views.events import quotes, timeline
from greffier.views.shown import (
    ArticleRef,
    Beside,
    DisagreementView,
    EntryRef,
    OfficeShown,
    Reported,
    Variant,
)

FEW = Slice(20)
"""How many of each kind of thing a page about an entry shows; the rest is asked for by filter."""
PROOFS = 3
"""Passages shown for one office."""
MET = Filter(type=("CONSULT",))


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry and what the record tells of it; each list holds the first items and the total.

    `met` are encounters it takes part in, `counterparts` those on their other side; `said` its
    statements, `said_of` those that name it; `events` all that it takes part in, `here` those that
    took place in it, the latest first; `beside` the entries named in most of its articles.
    """

    entry: EntryRef
    attestations: int
    variants: tuple[Variant, ...]
    offices: tuple[OfficeShown, ...]
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    met: Page[Reported]
    counterparts: tuple[Beside, ...]
    said: Page[Reported]
    said_of: Page[Reported]
    events: Page[Reported]
    here: Page[Reported]
    beside: tuple[Beside, ...]
    articles: Page[ArticleRef]
    disagreements: tuple[DisagreementView, ...]


def entries(
    store: Store,
    asked: Filter = EVERYTHING,
    part: Slice = FIRST,
    order: Order = Order.OFTEN,
) -> Page[EntryRow]:
    """Entries that fit (`kind`, `country`, `words` of a name, `outlet`, `who` beside them)."""
    found, total = store.find(Layer.ENTITY, asked, order, part)
    return Page(tuple(found), total, part.limit, part.offset)


def named(store: Store, name: str, kind: str | None = None) -> EntryRow | None:
    """The entry that a name, or an id, most likely means: the one attested most often."""
    now = store.resolve([name]).get(name)
    if now:
        return store.entry_rows([now]).get(now)
    asked = Filter(words=name, kind=(kind,) if kind else ())
    found, _ = store.find(Layer.ENTITY, asked, Order.OFTEN, Slice(1))
    return found[0] if found else None


def entry(store: Store, id: str, part: Slice = FEW) -> EntryView | None:
    """One entry by its id, a former id, or that of any of its nodes; null when there is none."""
    now = store.resolve([id]).get(id)
    row = store.entry_rows([now]).get(now) if now else None
    if row is None or row.layer is not Layer.ENTITY:
        return None
    forms = store.forms_of_entries([row.id])
    facts = [form.facts for form in forms if isinstance(form.facts, EntityFacts)]
    placed = next((f for f in facts if f.latitude is not None), None)
    me = (row.id,)
    met = timeline(store, Filter(who=me, type=MET.type), part, Order.LATEST)
    return EntryView(
        entry=entry_ref(row),
        attestations=row.attestations,
        variants=_variants(forms),
        offices=offices(store.offices(form.id for form in forms)),
        latitude=placed.latitude if placed else None,
        longitude=placed.longitude if placed else None,
        geonames_id=next((f.geonames_id for f in facts if f.geonames_id), None),
        met=met,
        counterparts=_counterparts(row.id, met.items),
        said=quotes(store, Filter(speaker=me), part),
        said_of=quotes(store, Filter(about=me), part),
        events=timeline(store, Filter(who=me), part, Order.LATEST),
        here=timeline(store, Filter(place=me), part, Order.LATEST),
        beside=_beside(store, row.id, part.limit),
        articles=articles(store, Filter(who=me), part),
        disagreements=about(store, row.id),
    )


def _variants(forms: Iterable[Form]) -> tuple[Variant, ...]:
    """The spellings of an entry, with how many of its nodes have the form that uses each."""
    counts: Counter[tuple[str, str | None]] = Counter()
    for form in forms:
        if isinstance(form.facts, EntityFacts):
            for name in dict.fromkeys((form.facts.name, *form.facts.spellings)):
                counts[name, form.facts.country] += form.count
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0][0], c[0][1] or ""))
    return tuple(Variant(name, country, count) for (name, country), count in ranked)


def offices(told: Iterable[Office]) -> tuple[OfficeShown, ...]:
    """Offices put together by words, in order of the first article that gives each."""
    groups: dict[tuple[str, str | None, str | None, str | None], list[Office]] = {}
    for office in told:
        key = office.function.casefold(), office.of, office.country, office.tenure
        groups.setdefault(key, []).append(office)
    shown = [_office(found) for found in groups.values()]
    return tuple(sorted(shown, key=lambda o: (o.first or "9999", -o.articles, o.function)))


def _office(told: list[Office]) -> OfficeShown:
    days = sorted(office.published for office in told if office.published)
    return OfficeShown(
        function=told[0].function,
        of=told[0].of,
        country=told[0].country,
        tenure=told[0].tenure,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        articles=len({office.passage.document for office in told}),
        passages=tuple(office.passage for office in told[:PROOFS]),
    )


def _counterparts(me: str, met: Iterable[Reported]) -> tuple[Beside, ...]:
    """Those on the other side of encounters, the most often met first."""
    counts: Counter[EntryRef] = Counter()
    for one in met:
        counts.update(
            {
                part.entry
                for part in one.played("actor", "recipient")
                if part.entry and part.entry.id != me
            }
        )
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0].label, c[0].id))
    return tuple(Beside(entry, count) for entry, count in ranked)


def _beside(store: Store, id: str, limit: int) -> tuple[Beside, ...]:
    found = store.together(id, limit)
    refs = entry_refs(store, (other for other, _ in found))
    return tuple(Beside(refs[other], count) for other, count in found if other in refs)
