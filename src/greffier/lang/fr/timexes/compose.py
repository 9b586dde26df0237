"""A date and its time or part of the day are one expression: « jeudi vers 18h30 »."""

from __future__ import annotations

import functools
import re

from greffier.lang.fr.timexes.grammar import Found
from greffier.lang.fr.timexes.parts import (
    COLON,
    DIGITAL,
    EDGE_OF_PART,
    HOURS,
    NAMED,
    OF_DAY,
    SPELLED,
    clock_time,
)
from greffier.lang.fr.timexes.words import PART, WORDS
from greffier.model.text import Span
from greffier.model.times import Clock, Day, EasterDay, Shift, Unit, When, Within

PART_RULE = "timexes.date-and-part-of-day"
WEEK_RULE = "timexes.week-of-date"
CLOCK_RULE = "timexes.date-and-clock"


@functools.cache
def _tail_part() -> re.Pattern[str]:
    return re.compile(
        r"(?: |,? (?:au |a l'|a la |en |(?:tot |tard )?(?:le |dans la |dans l')|"
        rf"(?:en |a la |au ){EDGE_OF_PART}))(?P<part>{PART})(?![\w-])"
    )


@functools.cache
def _tail_clock() -> re.Pattern[str]:
    at = (
        r" (?:a|vers|vers les|a environ|peu avant|peu apres|aux alentours de|aux environs de|"
        r"autour de) "
    )
    return re.compile(
        rf"(?:{at}|,? ?[-–|]? ?(?=\d)| (?=mid|minuit))"
        rf"(?:{DIGITAL}|{_renamed(HOURS, '4')}|{COLON}|{SPELLED}|{NAMED}){OF_DAY}(?![\w%])"
    )


def _renamed(pattern: str, suffix: str) -> str:
    """The pattern with its groups under other names, to stand beside a like one."""
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{suffix}>", pattern)


@functools.cache
def _head_week() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:la |le )?(?P<unit>semaine|week-end) du $")


@functools.cache
def _head_part() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:(?:la |le |l')?(?P<part>{PART}) (?:de |du |d'))$")


def is_day(when: When) -> bool:
    """Whether an expression tells a day, so that it can have a time."""
    if isinstance(when, Day):
        return when.day is not None or when.weekday is not None
    return isinstance(when, EasterDay) or (isinstance(when, Shift) and when.unit is Unit.DAY)


def tells_day(when: When) -> bool:
    """Whether an expression tells a day, alone or with a time."""
    return is_day(when.day if isinstance(when, Clock) and when.day else when)


def compose(text: str, found: list[Found], span: Span) -> list[Found]:
    """The expressions with times and parts of day joined to the days that hold them."""
    joined: list[Found] = []
    for item in found:
        if joined and item.start < joined[-1].end:
            continue  # taken in by the date before it
        floor = joined[-1].end if joined else span.start
        item = _with_time(text, _with_part(text, item, floor, span.end), span.end)
        if joined and item.start == joined[-1].end + 1 and text[item.start - 1] == " ":
            whole = _day_after_time(joined[-1], item)
            if whole is not None:
                joined[-1] = whole
                continue
        joined.append(item)
    return joined


def _day_after_time(time: Found, day: Found) -> Found | None:
    """« 9h30 jeudi », « 8 heures ce soir »."""
    if not isinstance(time.when, Clock) or time.when.day is not None:
        return None
    if is_day(day.when):
        return Found(time.start, day.end, Clock(time.when.time, day.when), CLOCK_RULE)
    if isinstance(day.when, Clock) and day.when.day is not None and day.rule != CLOCK_RULE:
        told = _on_the_half(time.when.time, day.when.time)
        return Found(time.start, day.end, Clock(told, day.when.day), CLOCK_RULE)
    return None


def _on_the_half(time: str, part: str) -> str:
    """« à trois heures cet après-midi »: T15:00."""
    hour = int(time[1:3]) if time[1:3].isdigit() else 0
    return f"T{hour + 12}{time[3:]}" if part in ("TAF", "TEV") and 0 < hour < 12 else time


def _with_part(text: str, item: Found, floor: int, end: int) -> Found:
    if not is_day(item.when):
        return item
    tail = _tail_part().match(text, item.end, end)
    if tail is not None:
        clock = Clock(WORDS.parts[tail["part"]], item.when)
        return Found(item.start, tail.end(), clock, PART_RULE)
    edge = max(item.start - 25, floor)
    week = _head_week().search(text, edge, item.start)
    if week is not None and isinstance(item.when, Day):
        return Found(
            week.start(), item.end, Within(WORDS.units[week["unit"]], item.when), WEEK_RULE
        )
    head = _head_part().search(text, edge, item.start)
    if head is None:
        return item
    return Found(head.start(), item.end, Clock(WORDS.parts[head["part"]], item.when), PART_RULE)


def _with_time(text: str, item: Found, end: int) -> Found:
    day = item.when.day if isinstance(item.when, Clock) else item.when
    if day is None or not is_day(day) or item.rule == CLOCK_RULE:
        return item
    tail = _tail_clock().match(text, item.end, end)
    time = clock_time(tail) if tail else None
    if tail is None or time is None:
        return item
    if isinstance(item.when, Clock):
        time = _on_the_half(time, item.when.time)
    return Found(item.start, tail.end(), Clock(time, day), CLOCK_RULE)
