"""Figures, and numbers that are none."""

from __future__ import annotations

import pytest

from greffier.model.annotations import Comparison
from tests.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "passage", "value", "comparison"),
    [
        ("La tempête a détruit 340 maisons.", "340 maisons", 340, Comparison.EXACT),
        ("La grêle a tué au moins 12 brebis.", "au moins 12 brebis", 12, Comparison.AT_LEAST),
        ("Le port emploie 1 200 dockers.", "1 200 dockers", 1200, Comparison.EXACT),
        ("Le port emploie 1\u202f200 dockers.", "1\u202f200 dockers", 1200, Comparison.EXACT),
        ("Le port emploie 1.200 dockers.", "1.200 dockers", 1200, Comparison.EXACT),
        (
            "Le port emploie 3\u2009 000 dockers.",
            "3\u2009 000 dockers",
            3000,
            Comparison.EXACT,
        ),
        ("Le port a acheté 114 Airbus.", "114 Airbus", 114, Comparison.EXACT),
        ("Vingt lycéens de Lorient partiront.", "Vingt lycéens", 20, Comparison.EXACT),
        ("La digue a coûté 2,5 millions d’euros.", "2,5 millions d’euros", 2.5e6, Comparison.EXACT),
        ("Le chômage touche 12,4 % des jeunes.", "12,4 % des jeunes", 0.124, Comparison.EXACT),
    ],
)
def test_a_figure(
    read_text: ReadText, text: str, passage: str, value: float, comparison: Comparison
) -> None:
    reading = read_text(text)
    (figure,) = reading.figures
    assert reading.passage(figure.span) == passage
    assert figure.value == pytest.approx(value)
    assert figure.comparison is comparison


def test_both_ends_of_a_range_have_the_scale_of_the_second(read_text: ReadText) -> None:
    (figure,) = read_text("La digue coûtera de 30 à 50 millions d'euros.").figures
    assert figure.value == (30e6, 50e6)


@pytest.mark.parametrize(
    "text",
    [
        "Le port a rouvert le 12 mars 2021.",
        "Le port a rouvert à 14 heures.",
        "Les deux frères ont rouvert le port.",
        "La tension monte entre les trois pays.",
        "Elle a lancé un appel au 911 depuis le port.",
        "Le port a rouvert.",
    ],
)
def test_dates_and_known_pairs_are_no_figures(read_text: ReadText, text: str) -> None:
    assert read_text(text).figures == ()


def test_a_figure_takes_the_only_date_of_its_sentence(read_text: ReadText) -> None:
    (figure,) = read_text("Le 12 mars 2021, la tempête a détruit 340 maisons.").figures
    assert figure.date == "2021-03-12"
