"""From what expressions say to dates, without any language: who knows what, and since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from greffier.annotate import timexes
from greffier.lang.fr import FRENCH
from greffier.model.annotations import Basis, Timex, TimexType
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence
from greffier.model.text import Block, BlockKind, Document, PublishedFrom
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

TEXT = "." * 200


def resolve(
    *whens: When,
    published: str | None = "2022-02-09",  # a Wednesday
    outlook: Outlook = Outlook.PAST,
    block: int = 0,
) -> Reading:
    """The expressions, one a sentence, all in one block, resolved."""
    expressions = tuple(
        TimeExpression(i * 3, i * 3 + 2, when, "test", block, i, outlook)
        for i, when in enumerate(whens)
    )

    def times(document: Document, sentences: tuple[Sentence, ...]) -> tuple[TimeExpression, ...]:
        return expressions

    blocks = tuple(Block(i * 50, i * 50 + 49, BlockKind.PARAGRAPH, "test") for i in range(4))
    document = Document("d", "test:", TEXT, "", blocks, published=published)
    return timexes.find(Reading(document), replace(FRENCH, times=times))


def last(*whens: When, published: str | None = "2022-02-09", **more: Outlook) -> Timex:
    return resolve(*whens, published=published, **more).timexes[-1]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("when", "outlook", "value"),
    [
        (Day(2019, 3, 18), Outlook.OPEN, "2019-03-18"),
        (Day(2019, 3), Outlook.OPEN, "2019-03"),
        (Day(2019), Outlook.OPEN, "2019"),
        (Day(weekday=1), Outlook.PAST, "2022-02-07"),
        (Day(weekday=3), Outlook.PAST, "2022-02-09"),
        (Day(weekday=4), Outlook.OPEN, "2022-02-03"),
        (Day(weekday=4), Outlook.FUTURE, "2022-02-10"),
        (Day(weekday=3, toward=Toward.LAST), Outlook.PAST, "2022-02-02"),
        (Day(weekday=3, toward=Toward.NEXT), Outlook.PAST, "2022-02-16"),
        (Day(month=6, day=3), Outlook.FUTURE, "2022-06-03"),
        (Day(month=12), Outlook.PAST, "2021-12"),
        (Day(month=12), Outlook.FUTURE, "2022-12"),
        (Day(month=2, toward=Toward.LAST), Outlook.PAST, "2021-02"),
        (Day(month=8, day=13, weekday=2), Outlook.PAST, "2019-08-13"),  # that fell on a Tuesday
        (Day(day=4, weekday=5), Outlook.PAST, "2022-02-04"),
        (Part("SP", toward=Toward.THIS), Outlook.OPEN, "2022-SP"),
        (Part("Q2"), Outlook.FUTURE, "2022-Q2"),
        (Part("SU", every=True), Outlook.OPEN, "XXXX-SU"),
        (EasterDay(0), Outlook.FUTURE, "2022-04-17"),
        (Shift(Unit.DAY, -1), Outlook.PAST, "2022-02-08"),
        (Shift(Unit.WEEK, -1), Outlook.PAST, "2022-W05"),
        (Shift(Unit.MONTH, -1), Outlook.PAST, "2022-01"),
        (Shift(Unit.YEAR, -10), Outlook.PAST, "2012"),
        (Shift(Unit.WEEKEND, 0), Outlook.PAST, "2022-W05-WE"),
        (Shift(Unit.HOUR, 0), Outlook.PAST, "PAST_REF"),
        (Within(Unit.WEEK, Day(2022, 5, 12)), Outlook.OPEN, "2022-W19"),
        (Clock("T20:00", Day(weekday=1)), Outlook.PAST, "2022-02-07T20:00"),
        (Clock("T20:00"), Outlook.PAST, "2022-02-09T20:00"),
        (Clock("TNI", Shift(Unit.DAY, 0), night_before=True), Outlook.PAST, "2022-02-08TNI"),
        (Clock("TNI", Shift(Unit.DAY, 0), night_before=True), Outlook.FUTURE, "2022-02-09TNI"),
        (Range(Day(day=9), Day(month=8, day=18)), Outlook.FUTURE, "2022-08-09/2022-08-18"),
        (Range(Day(month=12, day=30), Day(2022, 1, 2)), Outlook.PAST, "2021-12-30/2022-01-02"),
        (Range(Day(weekday=1), Day(weekday=3)), Outlook.PAST, "2022-02-07/2022-02-09"),
        (Range(Day(weekday=6), Day(weekday=7)), Outlook.FUTURE, "2022-02-12/2022-02-13"),
    ],
)
def test_from_the_publication(when: When, outlook: Outlook, value: str) -> None:
    assert last(when, outlook=outlook).value == value


@pytest.mark.parametrize(
    ("when", "value"),
    [
        (Day(weekday=7), "XXXX-WXX-7"),
        (Day(month=8, day=13), "XXXX-08-13"),
        (Day(month=8), "XXXX-08"),
        (Part("FA"), "XXXX-FA"),
        (Shift(Unit.MONTH, -1), "XXXX-XX"),
        (Shift(Unit.DAY, -1), "XXXX-XX-XX"),
        (Clock("T09:00"), "T09:00"),
        (Clock("TMO", Day(weekday=7)), "XXXX-WXX-7TMO"),
        (EasterDay(0), "XXXX-XX-XX"),
    ],
)
def test_nothing_is_guessed_when_nothing_fixes_it(when: When, value: str) -> None:
    timex = last(when, published=None)
    assert (timex.value, timex.basis) == (value, Basis.UNKNOWN)


@pytest.mark.parametrize(
    ("told", "when", "value"),
    [
        (Day(2015, 5, 3), Shift(Unit.DAY, 1, Origin.CONTEXT), "2015-05-04"),
        (Day(2015, 5, 3), Shift(Unit.YEAR, 2, Origin.CONTEXT), "2017"),
        (Day(2015, 5), Same(), "2015-05"),
        (Day(weekday=1), Clock("T09:00"), "2022-02-07T09:00"),
        (
            Clock("T13:00", Day(2016, 7, 26)),
            Shift(Unit.HOUR, 1, Origin.CONTEXT),
            "2016-07-26T14:00",
        ),
        (Clock("TNI", Range(Day(weekday=6), Day(weekday=7))), Clock("T02:00"), "2022-02-06T02:00"),
        (Day(2018, 2, 2), Day(month=6, day=3), "2018-06-03"),
        (Day(2022, 2, 20), Shift(Unit.DAY, -1, Origin.CONTEXT), "2022-02-08"),
    ],
)
def test_from_the_text(told: When, when: When, value: str) -> None:
    assert last(told, when).value == value


def test_two_days_after_counts_from_the_same_day_as_one_day_after() -> None:
    reading = resolve(
        Day(2015, 5, 3),
        Shift(Unit.DAY, 1, Origin.CONTEXT),
        Shift(Unit.DAY, 2, Origin.CONTEXT),
    )
    assert [t.value for t in reading.timexes] == ["2015-05-03", "2015-05-04", "2015-05-05"]


def test_the_day_after_a_weekday_of_no_known_week() -> None:
    timex = last(Day(weekday=7), Shift(Unit.DAY, 1, Origin.CONTEXT), published=None)
    assert (timex.value, timex.basis) == ("XXXX-WXX-1", Basis.CONTEXT)


def test_a_weekday_and_a_date_that_agree_fix_the_publication() -> None:
    reading = resolve(
        Day(2019, 3, 18),
        Day(weekday=1, toward=Toward.THIS),
        Shift(Unit.YEAR, -1),
        published=None,
    )
    assert reading.document.published == "2019-03-18"
    assert reading.document.published_from is PublishedFrom.TEXT
    assert [t.value for t in reading.timexes] == ["2019-03-18", "2019-03-18", "2018"]
    assert [t.basis for t in reading.timexes][1:] == [Basis.CONTEXT, Basis.CONTEXT]


@pytest.mark.parametrize(
    "whens",
    [
        (Day(2019, 3, 18), Day(weekday=2, toward=Toward.THIS)),  # they disagree
        (Day(2019, 3, 18), Day(weekday=1)),  # nothing points at the day of writing
        (Day(2019, 3, 18), Day(weekday=1, toward=Toward.THIS), Day(2021)),  # written later
        (Day(weekday=1, toward=Toward.THIS),),
    ],
)
def test_the_publication_stays_unknown_without_agreement(whens: tuple[When, ...]) -> None:
    assert resolve(*whens, published=None).document.published is None


def test_a_given_publication_is_kept() -> None:
    reading = resolve(Day(2019, 3, 18), Day(weekday=1, toward=Toward.THIS))
    assert reading.document.published == "2022-02-09"


def test_types() -> None:
    reading = resolve(Day(2019), Clock("T20:00"), Fixed("P2D", TimexType.DURATION))
    assert [t.type for t in reading.timexes] == ["DATE", "TIME", "DURATION"]


def test_an_unreadable_publication_is_no_publication() -> None:
    assert last(Day(weekday=7), published="hier").value == "XXXX-WXX-7"
    assert date.fromisoformat("2022-02-09").isoweekday() == 3
