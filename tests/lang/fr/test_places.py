"""The forms of one place's name."""

from __future__ import annotations

import pytest

from greffier.lang.fr.entities.places import named_after, place_key
from greffier.lang.fr.entities.regions import regions


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("la province de Kermina", "kermina"),
        ("État de Kermina", "kermina"),
        ("al-Kerma/Tolma", "kerma"),
        ("poste-frontière d’al-Kerma", "poste frontiere kerma"),
        ("La Haye", "haye"),
        ("région", "region"),
        ("", ""),
    ],
)
def test_key_of_a_place(name: str, key: str) -> None:
    assert place_key(name) == key


def test_what_a_site_is_named_after() -> None:
    assert named_after("poste frontiere kerma") == "kerma"
    assert named_after("aeroport kermina") == "kermina"
    assert named_after("aeroport lyon") is None
    assert named_after("kerma") is None


def test_regions_have_a_country_or_are_shared() -> None:
    assert regions()["kabylie"] == "DZA"
    assert regions()["sahel"] is None
    assert all(code is None or len(code) == 3 for code in regions().values())
