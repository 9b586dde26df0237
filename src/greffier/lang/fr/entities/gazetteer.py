"""Towns of the world by name, looked up in a sorted file that is never loaded whole."""

from __future__ import annotations

import functools
import mmap
import unicodedata
from pathlib import Path
from typing import NamedTuple

PLACES = Path(__file__).with_name("places.tsv")


class Town(NamedTuple):
    """A place of GeoNames."""

    geonames_id: int
    country: str
    latitude: float
    longitude: float
    population: int


@functools.lru_cache(maxsize=1 << 14)
def folded(name: str) -> str:
    """A place name without case, accents, hyphens and apostrophes: « Saint-Étienne » and
    « Saint Etienne » are one."""
    plainer = unicodedata.normalize("NFKD", name).casefold().replace("œ", "oe").replace("æ", "ae")
    spread = unicodedata.normalize("NFKD", plainer)
    kept = (c if c.isalnum() else " " for c in spread if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


@functools.cache
def _table() -> mmap.mmap:
    with PLACES.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@functools.lru_cache(maxsize=4096)
def towns(name: str) -> tuple[Town, ...]:
    """The towns of this name (written in any way that folds alike), most populous first."""
    key = folded(name).encode() + b"\t"
    if len(key) < 3:
        return ()
    table = _table()
    low, high = 0, len(table)
    while low < high:  # the first line that is not before the key
        line = table.rfind(b"\n", 0, (low + high) // 2) + 1
        end = table.find(b"\n", line) + 1
        if end <= low or line < low:
            line, end = low, table.find(b"\n", low) + 1
        if table[line:end] < key:
            low = end
        else:
            high = line
    found = []
    while table[low : low + len(key)] == key:
        end = table.find(b"\n", low)
        _, number, country, latitude, longitude, population = table[low:end].decode().split("\t")
        found.append(Town(int(number), country, float(latitude), float(longitude), int(population)))
        low = end + 1
    return tuple(sorted(found, key=lambda town: (-town.population, town.geonames_id)))
