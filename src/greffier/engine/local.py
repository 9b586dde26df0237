"""This process, or a pool of processes on this machine, each with its own resident model."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD_PER_JOB = 4
"""Items handed out before their turn, per process: enough to keep all busy while the first is
awaited, few enough to keep memory flat."""


def run(work: Callable[[Item], Result], items: Iterable[Item], jobs: int = 1) -> Iterator[Result]:
    """`work` of every item, in order. With more than one job, `work` and the items must be
    picklable; an exception of `work` is raised here."""
    if jobs <= 1:
        yield from map(work, items)
        return
    # spawn, not fork: a forked copy of a process with a loaded BLAS may hang
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        waiting: deque[Future[Result]] = deque()
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) > jobs * AHEAD_PER_JOB:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
