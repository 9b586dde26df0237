"""What a record is kept in: the protocol that every store fulfils.

Reading is open to all at any time; whoever writes does it inside `writing()`, which is one
transaction, alone among writers: all of it is kept, or nothing when it raises. Ids that a store
does not know are left aside in its answers, never an error.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from greffier.model.questions import Filter, Slice
from greffier.model.record import (
    Assembly,
    Disagreement,
    Entry,
    Form,
    Judgement,
    Layer,
    Link,
    Node,
)
from greffier.model.told import Addition, Kept, Office, Printing, Told


class StoreError(RuntimeError):
    """A record that cannot be opened or written: the message says why and what to do."""


class Order(StrEnum):
    """How entries are sorted; what lacks the value comes last."""

    OFTEN = "often"  # most attestations first
    NAME = "name"
    DAY = "day"  # of the event, earliest first
    LATEST = "latest"  # of the event, latest first
    PUBLISHED = "published"  # first attestation, earliest first
    NEWEST = "newest"  # first attestation, latest first


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry with what sorts and filters it. `attestations` counts its nodes; `mode` and
    `status` are those told most; `first`, `last` the days of the most precise date told;
    `published` the day of the first attestation."""

    id: str
    layer: Layer
    kind: str
    label: str
    country: str | None
    attestations: int
    mode: str | None
    status: str | None
    first: str | None
    last: str | None
    published: str | None


def disagreement_id(found: Disagreement) -> str:
    """A name that stays while the same nodes disagree on the same matter."""
    nodes = sorted(node for _, side in found.sides for node in side)
    told = f"{found.kind}/{' '.join(nodes)}"
    return f"di-{hashlib.sha256(told.encode()).hexdigest()[:12]}"


Facets = dict[str, dict[str, int]]
"""By facet (outlet, month, person…), how many have each value; entries are given by id."""


class Telling(Protocol):
    """What articles tell, kept as it was told."""

    def has(self, document: str) -> bool: ...
    def put_printing(self, article: Kept) -> None:
        """Keep where a text was found; with the same document and uri, what was known of it."""
        ...

    def printings(self, document: str) -> list[Printing]:
        """Where a text was found, the earliest first."""
        ...

    def put_article(
        self, addition: Addition, nodes: Sequence[Node], placed: Mapping[str, str]
    ) -> None:
        """Keep an article that is not there, with its nodes; `placed` gives the form of those
        that persons' judgements gave another than their own."""
        ...

    def drop_article(self, document: str) -> None:
        """Take out an article and its nodes; the ids of these still lead to what replaces them."""
        ...

    def documents(self, nodes: Iterable[str]) -> dict[str, str]:
        """The article of each node."""
        ...

    def place(self, forms: Mapping[str, str]) -> None:
        """Give nodes the form that persons' judgements give them."""
        ...

    def placed(self, nodes: Iterable[str]) -> dict[str, str]:
        """The form that each node has now."""
        ...

    def placed_apart(self) -> dict[str, str]:
        """The nodes that persons' judgements gave a form of their own, and that form."""
        ...

    def article(self, document: str) -> Kept | None: ...
    def articles(self, documents: Iterable[str]) -> dict[str, Kept]:
        """Articles without their readings."""
        ...

    def readings(self) -> Iterable[str]:
        """The readings of all articles as JSON, by document, a few in memory at a time."""
        ...

    def nodes(self, ids: Iterable[str]) -> list[Node]: ...
    def nodes_of_document(self, document: str) -> list[Node]: ...
    def nodes_of_forms(self, forms: Iterable[str]) -> list[Node]: ...
    def told(self, nodes: Iterable[str]) -> list[Told]: ...
    def offices(self, forms: Iterable[str]) -> list[Office]: ...


class Merged(Protocol):
    """What merging makes of it."""

    def forms(self, ids: Iterable[str]) -> list[Form]: ...
    def put_forms(self, forms: Iterable[Form]) -> None:
        """Keep forms as they now are; where they stand is left as it was."""
        ...

    def drop_forms(self, forms: Iterable[str]) -> None: ...
    def put_keys(self, keys: Iterable[tuple[Layer, str, str]]) -> None:
        """Keep (layer, key, form), by which forms are found."""
        ...

    def drop_keys(self, forms: Iterable[str]) -> None: ...
    def keys_of(self, forms: Iterable[str]) -> dict[str, frozenset[str]]: ...
    def near(self, layer: Layer, keys: Iterable[str]) -> list[Form]:
        """The forms of a layer that have one of the keys."""
        ...

    def links(self, layer: Layer, forms: Iterable[str], weak: bool) -> list[Link]:
        """The kept rule links that touch one of the forms: the weak ones, or the others."""
        ...

    def rulings(self, layer: Layer, forms: Iterable[str]) -> list[Link]:
        """Persons' judgements, as links between forms, that touch one of these."""
        ...

    def all_rulings(self) -> list[Link]: ...
    def put_rulings(self, rulings: Iterable[Link]) -> None:
        """Replace all of them."""
        ...

    def entries_of_forms(self, forms: Iterable[str]) -> dict[str, str]:
        """The entry in which each form stands or leans."""
        ...

    def forms_of_entries(self, entries: Iterable[str]) -> list[Form]: ...
    def kept_entries(self, ids: Iterable[str]) -> list[Entry]: ...
    def put_assembly(self, assembly: Assembly, stood: Iterable[str]) -> None:
        """Replace a region of the record; `stood` are the entries of forms that are gone."""
        ...

    def put_disagreements(self, entries: Iterable[str], found: Iterable[Disagreement]) -> None:
        """Replace the disagreements about these entries."""
        ...

    def add_judgement(self, judgement: Judgement) -> bool:
        """Append; false when a judgement with this id is there already."""
        ...

    def judgements(self) -> list[Judgement]:
        """All judgements of persons, in the order in which they came."""
        ...


class Answering(Protocol):
    """What views ask."""

    def counts(self) -> dict[str, int]: ...
    def printed(self) -> list[tuple[str | None, str | None, int]]:
        """How many articles each outlet printed in each month (YYYY-MM)."""
        ...

    def resolve(self, ids: Iterable[str]) -> dict[str, str]:
        """The present entry of each id: of an entry, of one that was, or of a node."""
        ...

    def resolved(self, asked: Filter) -> Filter:
        """The filter with present entries' ids in the place of former ones and of nodes."""
        ...

    def entry_rows(self, ids: Iterable[str]) -> dict[str, EntryRow]: ...
    def find(
        self, layer: Layer, asked: Filter, order: Order, part: Slice
    ) -> tuple[list[EntryRow], int]:
        """A slice of the entries of a layer that fit, and how many fit."""
        ...

    def tally(self, layer: Layer, asked: Filter, column: str) -> dict[str, int]:
        """How many fitting entries have each `kind`, `status`, `mode`, `country`, `day`,
        `month`."""
        ...

    def added_since(self, moment: str, limit: int) -> tuple[list[Kept], int]:
        """Articles that came into the record after a moment (ISO 8601, UTC), the latest first,
        without their readings; and how many did."""
        ...

    def event_places(self, asked: Filter, limit: int) -> list[tuple[str, int]]:
        """Where the events that fit took place: entries, and how many events each has."""
        ...

    def told_of_entries(self, entries: Iterable[str]) -> dict[str, list[Told]]:
        """What articles tell of each entry, the first attested first."""
        ...

    def find_articles(self, asked: Filter, part: Slice) -> tuple[list[Kept], int]: ...
    def search(self, words: str, asked: Filter, part: Slice) -> tuple[list[str], int, Facets]:
        """Documents whose text has the words, the best first; how many; the facets."""
        ...

    def named_in(self, documents: Iterable[str]) -> list[tuple[str, int]]:
        """The entries named in some articles, in how many, most first."""
        ...

    def together(self, entry: str, limit: int) -> list[tuple[str, int]]:
        """The entries named in most of the articles that name an entry, and in how many."""
        ...

    def documents_of_entries(self, entries: Iterable[str]) -> dict[str, list[str]]: ...
    def entries_of_nodes(self, nodes: Iterable[str]) -> dict[str, str]: ...
    def entries_with_texts(self, texts: Iterable[str]) -> set[str]:
        """The entries of events, statements and figures told in paragraphs of TEXT entries."""
        ...

    def stories_of_documents(self, documents: Iterable[str]) -> dict[str, str]: ...
    def disagreements(self, asked: Filter, part: Slice) -> tuple[list[Disagreement], int]: ...
    def disagreement(self, id: str) -> Disagreement | None: ...
    def reviews(self, layers: Sequence[Layer], part: Slice) -> tuple[list[Link], int]:
        """Pairs of forms for a person to review, the likeliest first."""
        ...


class Store(Telling, Merged, Answering, Protocol):
    """A record."""

    @property
    def name(self) -> str:
        """Where it is, without a password."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """One transaction, alone among writers."""
        ...

    def close(self) -> None: ...
