"""What was done, planned, asked for or denied, other than encounters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from greffier.model.annotations import Event
from greffier.model.claims import EventClaim
from greffier.model.reading import Reading

Told = TypeVar("Told", bound=EventClaim)
ENCOUNTER = "CONSULT"


def find(reading: Reading) -> Iterator[EventClaim]:
    """The events that an article reports; encounters are claims of their own."""
    told = (e for e in reading.events if e.type != ENCOUNTER)
    yield from claims_of(EventClaim, reading, told)


def claims_of(kind: type[Told], reading: Reading, told: Iterable[Event]) -> Iterator[Told]:
    """Events as claims of a kind."""
    for event in told:
        yield kind(
            document=reading.document.id,
            evidence=tuple(sorted(event.mentions)),
            source=event.source,
            status=event.status,
            rule=event.rule,
            confidence=event.confidence,
            type=event.type,
            mode=event.mode,
            actors=event.actors,
            recipients=event.recipients,
            place=event.place,
            date=event.date,
        )
