"""Lengths of time: « deux jours », « une heure et demie », « plusieurs semaines »."""

from __future__ import annotations

import re

from greffier.lang.fr.numbers import number_at
from greffier.lang.fr.timexes.grammar import Match, TimePattern, TimeRule
from greffier.lang.fr.timexes.relative import duration, unit_of
from greffier.lang.fr.timexes.words import NUMBER, UNIT, VAGUE_NUMBER, WORDS
from greffier.model.annotations import TimexType
from greffier.model.rules import Example
from greffier.model.times import Fixed, Unit, When

_ABOUT = (
    r"(?:(?:plus|moins|pres|au moins|au plus|environ|quelque|a peine|presque|"
    r"au minimum|tout juste) (?:de |d')?)?"
)

SMALLER = {Unit.YEAR: (Unit.MONTH, 6), Unit.HOUR: (Unit.MINUTE, 30), Unit.MONTH: (Unit.DAY, 15)}
SMALLER |= {Unit.MINUTE: (Unit.SECOND, 30), Unit.DAY: (Unit.HOUR, 12)}
"""What half a unit is worth in the next smaller one."""


_SMALLER_UNIT = "(?:mois|jours?|heures?|minutes?|secondes?|semaines?)"
_AND_MORE = (
    rf"(?: et)? {NUMBER} {_SMALLER_UNIT}\b|, \d+ (?:minutes?|secondes?)\b|"
    r"(?<=heures) [0-5]\d(?! ?[\w%€])"
)
_MORE = re.compile(rf"(?P<more>{NUMBER})(?: (?P<smaller>{_SMALLER_UNIT}))?")


def _length(match: Match) -> When | None:
    """« deux jours »; null for ages, frequencies, and « un jour », which is no length."""
    number = number_at(match["number"])
    unit = unit_of(match)
    if number is None or number.end != len(match["number"]) or unit is Unit.WEEKEND:
        return None
    if match["unit"] == "heure" and number.value >= 2:  # « 12 h 50 heure locale »
        return None
    value = duration(unit, f"{number.value:g}" if number.value < 1e6 else f"{number.value:.0f}")
    if match["half"] and unit in SMALLER:
        smaller, half = SMALLER[unit]
        value += duration(smaller, str(half)).removeprefix("P").removeprefix(_joined(value))
    for more in _MORE.finditer(match["rest"] or ""):
        value = _with_more(value, more)
    return Fixed(value, TimexType.DURATION)


def _joined(value: str) -> str:
    """Both parts below a day share one `T`."""
    return "T" if "T" in value else ""


def _with_more(value: str, match: Match) -> str:
    """« un an et trois mois », « 2 heures 15 minutes »."""
    number = number_at(match["more"])
    unit = WORDS.units[match["smaller"] or "minutes"]  # « 2 heures 56 »
    if number is None or number.end != len(match["more"]):
        return value
    added = duration(unit, f"{number.value:g}").removeprefix("P")
    return value + added.removeprefix(_joined(value))


def _in_hours(match: Match) -> When | None:
    """« en 2 h 12 », « 2 h 15 d'attente »."""
    if not match["before"] and not match["after"]:
        return None
    minutes = f"{int(match['minutes'])}M" if match["minutes"] else ""
    return Fixed(f"PT{int(match['hours'])}H{minutes}", TimexType.DURATION)


def _vague_length(match: Match) -> When | None:
    unit = unit_of(match)
    return None if unit is Unit.WEEKEND else Fixed(duration(unit, "X"), TimexType.DURATION)


_FRACTIONS = {
    "un quart d'heure": "PT15M",
    "une demi-heure": "PT30M",
    "trois quarts d'heure": "PT45M",
    "un demi-siecle": "P50Y",
    "un quart de siecle": "P25Y",
    "une demi-decennie": "P5Y",
    "trois quarts de siecle": "P75Y",
    "une demi-journee": "PT12H",
}


def _fraction(match: Match) -> When | None:
    return Fixed(_FRACTIONS[match["length"].replace("demi ", "demi-")], TimexType.DURATION)


def _span_of_time(match: Match) -> When | None:
    """« les trois derniers mois », « les cinq prochaines années »: as long, wherever it lies."""
    written = match["number"] or match["number2"]
    unit = unit_of(match)
    if not written and (match["unit"].endswith("s") or unit not in _LONG):
        return None  # « la dernière minute », « les derniers jours »
    number = number_at(written) if written else None
    count = f"{number.value:g}" if number else "1"
    return Fixed(duration(unit, count), TimexType.DURATION)


_LONG = (Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY)


_NOT_AN_AGE = (
    r"(?<!\bage de )(?<!\bages de )(?<!\bagee de )(?<!\bagees de )(?<!\bage d')(?<!\bagee d')"
    r"(?<!\bpar )(?<!\bchaque )(?<!\btous les )(?<!\btoutes les )(?<!\bses )(?<!\bmes )"
    r"(?<!\bleurs )(?<!\bvieux de )(?<!\bvieille de )"
)


def _term(match: Match) -> When | None:
    return Fixed("P5Y" if match["term"] == "quinquennat" else "P7Y", TimexType.DURATION)


RULES: tuple[TimeRule, ...] = (
    TimeRule(
        "timexes.term",
        TimePattern(
            r"(?<=\bun )(?P<span>(?:[«“\"] ?)?(?P<term>quinquennat|septennat))(?!\w)", _term, "unit"
        ),
        (
            Example("Il est favorable à un quinquennat.", ("quinquennat = P5Y",)),
            Example("Le bilan du quinquennat est maigre."),
        ),
    ),
    TimeRule(
        "timexes.length",
        TimePattern(
            rf"(?<![\w,.-])(?<!\d ){_NOT_AN_AGE}(?P<span>{_ABOUT}(?P<number>{NUMBER}) "
            r"(?:bonnes? |petite?s? |longue?s? )?(?:de |d')?"
            rf"(?P<unit>{UNIT})(?P<half> et demie?)?(?P<rest>(?:{_AND_MORE}){{0,2}}))"
            r"(?![\w-])(?! et plus| sur \d| de silence| de suspension ferme|/)",
            _length,
            "unit",
        ),
        (
            Example("La grève a duré deux jours.", ("deux jours = P2D",)),
            Example("Il a attendu une heure et demie.", ("une heure et demie = PT1H30M",)),
            Example(
                "Elle vit là depuis une vingtaine d’années.", ("une vingtaine d’années = P20Y",)
            ),
            Example("Paul Ravier, 45 ans, élève des chèvres."),
            Example("Le suspect, âgé de 30 ans, gagne 900 euros par mois."),
            Example("Un jour, il partira."),
        ),
    ),
    TimeRule(
        "timexes.length-in-hours",
        TimePattern(
            r"(?P<before>\b(?:en|pendant|durant|dure|duree de|attendre|attendu) )?(?<![\w.,])"
            r"(?P<span>(?P<hours>\d{1,3}) ?h(?: ?(?P<minutes>[0-5]\d)(?: ?mn| ?min)?)?)(?![\w%])"
            r"(?P<after> d'| de (?!paris|la |l'))?",
            _in_hours,
            "clock",
        ),
        (
            Example("Il a couru le marathon en 2 h 12.", ("2 h 12 = PT2H12M",)),
            Example("Il a fallu 3 h de route.", ("3 h = PT3H",)),
            Example("Il est parti à 3 h du matin."),
        ),
    ),
    TimeRule(
        "timexes.vague-length",
        TimePattern(
            rf"(?<![\w-])(?P<span>(?:{VAGUE_NUMBER}|(?<=\bdepuis )des|(?<=\bpendant )des|"
            rf"(?<=\bdurant )des)"
            rf" (?:longue?s? |bonnes? )?(?:de |d')?(?P<unit>{UNIT}))(?![\w-])(?! \d)",
            _vague_length,
            "unit",
        ),
        (
            Example("Il a marché plusieurs semaines.", ("plusieurs semaines = PXW",)),
            Example("La ville attend depuis des années.", ("des années = PXY",)),
            Example("Plusieurs ânes ont brait."),
        ),
    ),
    TimeRule(
        "timexes.fraction-of-unit",
        TimePattern(
            r"(?<!\w)(?P<span>(?P<length>un quart d'heure|une demi[ -]heure|trois quarts d'heure|"
            r"un demi[ -]siecle|un quart de siecle|trois quarts de siecle|une demi[ -]decennie|"
            r"une demi[ -]journee))(?!\w)",
            _fraction,
            "unit",
        ),
        (
            Example("Il a parlé une demi-heure.", ("une demi-heure = PT30M",)),
            Example("Il a mangé un quart du gâteau."),
        ),
    ),
    TimeRule(
        "timexes.last-units",
        TimePattern(
            rf"(?<!\w)(?P<span>(?:les |des |ces |la |cette )?(?:(?P<number>{NUMBER}) "
            rf")?(?:tou(?:te)?s )?"
            r"(?:derni(?:er|ere)s?|prochaine?s?|premi(?:er|ere)s) "
            rf"(?:(?P<number2>{NUMBER}) )?(?P<unit>{UNIT}))(?![\w-])",
            _span_of_time,
            "last-units",
        ),
        (
            Example(
                "Le chômage a monté durant les trois derniers mois.",
                ("les trois derniers mois = P3M",),
            ),
            Example("C’est sa dernière chance."),
        ),
    ),
)
