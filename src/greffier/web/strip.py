"""How many events fall on each day, as bars: where the record is dense and where it is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

WIDTH, HEIGHT = 1000, 60
MOST_BARS = 200


class Bar(NamedTuple):
    """A bar in the strip's own units, and the first day it stands for, with its count."""

    x: float
    y: float
    width: float
    height: float
    day: str
    events: int


def strip(days: Mapping[str, int]) -> tuple[Bar, ...]:
    """Bars of one width from the first day to the last; several days share one where there are
    too many. Days that are no full date have no place on it."""
    dated = {day: count for told, count in days.items() if (day := _day(told)) is not None}
    if not dated:
        return ()
    first, last = min(dated), max(dated)
    span = (last - first).days + 1
    step = -(-span // MOST_BARS)
    counts: Counter[int] = Counter()
    for day, count in dated.items():
        counts[(day - first).days // step] += count
    width = WIDTH / (-(-span // step))
    tallest = max(counts.values())
    return tuple(
        Bar(
            round(place * width, 2),
            round(HEIGHT * (1 - count / tallest), 2),
            round(max(1.0, width * 0.9), 2),
            round(HEIGHT * count / tallest, 2),
            date.fromordinal(first.toordinal() + place * step).isoformat(),
            count,
        )
        for place, count in sorted(counts.items())
    )


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None
