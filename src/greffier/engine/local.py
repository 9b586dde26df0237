"""This process, or a pool of processes on this machine, each with its own resident model."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD_PER_JOB = 2
"""Items handed out before their turn, per process: enough to keep all busy while the first is
awaited, few enough to keep memory flat."""

LARGEST_GROUP = 16
"""Items of a group: reading more of them together saves no more time."""
HEAVIEST_GROUP = 4_000_000
"""What a group may weigh before its last item; in bytes when items are captures."""


def settle() -> None:
    """Fits this process to reading. One thread of BLAS: the products are too small to share out,
    and processes (`--jobs`) use the cores better; whoever sets the variable is obeyed."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def groups(
    items: Iterable[Item], weigh: Callable[[Item], int] = lambda _: 1
) -> Iterator[tuple[Item, ...]]:
    """The items in groups that grow from one to `LARGEST_GROUP`: the first results come soon,
    and even few items keep several processes busy."""
    group: list[Item] = []
    size, weight = 1, 0
    for item in items:
        group.append(item)
        weight += weigh(item)
        if len(group) == size or weight > HEAVIEST_GROUP:
            yield tuple(group)
            group, weight = [], 0
            size = min(2 * size, LARGEST_GROUP)
    if group:
        yield tuple(group)


def run(work: Callable[[Item], Result], items: Iterable[Item], jobs: int = 1) -> Iterator[Result]:
    """`work` of every item, in order. With more than one job, `work` and the items must be
    picklable; an exception of `work` is raised here."""
    if jobs <= 1:
        yield from map(work, items)
        return
    # spawn, not fork: a forked copy of a process with a loaded BLAS may hang
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=settle) as pool:
        waiting: deque[Future[Result]] = deque()
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) > jobs * AHEAD_PER_JOB:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
