"""What French words around a name tell of its being a place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from greffier.lang.fr.coreference.anaphora import gender_of_name
from greffier.lang.fr.entities import places
from greffier.lang.fr.entities.countries import countries, country_of_demonym
from greffier.lang.fr.entities.gazetteer import towns
from greffier.lang.fr.entities.regions import regions
from greffier.lang.fr.spelling import plain
from greffier.model.rules import Example, Rule
from greffier.model.syntax import Token

LOCATIVE = frozenset({"à", "de", "d'", "vers"})
"""Prepositions that a town's name follows without article."""
SIZABLE = 20_000
"""Inhabitants from which a name that the finder passed over is taken for a town's."""


def is_locative(token: Token) -> bool:
    return plain(token.norm) in LOCATIVE


def is_region(name: str) -> bool:
    """Whether a folded name is a region's, a sea's or a country's."""
    return name in regions() or name in countries().names


def is_town(name: str) -> bool:
    """Whether a folded name is a sizable town's; the table lists the largest first."""
    found = towns(name)
    return bool(found) and found[0].population >= SIZABLE


def is_given_name(name: str) -> bool:
    return gender_of_name(name) is not None


def is_demonym(word: str) -> bool:
    return country_of_demonym(word) is not None


def is_site(token: Token) -> bool:
    return token.text[0].islower() and places.is_site(token.text)


RULES: tuple[Rule[Callable[..., Any]], ...] = (
    Rule(
        "names.gazetteer",
        is_region,
        (
            Example("La reprise viendra du Jharkhand.", ("Jharkhand [place]",)),
            Example("La reprise viendra du marché."),
        ),
    ),
    Rule(
        "names.whole_place",
        is_region,
        (
            Example("La troupe part pour le Caucase du Nord.", ("Caucase du Nord [place]",)),
            Example("La troupe part pour Lorient."),
        ),
    ),
    Rule(
        "names.site",
        is_site,
        (
            Example("L'aéroport de Lorient est fermé.", ("aéroport de Lorient [place]",)),
            Example("La ville de Lorient est fermée."),
        ),
    ),
)
"""Rules of the names of places, with their examples."""
