"""Claims: what one article reports, each with its evidence, its source and its confidence.

    for claim in claims.of(reading):
        ...   # an EncounterClaim, EventClaim, StatementClaim or FigureClaim

A kind of claim is one file here with a `find`, listed in `KINDS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.claims import encounter, event, figure, statement
from greffier.model.claims import Claim
from greffier.model.reading import Reading

__all__ = ["KINDS", "of"]

KINDS: tuple[Callable[[Reading], Iterator[Claim]], ...] = (
    encounter.find,
    event.find,
    statement.find,
    figure.find,
)


def of(reading: Reading) -> tuple[Claim, ...]:
    """All that an article reports, in the order of the text."""
    found = [claim for find in KINDS for claim in find(reading)]
    return tuple(sorted(found, key=lambda claim: (claim.evidence[0], claim.kind)))
