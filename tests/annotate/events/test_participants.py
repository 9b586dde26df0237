"""Who takes part, by the syntax of the clause: one mechanism a group of sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[[str], list[str]]

VOICE = [
    ("Juhani Salo a été agressé par Mika Aalto.", "ASSAULT agressé: Mika Aalto > Juhani Salo"),
    (
        "Juhani Salo a été agressé mardi soir par Mika Aalto.",
        "ASSAULT agressé: Mika Aalto > Juhani Salo",
    ),
    ("Juhani Salo a été agressé dimanche.", "ASSAULT agressé: ? > Juhani Salo"),
    ("Mika Aalto a agressé Juhani Salo.", "ASSAULT agressé: Mika Aalto > Juhani Salo"),
]
SHARED = [
    (
        "La ministre Aino Lahtinen, qui a critiqué Juhani Salo, se taisait.",
        "ACCUSE critiqué: Aino Lahtinen > Juhani Salo",
    ),
    (
        "Aino Lahtinen et Juhani Salo, qui ont critiqué Mika Aalto, se taisaient.",
        "ACCUSE critiqué: Aino Lahtinen, Juhani Salo > Mika Aalto",
    ),
    (
        "Aino Lahtinen a dénoncé un abus et menacé Juhani Salo.",
        "THREATEN menacé: Aino Lahtinen > Juhani Salo",
    ),
    (
        "Aino Lahtinen et Juhani Salo ont critiqué Mika Aalto.",
        "ACCUSE critiqué: Aino Lahtinen, Juhani Salo > Mika Aalto",
    ),
    (
        "Aino Lahtinen a remercié Juhani Salo et Mika Aalto.",
        "SUPPORT remercié: Aino Lahtinen > Juhani Salo, Mika Aalto",
    ),
    (
        "Selon la porte-parole, Aino Lahtinen, Juhani Salo a promis de négocier.",
        "CONSULT négocier: Juhani Salo > ?",
    ),
]
CONTROL = [
    (
        "Aino Lahtinen a demandé à Juhani Salo de libérer Mika Aalto.",
        "RETREAT libérer: Juhani Salo > Mika Aalto",
    ),
    (
        "Aino Lahtinen a promis à Juhani Salo de libérer Mika Aalto.",
        "RETREAT libérer: Aino Lahtinen > Mika Aalto",
    ),
    ("Aino Lahtinen demande à visiter la prison.", "CONSULT visiter: Aino Lahtinen > ?"),
    (
        "L'incendie a conduit la Finlande à suspendre ses livraisons à l'Estonie.",
        "SANCTION suspendre: Finlande > Estonie",
    ),
    (
        "Aino Lahtinen a proposé à Juhani Salo de partir en critiquant Mika Aalto.",
        "ACCUSE critiquant: Aino Lahtinen > Mika Aalto",
    ),
    ("La Finlande a exigé que l'Estonie libère Mika Aalto.", "REQUEST exigé: Finlande > Estonie"),
]
NOUNS = [
    ("La Finlande a lancé une offensive contre l'Estonie.", "ASSAULT lancé: Finlande > Estonie"),
    (
        "Aino Lahtinen a essuyé un refus de Juhani Salo.",
        "REJECT essuyé: Juhani Salo > Aino Lahtinen",
    ),
    (
        "La Finlande et l'Estonie ont accepté le principe d'un retrait de leurs troupes.",
        "RETREAT retrait: Estonie, Finlande > ?",
    ),
    (
        "La libération de Mika Aalto par la Finlande a surpris.",
        "RETREAT libération: Finlande > Mika Aalto",
    ),
    (
        "L'annonce par la Finlande d'un embargo contre l'Estonie a surpris.",
        "SANCTION embargo: Finlande > Estonie",
    ),
    (
        "La levée de l'embargo de la Finlande contre l'Estonie est annoncée.",
        "SANCTION embargo: Finlande > Estonie",
    ),
    (
        "La suspension de Juhani Salo, décidée par Aino Lahtinen, a surpris.",
        "SANCTION suspension: Aino Lahtinen > Juhani Salo",
    ),
    (
        "Aino Lahtinen a porté plainte mardi contre Juhani Salo.",
        "ACCUSE porté: Aino Lahtinen > Juhani Salo",
    ),
]
OWNERS = [
    (
        "Aino Lahtinen a dénoncé la politique de Juhani Salo.",
        "ACCUSE dénoncé: Aino Lahtinen > Juhani Salo",
    ),
    (
        "La Finlande a taxé les produits estoniens. L'Estonie proteste.",
        "SANCTION taxé: Finlande > Estonie",
    ),
    (
        "Une cinquantaine de manifestants ont défilé à Tampere.",
        "PROTEST défilé: manifestants > ?",
    ),
]


@pytest.mark.parametrize(
    ("text", "told"), [*VOICE, *SHARED, *CONTROL, *NOUNS, *OWNERS], ids=lambda case: case[:40]
)
def test_who_and_whom(text: str, told: str, sides: Tell) -> None:
    assert told in sides(text)


def test_an_avoir_perfect_is_active_whatever_the_parser_says(sides: Tell) -> None:
    told = sides("La Finlande a catégoriquement rejeté jeudi un ultimatum de l'Estonie.")
    assert "REQUEST ultimatum: Estonie > Finlande" in told


def test_what_is_asked_of_somebody_is_done_by_them(sides: Tell) -> None:
    told = sides("Juhani Salo a demandé une aide à la Finlande.")
    assert told == ["REQUEST demandé: Juhani Salo > Finlande", "AID aide: Finlande > Juhani Salo"]
