"""Draws the map of the world that the pages show: `make map ATLAS=countries-50m.json`.

The atlas is Natural Earth's 1:50m countries (public domain) in the TopoJSON form of the npm
package `world-atlas` 2.0.2. Coasts are filled once, borders between two countries drawn once.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from greffier.web.projection import HEIGHT, WIDTH, project

OUT = Path(__file__).resolve().parent.parent / "src/greffier/web/static/world.svg"
Degrees = tuple[float, float]
"""Longitude, latitude."""
Arcs = list[list[Degrees]]
EDGE = 180.0
"""The meridian that the map is cut along."""


def arcs_of(atlas: dict[str, Any]) -> Arcs:
    """The lines of a TopoJSON atlas, in degrees; they come as quantised differences."""
    (scale_x, scale_y), (left, bottom) = atlas["transform"].values()

    def line(arc: list[list[int]]) -> list[Degrees]:
        xs = accumulate(step[0] for step in arc)
        ys = accumulate(step[1] for step in arc)
        return [(left + x * scale_x, bottom + y * scale_y) for x, y in zip(xs, ys, strict=True)]

    return [line(arc) for arc in atlas["arcs"]]


def pieces(line: Iterable[Degrees], closed: bool) -> list[list[Degrees]]:
    """A line cut wherever it crosses the map's edge; a ring's two ends stay together."""
    found: list[list[Degrees]] = [[]]
    for lon, lat in line:
        before = found[-1][-1] if found[-1] else None
        if before is not None and abs(lon - before[0]) > EDGE:
            side = EDGE if before[0] > 0 else -EDGE
            middle = (lat + before[1]) / 2
            found[-1].append((side, middle))
            found.append([(-side, middle)])
        found[-1].append((lon, lat))
    if closed and len(found) > 2:
        found[0] = found.pop() + found[0]
    return found


def rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """The arcs of each ring of a geometry; ~i means arc i backwards."""
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from rings(part)
    elif geometry["type"] == "MultiPolygon":
        for polygon in geometry["arcs"]:
            yield from polygon
    else:
        yield from geometry["arcs"]


def path(line: Iterable[Degrees], closed: bool) -> str:
    """SVG paths of a line in whole units, as steps; steps of nothing are left out."""
    return "".join(_path(piece, closed) for piece in pieces(line, closed))


def _path(piece: list[Degrees], closed: bool) -> str:
    whole = [(round(p.x), round(p.y)) for p in (project(lat, lon) for lon, lat in piece)]
    (x, y), steps = whole[0], []
    for px, py in whole[1:]:
        if (px, py) != (x, y):
            steps.append(f"{px - x} {py - y}")
            x, y = px, py
    if len(steps) < (2 if closed else 1):
        return ""
    drawn = f"M{whole[0][0]} {whole[0][1]}l" + " ".join(steps) + ("z" if closed else "")
    return drawn.replace(" -", "-")


def ring_line(ring: list[int], arcs: Arcs) -> Iterator[Degrees]:
    for index in ring:
        yield from arcs[index] if index >= 0 else reversed(arcs[~index])


def draw(atlas: dict[str, Any]) -> str:
    arcs = arcs_of(atlas)
    objects = atlas["objects"]
    land = "".join(path(ring_line(ring, arcs), True) for ring in rings(objects["land"]))
    uses = Counter(i if i >= 0 else ~i for r in rings(objects["countries"]) for i in r)
    borders = "".join(path(arcs[i], False) for i, times in uses.items() if times > 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}">'
        f'<path d="{land}" fill="#cfd3c8"/>'
        f'<path d="{borders}" fill="none" stroke="#fdfdfb" stroke-width="4"/></svg>\n'
    )


if __name__ == "__main__":
    OUT.write_text(draw(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
