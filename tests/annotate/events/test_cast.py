"""Whom phrases stand for: possessives, pronouns, counterparts, pairs, « nous »."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[[str], list[str]]

MINISTERS = (
    "La ministre finlandaise de la Culture, Aino Lahtinen, a reçu mardi la ministre estonienne de "
    "la Culture, Maarja Tamm. "
)
CASES = [
    (
        "Mika Aalto se tait. Aino Lahtinen réclame sa démission.",
        "RETREAT démission: Mika Aalto > ?",
    ),
    (
        "Juhani Salo est venu. Aino Lahtinen lui a promis une aide.",
        "AGREE promis: Aino Lahtinen > Juhani Salo",
    ),
    (
        "La ministre estonienne de la Culture, Maarja Tamm, est à Tampere. La ministre finlandaise "
        "de la Culture, Aino Lahtinen, a critiqué son homologue estonienne.",
        "ACCUSE critiqué: Aino Lahtinen > Maarja Tamm",
    ),
    (
        "Aino Lahtinen a rencontré Juhani Salo. Les deux ministres ont condamné l'attentat.",
        "ACCUSE condamné: Aino Lahtinen, Juhani Salo > ?",
    ),
    (
        "La Finlande et l'Estonie négocient. Les deux pays ont signé un accord.",
        "SUPPORT signé: Estonie, Finlande > ?",
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES, ids=lambda case: case[:40])
def test_stands_for(text: str, told: str, sides: Tell) -> None:
    assert told in sides(text)


def test_we_of_a_minister_is_the_state(sides: Tell) -> None:
    text = "« {} l'Estonie », a déclaré le ministre finlandais de la Défense, Juhani Salo. "
    after = "La Finlande et l'Estonie ne se parlent plus."
    assert "ACCUSE condamnons: Finlande > Estonie" in sides(text.format("Nous condamnons") + after)
    assert "ACCUSE condamne: Juhani Salo > Estonie" in sides(text.format("Je condamne") + after)


def test_we_are_not_who_undergoes_it(sides: Tell) -> None:
    told = sides("« Nous aiderons l'Estonie », promet le ministre Juhani Salo.")
    assert "AID aiderons: Juhani Salo > Estonie" in told


def test_ministers_who_cooperate_do_it_for_their_states(sides: Tell) -> None:
    states = " La Finlande et l'Estonie sont voisines."
    told = sides(MINISTERS + "Les deux ministres sont convenues d'échanger des relevés." + states)
    assert "COOPERATE échanger: Estonie, Finlande > ?" in told
