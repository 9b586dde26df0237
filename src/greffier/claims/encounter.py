"""Who met, visited, received or called whom."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.claims.event import claims_of
from greffier.model.claims import EncounterClaim
from greffier.model.reading import Reading

TYPE = "CONSULT"


def find(reading: Reading) -> Iterator[EncounterClaim]:
    """The encounters that an article reports."""
    told = (e for e in reading.events if e.type == TYPE)
    yield from claims_of(EncounterClaim, reading, told)
