"""A record from one end to the other, or what of it fits a filter: what exports are given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeVar

from greffier.model.facts import EntityFacts
from greffier.model.questions import EVERYTHING, MOST, Filter, Page, Slice
from greffier.model.reading import Reading
from greffier.model.record import Judgement
from greffier.model.told import Printing
from greffier.store.base import EntryRow, Order, Store
from greffier.views.articles import articles, readings
from greffier.views.disagreements import disagreements
from greffier.views.entries import entries, offices
from greffier.views.events import figures, quotes, timeline
from greffier.views.shown import ArticleRef, DisagreementView, OfficeShown, Reported
from greffier.views.stories import StoryRow, stories

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Described:
    """A person, body, country, place or group with its spellings (the label left out), offices
    and, where a gazetteer knows it, degrees and GeoNames id."""

    entry: EntryRow
    spellings: tuple[str, ...]
    offices: tuple[OfficeShown, ...]
    latitude: float | None
    longitude: float | None
    geonames_id: int | None


class Contents:
    """Events, statements and figures that fit a filter, and the articles, entities, stories and
    disagreements that these lead to; with no filter, all of the record.

    Everything is fetched a page at a time as it is gone through, in the same order each time.
    """

    def __init__(self, store: Store, asked: Filter = EVERYTHING) -> None:
        self.store = store
        self.asked = asked

    def events(self) -> Iterator[Reported]:
        """By day; those that no article dates come last."""
        return _all(lambda part: timeline(self.store, self.asked, part, Order.DAY))

    def statements(self) -> Iterator[Reported]:
        """By publication. None when types or modes of events are asked for."""
        return self._unless_events(
            lambda part: quotes(self.store, self.asked, part, Order.PUBLISHED)
        )

    def figures(self) -> Iterator[Reported]:
        """By publication. None when types or modes of events are asked for."""
        return self._unless_events(lambda part: figures(self.store, self.asked, part))

    def reports(self) -> Iterator[Reported]:
        """Events, then statements, then figures."""
        return chain(self.events(), self.statements(), self.figures())

    def articles(self) -> Iterator[ArticleRef]:
        """The newest first."""
        for one in _all(lambda part: articles(self.store, EVERYTHING, part)):
            if self._led is None or one.document in self._led.documents:
                yield one

    def printings(self, document: str) -> list[Printing]:
        """Where the very text of an article was found, the earliest first."""
        return self.store.printings(document)

    def entities(self) -> Iterator[Described]:
        """By name."""
        for row in _all(lambda part: entries(self.store, EVERYTHING, part, Order.NAME)):
            if self._led is None or row.id in self._led.entries:
                yield described(self.store, row)

    def described(self, id: str) -> Described | None:
        """One entity of it, by the id of its entry."""
        row = self.store.entry_rows([id]).get(id)
        return described(self.store, row) if row else None

    def stories(self) -> Iterator[StoryRow]:
        """Those of most articles first."""
        for one in _all(lambda part: stories(self.store, EVERYTHING, part)):
            if self._led is None or one.story.id in self._led.stories:
                yield one

    def disagreements(self) -> Iterator[DisagreementView]:
        """The weightiest first."""
        for one in _all(lambda part: disagreements(self.store, EVERYTHING, part)):
            if self._led is None or one.entry.id in self._led.reports:
                yield one

    def judgements(self) -> list[Judgement]:
        """Those of persons, in the order in which they came; a filter leaves all of them."""
        return self.store.judgements()

    def readings(self) -> Iterator[tuple[Reading, dict[str, str | None], str | None]]:
        """By document, with the entry of each entity and the story."""
        for found, known, story in readings(self.store):
            if self._led is None or found.document.id in self._led.documents:
                yield found, known, story

    @cached_property
    def _led(self) -> _Led | None:
        """Null when nothing is asked for: all is there."""
        return None if self.asked == EVERYTHING else _led(self.reports())

    def _unless_events(self, ask: Callable[[Slice], Page[Reported]]) -> Iterator[Reported]:
        return iter(()) if self.asked.type or self.asked.mode else _all(ask)


@dataclass(frozen=True, slots=True)
class _Led:
    """The ids that reports lead to."""

    reports: frozenset[str]
    documents: frozenset[str]
    entries: frozenset[str]
    stories: frozenset[str]


def _led(reports: Iterable[Reported]) -> _Led:
    ids, documents, named, of = set[str](), set[str](), set[str](), set[str]()
    for one in reports:
        ids.add(one.id)
        documents.update(a.article.document for a in one.attestations)
        of.update(a.article.story for a in one.attestations if a.article.story)
        named.update(part.entry.id for part in one.parts if part.entry)
    return _Led(frozenset(ids), frozenset(documents), frozenset(named), frozenset(of))


def described(store: Store, row: EntryRow) -> Described:
    """An entry of the entity layer with what its forms say."""
    forms = store.forms_of_entries([row.id])
    facts = [form.facts for form in forms if isinstance(form.facts, EntityFacts)]
    names = (name for f in facts for name in (f.name, *f.spellings) if name != row.label)
    placed = next((f for f in facts if f.latitude is not None), None)
    held = store.offices(form.id for form in forms) if row.kind == "person" else ()
    return Described(
        entry=row,
        spellings=tuple(dict.fromkeys(names)),
        offices=offices(held),
        latitude=placed.latitude if placed else None,
        longitude=placed.longitude if placed else None,
        geonames_id=next((f.geonames_id for f in facts if f.geonames_id), None),
    )


def _all(ask: Callable[[Slice], Page[Item]]) -> Iterator[Item]:
    part: Slice | None = Slice(MOST)
    while part:
        page = ask(part)
        yield from page.items
        part = page.next
