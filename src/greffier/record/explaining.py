"""Why two things are one: the judgements that lead from one to the other."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence

from greffier.model.record import Link, Verdict

LinksOf = Callable[[str], Sequence[Link]]
"""All links of a form that unite: rules' and persons'."""


def path(one: str, other: str, links_of: LinksOf) -> tuple[Link, ...] | None:
    """The surest chain of links from one form to another (the one whose weakest link is the
    strongest, then the shortest); empty for one form, null where none leads there."""
    if one == other:
        return ()
    frontier: list[tuple[float, int, str, tuple[Link, ...]]] = [(-1.0, 0, one, ())]
    done: set[str] = set()
    while frontier:
        weakest, length, form, chain = heapq.heappop(frontier)
        if form == other:
            return chain
        if form in done:
            continue
        done.add(form)
        for link in links_of(form):
            reached = link.other if link.one == form else link.one
            if link.verdict == Verdict.SAME and reached not in done:
                step = max(weakest, -link.score), length + 1, reached, (*chain, link)
                heapq.heappush(frontier, step)
    return None
