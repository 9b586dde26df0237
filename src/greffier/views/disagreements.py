"""Where articles contradict each other, the weightiest first."""

from __future__ import annotations

from collections.abc import Sequence

from greffier.model.questions import EVERYTHING, FIRST, MOST, Filter, Page, Slice
from greffier.model.record import Disagreement
from greffier.store.base import Store, disagreement_id
from greffier.views.common import entry_ref, reported
from greffier.views.shown import Attestation, DisagreementView, Saying


def disagreements(
    store: Store, asked: Filter = EVERYTHING, part: Slice = FIRST
) -> Page[DisagreementView]:
    """Disagreements; `kind` (figure, date, place, participants, status, attribution) and `who`,
    the entry that they are about, narrow them."""
    found, total = store.disagreements(asked, part)
    return Page(_shown(store, found), total, part.limit, part.offset)


def disagreement(store: Store, id: str) -> DisagreementView | None:
    """One disagreement by its id; null when it is there no more."""
    found = store.disagreement(id)
    return next(iter(_shown(store, [found])), None) if found else None


def about(store: Store, entry: str) -> tuple[DisagreementView, ...]:
    """Those about one entry."""
    found, _ = store.disagreements(Filter(who=(entry,)), Slice(MOST))
    return _shown(store, found)


def _shown(store: Store, found: Sequence[Disagreement]) -> tuple[DisagreementView, ...]:
    nodes = {node for d in found for _, side in d.sides for node in side}
    stands = store.entries_of_nodes(nodes)
    rows = store.entry_rows({*(d.entry for d in found), *stands.values()})
    every = {
        a.node: a
        for r in reported(store, [rows[e] for e in sorted(set(stands.values())) if e in rows])
        for a in r.attestations
    }
    return tuple(
        DisagreementView(
            id=disagreement_id(d),
            kind=d.kind,
            entry=entry_ref(rows[d.entry]),
            weight=d.weight,
            reasons=d.reasons,
            sides=tuple(Saying(value, _told(side, every)) for value, side in d.sides),
        )
        for d in found
        if d.entry in rows
    )


def _told(nodes: Sequence[str], every: dict[str, Attestation]) -> tuple[Attestation, ...]:
    return tuple(every[node] for node in nodes if node in every)
