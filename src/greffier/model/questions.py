"""What is asked of a record: a filter, a page of the answer, and the passages that prove it.

A filter is one frozen value; `query` writes it as a query string and `from_query` reads it back,
so that a link, a command line and a saved search say the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Generic, NamedTuple, TypeVar
from urllib.parse import parse_qsl, urlencode

Item = TypeVar("Item")
MOST = 500
"""Items that a page may hold at most."""


class Slice(NamedTuple):
    """Which part of a long answer is wanted."""

    limit: int = 50
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """A part of an answer; `total` counts the whole of it."""

    items: tuple[Item, ...]
    total: int
    limit: int
    offset: int

    @property
    def next(self) -> Slice | None:
        """The slice after this one, null at the end."""
        after = self.offset + len(self.items)
        return Slice(self.limit, after) if self.items and after < self.total else None


@dataclass(frozen=True, slots=True)
class Filter:
    """What an answer is narrowed to; several values of one field are alternatives, but `who` and
    `about` must all be there. Entries are given by their id or that of any of their nodes."""

    who: tuple[str, ...] = ()  # entries that take part, in whatever role
    speaker: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    about: tuple[str, ...] = ()  # entries named inside a statement
    place: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()  # person, organization…; of a statement: direct, indirect, mixed
    country: tuple[str, ...] = ()  # ISO 3166 alpha-3
    type: tuple[str, ...] = ()  # PLOVER
    mode: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    story: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    since: str | None = None  # ISO days, both included
    until: str | None = None
    words: str | None = None  # all of them; "exact phrase"

    def query(self) -> str:
        """As a query string, without its question mark; empty when nothing is asked."""
        return urlencode(
            [
                (field.name, told)
                for field in fields(self)
                for told in _several(getattr(self, field.name))
            ]
        )

    @classmethod
    def from_query(cls, query: str) -> Filter:
        """The filter that `query` wrote; names that it does not know are left aside."""
        return cls.from_pairs(parse_qsl(query))

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[str, str]]) -> Filter:
        """The filter of (name, value) pairs, as web frameworks give them."""
        told: dict[str, list[str]] = {}
        for name, value in pairs:
            if value:
                told.setdefault(name, []).append(value)
        known: dict[str, Any] = {
            f.name: told[f.name][-1] if f.name in SINGLE else tuple(told[f.name])
            for f in fields(cls)
            if f.name in told
        }
        return cls(**known)


EVERYTHING = Filter()
FIRST = Slice()
SINGLE = ("since", "until", "words")
"""Fields of a filter that hold one value."""


def _several(value: tuple[str, ...] | str | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()
