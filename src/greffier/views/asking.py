"""Names that people type made into the ids that filters hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from greffier.model.questions import Filter
from greffier.store.base import Store
from greffier.views.entries import named

BY_NAME = ("who", "speaker", "addressee", "about", "place")


class UnknownNameError(LookupError):
    """Nothing in the record has this name or id."""


def by_name(store: Store, asked: Filter) -> Filter:
    """A filter whose entries may be told by name, with their ids: of several entries that bear a
    name, the one attested most often. Raises `UnknownNameError`."""
    found: dict[str, Any] = {
        field: tuple(_id(store, name, field) for name in getattr(asked, field))
        for field in BY_NAME
        if getattr(asked, field)
    }
    return replace(asked, **found)


def _id(store: Store, name: str, field: str) -> str:
    row = named(store, name, "place") if field == "place" else None
    row = row or named(store, name)
    if row is None:
        raise UnknownNameError(f"nothing in this record is called {name!r}")
    return row.id
