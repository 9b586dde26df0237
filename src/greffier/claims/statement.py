"""Who is reported to have said what, to whom."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.claims import confidence
from greffier.model.annotations import EventStatus
from greffier.model.claims import StatementClaim
from greffier.model.reading import Reading


def find(reading: Reading) -> Iterator[StatementClaim]:
    """The statements that an article reports."""
    for quotation in reading.quotations:
        cue = (quotation.cue,) if quotation.cue else ()
        yield StatementClaim(
            document=reading.document.id,
            evidence=(quotation.span, *cue),
            source=quotation.via,
            status=EventStatus.OCCURRED,
            rule=quotation.rule,
            confidence=confidence.of(
                "statement", confidence.statement_features(reading, quotation)
            ),
            form=quotation.kind,
            speaker=quotation.speaker,
            addressee=quotation.addressee,
            via=quotation.via,
        )
