"""What articles say of one thing that cannot all be right, ranked by weight and independence.

All is worked out from one entry at a time: its nodes, and which of them are one witness.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from greffier.model.annotations import EntityKind, EventStatus
from greffier.model.facts import EventFacts, FigureFacts, StatementFacts, TextFacts, Who
from greffier.model.record import Disagreement, Entry, Layer, Node, Reason
from greffier.record import policy
from greffier.record.compare import parties
from greffier.record.compare.events import MUTUAL
from greffier.record.days import apart

Witness = Callable[[Node], str]
"""Who is behind a node: the same for copies of one text."""

Side = tuple[str, tuple[str, ...]]


def find(entry: Entry, nodes: Sequence[Node], witness: Witness) -> tuple[Disagreement, ...]:
    """The disagreements between the nodes of one entry, the weightiest first."""
    if len({n.anchor.document for n in nodes}) < 2:
        return ()
    ranked = sorted(nodes, key=lambda node: (node.rank, node.id))
    asked: Mapping[Layer, tuple[Ask, ...]] = {
        Layer.FIGURE: (_figures,),
        Layer.EVENT: (_dates, _places, _participants, _statuses),
        Layer.STATEMENT: (_attributions,),
    }
    found = []
    for ask in asked.get(entry.layer, ()):
        for kind, sides, reasons in ask(ranked):
            weight = _weight(kind, sides, {n.id: n for n in ranked}, witness)
            found.append(Disagreement(kind, entry.layer, entry.id, sides, weight, reasons))
    return tuple(sorted(found, key=lambda d: (-d.weight, d.kind, d.entry)))


def attributed(copies: Sequence[Node]) -> str | None:
    """The agency that copies of a paragraph are attributed to: the one most of them credit, null
    where none does, or where there is but one article."""
    if len({node.anchor.document for node in copies}) < 2:
        return None
    told = Counter(
        node.facts.credit
        for node in copies
        if isinstance(node.facts, TextFacts) and node.facts.credit
    )
    return min(told, key=lambda agency: (-told[agency], agency), default=None)


def rank(disagreements: Iterable[Disagreement]) -> list[Disagreement]:
    """The weightiest first, always in the same order."""
    return sorted(disagreements, key=lambda d: (-d.weight, d.kind, d.entry, d.sides))


Told = tuple[str, tuple[Side, ...], tuple[Reason, ...]]
Ask = Callable[[Sequence[Node]], Iterator[Told]]


def _sides(told: Iterable[tuple[str, str]]) -> tuple[Side, ...]:
    """What is said, each with the nodes that say so, in order of attestation."""
    by_value: dict[str, list[str]] = defaultdict(list)
    for value, node in told:
        by_value[value].append(node)
    return tuple((value, tuple(nodes)) for value, nodes in by_value.items())


def _figures(nodes: Sequence[Node]) -> Iterator[Told]:
    """Figures no value of which fits both: « près de 1.000 » and 980 agree."""
    figures = [(n, n.facts) for n in nodes if isinstance(n.facts, FigureFacts)]
    clashing = {
        node.id
        for (a, x), (b, y) in combinations(figures, 2)
        if a.anchor.document != b.anchor.document and _disjoint(x, y)
        for node in (a, b)
    }
    told = [(n, f) for n, f in figures if n.id in clashing]
    if told:
        sides = _sides((_bounds(f), n.id) for n, f in told)
        yield "figure", sides, (Reason("counts", told[0][1].subject[0]),)


def _disjoint(a: FigureFacts, b: FigureFacts) -> bool:
    """Whether the bounds exclude each other; a share and its complement agree, and rounding does
    not make a contradiction."""
    if a.subject[0] == "share" and _complement(a, b):
        return False
    above = a.low is not None and b.high is not None and a.low > b.high * (1 + policy.ROUNDING)
    below = b.low is not None and a.high is not None and b.low > a.high * (1 + policy.ROUNDING)
    return above or below


def _complement(a: FigureFacts, b: FigureFacts) -> bool:
    if a.low is None or b.low is None or a.high is None or b.high is None:
        return False
    return a.low + b.low <= 1 + policy.ROUNDING and a.high + b.high >= 1 - policy.ROUNDING


def _bounds(f: FigureFacts) -> str:
    low = "…" if f.low is None else f"{f.low:g}"
    high = "…" if f.high is None else f"{f.high:g}"
    return low if low == high else f"{low}-{high}"


def _dates(nodes: Sequence[Node]) -> Iterator[Told]:
    dated = [(n, f) for n in nodes if isinstance(f := n.facts, EventFacts) and f.first and f.last]
    clashing = {
        node.id
        for (a, x), (b, y) in combinations(dated, 2)
        if a.anchor.document != b.anchor.document and _other_days(x, y)
        for node in (a, b)
    }
    told = [(f.date or "", n.id) for n, f in dated if n.id in clashing]
    if told:
        yield "date", _sides(told), ()


def _other_days(a: EventFacts, b: EventFacts) -> bool:
    """Two days, and not one night: « la nuit de mercredi à jeudi » is Thursday's too."""
    if not (a.first and a.last and b.first and b.last):
        return False
    if a.first <= b.last and b.first <= a.last:
        return False
    night = any((f.date or "").endswith("TNI") for f in (a, b))
    return not (night and apart(a.first, b.first) <= 1)


def _places(nodes: Sequence[Node]) -> Iterator[Told]:
    placed = [(n, p) for n in nodes if (p := _place(n)) is not None]
    clashing = {
        node.id
        for (a, x), (b, y) in combinations(placed, 2)
        if a.anchor.document != b.anchor.document and _elsewhere(x, y)
        for node in (a, b)
    }
    told = [(p.name, n.id) for n, p in placed if n.id in clashing]
    if told:
        yield "place", _sides(told), ()


def _place(node: Node) -> Who | None:
    return node.facts.place if isinstance(node.facts, EventFacts) else None


def _elsewhere(a: Who, b: Who) -> bool:
    if parties.same(a, b) or a.kind != b.kind:
        return False
    words = [w.form.split(":")[1].split() for w in (a, b)]
    return not set(words[0]) & set(words[1])


def _participants(nodes: Sequence[Node]) -> Iterator[Told]:
    """Accounts that name others on one side: who did it, or to whom."""
    told = [(n, f) for n in nodes if isinstance(f := n.facts, EventFacts)]
    for side in ("actors", "recipients"):
        named = [(n, _named(f, side)) for n, f in told if _named(f, side)]
        clashing = {
            node.id
            for (a, x), (b, y) in combinations(named, 2)
            if a.anchor.document != b.anchor.document and parties.opposed(x, y)
            for node in (a, b)
        }
        who = [(", ".join(w.name for w in ws), n.id) for n, ws in named if n.id in clashing]
        if who:
            yield "participants", _sides(who), (Reason("who differs", side),)


def _named(facts: EventFacts, side: str) -> tuple[Who, ...]:
    """Those of one side who have names: two descriptions may be of the same people."""
    told = facts.actors if side == "actors" else facts.recipients
    if facts.type in MUTUAL:
        told = ()  # told either way round, and rarely in full
    return tuple(who for who in told if who.kind != EntityKind.GROUP)


def _statuses(nodes: Sequence[Node]) -> Iterator[Told]:
    """One article denies what another tells as done, on its own word or its source's."""
    told = [(n, f) for n in nodes if isinstance(f := n.facts, EventFacts)]
    done = (EventStatus.OCCURRED, EventStatus.ONGOING)
    denied = {n.anchor.document for n, f in told if f.status == EventStatus.DENIED}
    asserted = {n.anchor.document for n, f in told if f.status in done}
    if denied and asserted - denied:
        clashing = [(f.status, n.id) for n, f in told if f.status in (*done, "denied")]
        yield "status", _sides(clashing), ()


def _attributions(nodes: Sequence[Node]) -> Iterator[Told]:
    said = [(n, f.speaker) for n in nodes if isinstance(f := n.facts, StatementFacts) and f.speaker]
    clashing = {
        node.id
        for (a, x), (b, y) in combinations(said, 2)
        if a.anchor.document != b.anchor.document and not parties.same(x, y)
        for node in (a, b)
    }
    told = [(who.name, n.id) for n, who in said if n.id in clashing]
    if told:
        yield "attribution", _sides(told), ()


def _weight(
    kind: str, sides: tuple[Side, ...], nodes: Mapping[str, Node], witness: Witness
) -> float:
    """How much it matters times how independent its witnesses are, from 0 to 1."""
    behind = [{witness(nodes[i]) for i in ids} for _, ids in sides]
    fewest = min(len(side) for side in behind)
    everyone = set().union(*behind)
    independent = 1 - 0.5 ** (len(everyone) - 1) if len(everyone) > 1 else 0.0
    return round(policy.MATTERS[kind] * independent * (1 - 0.5**fewest) * 2, 4)
