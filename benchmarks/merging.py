"""Time and quality of merging against the size of the record, on synthetic readings.

    python -m benchmarks.merging [SIZE…]

Adds articles one by one to a record in memory and prints, for each size: seconds in all and for
the last hundred articles, and pairwise F1 of persons and stories; then log-log slopes.
"""

from __future__ import annotations

import math
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from benchmarks.corpus import Made, articles
from greffier import pipeline
from greffier.model.record import Layer
from greffier.record.memory import Memory

SIZES = (300, 1000, 3000)
LAST = 100


def f1(pairs: Iterable[tuple[str, int]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of members, of found ids against gold ids."""
    both: Counter[tuple[str, int]] = Counter(pairs)
    found: Counter[str] = Counter()
    gold: Counter[int] = Counter()
    for (entry, truth), n in both.items():
        found[entry] += n
        gold[truth] += n
    hits, wanted, got = (
        sum(n * (n - 1) for n in counts.values()) for counts in (both, gold, found)
    )
    p, r = hits / got if got else 1.0, hits / wanted if wanted else 1.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def told(memory: Memory, made: Made) -> Iterator[tuple[Layer, str, int]]:
    """The entry and the truth of each person and of the article."""
    starts = {e.mentions[0].start: e.id for e in made.reading.entities}
    for node in memory.nodes_in(made.reading.document.id):
        layer, entry = node.anchor.layer, memory.entry_of(node)
        if layer == Layer.ARTICLE:
            yield layer, entry, made.story
        elif layer == Layer.ENTITY and starts.get(node.anchor.start) in made.people:
            yield layer, entry, made.people[starts[node.anchor.start]]


def main(sizes: tuple[int, ...]) -> None:
    memory, kept = Memory(), []
    times: list[tuple[int, float, float]] = []
    total = last = making = 0.0
    for i, made in enumerate(articles(max(sizes)), start=1):
        began = time.process_time()
        nodes = pipeline.nodes_of(made.reading)
        added = time.process_time()
        memory.add(nodes)
        spent = time.process_time() - added
        making += added - began
        total += spent
        kept.append(made)
        last += spent if any(size - LAST < i <= size for size in sizes) else 0.0
        if i in sizes:
            times.append((i, total, last / LAST))
            rows = [row for one in kept for row in told(memory, one)]
            people = f1((e, t) for layer, e, t in rows if layer == Layer.ENTITY)
            stories = f1((e, t) for layer, e, t in rows if layer == Layer.ARTICLE)
            shown = " ".join(f"{x:.3f}" for x in (*people, *stories))
            print(
                f"{i:8} articles  merge {total:8.1f} s  nodes {making:7.1f} s  "
                f"one more {1000 * last / LAST:6.1f} ms  persons, stories P R F1 {shown}",
                flush=True,
            )
            last = 0.0
    for (n, a, _), (m, b, _) in pairwise(times):
        print(f"slope of total time {n} to {m}: {math.log(b / a) / math.log(m / n):.2f}")


if __name__ == "__main__":
    main(tuple(sorted(map(int, sys.argv[1:]))) or SIZES)
