"""Participants that a clause leaves out and the article tells."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[str], list[str]]


def test_who_did_what_an_accusation_points_to(sides: Tell) -> None:
    told = sides(
        "La Finlande a expulsé un diplomate de l'Estonie. L'Estonie a dénoncé cette expulsion."
    )
    assert "ACCUSE dénoncé: Estonie > Finlande" in told


def test_whom_a_protest_demands_something_of(sides: Tell) -> None:
    told = sides("Des étudiants ont manifesté pour exiger la démission du ministre Juhani Salo.")
    assert "PROTEST manifesté: étudiants > Juhani Salo" in told


def test_protesters_told_nearby(sides: Tell) -> None:
    assert "PROTEST grève: étudiants > ?" in sides(
        "Les étudiants ont défilé. La grève a été suspendue."
    )


def test_who_lifts_a_sanction_imposed_it(sides: Tell) -> None:
    told = sides("La levée de l'embargo de la Finlande contre l'Estonie est annoncée.")
    assert "CONCEDE levée: Finlande > Estonie" in told


def test_the_state_of_a_town_visited_from_abroad(sides: Tell) -> None:
    told = sides(
        "La ministre finlandaise Aino Lahtinen se rendra mardi à Tallinn. L'Estonie l'attend."
    )
    assert told[0] == "CONSULT rendra: Aino Lahtinen > Estonie"


def test_violence_is_laid_at_nobody_s_door(sides: Tell) -> None:
    told = sides(
        "La Finlande a expulsé deux Estoniens. L'Estonie menace la Finlande. "
        "Un diplomate de l'Estonie a été tué dimanche."
    )
    assert "ASSAULT tué: ? > diplomate de l'Estonie" in told


QUARREL = "La Finlande a critiqué l'Estonie. L'Estonie a critiqué la Finlande. "


def test_the_other_side_of_a_quarrel(sides: Tell) -> None:
    told = sides(QUARREL + "L'Estonie a été sanctionnée dimanche.")
    assert "SANCTION sanctionnée: Finlande > Estonie" in told


def test_a_subject_that_stands_for_nobody_known_is_not_replaced(sides: Tell) -> None:
    told = sides(QUARREL + "Leur voisin a sanctionné l'Estonie dimanche.")
    assert "SANCTION sanctionné: ? > Estonie" in told
