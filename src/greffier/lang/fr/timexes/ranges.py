"""From one date to another: « du 9 au 18 août », « entre lundi et mercredi », « 2005-2007 »."""

from __future__ import annotations

from greffier.lang.fr.timexes.dates import day_of, month_of, weekday_of, year_of
from greffier.lang.fr.timexes.grammar import Match, TimePattern, TimeRule
from greffier.lang.fr.timexes.words import DAY_NUMBER, MONTH, TOWARD, WEEKDAY, YEAR, origin, toward
from greffier.model.rules import Example
from greffier.model.times import Clock, Day, Range, When

_TO = r"(?: (?:au|et du|a|jusqu'au|et jusqu'au) | ?[-–—] ?)"
_NIGHT = r"(?:(?P<night>(?:la |cette )?nuit) (?:du |de |de la |d')?)?"


def _range(match: Match, first: Day, last: Day) -> When | None:
    """The days told; « la nuit du 3 au 4 » is the night that begins on the first."""
    if match["night"]:
        lent = Range(first, last)
        return Clock("TNI", lent)
    return Range(first, last)


def _days(match: Match) -> When | None:
    last = Day(
        year_of(match["year"]),
        month_of(match["month"]),
        day_of(match["day2"]),
        weekday_of(match["weekday2"]),
        toward(match["toward"]),
        origin(match["toward"]),
    )
    first_month = month_of(match["month1"]) if match["month1"] else None
    first = Day(
        year_of(match["year1"]), first_month, day_of(match["day1"]), weekday_of(match["weekday1"])
    )
    return _range(match, first, last)


def _weekdays(match: Match) -> When | None:
    return _range(
        match,
        Day(weekday=weekday_of(match["first"])),
        Day(weekday=weekday_of(match["last"]), toward=toward(match["toward"])),
    )


def _months(match: Match) -> When | None:
    first = Day(year_of(match["year1"]), month_of(match["first"]))
    last = Day(year_of(match["year"]), month_of(match["last"]), toward=toward(match["toward"]))
    return Range(first, last)


def _years(match: Match) -> When | None:
    first, last = int(match["first"]), match["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Range(Day(first), Day(end)) if end > first else None


RULES: tuple[TimeRule, ...] = (
    TimeRule(
        "timexes.days-range",
        TimePattern(
            rf"(?<![\d/.,])(?<!\w)(?P<span>{_NIGHT}(?P<between>(?<=\bentre )(?:le )?)?"
            rf"(?:(?P<weekday1>{WEEKDAY}) )?(?P<day1>{DAY_NUMBER})(?: (?P<month1>{MONTH}))?"
            rf"(?: (?P<year1>{YEAR}))?(?(between)(?: et (?:le )?)|{_TO})"
            rf"(?:(?P<weekday2>{WEEKDAY}) )?(?P<day2>{DAY_NUMBER}) (?P<month>{MONTH})"
            rf"(?: (?P<toward>{TOWARD}))?(?:,? (?P<year>{YEAR}))?)(?!\w)",
            _days,
            "month",
        ),
        (
            Example(
                "La foire se tient du 9 au 18 août 2014.",
                ("9 au 18 août 2014 = 2014-08-09/2014-08-18",),
            ),
            Example(
                "Le train a brûlé dans la nuit du 3 au 4 mai 2014.",
                ("la nuit du 3 au 4 mai 2014 = 2014-05-03TNI",),
            ),
            Example("Il a dû payer de 9 à 18 marks."),
        ),
    ),
    TimeRule(
        "timexes.weekdays-range",
        TimePattern(
            rf"(?<!\w)(?:(?<=\bentre )|(?<=\bde ))(?P<span>(?P<night>(?!))?(?P<first>{WEEKDAY})"
            rf"(?: et | a )(?P<last>{WEEKDAY})(?: (?P<toward>{TOWARD}))?)(?!\w)",
            _weekdays,
            "weekday",
        ),
        (
            Example(
                "L’accord, négocié entre lundi et mercredi, tient.",
                ("lundi et mercredi = 2022-01-31/2022-02-02",),
                published="2022-02-06",
            ),
            Example("Il était là lundi et mercredi."),
        ),
    ),
    TimeRule(
        "timexes.night-between",
        TimePattern(
            rf"(?<!\w)(?P<span>(?P<night>(?:la |cette )?nuit) (?:de |du )(?P<first>{WEEKDAY}) "
            rf"(?:a |au )(?P<last>{WEEKDAY})(?: (?P<toward>{TOWARD}))?)(?!\w)",
            _weekdays,
            "weekday",
        ),
        (
            Example(
                "Ils ont fui dans la nuit de samedi à dimanche.",
                ("la nuit de samedi à dimanche = 2022-02-05TNI",),
                published="2022-02-06",
            ),
            Example("Elle travaille de nuit."),
        ),
    ),
    TimeRule(
        "timexes.months-range",
        TimePattern(
            r"(?<!\w)(?<!\d )(?:(?P<between>(?<=\bentre )|(?<=\bmois de ))|(?<=\bde )|(?<=\bd')|"
            rf"(?=\w+-\w))(?P<span>(?P<first>{MONTH})(?: (?P<year1>{YEAR}))?(?: a |-|(?(between)"
            rf" et |-))(?P<last>{MONTH})(?: (?P<toward>{TOWARD}))?(?: (?P<year>{YEAR}))?)(?!\w)",
            _months,
            "month",
        ),
        (
            Example(
                "La pêche ferme d’avril à juin 2014.", ("avril à juin 2014 = 2014-04/2014-06",)
            ),
            Example("La pêche ferme en avril et en juin.", ()),
        ),
    ),
    TimeRule(
        "timexes.years-range",
        TimePattern(
            rf"(?<![\w.,/-])(?P<span>(?P<first>{YEAR})(?:(?<=\d) a |(?<=\bentre \d{{4}}) et |"
            rf" ?[-–/] ?)(?P<last>{YEAR}|\d\d(?!\d)))(?![\w/%-])(?! ?(?:%|euros|dollars|"
            r"personnes))",
            _years,
            "year",
        ),
        (
            Example("Il fut maire de 2005 à 2007.", ("2005 à 2007 = 2005/2007",)),
            Example("Il fut maire en 2005 et adjoint en 2007."),
        ),
    ),
)
