"""What the record is made of: nodes, entries assembled from them by judgements, disagreements.

A node is one thing that one article tells (a person, an event, a statement, a figure, the article
itself), as merging sees it. Nodes that merging cannot tell apart (the same full name and country,
the same paragraph) share a form, and forms are what is compared: a name printed in 50,000 articles
is compared once. An entry is a set of forms judged to be the same thing. Entries are derived: they
can be thrown away and assembled again from the nodes and the judgements.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from greffier.model.facts import Facts
from greffier.model.text import Span


class Layer(StrEnum):
    """What kind of thing a node or an entry is."""

    ENTITY = "entity"  # a person, body, country, place, group
    EVENT = "event"  # encounters are the events of type CONSULT
    STATEMENT = "statement"
    FIGURE = "figure"
    ARTICLE = "article"  # entries of articles are stories
    TEXT = "text"  # a paragraph or caption; entries are near copies: one witness


class Anchor(NamedTuple):
    """The passage by which a node is known: `text[start:end]` of a document (code points).

    It outlives the reading that found it: after an upgrade, the node whose evidence overlaps it
    is the same one.
    """

    document: str
    layer: Layer
    start: int
    end: int

    @property
    def id(self) -> str:
        """A short permanent name, the same wherever the article was read."""
        told = f"{self.document}/{self.layer}/{self.start}-{self.end}"
        return f"{self.layer[:2]}-{hashlib.sha256(told.encode()).hexdigest()[:12]}"


class Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Reason:
    """One named feature that a comparison found, with what it saw."""

    feature: str
    detail: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two things are, from 0 to 1, and why."""

    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two nodes are the same thing, by a rule or by a person.

    `author` is a person's name, or `rule:NAME`; `time` is ISO 8601, null for rules (they are
    derived). A person's judgement beats every rule's and a later one beats an earlier one on the
    same pair. `undoes` names the judgement that this one takes back.
    """

    id: str
    one: Anchor
    other: Anchor
    verdict: Verdict
    reasons: tuple[Reason, ...]
    author: str
    time: str | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """One thing that one article tells. `evidence` are all its passages (a judgement whose anchor
    overlaps one of them is about this node); `keys` are those by which other forms find its form:
    only forms that share one are ever compared. `published` is the article's day, null where
    unknown."""

    anchor: Anchor
    kind: str
    form: str
    keys: tuple[str, ...]
    evidence: tuple[Span, ...]
    published: str | None
    facts: Facts

    @property
    def id(self) -> str:
        return self.anchor.id

    @property
    def rank(self) -> Rank:
        return Rank(
            self.published or UNDATED, self.anchor.document, self.anchor.start, self.anchor.end
        )


UNDATED = "9999-12-31"
"""Articles without a known day come after all others."""


class Rank(NamedTuple):
    """The order of attestations: earliest published, then by document and place in it."""

    published: str
    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Form:
    """All nodes that merging cannot tell apart, as one thing to compare.

    The result of `record.forms.join` over its nodes in any order. `first` is the rank of its first
    attestation and `first_node` that node's id; `count` counts the nodes. A form that `leans` has
    no standing of its own: it goes where its evidence leads, when it leads to one entry only.
    """

    id: str
    layer: Layer
    kind: str
    facts: Facts
    first: Rank
    first_node: str
    count: int = 1
    leans: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """What a rule says of two forms that share a key; `one` < `other`. Only SAME and UNSURE are
    kept. `weak` links lead from a leaning form to one that stands."""

    layer: Layer
    one: str
    other: str
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]
    rule: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """Forms judged to be one thing. `id` is made from its first attestation's (earliest published,
    then by document and place in it), so that it seldom changes; the id of any of its nodes leads
    to it. `forms` are ids of the forms that stand in it, first attested first; leaning forms are
    placed apart (`Assembly.leaning`), so that a hot name's entry stays small. Its nodes are those
    whose form stands or leans in it; its independent witnesses are the distinct TEXT entries (or
    articles) of its nodes. `label` is how it is shown."""

    id: str
    layer: Layer
    kind: str
    label: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assembly:
    """What replaces a region of the record, for one layer.

    `entries` replace every entry that holds one of `region` (ids of standing forms).
    `links` are the rule links found now; `dropped` pairs of forms are linked no more.
    `leaning` says of forms that lean in which entry each now stands: its own, made from its first
    attestation and in `entries` too, where nothing or more than one thing draws it.
    `unsure` are pairs that a person should look at; they replace all kept before that touch the
    region (weak ones: whose leaning form stands in the region or is in `leaning`).
    `contradicted` are persons' « same » that their « different » on other pairs forbid.
    An entry in which nothing stands or leans any more is gone.
    """

    layer: Layer
    region: frozenset[str]
    entries: tuple[Entry, ...]
    links: tuple[Link, ...]
    dropped: tuple[tuple[str, str], ...] = ()
    leaning: tuple[tuple[str, str], ...] = ()
    unsure: tuple[Link, ...] = ()
    contradicted: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two or more attestations of one thing that cannot all be right.

    `kind`: figure, date, place, participants, status or attribution. `entry` is the entry they
    tell of, `story` that of their article; each side is what is said and the nodes that say it.
    `weight` ranks: how much it matters times how independent the witnesses are, from 0 to 1.
    """

    kind: str
    layer: Layer
    entry: str
    sides: tuple[tuple[str, tuple[str, ...]], ...]
    weight: float
    reasons: tuple[Reason, ...] = ()
