"""Which date an expression stands for, given the publication date and what was told before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from greffier.annotate import calendar
from greffier.model.annotations import Basis
from greffier.model.times import (
    Clock,
    Day,
    EasterDay,
    Fixed,
    Origin,
    Outlook,
    Part,
    Range,
    Same,
    Shift,
    TimeExpression,
    Toward,
    Unit,
    When,
    Within,
)

YEARS_AROUND = 1
"""A date without its year is of this year, the last or the next."""
YEARS_OF_WEEKDAY = 6
"""With its weekday it may lie farther: a weekday falls on the same date every 5, 6 or 11 years."""

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


class Resolver:
    """Resolves the expressions of one article, in order, against its story so far."""

    def __init__(self, story: Story, expressions: Sequence[TimeExpression]) -> None:
        self.story = story
        self.expressions = expressions
        self._by_type: dict[type, Callable[[Any, TimeExpression], Resolved]] = {
            Day: self._day,
            EasterDay: self._easter_day,
            Part: self._part,
            Shift: self._shift,
            Same: self._same,
            Fixed: self._fixed,
            Clock: self._clock,
            Within: self._within,
            Range: self._range,
        }

    def resolve(self, index: int) -> Resolved:
        expression = self.expressions[index]
        return self._resolve(expression.when, expression)

    def _resolve(self, when: When, expression: TimeExpression) -> Resolved:
        return self._by_type[type(when)](when, expression)

    def _fixed(self, when: Fixed, expression: TimeExpression) -> Resolved:
        return Resolved(when.value, Basis.EXPLICIT)

    def _same(self, when: Same, expression: TimeExpression) -> Resolved:
        told = self.story.latest(tuple(Unit), expression.outlook)
        now = self.story.now
        if told is not None and told.unit is Unit.YEAR and told.basis is not Basis.EXPLICIT and now:
            value = f"{told.value}-{now.day.month:02d}"
            return Resolved(value, Basis.CONTEXT, told.day, Unit.MONTH)
        told = self.story.latest((Unit.DAY, Unit.WEEK, Unit.MONTH), expression.outlook) or told
        if told is None:
            return Resolved("PAST_REF", Basis.UNKNOWN)
        return replace(told, basis=Basis.CONTEXT)

    # days, months and years

    def _day(self, when: Day, expression: TimeExpression) -> Resolved:
        if when.year is not None:
            return _explicit(when)
        anchor = self._origin(when.origin, expression)
        if anchor is None:
            return _unknown_day(when)
        if when.day is None and when.month is None:
            day: date | None = _weekday(when, anchor.day, expression.outlook)
        else:
            day = _choose(list(_candidates(when, anchor.day)), when, anchor.day, expression.outlook)
        if day is None:
            return _unknown_day(when)
        unit = Unit.MONTH if when.day is None and when.weekday is None else Unit.DAY
        return Resolved(calendar.unit_value(day, unit), anchor.basis, day, unit)

    def _origin(self, origin: Origin, expression: TimeExpression) -> Now | None:
        """The day that an expression counts from."""
        if origin is Origin.PUBLICATION:
            return self.story.anchor()
        told = self.story.latest((Unit.DAY,), expression.outlook)
        if told is not None and told.day is not None:
            return Now(told.day, Basis.CONTEXT)
        return self.story.now

    def _easter_day(self, when: EasterDay, expression: TimeExpression) -> Resolved:
        anchor = self.story.anchor()
        if when.year is not None:
            day = calendar.shift_days(calendar.easter(when.year), when.offset)
            basis = Basis.EXPLICIT
        elif anchor is not None:
            years = range(anchor.day.year - 1, anchor.day.year + 2)
            days = [calendar.shift_days(calendar.easter(year), when.offset) for year in years]
            told = Day(toward=when.toward)
            day = _choose([d for d in days if d], told, anchor.day, expression.outlook)
            basis = anchor.basis
        else:
            day, basis = None, Basis.UNKNOWN
        if day is None:
            return Resolved("XXXX-XX-XX", Basis.UNKNOWN, None, Unit.DAY)
        return Resolved(day.isoformat(), basis, day, Unit.DAY)

    # parts of a year

    def _part(self, when: Part, expression: TimeExpression) -> Resolved:
        if when.year is not None:
            return Resolved(f"{when.year:04d}-{when.code}", Basis.EXPLICIT)
        if when.of_year is not None:
            year = self._shift(when.of_year, expression)
            return Resolved(f"{year.value}-{when.code}", year.basis)
        anchor = self.story.anchor()
        if anchor is None or (when.every and expression.outlook is Outlook.OPEN):
            return Resolved(f"XXXX-{when.code}", Basis.UNKNOWN)
        month = calendar.SEASON_MONTHS[when.code]
        years = range(anchor.day.year - 1, anchor.day.year + 2)
        middles = [date(year, month, 15) for year in years]
        told = Day(toward=when.toward)
        day = _choose(middles, told, anchor.day, expression.outlook)
        return Resolved(f"{day.year if day else 0:04d}-{when.code}", anchor.basis)

    # counted from a date

    def _shift(self, when: Shift, expression: TimeExpression) -> Resolved:
        if when.unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
            return self._shift_of_hours(when, expression)
        if when.origin is Origin.CONTEXT:
            return self._shift_from_context(when, expression)
        if when.unit is Unit.WEEKEND and when.count == 0:
            return _this_weekend(self.story.now, when, expression.outlook)
        return _shifted(self.story.now, when)

    def _shift_of_hours(self, when: Shift, expression: TimeExpression) -> Resolved:
        """« une heure après » counts from the time told last, else it is only a length."""
        told = self.story.told[-1].resolved if self.story.told else None
        if when.origin is Origin.CONTEXT and when.count:
            later = calendar.shift_time(told.value, when.unit, when.count) if told else None
            if later is not None and told is not None:
                return Resolved(later, Basis.CONTEXT, told.day, Unit.DAY)
            return Resolved(f"PT{abs(when.count)}{when.unit.value[0]}", Basis.EXPLICIT)
        back = when.count < 0 or (when.count == 0 and expression.outlook is Outlook.PAST)
        return Resolved("PAST_REF" if back else "FUTURE_REF", Basis.UNKNOWN)

    def _shift_from_context(self, when: Shift, expression: TimeExpression) -> Resolved:
        finer = _AS_FINE_AS[when.unit]
        told = self.story.latest(finer, expression.outlook)
        if told is not None and told.day is None:
            return _unknown_shift(when, told)
        far = abs(when.count) > 2 or when.unit is not Unit.DAY
        if told is None and far and when.count:
            vague = "PAST_REF" if expression.outlook is not Outlook.FUTURE else "FUTURE_REF"
            return Resolved(vague, Basis.UNKNOWN)
        if when.unit is Unit.DAY and when.count == 2 and self._after_next_day(expression):
            when = replace(when, count=1)
        origin = Now(told.day, Basis.CONTEXT) if told and told.day else self.story.now
        shifted = _shifted(origin, when)
        if (
            shifted.day
            and self.story.now
            and shifted.day > self.story.now.day
            and expression.outlook is Outlook.PAST
        ):
            return Resolved("PAST_REF", Basis.UNKNOWN)
        return shifted

    def _after_next_day(self, expression: TimeExpression) -> bool:
        """« Le lendemain…, le surlendemain… »: both count from the same day."""
        before = [e for e in self.expressions if e.start < expression.start][-2:]
        return any(e.when == Shift(Unit.DAY, 1, Origin.CONTEXT) for e in before)

    # times of day

    def _clock(self, when: Clock, expression: TimeExpression) -> Resolved:
        day = self._clock_day(when, expression)
        if day is None:
            return Resolved(when.time, Basis.UNKNOWN)
        if isinstance(when.day, Range):  # a night: what follows it happens on its second day
            last = self._ends(when.day, expression)[1]
            return Resolved(day.value + when.time, day.basis, last.day, Unit.DAY)
        if when.night_before and expression.outlook is not Outlook.FUTURE and day.day:
            before = calendar.shift_days(day.day, -1)
            if before is not None:
                day = Resolved(before.isoformat(), day.basis, before, Unit.DAY)
        return Resolved(day.value + when.time, day.basis, day.day, Unit.DAY)

    def _clock_day(self, when: Clock, expression: TimeExpression) -> Resolved | None:
        if isinstance(when.day, Range):
            return self._ends(when.day, expression)[0]
        if when.day is not None:
            return self._resolve(when.day, expression)
        here = self.story.in_force(expression)
        following = self._following_day(expression)
        same = any(t.sentence == expression.sentence for t in self.story.told if t.resolved.is_day)
        if following is not None and not same:
            return following
        if here is not None:
            return self._day_lent(here, when.time)
        now = self.story.now
        return Resolved(now.day.isoformat(), now.basis, now.day, Unit.DAY) if now else None

    def _day_lent(self, told: Resolved, time: str) -> Resolved:
        """The day that a bare time takes from one told before; « la nuit de ce samedi » told on
        that Saturday has its morning behind it."""
        lent, now = _day_lent(told, time), self.story.now
        ahead = now is not None and lent.day is not None and lent.day > now.day
        return _day_lent(told, "TNI") if ahead and told.day != lent.day else lent

    def _following_day(self, expression: TimeExpression) -> Resolved | None:
        """« À 20 heures, lundi »: a day later in the same sentence."""
        for other in self.expressions:
            if other.start > expression.start and other.sentence == expression.sentence:
                resolved = (
                    None if isinstance(other.when, Clock) else self._resolve(other.when, other)
                )
                if resolved is not None and resolved.is_day:
                    return resolved
        return None

    def _within(self, when: Within, expression: TimeExpression) -> Resolved:
        inner = self._resolve(when.day, expression)
        if inner.day is None:
            return Resolved(calendar.UNKNOWN_VALUES[when.unit], Basis.UNKNOWN, None, when.unit)
        value = calendar.unit_value(inner.day, when.unit)
        return Resolved(value, inner.basis, inner.day, when.unit)

    # from one date to another

    def _range(self, when: Range, expression: TimeExpression) -> Resolved:
        first, last = self._ends(when, expression)
        return Resolved(f"{first.value}/{last.value}", last.basis)

    def _ends(self, when: Range, expression: TimeExpression) -> tuple[Resolved, Resolved]:
        first, last = when.first, when.last
        if not isinstance(first, Day) or not isinstance(last, Day):
            return self._resolve(first, expression), self._resolve(last, expression)
        anchor = self.story.anchor()
        if last.month is None and last.year is None and anchor is not None:
            return _weekday_ends(first, last, anchor, expression.outlook)
        end = self._day(last, expression)
        first = replace(first, month=first.month or last.month)
        if first.year is None and end.day is not None:
            first = replace(first, year=end.day.year)
            if (first.month or 0, first.day or 0) > (end.day.month, last.day or 31):
                first = replace(first, year=end.day.year - 1)
            return replace(_explicit(first), basis=end.basis), end
        return self._day(first, expression), end


_AS_FINE_AS: dict[Unit, tuple[Unit, ...]] = {
    Unit.DAY: (Unit.DAY,),
    Unit.WEEK: (Unit.DAY, Unit.WEEK),
    Unit.WEEKEND: (Unit.DAY, Unit.WEEK, Unit.WEEKEND),
    Unit.MONTH: (Unit.DAY, Unit.WEEK, Unit.MONTH),
    Unit.QUARTER: (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER),
    Unit.HALF: (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF),
    Unit.YEAR: tuple(Unit),
    Unit.DECADE: tuple(Unit),
    Unit.CENTURY: tuple(Unit),
}
"""What a shift by a unit may count from: dates told at least as finely."""


def _explicit(when: Day) -> Resolved:
    """A date whose year is told."""
    year = when.year or 0
    if when.month is None:
        return Resolved(f"{year:04d}", Basis.EXPLICIT, calendar.make_day(year, 1, 1), Unit.YEAR)
    first = calendar.make_day(year, when.month, when.day or 1)
    if when.day is None:
        return Resolved(f"{year:04d}-{when.month:02d}", Basis.EXPLICIT, first, Unit.MONTH)
    value = f"{year:04d}-{when.month:02d}-{when.day:02d}"
    return Resolved(value, Basis.EXPLICIT, first, Unit.DAY)


def _unknown_day(when: Day) -> Resolved:
    """What is told, with X for what nothing fixes."""
    if when.month is not None and when.day is None:
        return Resolved(f"XXXX-{when.month:02d}", Basis.UNKNOWN, None, Unit.MONTH)
    if when.day is not None:
        month = f"{when.month:02d}" if when.month else "XX"
        return Resolved(f"XXXX-{month}-{when.day:02d}", Basis.UNKNOWN, None, Unit.DAY)
    return Resolved(f"XXXX-WXX-{when.weekday}", Basis.UNKNOWN, None, Unit.DAY)


def _candidates(when: Day, now: date) -> Iterator[date]:
    """The days that fit a day and month, or a weekday and number, told without the year."""
    if when.month is None:
        for months in range(-6, 7):
            near = calendar.shift_months(now.replace(day=1), months)
            day = calendar.make_day(near.year, near.month, when.day or 1)
            if day is not None and when.weekday in (None, day.isoweekday()):
                yield day
        return
    around = YEARS_OF_WEEKDAY if when.weekday and when.day else YEARS_AROUND
    years = range(max(1, now.year - around), now.year + around + 1)
    days = [calendar.make_day(year, when.month, when.day or 1) for year in years]
    known = [day for day in days if day is not None]
    yield from [d for d in known if when.weekday == d.isoweekday() and when.day] or known


def _choose(days: list[date], when: Day, now: date, outlook: Outlook) -> date | None:
    """The candidate that « dernier » or « prochain » chooses, else the nearest that fits."""
    whole_month = when.month is not None and when.day is None
    edge = now.replace(day=1) if whole_month else now
    if when.toward is Toward.LAST:
        return max((day for day in days if day < edge), default=None)
    if when.toward is Toward.NEXT:
        return min((day for day in days if day > edge), default=None)
    return calendar.nearest(days, edge, Outlook.OPEN if when.toward else outlook)


def _weekday(when: Day, now: date, outlook: Outlook) -> date:
    weekday = when.weekday or 1
    if when.toward in (Toward.LAST, Toward.NEXT):
        return calendar.weekday_near(weekday, now, when.toward is Toward.NEXT, include_now=False)
    return calendar.weekday_near(weekday, now, outlook is Outlook.FUTURE)


def _weekday_ends(
    first: Day, last: Day, anchor: Now, outlook: Outlook
) -> tuple[Resolved, Resolved]:
    """« entre lundi et mercredi »: the week's days that the sentence looks at."""
    if outlook is Outlook.FUTURE or last.toward is Toward.NEXT:
        begin = _weekday(first, anchor.day, Outlook.FUTURE)
        end = calendar.weekday_near(last.weekday or 1, begin, ahead=True, include_now=False)
    else:
        end = _weekday(last, anchor.day, Outlook.PAST)
        begin = calendar.weekday_near(first.weekday or 1, end, ahead=False, include_now=False)
    return (
        Resolved(begin.isoformat(), anchor.basis, begin, Unit.DAY),
        Resolved(end.isoformat(), anchor.basis, end, Unit.DAY),
    )


def _shifted(origin: Now | None, when: Shift) -> Resolved:
    day = calendar.shift(origin.day, when.unit, when.count) if origin else None
    if origin is None or day is None:
        return Resolved(calendar.UNKNOWN_VALUES[when.unit], Basis.UNKNOWN, None, when.unit)
    return Resolved(calendar.unit_value(day, when.unit), origin.basis, day, when.unit)


def _unknown_shift(when: Shift, told: Resolved) -> Resolved:
    """From « lundi » of an unknown week, « le lendemain » is a Tuesday all the same."""
    weekday = told.value.removeprefix("XXXX-WXX-")[:1]
    if when.unit is Unit.DAY and told.value.startswith("XXXX-WXX-") and weekday.isdigit():
        shifted = (int(weekday) - 1 + when.count) % 7 + 1
        return Resolved(f"XXXX-WXX-{shifted}", Basis.CONTEXT, None, Unit.DAY)
    return Resolved(calendar.UNKNOWN_VALUES[when.unit], Basis.UNKNOWN, None, when.unit)


def _day_lent(resolved: Resolved, time: str) -> Resolved:
    """The day that a time told before lends to a bare one: after a night, that of its morning."""
    day, _, told = resolved.value.partition("T")
    if told != "NI" or time == "TNI" or resolved.day is None:
        return replace(resolved, value=day)
    morning = resolved.day
    if resolved.day.isoformat() == day and time[1:].startswith(("0", "MO")):
        morning = calendar.shift_days(resolved.day, 1) or resolved.day
    return replace(resolved, value=morning.isoformat(), day=morning)


def _this_weekend(now: Now | None, when: Shift, outlook: Outlook) -> Resolved:
    """« ce week-end » is the last one, in a sentence that looks back before Saturday."""
    passed = now is not None and outlook is Outlook.PAST and now.day.isoweekday() < 6
    return _shifted(now, replace(when, count=-1) if passed else when)
