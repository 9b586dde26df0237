"""Where events took place, with coordinates: what a map shows."""

from __future__ import annotations

from dataclasses import dataclass

from greffier.model.facts import EntityFacts
from greffier.model.questions import EVERYTHING, Filter, Slice
from greffier.store.base import Store
from greffier.views.common import entry_refs
from greffier.views.shown import EntryRef

MANY = Slice(300)


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """A place and how many of the events asked for took place there; degrees are null where no
    gazetteer knows it."""

    place: EntryRef
    count: int
    latitude: float | None
    longitude: float | None


def places(store: Store, asked: Filter = EVERYTHING, part: Slice = MANY) -> tuple[PlaceShown, ...]:
    """The places of the events that fit, those of most events first."""
    placed = dict(store.event_places(asked, part.limit))
    refs = entry_refs(store, placed)
    found = []
    for entry, count in placed.items():
        if entry in refs:
            facts = (form.facts for form in store.forms_of_entries([entry]))
            known = (f for f in facts if isinstance(f, EntityFacts) and f.latitude is not None)
            at = next(known, None)
            degrees = (at.latitude, at.longitude) if at else (None, None)
            found.append(PlaceShown(refs[entry], count, *degrees))
    return tuple(found)
