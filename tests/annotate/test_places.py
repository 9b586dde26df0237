"""Names of places, told from people and bodies, with the noun of a site."""

from __future__ import annotations

import pytest

from greffier.model.annotations import EntityKind
from tests.conftest import ReadText


def _places(read_text: ReadText, text: str) -> list[str]:
    return [e.name for e in read_text(text).entities if e.kind is EntityKind.PLACE]


def test_the_town_of_a_town_hall_is_no_place_of_its_own(read_text: ReadText) -> None:
    assert _places(read_text, "La mairie de Lorient a fermé.") == []
    assert _places(read_text, "Le maire de Lorient a démissionné.") == ["Lorient"]


def test_an_airport_is_another_place_than_its_town(read_text: ReadText) -> None:
    text = "L'aéroport de Lorient est fermé. À Lorient, on attend."
    assert _places(read_text, text) == ["aéroport de Lorient", "Lorient"]


def test_a_province_is_the_same_place_without_its_noun(read_text: ReadText) -> None:
    text = "La province de Kermina est calme. À Kermina, on attend."
    assert _places(read_text, text) == ["province de Kermina"]


def test_two_places_tied_by_a_stroke_are_one_crossing(read_text: ReadText) -> None:
    text = "Le poste-frontière de Kerma/Tolma a rouvert. Le poste-frontière de Kerma attend."
    assert _places(read_text, text) == ["poste-frontière de Kerma/Tolma"]


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a parlé aux Guadeloupéens.",
        "La rade sera fermée jusqu'à Pâques.",
        "L'Argentine Solène Kervoal préside le conseil.",
        "Le festival de Lorient a rouvert.",
    ],
)
def test_what_is_no_place(read_text: ReadText, text: str) -> None:
    assert _places(read_text, text) == []


def test_a_dateline_leaves_its_dash(read_text: ReadText) -> None:
    assert _places(read_text, "KERMINA - Le port est fermé.") == ["KERMINA"]


def test_a_region_has_its_country_and_a_town_its_place_on_earth(read_text: ReadText) -> None:
    found = {e.name: e for e in read_text("Du Tafilalet à Lorient, il a marché.").entities}
    assert found["Tafilalet"].country == "MAR"
    assert found["Lorient"].geonames_id is not None
    assert found["Lorient"].latitude == pytest.approx(47.75, abs=0.1)
