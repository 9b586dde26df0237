"""Entries assembled around a change: only the region that its links reach is touched.

The record is a function of its nodes and persons' judgements: links between forms depend on the
two forms alone, groups on the links within a connected region, and what leans on the groups that
its links reach. So adding one by one, in batches or in any order gives the same record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from greffier.model.record import Assembly, Entry, Form, Layer, Link, Reason, Verdict
from greffier.record import clusters, crowds, policy
from greffier.record.known import Change, Known
from greffier.record.nodes.forms import leans
from greffier.record.rules import LAYERS, label


def assemble(layer: Layer, changes: Sequence[Change], known: Known) -> Assembly:
    """What replaces the entries around changed forms. The same change applied twice changes
    nothing more."""
    found, dropped = _relink(layer, changes, known)
    ids = {c.id for c in changes} | {end for link in dropped for end in link}
    region = _Region(layer, known, {c.id: c.form for c in changes}, found, set(dropped))
    region.grow(ids | region.flipped())
    built = clusters.build(region.forms, region.links, region.rulings, LAYERS[layer].conflict)
    entries = [_entry(layer, [region.forms[i] for i in group]) for group in built.groups]
    standing = {form: entry.id for entry in entries for form in entry.forms}
    leaning, own, torn = _lean(region, standing, changes)
    doubts = _doubts(region, standing)
    return Assembly(
        layer=layer,
        region=frozenset({*region.forms, *(c.id for c in changes if c.form is None)}),
        entries=tuple(sorted((*entries, *own), key=lambda entry: entry.id)),
        links=tuple(found),
        dropped=tuple(sorted(dropped)),
        leaning=tuple(sorted(leaning.items())),
        unsure=(*built.unsure, *doubts, *torn),
        contradicted=built.contradicted,
    )


def _relink(
    layer: Layer, changes: Sequence[Change], known: Known
) -> tuple[list[Link], list[tuple[str, str]]]:
    """The rule links of changed forms as they are now, and those that no longer hold."""
    judge = LAYERS[layer].judge
    now = {c.id: c.form for c in changes if c.form is not None}
    found: dict[tuple[str, str], Link] = {}
    before: set[tuple[str, str]] = set()
    for change in changes:
        whole = change.whole or change.form is None
        held = {(k.one, k.other) for k in known.links(layer, (change.id,), weak=False)}
        before |= held
        if whole:
            weak = known.links(layer, (change.id,), weak=True)
            before |= {(link.one, link.other) for link in weak}
        if change.form is None:
            continue
        near = {f.id: f for f in known.near(layer, change.keys)}
        if not whole:
            partners = {end for ends in held for end in ends} - {change.id, *near}
            near |= {f.id: f for f in known.forms(layer, partners)}
        for other in near.values():
            if other.id != change.id:
                one, two = sorted((change.form, now.get(other.id, other)), key=lambda f: f.id)
                link = judge(one, two)
                if link is not None:
                    found[link.one, link.other] = link
    ruled = _ruled(layer, {lean_order(k)[0] for k in found.values() if k.weak}, known)
    for pair, link in found.items():
        if link.weak and lean_order(link)[0] in ruled:
            found[pair] = replace(link, weak=False)
    return [found[p] for p in sorted(found)], sorted(before - set(found))


def _ruled(layer: Layer, ids: set[str], known: Known) -> set[str]:
    """Of these forms, those that a person judged: they stand, and their links with them."""
    told = known.rulings(layer, ids) if ids else ()
    return ids & {end for link in told for end in (link.one, link.other)}


@dataclass
class _Region:
    """The standing forms that links connect with a change."""

    layer: Layer
    known: Known
    changed: Mapping[str, Form | None]
    found: Sequence[Link]
    dropped: set[tuple[str, str]]

    def __post_init__(self) -> None:
        self.forms: dict[str, Form] = {}
        self.by_form: dict[str, list[Link]] = {}
        for link in self.found:
            for end in (link.one, link.other):
                self.by_form.setdefault(end, []).append(link)
        self.weeks: dict[str, int | None] = {}
        self.crowded: dict[str, bool] = {}
        self.links: list[Link] = []
        self.rulings: list[Link] = []
        self.doubts: dict[tuple[str, str], Link] = {}
        self.drawn: dict[str, Form] = {}  # leaning forms met
        self.pulls: dict[str, set[str]] = {}  # leaning form: the standing ones it may go with

    def grow(self, ids: Iterable[str]) -> None:
        """Follows links that unite until no form is left."""
        seen: set[str] = set()
        frontier = set(ids)
        while frontier:
            seen |= frontier
            links = self._links(frontier)
            rulings = list(self.known.rulings(self.layer, frontier))
            self.rulings += rulings
            united = {end for link in rulings for end in (link.one, link.other)}
            for form in self._load(frontier):
                self.weeks[form.id] = crowds.week(form)
                if form.leans and form.id not in united:
                    self.drawn[form.id] = form
                else:
                    self.forms[form.id] = form
            reached = united
            for link in links:
                if link.verdict != Verdict.SAME:
                    self.doubts[link.one, link.other] = link
                    continue
                if link.weak:
                    reached |= self._pull(link)
                elif not self._is_cut(link):
                    self.links.append(link)
                    reached |= {link.one, link.other}
            frontier = reached - seen
        self.links = list({(link.one, link.other): link for link in self.links}.values())
        self.rulings = list({(link.one, link.other): link for link in self.rulings}.values())

    def flipped(self) -> set[str]:
        """Articles whose links to others unite or not, otherwise than before the change."""
        if self.layer != Layer.ARTICLE:
            return set()
        near = {*self.by_form, *(end for pair in self.dropped for end in pair)}
        return crowds.flipped(sorted(near), self._before, self._links)

    def _before(self, ids: set[str]) -> Sequence[Link]:
        return self.known.links(self.layer, ids, weak=False)

    def _is_cut(self, link: Link) -> bool:
        """Whether a link of two weeks does not unite, since both articles are crowded."""
        if self.layer != Layer.ARTICLE or self._week(link.one) == self._week(link.other):
            return False
        if None in (self._week(link.one), self._week(link.other)):
            return False
        return self._is_crowded(link.one) and self._is_crowded(link.other)

    def _week(self, form: str) -> int | None:
        if form not in self.weeks:
            self.weeks[form] = crowds.week(next(iter(self._load({form})), None))
        return self.weeks[form]

    def _is_crowded(self, form: str) -> bool:
        if form not in self.crowded:
            self.crowded[form] = crowds.degree(form, self._links) > policy.CROWD
        return self.crowded[form]

    def _pull(self, link: Link) -> set[str]:
        leaning, standing = lean_order(link)
        self.pulls.setdefault(leaning, set()).add(standing)
        return {leaning, standing}

    def _load(self, ids: set[str]) -> list[Form]:
        changed = [f for i in ids if (f := self.changed.get(i)) is not None]
        others = [i for i in ids if i not in self.changed]
        return [*changed, *self.known.forms(self.layer, others)]

    def _links(self, ids: set[str]) -> list[Link]:
        """All links of these forms, found now or kept before; the weak links of a standing form
        are not followed: what leans on a name printed everywhere would be most of the record."""
        kept = list(self.known.links(self.layer, ids, weak=False))
        leaning = [i for i in ids if leans(i)]
        kept += self.known.links(self.layer, leaning, weak=True) if leaning else []
        now = list(
            {(k.one, k.other): k for i in sorted(ids) for k in self.by_form.get(i, ())}.values()
        )
        fresh = {(link.one, link.other) for link in now} | self.dropped
        return [*now, *(link for link in kept if (link.one, link.other) not in fresh)]


def lean_order(link: Link) -> tuple[str, str]:
    """A weak link's leaning form, then the standing one."""
    return (link.one, link.other) if leans(link.one) else (link.other, link.one)


def _doubts(region: _Region, standing: Mapping[str, str]) -> list[Link]:
    """Pairs of which no rule is sure and that no person decided, still in two entries."""
    ruled = {clusters.pair(link) for link in region.rulings}
    return [
        link
        for _, link in sorted(region.doubts.items())
        if clusters.pair(link) not in ruled
        and (link.one not in standing or standing[link.one] != standing.get(link.other))
    ]


def _lean(
    region: _Region, standing: Mapping[str, str], changes: Sequence[Change]
) -> tuple[dict[str, str], list[Entry], list[Link]]:
    """Where leaning forms go: those met, and those that lean on a form whose entry changed."""
    known, layer = region.known, region.layer
    before = known.entries_of(layer, standing)
    moved = [form for form, entry in standing.items() if before.get(form, entry) != entry]
    gone = [c.id for c in changes if c.form is None]
    touched = known.links(layer, [*moved, *gone], weak=True) if moved or gone else []
    shaken = {lean_order(link)[0] for link in touched} - set(region.drawn) - set(standing)
    drawn = region.drawn | {f.id: f for f in known.forms(layer, shaken)}
    pulls = {form: set(region.pulls.get(form, ())) for form in drawn}
    for link in known.links(layer, shaken, weak=True) if shaken else []:
        form, target = lean_order(link)
        if form in pulls and (link.one, link.other) not in region.dropped:
            pulls[form].add(target)
    away = {t for targets in pulls.values() for t in targets} - set(standing)
    entry_of = {**known.entries_of(layer, away), **standing}
    leaning, own, torn = {}, [], []
    for form in sorted(drawn):
        targets = {entry_of[t]: t for t in sorted(pulls[form]) if t in entry_of}
        if len(targets) == 1:
            leaning[form] = next(iter(targets))
        else:
            entry = _entry(layer, [drawn[form]])
            own.append(replace(entry, forms=()))
            leaning[form] = entry.id
            torn += [_torn(layer, form, t, tuple(targets)) for t in targets.values()]
    return leaning, own, torn


def _torn(layer: Layer, form: str, target: str, entries: tuple[str, ...]) -> Link:
    one, other = sorted((form, target))
    reason = Reason("two candidates", " / ".join(sorted(entries)))
    return Link(layer, one, other, Verdict.UNSURE, 0.5, (reason,), "context", weak=True)


def _entry(layer: Layer, members: list[Form]) -> Entry:
    ranked = sorted(members, key=lambda form: (form.first, form.first_node))
    return Entry(
        id=ranked[0].first_node,
        layer=layer,
        kind=max(
            {f.kind for f in ranked}, key=lambda k: (sum(f.count for f in ranked if f.kind == k), k)
        ),
        label=label(ranked),
        forms=tuple(form.id for form in ranked),
    )
