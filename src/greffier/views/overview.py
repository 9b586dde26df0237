"""The record as a whole: how much of what it holds."""

from __future__ import annotations

from dataclasses import dataclass

from greffier.model.questions import Filter
from greffier.model.record import Layer
from greffier.store.base import Store


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of a record: `entries` by layer and kind (`entity.person`), `outlets` of articles."""

    name: str
    articles: int
    outlets: dict[str, int]
    months: dict[str, int]
    entries: dict[str, int]
    events: int
    statements: int
    figures: int
    stories: int
    disagreements: int
    reviews: int
    judgements: int
    first_published: str | None
    last_published: str | None


def status(store: Store) -> Status:
    """How much the record holds."""
    counts = store.counts()
    entries = {name: count for name, count in counts.items() if "." in name}
    printed = store.printed()

    def of(layer: Layer) -> int:
        return sum(count for name, count in entries.items() if name.startswith(f"{layer}."))

    dated = [row for row in printed if row[1]]
    outlets: dict[str, int] = {}
    months: dict[str, int] = {}
    for outlet, month, count in printed:
        outlets[outlet or ""] = outlets.get(outlet or "", 0) + count
        months[month or ""] = months.get(month or "", 0) + count
    return Status(
        name=store.name,
        articles=counts["articles"],
        outlets=dict(sorted(outlets.items(), key=lambda o: (-o[1], o[0]))),
        months=dict(sorted(months.items())),
        entries=entries,
        events=of(Layer.EVENT),
        statements=of(Layer.STATEMENT),
        figures=of(Layer.FIGURE),
        stories=of(Layer.ARTICLE),
        disagreements=counts["disagreements"],
        reviews=counts["reviews"],
        judgements=counts["judgements"],
        first_published=min((row[1] for row in dated if row[1]), default=None),
        last_published=max((row[1] for row in dated if row[1]), default=None),
    )


def days(store: Store, asked: Filter) -> dict[str, int]:
    """How many events that fit fall on each day (their first), for a density strip."""
    return dict(sorted(store.tally(Layer.EVENT, asked, "day").items()))


def choices(store: Store, asked: Filter) -> dict[str, dict[str, int]]:
    """What a list of events can be narrowed to: types, modes, status, and how many have each."""
    found = {name: store.tally(Layer.EVENT, asked, name) for name in ("mode", "status")}
    return {"type": store.tally(Layer.EVENT, asked, "kind"), **found}
