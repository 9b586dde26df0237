"""The sector (PLOVER) that each person, body and group belongs to, where words tell it."""

from __future__ import annotations

from dataclasses import replace

from greffier.model.language import Language
from greffier.model.reading import Reading


def find(reading: Reading, language: Language) -> Reading:
    """The reading with the sectors of its entities."""
    entities = tuple(replace(e, sector=language.sector(e)) for e in reading.entities)
    return replace(reading, entities=entities)
