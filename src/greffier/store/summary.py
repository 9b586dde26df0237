"""What sorts and filters an entry, from what its articles tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from greffier.model.record import UNDATED, Form

OPEN = 100_000
"""Days that an interval without an end counts for."""


def summary(
    forms: Sequence[Form],
    told: Sequence[tuple[Any, ...]],
    count: int,
    countries: Iterable[str | None],
) -> tuple[Any, ...]:
    """Country, attestations, mode, status, first and last day, and publication of the first
    attestation: of an entry's forms and its claims as (node, type, mode, status, first, last)."""
    first = min(forms, key=lambda form: form.first)
    mode, status, days = None, None, (None, None)
    if told:
        mode = _most(row[2] for row in told)
        status = _most(row[3] for row in told)
        days = min(((row[4], row[5]) for row in told), key=_vagueness)
    published = first.first.published
    return (
        _most(countries),
        count,
        mode,
        status,
        *days,
        None if published == UNDATED else published,
    )


def _most(values: Iterable[str | None]) -> str | None:
    """The value told most often, the first in the alphabet of those told as often."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _vagueness(days: tuple[str | None, str | None]) -> tuple[int, str, str]:
    """The most precise first, then the earliest."""
    first, last = days
    if not first and not last:
        return 2 * OPEN, "", ""
    width = OPEN
    if first and last:
        width = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return width, first or "", last or ""
