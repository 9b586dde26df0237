"""What the stages find in one article. Every annotation names the rule that made it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from greffier.model.text import Span


class MentionKind(StrEnum):
    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    PLACE = "place"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that refers to an entity. `entity_kind` is null where the mention alone
    (a pronoun) does not tell. `country` is what the mention itself shows (a demonym)."""

    start: int
    end: int
    kind: MentionKind
    entity_kind: EntityKind | None
    rule: str
    country: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Role:
    """An office that the article gives to a person. `function` is without its country adjective;
    `start`, `end` are the passage that says so. `tenure` is former, acting or future, else null."""

    function: str
    of: str | None
    country: str | None
    start: int
    end: int
    rule: str
    tenure: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, country, place or group, within one article."""

    id: str
    kind: EntityKind
    name: str
    country: str | None
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    gender: str | None = None  # Masc, Fem, where the article shows it
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    sector: str | None = None  # PLOVER: GOV, MIL, COP…


class TimexType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"


class Basis(StrEnum):
    """What a date's value rests on."""

    EXPLICIT = "explicit"  # read as it stands
    PUBLICATION = "publication"  # relative to the publication date
    CONTEXT = "text"  # relative to another date of the text
    UNKNOWN = "unknown"  # nothing fixes it: underspecified


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: `value` in TIMEX3 / EDTF, and what the value rests on."""

    start: int
    end: int
    type: TimexType
    value: str
    basis: Basis
    rule: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Comparison(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity about the world. `value` is a pair for a range, null where none is given;
    shares and percentages are fractions."""

    start: int
    end: int
    value: float | tuple[float, float] | None
    comparison: Comparison
    unit: str | None
    rule: str
    date: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class QuotationKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody is reported to have said. `start`, `end` are the content;
    `speaker`, `addressee`, `via` are entity ids."""

    start: int
    end: int
    kind: QuotationKind
    rule: str
    cue: Span | None = None
    speaker: str | None = None
    addressee: str | None = None
    via: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class EventStatus(StrEnum):
    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    REQUESTED = "requested"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom (PLOVER type and mode), with the triggers that tell it.
    `actors`, `recipients`, `place`, `source` are entity ids; `date` is a timex value.
    `confidence` is how often such an event is right, 0 until it has been judged."""

    type: str
    mode: str | None
    mentions: tuple[Span, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    date: str | None
    status: EventStatus
    source: str | None
    rule: str
    confidence: float = 0.0
