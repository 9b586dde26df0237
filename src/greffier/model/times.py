"""What a time expression says, before anything is inferred from it.

A language pack reads « mardi dernier » as `Day(weekday=2, toward=Toward.LAST)`; which Tuesday
that is, only the stage that knows the publication date and the rest of the text can tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from greffier.model.annotations import TimexType
from greffier.model.text import Span


class Toward(StrEnum):
    """Which of several candidates the words choose: « dernier », « ce », « prochain »."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"


class Outlook(StrEnum):
    """Whether the sentence looks back or ahead, as its verb and prepositions show."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


class Origin(StrEnum):
    """From where a shift counts."""

    PUBLICATION = "publication"  # « hier », « il y a trois ans »
    CONTEXT = "context"  # « la veille », « trois jours plus tard »


class Unit(StrEnum):
    """Calendar units, written as in ISO 8601 and TIMEX3 durations."""

    SECOND = "S"
    MINUTE = "MIN"
    HOUR = "H"
    DAY = "D"
    WEEK = "W"
    WEEKEND = "WE"
    MONTH = "M"
    QUARTER = "Q"
    HALF = "HALF"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"


@dataclass(frozen=True, slots=True)
class Day:
    """A day or a month, as far as it is told; `weekday` counts from 1, Monday, to 7."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    toward: Toward | None = None
    origin: Origin = Origin.PUBLICATION


@dataclass(frozen=True, slots=True)
class EasterDay:
    """A feast that moves with Easter, `offset` days from it."""

    offset: int
    year: int | None = None
    toward: Toward | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A named part of a year: `code` is SP SU FA WI, Q1 to Q4, H1 or H2. `every` marks what may
    be said of any year (« en été », unless its sentence looks back or ahead)."""

    code: str
    year: int | None = None
    toward: Toward | None = None
    every: bool = False
    of_year: Shift | None = None  # « le premier trimestre de l’an prochain »


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before (negative) or after an origin; 0 is the unit that holds it."""

    unit: Unit
    count: int
    origin: Origin = Origin.PUBLICATION


@dataclass(frozen=True, slots=True)
class Same:
    """The time told last: « à la même époque »."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs nothing else: a duration, a decade, a vague reference."""

    value: str
    type: TimexType = TimexType.DATE


@dataclass(frozen=True, slots=True)
class Clock:
    """A time (`T20:00`) or part (`TEV`) of a day; of the day in force where none is named.

    `night_before` marks « cette nuit », which in a look back is the one that began the day before.
    """

    time: str
    day: When | None = None
    night_before: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """The unit that holds a day: « la semaine du 12 mars »."""

    unit: Unit
    day: When


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another, both included; the last lends the first what it lacks."""

    first: When
    last: When


When = Day | EasterDay | Part | Shift | Same | Fixed | Clock | Within | Range


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression where it stands, with what it says and how its sentence looks.

    `block` is its block's index, `sentence` where its sentence begins. `background` marks what
    does not move the story's clock (relative clauses, quotations), `attributive` what only tells
    which thing is meant (« la guerre du 6 octobre 1973 »).
    """

    start: int
    end: int
    when: When
    rule: str
    block: int
    sentence: int
    outlook: Outlook = Outlook.OPEN
    background: bool = False
    attributive: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
