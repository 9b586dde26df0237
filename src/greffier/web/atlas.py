"""Places on the map: dots as large as what happened there, and the part of the world shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from greffier.views.places import PlaceShown
from greffier.views.shown import EntryRef
from greffier.web.projection import HEIGHT, WIDTH, project

MARGIN = 0.15
"""Of the width of what is shown, left free on each side."""
NARROWEST = WIDTH / 20
"""The most that the map is magnified: a town among its neighbours."""
SMALLEST, LARGEST = 4.0, 14.0
"""Radius of a dot, in thousandths of the width shown."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place where it stands on the map, with how many events it has."""

    place: EntryRef
    x: float
    y: float
    count: int

    @classmethod
    def of(cls, shown: PlaceShown) -> Dot | None:
        """Null where nobody knows where it is."""
        if shown.latitude is None or shown.longitude is None:
            return None
        at = project(shown.latitude, shown.longitude)
        return cls(shown.place, round(at.x, 1), round(at.y, 1), shown.count)


class Frame(NamedTuple):
    """The part of the map shown, in map units."""

    x: float
    y: float
    width: float
    height: float

    def radius(self, count: int, most: int) -> float:
        """Of a dot: its area grows with its count, whatever the part shown."""
        size = SMALLEST + (LARGEST - SMALLEST) * sqrt(count / most)
        return round(size * self.width / 1000, 2)


WHOLE = Frame(0, 0, WIDTH, HEIGHT)


def frame(dots: Sequence[Dot], zoom: str) -> Frame:
    """The whole world, or with a country's code as `zoom` the part around its places (`all`:
    around every place)."""
    shown = [d for d in dots if zoom in ("all", d.place.country or "")] if zoom else []
    if not shown:
        return WHOLE
    left, right = min(d.x for d in shown), max(d.x for d in shown)
    top, bottom = min(d.y for d in shown), max(d.y for d in shown)
    shape = HEIGHT / WIDTH
    width = max(right - left, (bottom - top) / shape, NARROWEST) * (1 + 2 * MARGIN)
    width = min(width, WIDTH)
    height = width * shape
    x = min(max((left + right - width) / 2, 0), WIDTH - width)
    y = min(max((top + bottom - height) / 2, 0), HEIGHT - height)
    return Frame(round(x, 1), round(y, 1), round(width, 1), round(height, 1))
