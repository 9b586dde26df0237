"""The day of what is told without a date: the story's, where it stays with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.model.reading import Reading

ReadText = Callable[..., Reading]

TITLE = "Sommet de Tampere : les ministres se parlent enfin"
MET = "Aino Lahtinen a rencontré Juhani Salo à Tampere mercredi 3 mars 2021."
OTHER = "La Norvège a expulsé un diplomate le 24 février 2021."


def _date(reading: Reading, kind: str) -> str | None:
    return next(e.date for e in reading.events if e.type == kind)


@pytest.mark.parametrize(
    ("then", "kind", "date"),
    [
        ("Juhani Salo a accusé l'Estonie.", "ACCUSE", "2021-03-03"),
        ("L'Union africaine a accusé l'Estonie.", "ACCUSE", None),
        ("De son côté, Juhani Salo a accusé l'Estonie.", "ACCUSE", None),
        ("Juhani Salo est accusé par l'Estonie.", "ACCUSE", None),
        ("Juhani Salo accuse l'Estonie.", "ACCUSE", None),
        ("Devant la mairie, des étudiants ont manifesté.", "PROTEST", "2021-03-03"),
        ("Des étudiants ont manifesté à Oslo.", "PROTEST", None),
    ],
)
def test_the_day_of_the_scene(then: str, kind: str, date: str | None, read_text: ReadText) -> None:
    reading = read_text(
        f"{TITLE}\n\n{MET}\n\n{OTHER}\n\n{then}",
        published="2021-03-04",
    )
    assert _date(reading, kind) == date


@pytest.mark.parametrize(
    ("then", "date"),
    [
        ("Mika Aalto a accusé l'Estonie.", "2021-03-03"),
        ("L'Union africaine a accusé l'Estonie.", None),
        ("Quant à Mika Aalto, il a accusé l'Estonie.", None),
    ],
)
def test_an_article_of_one_day(then: str, date: str | None, read_text: ReadText) -> None:
    reading = read_text(
        f"{TITLE}\n\n{MET}\n\n{then}",
        published="2021-03-04",
    )
    assert _date(reading, "ACCUSE") == date


@pytest.mark.parametrize(
    ("then", "date"),
    [
        ("Ce dernier a accusé l'Estonie.", "2021-02-24"),
        ("Il a également accusé l'Estonie.", "2021-02-24"),
        ("La Norvège a accusé l'Estonie.", None),
    ],
)
def test_going_on_with_a_dated_sentence(then: str, date: str | None, read_text: ReadText) -> None:
    before = "Le 24 février 2021, Mika Aalto a parlé longuement."
    reading = read_text(
        f"{TITLE}\n\n{MET}\n\n{before} {then}",
        published="2021-03-04",
    )
    assert _date(reading, "ACCUSE") == date


def test_the_present_goes_on_with_the_present(read_text: ReadText) -> None:
    told = "Le 24 février 2021, Mika Aalto dénonce un complot. Il exige la libération de Juhani."
    assert _date(read_text(told, published="2021-03-04"), "REQUEST") == "2021-02-24"


def test_a_state_beside_a_past_is_not_of_its_day(read_text: ReadText) -> None:
    told = "La police a libéré mardi Mika Aalto, qui exige une enquête."
    assert _date(read_text(told, published="2021-03-04"), "REQUEST") is None


@pytest.mark.parametrize(("day", "date"), [("mercredi", "2021-03-03"), ("jeudi", None)])
def test_who_is_there_that_day(day: str, date: str | None, read_text: ReadText) -> None:
    first = "Le roi a inauguré mercredi une foire à Tampere."
    met = f"Aino Lahtinen a rencontré {day} Juhani Salo."
    told = f"{TITLE}\n\n{first}\n\n{met}\n\n{OTHER}\n\nJuhani Salo a accusé l'Estonie."
    assert _date(read_text(told, published="2021-03-05"), "ACCUSE") == date
