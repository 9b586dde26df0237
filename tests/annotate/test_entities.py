"""Mentions put together into entities."""

from __future__ import annotations

from greffier.model.annotations import EntityKind
from greffier.model.reading import Reading
from tests.conftest import ReadText


def _people(reading: Reading) -> list[str]:
    return [e.name for e in reading.entities if e.kind is EntityKind.PERSON]


def test_a_surname_is_its_only_bearers(read_text: ReadText) -> None:
    reading = read_text("Armand Kervoal est venu. M. Kervoal a visité le chantier.")
    assert _people(reading) == ["Armand Kervoal"]
    assert len(reading.entities[0].mentions) == 2


def test_a_surname_of_two_persons_is_given_to_neither(read_text: ReadText) -> None:
    reading = read_text(
        "Armand Kervoal a reçu Solène Kervoal à la mairie. Selon Kervoal, le pont est sûr."
    )
    full = {e.name: len(e.mentions) for e in reading.entities if " " in e.name}
    assert full == {"Armand Kervoal": 1, "Solène Kervoal": 1}


def test_one_name_romanised_in_two_ways_is_one_person(read_text: ReadText) -> None:
    reading = read_text(
        "Le ministre Othman Bakirov est venu. Selon Osman Bakirov, le pont est sûr."
    )
    assert len(_people(reading)) == 1


def test_accents_and_capitals_make_no_other_person(read_text: ReadText) -> None:
    reading = read_text("Rémi Étienvre est venu. Selon Remi Etienvre, le pont est sûr.")
    assert len(_people(reading)) == 1


def test_an_acronym_in_brackets_is_the_name_before_it(read_text: ReadText) -> None:
    reading = read_text("L'Union des pêcheurs bretons (UPB) a manifesté. L'UPB demande une digue.")
    bodies = [e for e in reading.entities if e.kind is EntityKind.ORGANIZATION]
    assert [e.name for e in bodies] == ["Union des pêcheurs bretons"]
    assert [reading.passage(m.span) for m in bodies[0].mentions].count("UPB") == 2


def test_a_country_and_its_capital_that_acts_are_one(read_text: ReadText) -> None:
    reading = read_text("Le Mali a protesté. Bamako a rappelé son ambassadeur.")
    states = [e for e in reading.entities if e.kind is EntityKind.COUNTRY]
    assert [(e.name, e.country, len(e.mentions)) for e in states] == [("Mali", "MLI", 2)]


def test_entities_are_numbered_in_the_order_of_the_text(read_text: ReadText) -> None:
    reading = read_text("Armand Kervoal a reçu Basile Toran à Lorient.")
    assert [e.id for e in reading.entities] == ["e1", "e2", "e3"]


def _bodies(reading: Reading) -> dict[str, int]:
    kind = EntityKind.ORGANIZATION
    return {e.name: len(e.mentions) for e in reading.entities if e.kind is kind}


def test_an_acronym_is_the_only_name_with_its_initials(read_text: ReadText) -> None:
    reading = read_text(
        "L'IGP a ouvert une enquête. L'Inspection générale des ports est à Lorient."
    )
    assert _bodies(reading) == {"Inspection générale des ports": 2}


def test_a_body_known_by_two_names_is_one(read_text: ReadText) -> None:
    assert _bodies(read_text("L'ONU a voté. Les Nations unies attendent.")) == {"Nations unies": 2}


def test_the_armed_forces_of_a_country_are_one_body(read_text: ReadText) -> None:
    reading = read_text("Les troupes maliennes avancent. L'armée malienne a pris le port.")
    assert _bodies(reading) == {"troupes maliennes": 2}


def test_a_bare_noun_is_not_the_body_of_a_country_told_later(read_text: ReadText) -> None:
    reading = read_text(
        "La Turquie craint une attaque sur la Turquie. Le gouvernement se tait."
        " Le gouvernement belge attend."
    )
    assert _bodies(reading) == {"gouvernement": 1, "gouvernement belge": 1}


def test_a_pope_is_nobody_else_of_that_given_name(read_text: ReadText) -> None:
    reading = read_text("Le pape Anselme est parti. Anselme Kervoal a prié.")
    assert _people(reading) == ["pape Anselme", "Anselme Kervoal"]


def test_a_ship_is_no_place_and_nobody(read_text: ReadText) -> None:
    reading = read_text("Le chalutier Kerlouan a coulé. Le Kerlouan rentrait au port.")
    assert [e.name for e in reading.entities if "Kerlouan" in e.name] == []
