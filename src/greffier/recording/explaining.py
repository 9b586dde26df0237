"""Why two things are one, or are not."""

from __future__ import annotations

from greffier.model.record import Layer, Link
from greffier.record.explaining import path
from greffier.store.base import Store


def explain(store: Store, one: str, other: str) -> tuple[Link, ...] | None:
    """The chain of judgements, by rules and by persons, by which two ids (of entries or nodes)
    are one thing; empty where merging cannot tell them apart, null where they are two."""
    now = store.resolve((one, other))
    if one not in now or now[one] != now.get(other):
        return None
    forms = [_form(store, id, now[id]) for id in (one, other)]
    (first,) = store.forms(forms[:1])

    def links_of(form: str) -> list[Link]:
        layer: Layer = first.layer
        told = [*store.links(layer, [form], False), *store.links(layer, [form], True)]
        return [*told, *store.rulings(layer, [form])]

    return path(forms[0], forms[1], links_of)


def _form(store: Store, id: str, entry: str) -> str:
    """The form of a node, else that of the first attestation of its entry."""
    return store.placed([id]).get(id) or store.placed([entry])[entry]
