"""What the record is made of: nodes, entries assembled from them by judgements, disagreements.

A node is one thing that one article tells (a person, an event, a statement, a figure, the article
itself), as merging sees it. An entry is a set of nodes judged to be the same thing. Entries are
derived: they can be thrown away and assembled again from the nodes and the judgements.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Layer(StrEnum):
    """What kind of thing a node or an entry is."""

    ENTITY = "entity"  # a person, body, country, place, group
    EVENT = "event"  # encounters are the events of type CONSULT
    STATEMENT = "statement"
    FIGURE = "figure"
    ARTICLE = "article"  # entries of articles are stories
    TEXT = "text"  # entries are near copies: one witness


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
class Entry:
    """Nodes judged to be one thing. `id` is that of its first attestation (earliest published,
    then by document and place in it), so that it seldom changes; the id of any of its nodes
    leads to it. `members` are node ids in that order; `independent` counts the witnesses once
    copies are put together. `label` is how it is shown."""

    id: str
    layer: Layer
    kind: str
    label: str
    members: tuple[str, ...]
    independent: int = 1
