"""Persons' judgements, found again in whatever has been read since: by the evidence they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from greffier.model.record import Anchor, Judgement, Layer, Link, Node, Verdict

NodesOf = Callable[[str], Sequence[Node]]
"""The nodes of a document, none where it is not in the record."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What persons' judgements come to. `rulings` are links between forms; `own` gives a form of
    their own to nodes that a person told apart from others of their form; `lost` are judgements
    whose evidence is no longer (or not yet) in the record: they are kept."""

    rulings: tuple[Link, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict)
    lost: tuple[str, ...] = ()

    def form_of(self, node: Node) -> str:
        """The form of a node, its own where a person told it apart."""
        return self.own.get(node.id, node.form)


def effective(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that hold: undone ones left out, the latest on a pair before the earlier. The order
    in which they are given does not matter."""
    told = sorted(judgements, key=lambda j: (j.time or "", j.id))
    by_id = {j.id: j for j in told}
    undone: set[str] = set()
    for judgement in reversed(told):
        if judgement.undoes and judgement.id not in undone:
            undone.add(judgement.undoes)
    latest: dict[frozenset[Anchor], Judgement] = {}
    for judgement in by_id.values():
        if judgement.id not in undone and judgement.undoes is None:
            latest[frozenset((judgement.one, judgement.other))] = judgement
    return tuple(sorted(latest.values(), key=lambda j: (j.time or "", j.id)))


def locate(anchor: Anchor, nodes: Iterable[Node]) -> Node | None:
    """The node that an anchor means: of its layer, the one whose evidence overlaps it most."""
    best: tuple[int, int, str] | None = None
    found: Node | None = None
    for node in nodes:
        if node.anchor.layer != anchor.layer or node.anchor.document != anchor.document:
            continue
        overlap = max(
            (min(s.end, anchor.end) - max(s.start, anchor.start) for s in node.evidence), default=0
        )
        size = sum(s.end - s.start for s in node.evidence)
        rank = (-overlap, size, node.id)
        if overlap > 0 and (best is None or rank < best):
            best, found = rank, node
    return found


def settle(judgements: Iterable[Judgement], nodes_of: NodesOf) -> Settled:
    """What the judgements come to for the nodes that are there now."""
    pairs: list[tuple[Judgement, Node, Node]] = []
    lost: list[str] = []
    for judgement in effective(judgements):
        one = locate(judgement.one, nodes_of(judgement.one.document))
        other = locate(judgement.other, nodes_of(judgement.other.document))
        if one is None or other is None:
            lost.append(judgement.id)
        elif one.id != other.id:
            pairs.append((judgement, one, other))
    own: dict[str, str] = {}
    for judgement, one, other in pairs:
        if judgement.verdict == Verdict.DIFFERENT and one.form == other.form:
            later = max((one, other), key=lambda node: (node.rank, node.id))
            own[later.id] = f"{later.form}#{later.id}"
    rulings = [
        _ruling(judgement, own.get(one.id, one.form), own.get(other.id, other.form))
        for judgement, one, other in pairs
        if judgement.verdict != Verdict.UNSURE
    ]
    kept = {(k.layer, k.one, k.other, k.verdict): k for k in rulings if k.one != k.other}
    return Settled(tuple(kept[key] for key in sorted(kept)), own, tuple(lost))


def _ruling(judgement: Judgement, one: str, other: str) -> Link:
    first, second = sorted((one, other))
    layer: Layer = judgement.one.layer
    return Link(layer, first, second, judgement.verdict, 1.0, judgement.reasons, judgement.author)
