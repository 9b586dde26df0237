"""The record in memory: for tests, small corpora, and as the reference that stores equal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from greffier.model.record import Assembly, Disagreement, Entry, Form, Judgement, Layer, Link, Node
from greffier.record import forms as forms_
from greffier.record.assembling import assemble, lean_order
from greffier.record.disagreements import attributed, find, rank
from greffier.record.explaining import path
from greffier.record.judgements import Settled, settle
from greffier.record.known import Change

Id = tuple[Layer, str]


class Memory:
    """Nodes, forms, links and entries of many articles; `Known` for one change after another."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.judgements: tuple[Judgement, ...] = ()
        self.settled = Settled()
        self.entries: dict[Id, Entry] = {}
        self.unsure: dict[tuple[Layer, str, str], Link] = {}
        self._doubts: dict[Id, set[tuple[str, str]]] = defaultdict(set)
        self._of_document: dict[str, list[str]] = defaultdict(list)
        self._forms: dict[Id, Form] = {}
        self._nodes_of: dict[Id, dict[str, Node]] = defaultdict(dict)
        self._keys: dict[tuple[Layer, str], set[str]] = defaultdict(set)
        self._keys_of: dict[Id, set[str]] = defaultdict(set)
        self._links: dict[tuple[Layer, bool], dict[str, dict[str, Link]]] = defaultdict(
            lambda: defaultdict(dict)
        )
        self._entry_of: dict[Id, str] = {}

    # what assembling asks

    def near(self, layer: Layer, keys: Collection[str]) -> Sequence[Form]:
        ids = {form for key in keys for form in self._keys.get((layer, key), ())}
        return [self._forms[layer, form] for form in sorted(ids)]

    def forms(self, layer: Layer, ids: Collection[str]) -> Sequence[Form]:
        return [self._forms[layer, i] for i in sorted(ids) if (layer, i) in self._forms]

    def links(self, layer: Layer, ids: Collection[str], weak: bool) -> Sequence[Link]:
        held = self._links[layer, weak]
        found = {(k.one, k.other): k for i in ids for k in held.get(i, {}).values()}
        return [found[pair] for pair in sorted(found)]

    def entries_of(self, layer: Layer, ids: Collection[str]) -> Mapping[str, str]:
        return {i: self._entry_of[layer, i] for i in ids if (layer, i) in self._entry_of}

    def rulings(self, layer: Layer, ids: Collection[str]) -> Sequence[Link]:
        wanted = set(ids)
        told = self.settled.rulings
        return [k for k in told if k.layer == layer and {k.one, k.other} & wanted]

    # what changes it

    def add(self, nodes: Iterable[Node]) -> None:
        """Adds nodes of any number of articles; those that are there already are left alone."""
        new = [n for n in {n.id: n for n in nodes}.values() if n.id not in self.nodes]
        for node in new:
            self.nodes[node.id] = node
            self._of_document[node.anchor.document].append(node.id)
        if self.judgements:
            self._settle()
        self._apply(new, ())

    def remove(self, document: str) -> None:
        """Takes an article out; persons' judgements on it are kept for when it comes back."""
        gone = [self.nodes.pop(i) for i in self._of_document.pop(document, [])]
        self._apply((), gone)
        if self.judgements:
            self._settle()

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Adds persons' judgements (append-only; undone by a later one that names it)."""
        self.judgements = (*self.judgements, *judgements)
        self._settle()

    def _settle(self) -> None:
        before, self.settled = self.settled, settle(self.judgements, self.nodes_in)
        moved = {
            i
            for i in {*before.own, *self.settled.own}
            if before.own.get(i) != self.settled.own.get(i) and i in self.nodes
        }
        placed = [self.nodes[i] for i in sorted(moved) if self._is_placed(i, before)]
        self._apply(placed, placed, before)
        ruled = {
            (k.layer, end)
            for k in {*before.rulings} ^ {*self.settled.rulings}
            for end in (k.one, k.other)
        }
        for layer in Layer:
            ids = sorted(i for at, i in ruled if at == layer and (at, i) in self._forms)
            if ids:
                self._assemble(layer, [self._whole(layer, i) for i in ids])

    def _is_placed(self, node_id: str, settled: Settled) -> bool:
        node = self.nodes[node_id]
        return node_id in self._nodes_of[node.anchor.layer, settled.form_of(node)]

    def nodes_in(self, document: str) -> list[Node]:
        return [self.nodes[i] for i in self._of_document.get(document, ())]

    def _apply(
        self, added: Iterable[Node], gone: Iterable[Node], before: Settled | None = None
    ) -> None:
        shrunk: set[Id] = set()
        for node in gone:
            form = (node.anchor.layer, (before or self.settled).form_of(node))
            self._nodes_of[form].pop(node.id, None)
            shrunk.add(form)
        for form in shrunk:
            self._regather(form)
        grown: dict[Id, set[str]] = defaultdict(set)
        for node in added:
            form = (node.anchor.layer, self.settled.form_of(node))
            self._nodes_of[form][node.id] = node
            alone = forms_.of_node(node, form[1])
            held = self._forms.get(form)
            self._forms[form] = forms_.join(held, alone) if held else alone
            self._index(form, node.keys)
            grown[form] |= set(node.keys)
        for layer in Layer:
            changes = [self._whole(layer, i) for at, i in sorted(shrunk) if at == layer]
            changes += [
                Change(i, self._forms[at, i], frozenset(keys))
                for (at, i), keys in sorted(grown.items())
                if at == layer and (at, i) not in shrunk
            ]
            if changes:
                self._assemble(layer, changes)

    def _whole(self, layer: Layer, form: str) -> Change:
        keys = frozenset(self._keys_of.get((layer, form), ()))
        return Change(form, self._forms.get((layer, form)), keys, whole=True)

    def _index(self, form: Id, keys: Iterable[str]) -> None:
        for key in keys:
            self._keys[form[0], key].add(form[1])
            self._keys_of[form].add(key)

    def _regather(self, form: Id) -> None:
        for key in self._keys_of.pop(form, ()):
            self._keys[form[0], key].discard(form[1])
        nodes = self._nodes_of[form].values()
        if nodes:
            self._forms[form] = forms_.gather(nodes, form[1])
            for node in nodes:
                self._index(form, node.keys)
        else:
            self._forms.pop(form, None)

    def _assemble(self, layer: Layer, changes: Sequence[Change]) -> None:
        self._write(assemble(layer, changes, self))

    def _write(self, found: Assembly) -> None:
        layer = found.layer
        self._write_links(found)
        touched = found.region.union(form for form, _ in found.leaning)
        old = {self._entry_of.pop((layer, form), None) for form in touched}
        for form, entry in found.leaning:
            self._entry_of[layer, form] = entry
        for entry_found in found.entries:
            self.entries[layer, entry_found.id] = entry_found
            for form in entry_found.forms:
                self._entry_of[layer, form] = entry_found.id
        kept = {e.id for e in found.entries} | {entry for _, entry in found.leaning}
        for entry_id in old - kept - {None}:
            self.entries.pop((layer, str(entry_id)), None)
        self._write_unsure(found, touched)

    def _write_links(self, found: Assembly) -> None:
        held = self._links
        for one, other in found.dropped:
            self._unlink(found.layer, one, other)
        for link in found.links:
            self._unlink(found.layer, link.one, link.other)
            held[found.layer, link.weak][link.one][link.other] = link
            held[found.layer, link.weak][link.other][link.one] = link

    def _unlink(self, layer: Layer, one: str, other: str) -> None:
        for weak in (False, True):
            self._links[layer, weak][one].pop(other, None)
            self._links[layer, weak][other].pop(one, None)

    def _write_unsure(self, found: Assembly, touched: frozenset[str]) -> None:
        layer = found.layer
        for pair in {pair for form in touched for pair in self._doubts[layer, form]}:
            if _is_stale(self.unsure[layer, *pair], found, touched):
                del self.unsure[layer, *pair]
                for form in pair:
                    self._doubts[layer, form].discard(pair)
        for link in found.unsure:
            self.unsure[layer, link.one, link.other] = link
            for form in (link.one, link.other):
                self._doubts[layer, form].add((link.one, link.other))

    # what it answers

    def entry_of(self, node: Node) -> str:
        """The entry in which a node stands or leans."""
        return self._entry_of[node.anchor.layer, self.settled.form_of(node)]

    def explain(self, one: Node, other: Node) -> tuple[Link, ...] | None:
        """The judgements by which two nodes are one; null where they are not."""
        layer = one.anchor.layer

        def links_of(form: str) -> list[Link]:
            ids = (form,)
            ruled = self.rulings(layer, ids)
            return [*self.links(layer, ids, False), *self.links(layer, ids, True), *ruled]

        if layer != other.anchor.layer or self.entry_of(one) != self.entry_of(other):
            return None
        return path(self.settled.form_of(one), self.settled.form_of(other), links_of)

    def members(self, layer: Layer) -> dict[str, tuple[str, ...]]:
        """The nodes of each entry, first attested first."""
        found: dict[str, list[Node]] = defaultdict(list)
        for node in self.nodes.values():
            if node.anchor.layer == layer:
                found[self.entry_of(node)].append(node)
        ranked = {e: sorted(ns, key=lambda n: (n.rank, n.id)) for e, ns in found.items()}
        return {entry: tuple(n.id for n in ranked[entry]) for entry in sorted(ranked)}


def witness_in(memory: Memory) -> Callable[[Node], str]:
    """Who is behind a node: the agency that a copy of its paragraph credits, else the first
    article that has it, or its own article where it is no copy."""
    first: dict[str, str] = {}
    for entry, ids in memory.members(Layer.TEXT).items():
        nodes = [memory.nodes[i] for i in ids]
        behind = attributed(nodes) or memory.nodes[entry].anchor.document
        first |= {memory.settled.form_of(node): behind for node in nodes}

    def witness(node: Node) -> str:
        block = getattr(node.facts, "block", None)
        return first.get(block or "", node.anchor.document)

    return witness


def disagreements(memory: Memory) -> list[Disagreement]:
    """All that the record disagrees on, the weightiest first."""
    witness = witness_in(memory)
    found = [
        told
        for layer in (Layer.FIGURE, Layer.EVENT, Layer.STATEMENT)
        for entry, ids in memory.members(layer).items()
        if len(ids) > 1
        for told in find(memory.entries[layer, entry], [memory.nodes[i] for i in ids], witness)
    ]
    return rank(found)


def _is_stale(link: Link, found: Assembly, touched: frozenset[str]) -> bool:
    if link.weak:
        return lean_order(link)[0] in touched
    return bool({link.one, link.other} & found.region)
