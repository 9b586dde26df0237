"""What shared SQL needs of a database: rows, statements, transactions, and search by words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any

from greffier.model.told import Words
from greffier.store.words import Query

Row = tuple[Any, ...]
AT_ONCE = 500
"""Ids that one statement names."""


class Database(ABC):
    """A dialect. Parameters are written `?` in all SQL."""

    @abstractmethod
    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]: ...

    @abstractmethod
    def run(self, sql: str, values: Sequence[Any] = ()) -> None: ...

    @abstractmethod
    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """The same statement for each row."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]: ...

    @abstractmethod
    def close(self) -> None: ...

    @abstractmethod
    def put_words(self, found: Iterable[Words]) -> None: ...

    @abstractmethod
    def drop_words(self, document: str) -> None: ...

    @abstractmethod
    def matching(self, layer: str, query: Query) -> tuple[str, list[Any]]:
        """SQL (and its values) that selects `key` and `score`, the higher the better, of the
        texts of a layer that fit a query."""

    def among(self, sql: str, ids: Iterable[str], before: Sequence[Any] = ()) -> list[Row]:
        """The rows of SQL with `{}` in the place of a list of ids, a part of the list at a time;
        `before` are the values that stand before the list."""
        found: list[Row] = []
        for part in batched(dict.fromkeys(ids)):
            found += self.rows(sql.format(holes(part)), [*before, *part])
        return found

    def run_among(self, sql: str, ids: Iterable[str], before: Sequence[Any] = ()) -> None:
        for part in batched(dict.fromkeys(ids)):
            self.run(sql.format(holes(part)), [*before, *part])


def holes(values: Sequence[Any]) -> str:
    """The list of parameters for so many values."""
    return ", ".join("?" * len(values))


def batched(ids: Iterable[str]) -> Iterator[list[str]]:
    left = iter(ids)
    while part := list(islice(left, AT_ONCE)):
        yield part
