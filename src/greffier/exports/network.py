"""Who met whom, and who took part in what together: what GEXF and GraphML draw."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

from greffier.exports.flat import met
from greffier.views import Contents
from greffier.views.shown import EntryRef

DONE = ("occurred", "ongoing")
"""Statuses of what took place: what is planned, denied or supposed ties nobody."""
MOST = 12
"""Participants of one event that are tied to one another: more is a crowd, not a meeting."""


@dataclass(slots=True)
class Tie:
    """Between two, `one` < `other` by id: how often they met, how often they else took part in
    one event, and the (first, last) days of both where they are known."""

    one: str
    other: str
    met: int = 0
    together: int = 0
    days: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Network:
    """Those who are tied, and the ties, both in order of ids."""

    who: tuple[EntryRef, ...]
    ties: tuple[Tie, ...]


def network(contents: Contents) -> Network:
    """The network of the events; it is held in memory."""
    who: dict[str, EntryRef] = {}
    ties: dict[tuple[str, str], Tie] = {}
    for one in contents.events():
        beside = sorted(met(one), key=lambda entry: entry.id)
        if one.status not in DONE or len(beside) > MOST:
            continue
        for left, right in combinations(beside, 2):
            who[left.id], who[right.id] = left, right
            tie = ties.setdefault((left.id, right.id), Tie(left.id, right.id))
            tie.met += one.kind == "CONSULT"
            tie.together += one.kind != "CONSULT"
            if one.first and one.last:
                tie.days.append((one.first, one.last))
    return Network(tuple(who[id] for id in sorted(who)), tuple(ties[pair] for pair in sorted(ties)))
