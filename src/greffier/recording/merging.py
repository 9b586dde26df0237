"""Nodes that come and go, and the regions of the record that are assembled anew around them.

The same steps as `record.memory`, over a store: a property test holds them equal.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from greffier.model.record import Form, Judgement, Layer, Link, Node
from greffier.record import forms as forms_
from greffier.record.assembling import assemble
from greffier.record.judgements import Settled, settle
from greffier.record.known import Change
from greffier.store.base import Store


class _Known:
    """A store as assembling asks it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def near(self, layer: Layer, keys: Collection[str]) -> Sequence[Form]:
        return self._store.near(layer, sorted(keys))

    def forms(self, layer: Layer, ids: Collection[str]) -> Sequence[Form]:
        return [f for f in self._store.forms(sorted(ids)) if f.layer is layer]

    def links(self, layer: Layer, ids: Collection[str], weak: bool) -> Sequence[Link]:
        return self._store.links(layer, sorted(ids), weak)

    def entries_of(self, layer: Layer, ids: Collection[str]) -> Mapping[str, str]:
        return self._store.entries_of_forms(sorted(ids))

    def rulings(self, layer: Layer, ids: Collection[str]) -> Sequence[Link]:
        return self._store.rulings(layer, ids)


def settled(store: Store) -> Settled:
    """What persons' judgements came to when they were last settled."""
    return Settled(tuple(store.all_rulings()), store.placed_apart())


def apply(store: Store, added: Sequence[Node], gone: Mapping[str, Layer]) -> set[str]:
    """Make the record fit the nodes that are now in the store: `added` came, and the forms `gone`
    (with their layer) lost some. Returns the ids of the entries that are new or changed."""
    stood = store.entries_of_forms(gone)
    shrunk = _regather(store, gone)
    grown = _grow(store, added, gone)
    keys = store.keys_of(gone)
    changed: set[str] = set()
    for layer in Layer:
        changes = [
            Change(form, shrunk.get(form), keys.get(form, frozenset()), whole=True)
            for form in sorted(gone)
            if gone[form] is layer
        ]
        changes += [
            Change(form.id, form, frozenset(told)) for form, told in grown if form.layer is layer
        ]
        if changes:
            changed |= _assemble(store, layer, changes, stood)
    return changed


def _regather(store: Store, gone: Collection[str]) -> dict[str, Form]:
    """The forms that lost nodes, made again of those that are left."""
    left = {form: store.nodes_of_forms([form]) for form in gone}
    made = {form: forms_.gather(nodes, form) for form, nodes in left.items() if nodes}
    store.drop_keys(gone)
    store.drop_forms(form for form in gone if form not in made)
    store.put_forms(made.values())
    store.put_keys(
        (node.anchor.layer, key, form)
        for form, nodes in left.items()
        for node in nodes
        for key in node.keys
    )
    return made


def _grow(
    store: Store, added: Sequence[Node], gone: Collection[str]
) -> list[tuple[Form, set[str]]]:
    """The forms that nodes came to, as they are now, with the keys of those nodes; those in
    `gone` have been made again with them."""
    placed = store.placed(node.id for node in added)
    now = {form.id: form for form in store.forms(placed.values())}
    keys: dict[str, set[str]] = {}
    for node in added:
        id = placed[node.id]
        if id in gone:
            continue
        alone = forms_.of_node(node, id)
        now[id] = forms_.join(now[id], alone) if id in now else alone
        keys.setdefault(id, set()).update(node.keys)
    store.put_forms(now[id] for id in keys)
    store.put_keys((now[id].layer, key, id) for id, told in keys.items() for key in sorted(told))
    return [(now[id], told) for id, told in sorted(keys.items())]


def _assemble(
    store: Store, layer: Layer, changes: Sequence[Change], stood: Mapping[str, str]
) -> set[str]:
    found = assemble(layer, changes, _Known(store))
    gone = {stood[c.id] for c in changes if c.form is None and c.id in stood}
    store.put_assembly(found, gone)
    return {entry.id for entry in found.entries} | {entry for _, entry in found.leaning}


def resettle(store: Store, judgements: Iterable[Judgement]) -> set[str]:
    """Make the record fit persons' judgements as they are now."""
    before = settled(store)
    now = settle(judgements, store.nodes_of_document)
    store.put_rulings(now.rulings)
    moved = {node for node in {*before.own, *now.own} if before.own.get(node) != now.own.get(node)}
    nodes = store.nodes(moved)
    changed: set[str] = set()
    if nodes:
        layers = {node.id: node.anchor.layer for node in nodes}
        left = {form: layers[id] for id, form in store.placed(layers).items()}
        store.place({node.id: now.form_of(node) for node in nodes})
        changed |= apply(store, nodes, left)
    ruled = {(k.layer, end) for k in {*before.rulings} ^ {*now.rulings} for end in (k.one, k.other)}
    for layer in Layer:
        forms = {f.id: f for f in store.forms(i for at, i in sorted(ruled) if at is layer)}
        keys = store.keys_of(forms)
        changes = [
            Change(id, form, keys.get(id, frozenset()), whole=True)
            for id, form in sorted(forms.items())
        ]
        if changes:
            changed |= _assemble(store, layer, changes, {})
    return changed
