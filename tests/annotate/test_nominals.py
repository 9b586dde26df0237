"""Bodies and people that common nouns describe, and nouns that describe none."""

from __future__ import annotations

import pytest

from greffier.model.annotations import EntityKind, MentionKind
from tests.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Les forces rebelles ont pris le port.", ["forces rebelles"]),
        ("Le comité régional des pêches menace de fermer.", ["comité régional des pêches"]),
        ("Le mouvement social menace le port.", []),
        ("Lors du congrès du parti, on a voté.", []),
        ("Des militants UPB ont bloqué le port.", ["militants UPB"]),
        ("Deux cents grévistes ont défilé.", ["grévistes"]),
        ("Un habitant sur cinq a quitté le port.", []),
        ("Le gouvernement Toran a démissionné.", ["gouvernement Toran"]),
        ("Elle a affirmé aux députés que le pont est sûr.", ["députés"]),
        ("Le maire de la commune voisine a démissionné.", ["maire de la commune voisine"]),
    ],
)
def test_described(read_text: ReadText, text: str, described: list[str]) -> None:
    kinds = (EntityKind.ORGANIZATION, EntityKind.GROUP)
    reading = read_text(text)
    found = [
        reading.passage(m.span)
        for e in reading.entities
        if e.kind in kinds
        for m in e.mentions
        if m.kind is MentionKind.NOMINAL
    ]
    assert found == described


def test_people_whom_the_article_names_are_no_group(read_text: ReadText) -> None:
    reading = read_text(
        "Les ministres malien et togolais, Awa Diarrou et Ibra Ndaw, ont signé."
        " Basile Toran, un porte-parole du port, a souri."
    )
    assert {e.kind for e in reading.entities} == {EntityKind.PERSON}
