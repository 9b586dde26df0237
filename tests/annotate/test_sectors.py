"""The sector that names and offices tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.lang.fr.entities.sectors import of_words
from greffier.model.reading import Reading

ReadText = Callable[..., Reading]


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("armée finlandaise", "MIL"),
        ("forces de l'ordre", "COP"),
        ("Haute Cour de justice", "JUD"),
        ("Conseil d’État", "JUD"),
        ("groupe de députés", "LEG"),
        ("tribunaux de Tampere", "JUD"),
        ("rivière", None),
    ],
)
def test_of_a_name(name: str, sector: str | None) -> None:
    assert of_words(name, "names") == sector


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("Le ministre de la Défense, Juhani Salo, est venu.", "Juhani Salo", "GOV"),
        ("La députée Aino Lahtinen est venue.", "Aino Lahtinen", "LEG"),
        ("L'ancienne ministre Aino Lahtinen est venue.", "Aino Lahtinen", None),
        ("Aino Lahtinen est venue.", "Aino Lahtinen", None),
        ("De hauts responsables finlandais ont parlé.", "hauts responsables finlandais", "GOV"),
    ],
)
def test_of_an_entity(text: str, name: str, sector: str | None, read_text: ReadText) -> None:
    found = {e.name: e.sector for e in read_text(text).entities}
    assert found[name] == sector
