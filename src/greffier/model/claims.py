"""What one article reports, as typed values with the passages that say it and on whose word.

Entity ids are those of the article's own reading; the record leads from them to its entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from greffier.model.annotations import Comparison, EventStatus, QuotationKind
from greffier.model.record import Anchor, Layer
from greffier.model.text import Span


class ClaimKind(StrEnum):
    ENCOUNTER = "encounter"
    EVENT = "event"
    STATEMENT = "statement"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Claim:
    """One report of one article. `evidence` are spans of its text, never none (ValueError); the
    first is where the claim is anchored. `source` is the entity whose word it is, null where the
    article itself says it. `confidence` is how often such a claim is right, from 0 to 1."""

    kind: ClassVar[ClaimKind]
    layer: ClassVar[Layer]

    document: str
    evidence: tuple[Span, ...]
    source: str | None
    status: EventStatus
    rule: str
    confidence: float

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a claim of {self.document} without evidence")

    @property
    def anchor(self) -> Anchor:
        """The passage by which the record knows the claim."""
        return Anchor(self.document, self.layer, *self.evidence[0])


@dataclass(frozen=True, slots=True)
class EventClaim(Claim):
    """Who did what to whom (PLOVER type and mode); `date` is a timex value."""

    kind: ClassVar[ClaimKind] = ClaimKind.EVENT
    layer: ClassVar[Layer] = Layer.EVENT

    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class EncounterClaim(EventClaim):
    """Who met, visited, received or called whom: an event of type CONSULT."""

    kind: ClassVar[ClaimKind] = ClaimKind.ENCOUNTER


@dataclass(frozen=True, slots=True)
class StatementClaim(Claim):
    """What a person or body is reported to have said; the first evidence is the content, the
    second, where there is one, the cue. `via`, who relays it, is also the source."""

    kind: ClassVar[ClaimKind] = ClaimKind.STATEMENT
    layer: ClassVar[Layer] = Layer.STATEMENT

    form: QuotationKind
    speaker: str | None
    addressee: str | None
    via: str | None


@dataclass(frozen=True, slots=True)
class FigureClaim(Claim):
    """How much or how many of something; shares are fractions, a pair is a range."""

    kind: ClassVar[ClaimKind] = ClaimKind.FIGURE
    layer: ClassVar[Layer] = Layer.FIGURE

    value: float | tuple[float, float] | None
    comparison: Comparison
    unit: str | None
    date: str | None
