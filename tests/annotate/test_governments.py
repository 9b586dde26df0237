"""Capitals that act are countries; the same town, as where something happens, is a place."""

from __future__ import annotations

import pytest

from greffier.model.annotations import EntityKind
from tests.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rabat a rejeté l'offre.", "Rabat"),
        ("Nous demanderons à Rabat d'agir.", "Rabat"),
        ("Le refus de Rabat a surpris.", "Rabat"),
        ("L'accord a été rejeté par Rabat.", "Rabat"),
        ("La coopération entre Oslo et Rabat continue.", "Rabat"),
        ("Rabat, qui a rappelé son ambassadeur, attend.", "Rabat"),
        ("Oslo et Rabat ont appelé au calme.", "Oslo"),
    ],
)
def test_a_capital_that_acts_is_its_country(read_text: ReadText, text: str, name: str) -> None:
    kinds = {e.name: e.kind for e in read_text(text).entities}
    assert kinds[name] is EntityKind.COUNTRY


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elle vit à Rabat depuis lundi.", "Rabat"),
        ("Le train entre Paris et Brest est en retard.", "Paris"),
        ("Les vols partent de Lyon, Oslo et Nantes.", "Oslo"),
        ("Le bateau est passé par Rabat.", "Rabat"),
    ],
)
def test_a_capital_where_something_happens_is_a_place(
    read_text: ReadText, text: str, name: str
) -> None:
    kinds = {e.name: e.kind for e in read_text(text).entities}
    assert kinds[name] is EntityKind.PLACE
