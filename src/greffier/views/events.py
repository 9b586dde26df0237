"""Events, statements and figures: lists of them, and one with what its articles say, compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from greffier.model.questions import EVERYTHING, FIRST, Filter, Page, Slice
from greffier.model.record import Layer
from greffier.model.told import Value
from greffier.store.base import Order, Store
from greffier.views.common import reported
from greffier.views.disagreements import about
from greffier.views.shown import Attestation, Compared, EventView, Reported, Saying


def timeline(
    store: Store, asked: Filter = EVERYTHING, part: Slice = FIRST, order: Order = Order.DAY
) -> Page[Reported]:
    """Events that fit, by day (those that no article dates come last)."""
    return _listed(store, Layer.EVENT, asked, part, order)


def quotes(
    store: Store, asked: Filter = EVERYTHING, part: Slice = FIRST, order: Order = Order.NEWEST
) -> Page[Reported]:
    """Who said what to whom, by the day of the first article that prints it."""
    return _listed(store, Layer.STATEMENT, asked, part, order)


def figures(
    store: Store, asked: Filter = EVERYTHING, part: Slice = FIRST, order: Order = Order.NEWEST
) -> Page[Reported]:
    """How much or how many of what."""
    return _listed(store, Layer.FIGURE, asked, part, order)


def _listed(store: Store, layer: Layer, asked: Filter, part: Slice, order: Order) -> Page[Reported]:
    rows, total = store.find(layer, asked, order, part)
    return Page(tuple(reported(store, rows)), total, part.limit, part.offset)


def event(store: Store, id: str) -> EventView | None:
    """One event, statement or figure, by its id, a former id, or that of any of its nodes; null
    when there is none."""
    now = store.resolve([id]).get(id)
    row = store.entry_rows([now]).get(now) if now else None
    if row is None or row.layer not in (Layer.EVENT, Layer.STATEMENT, Layer.FIGURE):
        return None
    (found,) = reported(store, [row])
    return EventView(found, compared(found.attestations), about(store, row.id))


def compared(attestations: Iterable[Attestation]) -> tuple[Compared, ...]:
    """What attestations say, matter by matter; matters of which none says anything are left out."""
    told = list(attestations)
    found = []
    for matter, say in MATTERS.items():
        sayings: dict[str, list[Attestation]] = {}
        for attestation in told:
            value = say(attestation)
            if value:
                sayings.setdefault(value, []).append(attestation)
        if sayings:
            by_number = sorted(sayings.items(), key=lambda s: -len({a.witness for a in s[1]}))
            found.append(Compared(matter, tuple(Saying(v, tuple(a)) for v, a in by_number)))
    return tuple(found)


def figure(value: Value | None) -> str | None:
    """A figure's value as text: `≈ 1200`, `10 – 20`."""
    if value is None or value.low is None:
        return None
    told = f"{value.low:.12g}"
    if value.high is not None and value.high != value.low:
        told += f" – {value.high:.12g}"
    sign = SIGNS.get(value.comparison, "")
    return f"{sign} {told}".strip()


SIGNS = {"about": "≈", "at_least": "≥", "at_most": "≤", "more_than": ">", "less_than": "<"}


def _names(*roles: str) -> Callable[[Attestation], str | None]:
    def say(attestation: Attestation) -> str | None:
        told = (p.entry.label if p.entry else p.name for p in attestation.parts if p.role in roles)
        return ", ".join(sorted(set(told))) or None

    return say


MATTERS: dict[str, Callable[[Attestation], str | None]] = {
    "date": lambda a: a.date,
    "place": _names("place"),
    "status": lambda a: a.status,
    "value": lambda a: figure(a.value),
    "actors": _names("actor"),
    "recipients": _names("recipient"),
    "speaker": _names("speaker"),
    "addressee": _names("addressee"),
    "source": _names("source", "via"),
}
"""What an attestation says on each matter, as text."""
