"""Offices given to who holds them."""

from __future__ import annotations

import pytest

from greffier.model.show import role_lines
from tests.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Le ministre malien de la Pêche, Ibra Ndaw, a ouvert le colloque.",
            ["Ibra Ndaw: ministre de la Pêche (MLI)"],
        ),
        (
            "Ibra Ndaw, directeur de la Ligue des pêcheurs, a ouvert le colloque.",
            ["Ibra Ndaw: directeur (Ligue des pêcheurs)"],
        ),
        ("M. Ndaw a ouvert le colloque.", []),
        ("Le général Ibra Ndaw a ouvert le colloque.", []),
        ("Ibra Ndaw a critiqué le ministre.", []),
    ],
)
def test_roles(read_text: ReadText, text: str, roles: list[str]) -> None:
    assert [line for _, line in role_lines(read_text(text))] == roles


def test_the_span_of_a_role_holds_its_function(read_text: ReadText) -> None:
    reading = read_text("La présidente Awa Diarrou a reçu le maire Basile Toran.")
    told = [(reading.passage(r.span), r.function) for e in reading.entities for r in e.roles]
    assert told
    assert all(function in passage for passage, function in told)


def test_an_office_of_the_past_says_so(read_text: ReadText) -> None:
    reading = read_text("L'ancien ministre Ibra Ndaw a ouvert le colloque.")
    (role,) = next(e for e in reading.entities if e.roles).roles
    assert role.function == "ancien ministre"
