"""What merging sees of the things that articles tell: plain values, one dataclass a layer.

Everything here is str, int, float, tuple or None, so that it is kept as JSON by a generic codec.
Days are ISO dates (`2019-03-18`), words are folded (lower case, without accents).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoleFact:
    """An office that articles give to somebody, with the first and last day on which one did.

    `function` and `of` are folded; `first`, `last` are publication days, null where unknown.
    """

    function: str
    of: str | None = None
    country: str | None = None
    tenure: str | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who takes part in an event or speaks, as told in the article: `form` is that of
    its entity node, so that two articles' participants are compared without their entries."""

    kind: str
    name: str
    country: str | None
    form: str
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a thing is told: the day its article looks from and what the article is about
    (forms of its people, bodies and places, and rare words), the weightiest first."""

    day: str | None = None
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """A person, body, country, place or group. `name` is the fullest form; `spellings` are those
    that articles use, `known_as` the same folded, with what only says what it is left out;
    `acronyms` are spelled ones. `vague` bodies (« le gouvernement ») are told by their country.
    `setting` is kept for what only its article tells apart. `first`, `last`: publication days."""

    name: str
    spellings: tuple[str, ...] = ()
    known_as: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    vague: bool = False
    country: str | None = None
    roles: tuple[RoleFact, ...] = ()
    geonames_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    gender: str | None = None
    setting: Setting | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class EventFacts:
    """Who did what to whom. `date` is a timex value as read, `first` and `last` the days that
    it may cover (null where unknown); `triggers` are stems, `context` those of the content words
    of its sentence."""

    type: str
    mode: str | None
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    place: Who | None
    date: str | None
    first: str | None
    last: str | None
    status: str
    source: Who | None
    triggers: tuple[str, ...]
    context: tuple[str, ...]
    setting: Setting
    block: str | None = None  # the TEXT form of its paragraph


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What somebody said, as printed. `words` are its content words in order, folded."""

    text: str
    kind: str
    words: tuple[str, ...]
    speaker: Who | None
    via: Who | None
    setting: Setting
    block: str | None = None


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """A quantity. `low`, `high` bound what it says; `subject` is what it counts in one word, then
    the stems of its unit; `context` those of its sentence's content words; `instead` the bounds of
    the figure that its sentence puts right (« cinq morts, et non trois »)."""

    text: str
    low: float | None
    high: float | None
    comparison: str
    unit: str | None
    subject: tuple[str, ...]
    context: tuple[str, ...]
    date: str | None
    first: str | None
    last: str | None
    setting: Setting
    block: str | None = None
    instead: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """An article as a witness and as a part of a story. `days` are those its story may stand on
    (its publication, else days that its text names)."""

    uri: str
    title: str | None
    outlet: str | None
    published: str | None
    days: tuple[str, ...]
    setting: Setting
    people: tuple[Who, ...] = ()
    places: tuple[Who, ...] = ()


@dataclass(frozen=True, slots=True)
class TextFacts:
    """A paragraph or caption, for near copies: `sketch` is its MinHash, `credit` the agency that
    its article credits."""

    sketch: tuple[int, ...]
    length: int
    credit: str | None = None
    first: str | None = None


Facts = EntityFacts | EventFacts | StatementFacts | FigureFacts | ArticleFacts | TextFacts
