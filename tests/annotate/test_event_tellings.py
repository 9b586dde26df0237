"""Which tellings are one event, and whether it happened."""

from __future__ import annotations

import pytest

from greffier.model.annotations import EventStatus
from greffier.model.reading import Reading
from tests.conftest import ReadText


def _told(reading: Reading, kind: str) -> list[list[str]]:
    """The words of each event of a type."""
    return [[reading.passage(m) for m in e.mentions] for e in reading.events if e.type == kind]


def test_two_visits_on_two_dates_stay_two(read_text: ReadText) -> None:
    reading = read_text(
        "Le ministre Juhani Salo s'est rendu à Tallinn le 3 mai 2018.\n\n"
        "Le ministre Juhani Salo s'est rendu à Tallinn le 9 juin 2018."
    )
    assert len(_told(reading, "CONSULT")) == 2


@pytest.mark.parametrize("back", ["Cette rencontre", "La rencontre"])
def test_a_noun_takes_up_what_was_told(read_text: ReadText, back: str) -> None:
    reading = read_text(
        f"La ministre Aino Lahtinen a rencontré le maire Juhani Salo. {back} a duré deux heures."
    )
    assert _told(reading, "CONSULT") == [["rencontré", "rencontre"]]


def test_a_noun_of_which_nothing_is_said_tells_no_event_alone(read_text: ReadText) -> None:
    assert not read_text("La rencontre a duré deux heures.").events


def test_a_verb_and_its_noun_are_one_event(read_text: ReadText) -> None:
    reading = read_text("Des soldats ont mené une attaque contre le convoi.")
    assert len(_told(reading, "ASSAULT")) == 1


def test_deaths_in_an_attack_are_that_attack(read_text: ReadText) -> None:
    reading = read_text("Des rebelles ont attaqué la caserne. Trois soldats ont été tués.")
    assert len(_told(reading, "ASSAULT")) == 1


def test_two_demands_are_two_events(read_text: ReadText) -> None:
    reading = read_text(
        "Le maire Juhani Salo exige une prime. Le maire Juhani Salo demande un pont."
    )
    assert len(_told(reading, "REQUEST")) == 2


def test_an_answer_that_is_denied_tells_nothing(read_text: ReadText) -> None:
    assert not read_text("Le ministère n'a ni confirmé ni démenti.").events


def test_a_name_tells_no_event(read_text: ReadText) -> None:
    assert not read_text("Mika Aalto dirige le journal Libération.").events


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Le syndicat menace de bloquer le port.", "PROTEST", "hypothetical"),
        ("Elle a parlé, menaçant de saisir la cour.", "ACCUSE", "hypothetical"),
        ("Les élus ont demandé que le général soit limogé.", "SANCTION", "requested"),
        ("La ministre a annoncé avoir saisi la commission.", "ACCUSE", "occurred"),
        (
            "Le maire devait voir Mika Aalto, mais le préfet a arrêté deux élus.",
            "COERCE",
            "occurred",
        ),
        ("Les élus ont pu arrêter deux voleurs.", "COERCE", "occurred"),
        ("La ministre Aino Lahtinen a refusé la proposition de Juhani Salo.", "AGREE", "occurred"),
        ("Les chauffeurs sont en grève.", "PROTEST", "ongoing"),
        ("Le ministre visitera Tallinn.", "CONSULT", "planned"),
        ("Il partira en cas de grève des éboueurs.", "PROTEST", "hypothetical"),
        ("Il est parti après la grève des éboueurs.", "PROTEST", "occurred"),
        ("L'armée a tenté de bombarder le village.", "ASSAULT", "occurred"),
        ("L'armée n'a pas bombardé le village.", "ASSAULT", "denied"),
        ("Le maire dément que l'armée ait bombardé le village.", "ASSAULT", "denied"),
        ("L'armée achève les préparatifs pour bombarder le village.", "ASSAULT", "planned"),
        ("Deux hommes sont entrés afin de kidnapper le maire.", "ASSAULT", "occurred"),
        ("Deux hommes entreront afin de kidnapper le maire.", "ASSAULT", "hypothetical"),
        ("La radio, financée par la Norvège, émet la nuit.", "AID", "ongoing"),
        ("La radio a été financée par la Norvège.", "AID", "occurred"),
        ("L'alerte a permis aux gendarmes de blesser un voleur.", "ASSAULT", "occurred"),
        ("L'alerte permet aux gendarmes de blesser un voleur.", "ASSAULT", "hypothetical"),
        ("Les éboueurs mènent depuis deux semaines une grève.", "PROTEST", "ongoing"),
        ("Les éboueurs ont mené une grève.", "PROTEST", "occurred"),
        ("Le conseil a annoncé la démission du maire.", "RETREAT", "occurred"),
        ("Le conseil a annoncé une grève des éboueurs.", "PROTEST", "planned"),
        ("Les élus ont demandé à la Norvège qu'on arrête les voleurs.", "COERCE", "requested"),
        ("Le maire déclare qu'on arrête les voleurs.", "COERCE", "occurred"),
        ("Les secours ont signalé une agression présumée du maire.", "ASSAULT", "hypothetical"),
        ("Le maire démissionnera en cas de défaite.", "RETREAT", "hypothetical"),
    ],
)
def test_status(read_text: ReadText, text: str, kind: str, status: str) -> None:
    found = [e.status for e in read_text(text).events if e.type == kind]
    assert found == [EventStatus(status)]
