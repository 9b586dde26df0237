"""Which date an expression stands for, given the publication date and what was told before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from greffier.annotate import calendar
from greffier.annotate.days import (
    candidates,
    choose,
    day_lent,
    explicit,
    shifted,
    this_weekend,
    unknown_day,
    unknown_shift,
    weekday_ends,
    weekday_of,
)
from greffier.annotate.story import Now, Resolved, Story
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
    Unit,
    When,
    Within,
)

SOON_AFTER = 8
"""So many expressions on, a sentence has said its day if it ever does."""

AS_FINE_AS: dict[Unit, tuple[Unit, ...]] = {
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


class Resolver:
    """Resolves the expressions of one article, in order, against its story so far."""

    def __init__(self, story: Story, expressions: Sequence[TimeExpression]) -> None:
        self.story = story
        self.expressions = expressions
        self._index = 0
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
        self._index = index
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
            return explicit(when)
        thread = self.story.thread(expression) if when.month and not when.toward else None
        anchor = thread or self._origin(when.origin, expression)
        if anchor is None:
            return unknown_day(when)
        if when.day is None and when.month is None:
            day: date | None = weekday_of(when, anchor.day, expression.outlook)
        else:
            outlook = Outlook.FUTURE if thread else expression.outlook
            day = choose(list(candidates(when, anchor.day)), when, anchor.day, outlook)
        if day is None:
            return unknown_day(when)
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
            day = choose([d for d in days if d], told, anchor.day, expression.outlook)
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
        day = choose(middles, told, anchor.day, expression.outlook)
        return Resolved(f"{day.year if day else 0:04d}-{when.code}", anchor.basis)

    # counted from a date

    def _shift(self, when: Shift, expression: TimeExpression) -> Resolved:
        if when.unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
            return self._shift_of_hours(when, expression)
        if when.origin is Origin.CONTEXT:
            return self._shift_from_context(when, expression)
        if when.unit is Unit.WEEKEND and when.count == 0:
            return this_weekend(self.story.now, when, expression.outlook)
        return shifted(self.story.now, when)

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
        finer = AS_FINE_AS[when.unit]
        told = self.story.latest(finer, expression.outlook)
        if told is not None and told.day is None:
            return unknown_shift(when, told)
        far = abs(when.count) > 2 or when.unit is not Unit.DAY
        if told is None and far and when.count:
            vague = "PAST_REF" if expression.outlook is not Outlook.FUTURE else "FUTURE_REF"
            return Resolved(vague, Basis.UNKNOWN)
        if when.unit is Unit.DAY and when.count == 2 and self._after_next_day():
            when = replace(when, count=1)
        origin = Now(told.day, Basis.CONTEXT) if told and told.day else self.story.now
        counted = shifted(origin, when)
        if (
            counted.day
            and self.story.now
            and counted.day > self.story.now.day
            and expression.outlook is Outlook.PAST
        ):
            return Resolved("PAST_REF", Basis.UNKNOWN)
        return counted

    def _after_next_day(self) -> bool:
        """« Le lendemain…, le surlendemain… »: both count from the same day."""
        before = self.expressions[max(0, self._index - 2) : self._index]
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
        same = any(
            t.expression.sentence == expression.sentence
            for t in self.story.told
            if t.resolved.is_day
        )
        if following is not None and not same:
            return following
        if here is not None:
            return self._day_lent(here, when.time)
        now = self.story.now
        return Resolved(now.day.isoformat(), now.basis, now.day, Unit.DAY) if now else None

    def _day_lent(self, told: Resolved, time: str) -> Resolved:
        """The day that a bare time takes from one told before; « la nuit de ce samedi » told on
        that Saturday has its morning behind it."""
        lent, now = day_lent(told, time), self.story.now
        ahead = now is not None and lent.day is not None and lent.day > now.day
        return day_lent(told, "TNI") if ahead and told.day != lent.day else lent

    def _following_day(self, expression: TimeExpression) -> Resolved | None:
        """« À 20 heures, lundi »: a day later in the same sentence."""
        for other in self.expressions[self._index + 1 : self._index + 1 + SOON_AFTER]:
            if other.sentence == expression.sentence:
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
            return weekday_ends(first, last, anchor, expression.outlook)
        end = self._day(last, expression)
        first = replace(first, month=first.month or last.month)
        if first.year is None and end.day is not None:
            first = replace(first, year=end.day.year)
            if (first.month or 0, first.day or 0) > (end.day.month, last.day or 31):
                first = replace(first, year=end.day.year - 1)
            return replace(explicit(first), basis=end.basis), end
        return self._day(first, expression), end
