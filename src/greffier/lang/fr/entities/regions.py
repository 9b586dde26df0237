"""Regions, islands, seas, rivers and mountains by their French names."""

from __future__ import annotations

import functools

from greffier.lang import lexicon
from greffier.lang.fr.entities.gazetteer import folded

PACKAGE = "greffier.lang.fr.entities"
SHARED = "ZZZ"
"""Stands for the country of what several states share."""


@functools.cache
def regions() -> dict[str, str | None]:
    """Folded names to ISO 3166 alpha-3 codes, null where several states share the region."""
    table = lexicon.load(PACKAGE, "regions.toml")
    found: dict[str, str | None] = {}
    for country in table:
        for name in lexicon.words(table, country, "regions.toml"):
            found.setdefault(folded(name), None if country == SHARED else country)
    return found
