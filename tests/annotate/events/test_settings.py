"""When and where: the event's own clause first, then what it continues; never by default."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.model.reading import Reading

ReadText = Callable[..., Reading]


def _dates(reading: Reading) -> dict[str, str | None]:
    return {e.type: e.date for e in reading.events}


def _places(reading: Reading) -> dict[str, str | None]:
    return {e.type: e.place and reading.entity(e.place).name for e in reading.events}


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Aino Lahtinen a reçu Juhani Salo le 3 mars 2021.", "CONSULT", "2021-03-03"),
        ("Aino Lahtinen a reçu Juhani Salo dès le 3 mars 2021.", "CONSULT", "2021-03-03"),
        ("La Finlande bloque le port depuis le 3 mars 2021.", "PROTEST", "2021-03-03/.."),
        ("Elle dénonce les coups portés le 3 mars 2021 à Mika Aalto.", "ASSAULT", "2021-03-03"),
        ("Aino Lahtinen a reçu Juhani Salo.", "CONSULT", None),
        (
            "Le port de Kotka a été bloqué le 3 mars 2021 ; la police a arrêté Mika Aalto.",
            "COERCE",
            "2021-03-03",
        ),
        (
            "Aino Lahtinen a rencontré Juhani Salo le 3 mars 2021. Elle a critiqué Mika Aalto.",
            "ACCUSE",
            "2021-03-03",
        ),
        (
            "Aino Lahtinen a rencontré Juhani Salo le 3 mars 2021. La Norvège a critiqué Mika.",
            "ACCUSE",
            None,
        ),
        ("Mika Aalto a déposé une plainte pour le 3 mai 2021.", "ACCUSE", None),
        ("Mika Aalto a déposé une plainte le 3 mars 2021.", "ACCUSE", "2021-03-03"),
        ("Il accuse Mika Aalto d'avoir tué Aino Salo le 3 mars 2021.", "ASSAULT", "2021-03-03"),
        ("Il accuse Mika Aalto d'avoir tué Aino Salo le 3 mars 2021.", "ACCUSE", None),
        ("Le 3 mars 2021, il accuse Mika Aalto d'avoir tué Aino.", "ACCUSE", "2021-03-03"),
        ("Le 3 mars 2021, Aino Lahtinen a craint un attentat.", "ASSAULT", None),
    ],
)
def test_date(text: str, kind: str, date: str | None, read_text: ReadText) -> None:
    assert _dates(read_text(text, published="2021-03-09"))[kind] == date


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Aino Lahtinen a rencontré Juhani Salo à Tampere.", "CONSULT", "Tampere"),
        ("Aino Lahtinen a quitté Tampere, où Mika Aalto a été agressé.", "ASSAULT", "Tampere"),
        (
            "Finlande : des violences font trois morts\n\nDes violences ont éclaté dimanche.",
            "ASSAULT",
            "Finlande",
        ),
        (
            "À Kotka, des routiers ont fermé un pont ; la police a arrêté Mika Aalto.",
            "COERCE",
            "Kotka",
        ),
        ("Aino Lahtinen a critiqué le maire de Tampere.", "ACCUSE", None),
    ],
)
def test_place(text: str, kind: str, place: str | None, read_text: ReadText) -> None:
    assert _places(read_text(text))[kind] == place


def test_source_is_whose_word_it_is(read_text: ReadText) -> None:
    reading = read_text("Selon Aino Lahtinen, Juhani Salo a agressé Mika Aalto.")
    (event,) = reading.events
    assert event.source is not None
    assert reading.entity(event.source).name == "Aino Lahtinen"


def test_what_reports_a_speech_is_nobody_s_word(read_text: ReadText) -> None:
    reading = read_text("« Si l'impôt augmente, prévient Aino Lahtinen, nous quitterons le pays. »")
    warned = [e for e in reading.events if e.type == "THREATEN"]
    assert [e.source for e in warned] == [None]


def test_what_the_article_tells_too_is_nobody_s_word(read_text: ReadText) -> None:
    reading = read_text(
        "Selon Aino Lahtinen, Juhani Salo a agressé Mika Aalto. "
        "Juhani Salo a agressé Mika Aalto dimanche."
    )
    assert [e.source for e in reading.events] == [None]


@pytest.mark.parametrize(("year", "place"), [(2021, "Finlande"), (2015, None)])
def test_the_scene_is_not_that_of_another_year(
    year: int, place: str | None, read_text: ReadText
) -> None:
    told = f"Finlande : un village en deuil\n\nDes violences ont éclaté le 3 mars {year}."
    assert _places(read_text(told, published="2021-03-09"))["ASSAULT"] == place
