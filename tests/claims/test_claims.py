"""Claims: typed, with evidence, on somebody's word."""

from __future__ import annotations

import pytest

from greffier import claims
from greffier.model.annotations import EventStatus
from greffier.model.claims import (
    ClaimKind,
    EncounterClaim,
    EventClaim,
    FigureClaim,
    StatementClaim,
)
from greffier.model.reading import Reading
from greffier.model.text import Span
from tests.conftest import ReadText

ARTICLE = (
    "Le ministre Ali Soilihi a rencontré l’ambassadrice Kari Nordahl mardi à Moroni.\n\n"
    "« Nous avons condamné le blocus du port par les armateurs, et 1 200 pêcheurs sont partis »,"
    " a déclaré Kari Nordahl.\n"
)


@pytest.fixture(scope="module")
def reading(read_text: ReadText) -> Reading:
    return read_text(ARTICLE, "2021-06-10")


def test_an_encounter_has_both_sides_place_and_date(reading: Reading) -> None:
    (met,) = [c for c in claims.of(reading) if isinstance(c, EncounterClaim)]
    assert met.kind is ClaimKind.ENCOUNTER
    assert {reading.entity(i).name for i in (*met.actors, *met.recipients)} == {
        "Ali Soilihi",
        "Kari Nordahl",
    }
    assert met.place is not None
    assert reading.entity(met.place).name == "Moroni"
    assert met.date == "2021-06-08"
    assert met.status is EventStatus.OCCURRED
    assert met.source is None


def test_a_statement_has_its_words_and_its_cue_as_evidence(reading: Reading) -> None:
    (said,) = [c for c in claims.of(reading) if isinstance(c, StatementClaim)]
    assert said.speaker is not None
    assert reading.entity(said.speaker).name == "Kari Nordahl"
    words, cue = map(reading.passage, said.evidence)
    assert words.startswith("Nous avons condamné")
    assert "déclaré" in cue


def test_what_stands_in_somebodys_words_is_on_their_word(reading: Reading) -> None:
    told = [c for c in claims.of(reading) if isinstance(c, FigureClaim) or type(c) is EventClaim]
    assert len(told) > 1
    assert {reading.entity(c.source or "").name for c in told} == {"Kari Nordahl"}


def test_every_claim_has_evidence_an_anchor_and_a_confidence(reading: Reading) -> None:
    for claim in claims.of(reading):
        assert all(reading.passage(span) for span in claim.evidence)
        assert claim.anchor.document == reading.document.id
        assert claim.anchor[2:] == claim.evidence[0]
        assert 0 < claim.confidence < 1


def test_a_claim_without_evidence_cannot_be_made(reading: Reading) -> None:
    figure = next(c for c in claims.of(reading) if isinstance(c, FigureClaim))
    with pytest.raises(ValueError, match="without evidence"):
        FigureClaim(
            document=figure.document,
            evidence=(),
            source=None,
            status=figure.status,
            rule=figure.rule,
            confidence=0.5,
            value=1,
            comparison=figure.comparison,
            unit=None,
            date=None,
        )


def test_claims_come_in_the_order_of_the_text(reading: Reading) -> None:
    starts: list[Span] = [c.evidence[0] for c in claims.of(reading)]
    assert starts == sorted(starts)
