"""Counts of hits, found and wanted, and one-to-one pairing of what was found with the gold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

Wanted = TypeVar("Wanted")
Found = TypeVar("Found")


@dataclass(slots=True)
class Tally:
    """Counts of one layer, and its errors as lines for a person to read."""

    hits: int = 0
    found: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, hits: int, found: int, wanted: int) -> None:
        self.hits += hits
        self.found += found
        self.wanted += wanted

    def take(self, other: Tally) -> None:
        """Add what another tally of the same layer counted."""
        self.add(other.hits, other.found, other.wanted)
        self.misses += other.misses

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Tallies(defaultdict[str, Tally]):
    """A tally per layer, in the order in which layers were first scored."""

    def __init__(self) -> None:
        super().__init__(Tally)

    def take(self, other: Tallies) -> None:
        """Add what other articles gave, layer by layer."""
        for layer, tally in other.items():
            self[layer].take(tally)

    def compare(self, layer: str, where: str, wanted: Iterable[Any], found: Iterable[Any]) -> None:
        """Score two sets, keeping what differs as misses."""
        want, got = set(wanted), set(found)
        tally = self[layer]
        tally.add(len(want & got), len(got), len(want))
        tally.misses += [f"{where}: missed {w}" for w in sorted(want - got, key=str)]
        tally.misses += [f"{where}: spurious {g}" for g in sorted(got - want, key=str)]


def span_of(annotation: dict[str, Any]) -> tuple[int, int]:
    return annotation["start"], annotation["end"]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Intersection over union of two half-open ranges."""
    both = min(a[1], b[1]) - max(a[0], b[0])
    return both / (max(a[1], b[1]) - min(a[0], b[0])) if both > 0 else 0.0


def pair(
    wanted: Sequence[Wanted], found: Sequence[Found], score: Callable[[Wanted, Found], float]
) -> dict[int, int]:
    """Greedy one-to-one pairing, best score first; a score of 0 never pairs.
    Returns indices of `wanted` to indices of `found`."""
    scores = sorted(
        ((score(w, f), -i, -j) for i, w in enumerate(wanted) for j, f in enumerate(found)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for value, i, j in scores:
        if value > 0 and -i not in pairs and -j not in used:
            pairs[-i] = -j
            used.add(-j)
    return pairs
