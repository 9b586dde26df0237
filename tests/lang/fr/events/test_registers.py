"""Words of violence and quarrel tell no event in articles of sport and accidents."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

MATCH = (
    "Handball : victoire de Tampere en finale du championnat.\n\n"
    "L'entraîneur Juhani Salo a salué ses joueuses après ce match. "
)
CRASH = (
    "Collision de deux autocars près de Turku.\n\n"
    "L'accident a eu lieu lundi ; un conducteur a perdu le contrôle dans une rafale. "
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (MATCH + "Tampere a attaqué Turku d'entrée.", "ASSAULT"),
        (MATCH + "Turku a battu Tampere.", "ASSAULT"),
        (CRASH + "Trois passagers ont été tués.", "ASSAULT"),
    ],
)
def test_told_of_a_match_or_an_accident(read_text: ReadText, text: str, kind: str) -> None:
    assert kind not in {e.type for e in read_text(text).events}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (MATCH + "La police a dispersé des manifestants et frappé un supporter.", "ASSAULT"),
        ("L'armée a attaqué la caserne pendant un match.", "ASSAULT"),
        ("Un attentat a visé un match de football. Trois passants ont été tués.", "ASSAULT"),
        (CRASH + "La police a arrêté le maire Juhani Salo.", "COERCE"),
    ],
)
def test_meant_as_such(read_text: ReadText, text: str, kind: str) -> None:
    assert kind in {e.type for e in read_text(text).events}
