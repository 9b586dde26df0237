"""What is known of time as an article goes on: the moment of writing, and the days told so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from greffier.model.annotations import Basis
from greffier.model.times import Outlook, TimeExpression, Unit

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
class TellingDay:
    """A resolved expression in its place; `aside` in a title, caption or byline."""

    resolved: Resolved
    sentence: int
    block: int = -1
    aside: bool = False
    background: bool = False


@dataclass
class Story:
    """What is known of time as the article goes on."""

    now: Now | None
    landmarks: tuple[date, ...] = ()
    told: list[TellingDay] = field(default_factory=list)

    def tell(self, telling: TellingDay) -> None:
        if telling.resolved.unit is not None:
            self.told.append(telling)

    def anchor(self) -> Now | None:
        """From where dates without a year or a week are counted: the moment of writing, else
        the latest day that the text has told in full so far (or tells first)."""
        if self.now is not None or not self.landmarks:
            return self.now
        days = [t.resolved.day for t in self.told if t.resolved.is_day and t.resolved.day]
        return Now(max(days) if days else self.landmarks[0], Basis.CONTEXT)

    def latest(self, units: tuple[Unit, ...], outlook: Outlook) -> Resolved | None:
        """The last date told as fine as one of the units; a look back skips days to come."""
        for telling in reversed(self.told):
            resolved = telling.resolved
            ahead = self.now is not None and resolved.day and resolved.day > self.now.day
            if resolved.unit in units and not (ahead and outlook is not Outlook.FUTURE):
                return resolved
        return None

    def in_force(self, expression: TimeExpression) -> Resolved | None:
        """The day that a bare time belongs to: of its sentence, of the story, of its captions.
        A look back does not take a day to come, nor does the story go on from a far day."""
        days = [t for t in self.told if t.resolved.is_day]
        outlook = expression.outlook
        choices: tuple[Callable[[TellingDay], bool], ...] = (
            lambda t: t.sentence == expression.sentence,
            lambda t: t.block == expression.block and not t.background,
            lambda t: not t.aside and not t.background and self._goes_on(t.resolved, outlook),
            lambda t: not t.background and self._goes_on(t.resolved, outlook),
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
