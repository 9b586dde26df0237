"""What is known of time as an article goes on: the moment of writing, and the days told so far."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from greffier.model.annotations import Basis
from greffier.model.times import Outlook, TimeExpression, Unit

RECENT = 100
"""A story does not go back farther than so many dates; it also bounds the work."""

DAYS_IN_FORCE = 7
"""A day told stays the story's day for bare times when it is this near to the publication."""


@dataclass(frozen=True, slots=True)
class Now:
    """The moment of writing, and what it rests on."""

    day: date
    basis: Basis


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value; the day it begins on where that is known, and how fine the value is."""

    value: str
    basis: Basis
    day: date | None = None
    unit: Unit | None = None

    @property
    def is_day(self) -> bool:
        return self.unit is Unit.DAY


@dataclass(frozen=True, slots=True)
class Told:
    """An expression of the story and what it was resolved to; `aside` in a title, caption or
    byline."""

    expression: TimeExpression
    resolved: Resolved
    aside: bool = False


@dataclass
class Story:
    """What is known of time as the article goes on."""

    now: Now | None
    landmarks: tuple[date, ...] = ()
    told: deque[Told] = field(default_factory=lambda: deque(maxlen=RECENT))
    latest_day: date | None = None

    def tell(self, telling: Told) -> None:
        if telling.resolved.unit is None:
            return
        self.told.append(telling)
        day = telling.resolved.day
        if telling.resolved.is_day and day and (self.latest_day is None or day > self.latest_day):
            self.latest_day = day

    def anchor(self) -> Now | None:
        """From where dates without a year or a week are counted: the moment of writing, else
        the latest day that the text has told in full so far (or tells first)."""
        if self.now is not None or not self.landmarks:
            return self.now
        return Now(self.latest_day or self.landmarks[0], Basis.CONTEXT)

    def latest(self, units: tuple[Unit, ...], outlook: Outlook) -> Resolved | None:
        """The last date told as fine as one of the units; a look back skips days to come."""
        for telling in reversed(self.told):
            resolved = telling.resolved
            ahead = self.now is not None and resolved.day and resolved.day > self.now.day
            if resolved.unit in units and not (ahead and outlook is Outlook.PAST):
                return resolved
        return None

    def thread(self, expression: TimeExpression) -> Now | None:
        """The date of an earlier year that the passage has just told and goes on from: « arrêté
        le 2 février 2018, il a été jugé le 3 juin »."""
        last = self.told[-1] if self.told else None
        if last is None or self.now is None or expression.outlook is Outlook.FUTURE:
            return None
        day = last.resolved.day
        fine = last.resolved.unit in (Unit.DAY, Unit.MONTH)
        here = last.expression.block == expression.block and not last.expression.attributive
        if day is None or not fine or not here or day.year >= self.now.day.year:
            return None
        return Now(day, Basis.CONTEXT) if last.resolved.basis is not Basis.PUBLICATION else None

    def in_force(self, expression: TimeExpression) -> Resolved | None:
        """The day that a bare time belongs to: of its sentence, of the story, of its captions.
        A look back does not take a day to come, nor does the story go on from a far day."""
        days = [t for t in self.told if t.resolved.is_day]
        outlook = expression.outlook
        choices: tuple[Callable[[Told], bool], ...] = (
            lambda t: t.expression.sentence == expression.sentence,
            lambda t: t.expression.block == expression.block and not t.expression.background,
            lambda t: (
                not t.aside and not t.expression.background and self._goes_on(t.resolved, outlook)
            ),
            lambda t: not t.expression.background and self._goes_on(t.resolved, outlook),
        )
        for fits in choices:
            for telling in reversed(days):
                if fits(telling):
                    return telling.resolved
        return None

    def _goes_on(self, resolved: Resolved, outlook: Outlook) -> bool:
        if self.now is None or resolved.day is None:
            return True
        away = (resolved.day - self.now.day).days
        return abs(away) <= DAYS_IN_FORCE and (away <= 0 or outlook is not Outlook.PAST)
