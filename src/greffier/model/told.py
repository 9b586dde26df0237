"""What the record keeps of each article beside its nodes, to show and to search it."""

from __future__ import annotations

from dataclasses import dataclass, field

from greffier.model.claims import ClaimKind
from greffier.model.record import Layer


@dataclass(frozen=True, slots=True)
class Passage:
    """The proof: `text` is what stands from `start` to `end` in the document (half-open, code
    points); `context` is the line or sentence around it, which begins at `context_start`."""

    document: str
    start: int
    end: int
    text: str
    context: str
    context_start: int


@dataclass(frozen=True, slots=True)
class Value:
    """What a figure says: shares are fractions, `high` is only there for a range."""

    low: float | None
    high: float | None
    comparison: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """Who or what takes part in a claim, as `role` (actor, recipient, place, source, speaker,
    addressee, via, about): an entity node of the article, and the name that it uses."""

    role: str
    node: str
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as the record keeps it, under the id of its node. `type` and `mode` are PLOVER's of
    an event, the form (direct…) of a statement; `first`, `last` are the days that `date` covers;
    `block` is the TEXT form of its paragraph, by which copies are known."""

    node: str
    document: str
    kind: ClaimKind
    type: str | None
    mode: str | None
    status: str
    date: str | None
    first: str | None
    last: str | None
    confidence: float
    rule: str
    passages: tuple[Passage, ...]
    parts: tuple[Part, ...] = ()
    value: Value | None = None
    block: str | None = None

    @property
    def layer(self) -> Layer:
        return LAYERS[self.kind]


LAYERS = {
    ClaimKind.ENCOUNTER: Layer.EVENT,
    ClaimKind.EVENT: Layer.EVENT,
    ClaimKind.STATEMENT: Layer.STATEMENT,
    ClaimKind.FIGURE: Layer.FIGURE,
}


@dataclass(frozen=True, slots=True)
class Office:
    """An office that an article gives to the holder of an entity node, with the passage."""

    node: str
    function: str
    of: str | None
    country: str | None
    tenure: str | None
    published: str | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class Kept:
    """An article as the record keeps it. `reading` is JSON; `number` counts articles in the order
    in which they came, null before it is kept."""

    document: str
    uri: str
    outlet: str | None
    title: str | None
    published: str | None
    published_from: str | None
    language: str | None
    sha256: str
    reading: str
    number: int | None = None
    added: str | None = None  # ISO 8601, UTC


@dataclass(frozen=True, slots=True)
class Printing:
    """Where a text was found: an article that outlets print word for word has several."""

    uri: str
    outlet: str | None
    title: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """A text to be found by its words: of an article (`key` its document), of a node (its id)."""

    layer: str
    key: str
    document: str
    text: str


@dataclass(frozen=True, slots=True)
class Addition:
    """All that one article adds to a record."""

    article: Kept
    told: tuple[Told, ...] = ()
    offices: tuple[Office, ...] = ()
    words: tuple[Words, ...] = field(default=(), repr=False)
