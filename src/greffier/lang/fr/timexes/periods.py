"""Seasons, quarters, decades, centuries and feasts."""

from __future__ import annotations

import re

from greffier.lang.fr.numbers import number_at, roman
from greffier.lang.fr.spelling import any_of
from greffier.lang.fr.timexes.dates import year_of
from greffier.lang.fr.timexes.grammar import Match, TimePattern, TimeRule
from greffier.lang.fr.timexes.words import EDGE, SEASON, TOWARD, WORDS, YEAR, toward
from greffier.model.rules import Example
from greffier.model.times import Day, EasterDay, Fixed, Part, Shift, Toward, Unit, When

_SOME_YEAR = rf"(?:(?: de l'annee| de l'an| de|,)? (?P<year>{YEAR})(?!-\d))?"
_ORDINALS = {"premier": 1, "deuxieme": 2, "second": 2, "troisieme": 3, "quatrieme": 4}
_ORDINALS |= {"dernier": 0}


def _season(match: Match) -> When | None:
    told = match.group()
    generic = told.startswith("les mois") or match.string[: match.start()].endswith("en ")
    chosen = Toward.THIS if match["this"] else toward(match["toward"])
    return Part(WORDS.seasons[match["season"]], year_of(match["year"]), chosen, every=generic)


def _every_season(match: Match) -> When | None:
    """« été comme hiver »: each of its kind."""
    return Part(WORDS.seasons[match["season"]], every=True)


def _part_of_year(match: Match) -> When | None:
    """« le premier trimestre 2024 », « le second semestre de l'an dernier », « T3 2019 »."""
    letter = "Q" if match["part"].startswith("t") else "H"
    last = 4 if letter == "Q" else 2
    digits = re.match(r"\d", match["rank"])
    rank = int(digits.group()) if digits else _ORDINALS[match["rank"]]
    if not 0 <= rank <= last:
        return None
    of_year = None
    if match["next"]:
        of_year = Shift(Unit.YEAR, 1 if toward(match["next"]) is Toward.NEXT else -1)
    return Part(f"{letter}{rank or last}", year_of(match["year"]), of_year=of_year)


_DECADES = {"vingt": 2, "trente": 3, "quarante": 4, "cinquante": 5, "soixante": 6}
_DECADES |= {"soixante-dix": 7, "septante": 7, "quatre-vingt": 8, "quatre-vingts": 8}
_DECADES |= {"quatre-vingt-dix": 9, "nonante": 9}


def _decade(match: Match) -> When | None:
    """« les années 1990 », « les années 60 », « les années trente »."""
    written = match["decade"].strip("'")
    if written.isdigit():
        return Fixed(f"{written[:3]}X" if len(written) == 4 else f"19{written[0]}X")
    return Fixed(f"19{_DECADES[written.replace(' ', '-')]}X")


def _century(match: Match) -> When | None:
    written = match["number"]
    value = roman(written.upper())
    if value is None:
        number = number_at(match["ordinal"])
        value = number.whole if number else None
    return Fixed(f"{value - 1:02d}XX") if value and value <= 22 else None


def _feast(match: Match) -> When | None:
    told = WORDS.feasts[match["feast"].replace("-", " ")] if match["feast"] in _SPACED else None
    told = told or WORDS.feasts[match["feast"]]
    year, chosen = year_of(match["year"]), toward(match["toward"])
    if told.startswith("easter"):
        return EasterDay(int(told.removeprefix("easter")), year, chosen)
    month, _, day = told.partition("-")
    return Day(year, int(month), int(day), toward=chosen)


_SPACED = frozenset(w.replace(" ", "-") for w in WORDS.feasts if " " in w)

RULES: tuple[TimeRule, ...] = (
    TimeRule(
        "timexes.season",
        TimePattern(
            rf"(?<!\w)(?P<span>{EDGE}?(?:(?P<this>cet |ce )|l'|(?<=\bau )|(?<=\ben )|le |"
            r"(?<=\bmi-)|(?<=\bdebut )|(?<=\bfin )|les mois d'|(?=(?:hiver|printemps|automne)"
            rf" \d{{4}})|(?<=\()(?=ete \d{{4}}))(?P<season>{SEASON})(?: (?P<toward>{TOWARD})"
            rf"\b)?{_SOME_YEAR})(?![\w-])(?! (?:arabe|erable|berbere|noir|austral|des))",
            _season,
            "season",
        ),
        (
            Example(
                "Elle l’a invité à venir cet automne.",
                ("cet automne = 2022-FA",),
                published="2022-06-11",
            ),
            Example("Le barrage a cédé au printemps 2015.", ("printemps 2015 = 2015-SP",)),
            Example("Le maire a été élu."),
            Example("Le Printemps arabe a surpris."),
        ),
    ),
    TimeRule(
        "timexes.every-season",
        TimePattern(
            rf"(?<!\w)(?P<span>(?P<season>{SEASON}))(?:(?= comme (?:{SEASON}))|(?<=comme ete)|"
            rf"(?<=comme hiver))(?!\w)",
            _every_season,
            "season",
        ),
        (
            Example("Le bac circule, été comme hiver.", ("été = XXXX-SU", "hiver = XXXX-WI")),
            Example("Il a été comme un frère."),
        ),
    ),
    TimeRule(
        "timexes.part-of-year",
        TimePattern(
            r"(?<!\w)(?P<span>(?:l[ea] |ce )?(?:(?P<rank>premier|deuxieme|second|troisieme|"
            r"quatrieme|dernier|"
            r"1 ?er|[1-4] ?e(?:me)?) (?P<part>trimestre|semestre))"
            rf"(?:(?: de)?(?: l'(?:an|annee))?(?: (?P<year>{YEAR})| (?P<next>{TOWARD})\b))?)(?!\w)",
            _part_of_year,
            "unit",
        ),
        (
            Example(
                "Les ventes ont baissé au premier trimestre 2014.",
                ("premier trimestre 2014 = 2014-Q1",),
            ),
            Example("Les ventes ont baissé d’un trimestre à l’autre."),
        ),
    ),
    TimeRule(
        "timexes.decade",
        TimePattern(
            rf"(?<!\w)(?P<span>{EDGE}?(?:les |ces )?annees (?P<decade>(?:1[5-9]|20)\d0|'?\d0|"
            rf"{any_of(_DECADES)}))(?!\w)(?!-\d)",
            _decade,
            "unit",
        ),
        (
            Example("Le port date des années 1990.", ("années 1990 = 199X",)),
            Example("Il a dix années devant lui."),
        ),
    ),
    TimeRule(
        "timexes.century",
        TimePattern(
            rf"(?<!\w)(?P<span>{EDGE}?(?:l[ea] )?(?P<ordinal>(?P<number>[ivx]+|\d{{1,2}}|premier) ?"
            r"(?:e|er|eme|ieme)?) siecle)(?!\w)",
            _century,
            "unit",
        ),
        (
            Example("Le pont date du XIXe siècle.", ("XIXe siècle = 18XX",)),
            Example("Un siècle de luttes et de fêtes a passé sur la vallée."),
        ),
    ),
    TimeRule(
        "timexes.feast",
        TimePattern(
            rf"(?<!\w)(?P<span>(?:l[ea] |l')?(?P<feast>{any_of(WORDS.feasts)})"
            rf"(?: (?P<toward>{TOWARD})\b)?(?: (?P<year>{YEAR}))?)(?![\w-])",
            _feast,
            "feast",
        ),
        (
            Example(
                "Le blocus durera jusqu’à Pâques.",
                ("Pâques = 2022-04-17",),
                published="2022-02-07",
            ),
            Example("La fête a été gâchée par la pluie."),
        ),
    ),
)
