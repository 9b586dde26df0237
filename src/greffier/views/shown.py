"""What views return: frozen values, each traceable to passages of articles.

All are plain dataclasses of str, int, float, tuples and enums, so that pydantic serialises them.
"""

from __future__ import annotations

from dataclasses import dataclass

from greffier.model.claims import ClaimKind
from greffier.model.record import Layer, Reason
from greffier.model.told import Passage, Value


@dataclass(frozen=True, slots=True)
class EntryRef:
    """An entry as others name it. `kind` is person, organization, country, place, group; a PLOVER
    type; statement, figure, article."""

    id: str
    layer: Layer
    kind: str
    label: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class PartShown:
    """Who or what plays a part; `name` is what the article calls it, `entry` is null where the
    record knows it no more."""

    role: str
    name: str
    entry: EntryRef | None


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """An article as others name it."""

    document: str
    uri: str
    outlet: str | None
    title: str | None
    published: str | None
    published_from: str | None = None
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Attestation:
    """One article's report of an entry: the claim as it was read, and the passages, never none.

    `node` is its permanent id. `witness` is the same for all that copy one text; `copied` marks
    those after the first. `status` and `date` are what this article says; `first`, `last` the days
    that `date` covers.
    """

    node: str
    article: ArticleRef
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
    parts: tuple[PartShown, ...]
    value: Value | None
    witness: str
    copied: bool


@dataclass(frozen=True, slots=True)
class Reported:
    """An event, statement or figure of the record with all that articles report of it.

    `type` is PLOVER's, of a statement null; `parts` are those of all attestations, the most told
    first; `independent` counts the witnesses, `copies` what only repeats them.
    """

    id: str
    layer: Layer
    kind: str
    label: str
    mode: str | None
    status: str | None
    first: str | None
    last: str | None
    published: str | None
    parts: tuple[PartShown, ...]
    attestations: tuple[Attestation, ...]
    independent: int
    copies: int

    def played(self, *roles: str) -> tuple[PartShown, ...]:
        """Those that play one of the parts."""
        return tuple(part for part in self.parts if part.role in roles)


@dataclass(frozen=True, slots=True)
class Saying:
    """One value that articles give, and which say so."""

    value: str
    attestations: tuple[Attestation, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What the attestations of an entry say on one matter (date, place, status, value, actors,
    recipients, source), side by side; one value when all agree."""

    matter: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """One event, statement or figure: its attestations, and what they say side by side."""

    reported: Reported
    compared: tuple[Compared, ...]
    disagreements: tuple[DisagreementView, ...]


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """Attestations of one thing that cannot all be right. `kind`: figure, date, place,
    participants, status or attribution; `weight` ranks them, from 0 to 1."""

    id: str
    kind: str
    entry: EntryRef
    weight: float
    reasons: tuple[Reason, ...]
    sides: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class OfficeShown:
    """An office as articles give it over time: `first`, `last` are publication days of the first
    and last article that gives it; `passages` prove it (a few of them)."""

    function: str
    of: str | None
    country: str | None
    tenure: str | None
    first: str | None
    last: str | None
    articles: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A spelling, and how many forms of the entry use it."""

    name: str
    country: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Beside:
    """An entry, and how many events or articles it shares with another."""

    entry: EntryRef
    count: int
