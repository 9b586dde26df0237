"""Who stands around somebody, drawn as a star: the nearer, the more often together."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from greffier.views.entries import EntryView
from greffier.views.shown import EntryRef

SIZE = 640
"""Width and height of the drawing, in its own units; the middle is the one it is about."""
NEAREST, FARTHEST = 110.0, 250.0
MOST = 16
"""Names that can be read around one circle."""


@dataclass(frozen=True, slots=True)
class Star:
    """One of those around: where it stands, how often it was met and named together."""

    entry: EntryRef
    x: float
    y: float
    met: int
    together: int

    @property
    def anchor(self) -> str:
        """On which side of its dot the name is written."""
        return "start" if self.x >= SIZE / 2 else "end"


def drawn(view: EntryView) -> tuple[Star, ...]:
    """Those most often beside an entry; who was met comes first. The order decides the place, so
    that the drawing is the same each time."""
    met = {beside.entry.id: beside.count for beside in view.counterparts}
    together = {beside.entry.id: beside.count for beside in view.beside}
    refs = {b.entry.id: b.entry for b in (*view.counterparts, *view.beside)}
    order = sorted(refs, key=lambda id: (-met.get(id, 0), -together.get(id, 0), id))[:MOST]
    most = max((met.get(id, 0) * 2 + together.get(id, 0) for id in order), default=1)
    stars = []
    for place, id in enumerate(order):
        weight = (met.get(id, 0) * 2 + together.get(id, 0)) / most
        far = FARTHEST - (FARTHEST - NEAREST) * weight
        angle = 2 * pi * place / len(order) - pi / 2
        x, y = SIZE / 2 + far * cos(angle), SIZE / 2 + far * sin(angle)
        stars.append(Star(refs[id], round(x, 1), round(y, 1), met.get(id, 0), together.get(id, 0)))
    return tuple(stars)
