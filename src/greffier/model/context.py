"""What an article is about as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from greffier.model.annotations import Entity, EntityKind
from greffier.model.reading import Reading

DOMINANT = 0.4
"""Share of the article's mentions of countries from which one is the article's own."""
OPENING = 4
"""Mentions that a country in the first word of a title counts for."""
PLACED = (EntityKind.COUNTRY, EntityKind.PLACE, EntityKind.ORGANIZATION)


def home_country(reading: Reading) -> str | None:
    """The country that the article is about, when one stands out."""
    return most_told(reading.entities)


def most_told(entities: Iterable[Entity], share: float = DOMINANT) -> str | None:
    """The country of most mentions of countries, places and organisations, if it has at least
    this share of them; a country named at the very beginning (« France : … ») counts more."""
    votes: Counter[str] = Counter()
    for entity in entities:
        if entity.country and entity.kind in PLACED:
            votes[entity.country] += len(entity.mentions)
            if entity.kind is EntityKind.COUNTRY and entity.mentions[0].start == 0:
                votes[entity.country] += OPENING
    if not votes:
        return None
    (first, most), *_ = votes.most_common(1)
    return first if most >= share * sum(votes.values()) else None
