"""Where a place stands on our maps: the Equal Earth projection, which keeps areas comparable.

Source: Šavrič, Patterson and Jenny, « The Equal Earth map projection », IJGIS 2019.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
HALF = sqrt(3) / 2
WIDTH, HEIGHT = 10000.0, 4867.0
"""Size of the whole map in its own units."""
REACH_X, REACH_Y = 2.7066299836, 1.3173627591
"""Largest x and y of the projection of a sphere of radius 1."""


class Point(NamedTuple):
    """A point of the map; y grows downward, as in SVG."""

    x: float
    y: float


def project(latitude: float, longitude: float) -> Point:
    """Degrees to map units; latitudes beyond a pole and longitudes beyond ±180 are cut."""
    phi = radians(max(-90.0, min(90.0, latitude)))
    around = radians(max(-180.0, min(180.0, longitude)))
    theta = asin(HALF * sin(phi))
    square = theta * theta
    sixth = square**3
    slope = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)
    x = around * cos(theta) / (HALF * slope)
    y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square))
    return Point(WIDTH / 2 * (1 + x / REACH_X), HEIGHT / 2 * (1 - y / REACH_Y))
