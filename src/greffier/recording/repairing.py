"""A record made again from what cannot be made again: its articles and judgements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from greffier.model.language import Language
from greffier.model.reading import Reading
from greffier.record.nodes import nodes
from greffier.recording import additions
from greffier.recording.disagreeing import refresh
from greffier.recording.faults import RESTORE, Fault, UnreadableError, reading_of
from greffier.recording.merging import apply, resettle
from greffier.store.base import Store


@dataclass(frozen=True, slots=True)
class Repaired:
    """How many articles were put in again; `left` are those that could not be."""

    articles: int
    left: tuple[Fault, ...]


def repair(store: Store, language: Language) -> Repaired:
    """Make entries, links, disagreements and the index of words again from the readings and
    judgements, in one transaction: a run that is stopped leaves the record as it was."""
    left: list[Fault] = []
    count = 0
    with store.writing():
        store.clear_contents()
        for reading in _readable(store, left):
            made = nodes(reading, language)
            store.put_contents(additions.addition(reading, made), made, {})
            refresh(store, apply(store, made, {}))
            count += 1
        refresh(store, resettle(store, store.judgements()))
    return Repaired(count, tuple(left))


def _readable(store: Store, left: list[Fault]) -> Iterator[Reading]:
    for article in store.unread():
        try:
            yield reading_of(article)
        except UnreadableError as error:
            left.append(Fault(str(error), article.document, RESTORE))
