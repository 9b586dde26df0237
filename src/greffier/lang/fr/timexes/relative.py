"""Dates told from another: « hier », « la semaine dernière », « il y a trois ans »."""

from __future__ import annotations

from greffier.lang.fr.numbers import number_at
from greffier.lang.fr.spelling import any_of
from greffier.lang.fr.timexes.grammar import Match, TimePattern, TimeRule
from greffier.lang.fr.timexes.words import (
    EDGE,
    NUMBER,
    TOWARD,
    UNIT,
    VAGUE_NUMBER,
    WEEKDAY,
    WORDS,
    origin,
    toward,
)
from greffier.model.annotations import TimexType
from greffier.model.rules import Example
from greffier.model.times import Fixed, Origin, Same, Shift, Toward, Unit, When

CALENDAR_UNITS = frozenset(
    {Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.CENTURY}
    | {Unit.DECADE}
)
"""Units that have a name of their own on a calendar when counted from a date."""

PAST = Fixed("PAST_REF")
FUTURE = Fixed("FUTURE_REF")


_PLURALS = frozenset(word for word in WORDS.units if word.endswith("s")) - {"mois"}


def unit_of(match: Match) -> Unit:
    return WORDS.units[match["unit"].replace("-", " ").replace("week end", "week-end")]


def _adverb(match: Match) -> When | None:
    return Shift(Unit.DAY, WORDS.shifts[match["adverb"].replace(" ", "-")])


def _today(match: Match) -> When | None:
    return Shift(Unit.DAY, 0)


def _context_day(match: Match) -> When | None:
    """« la veille »; « au lendemain de X » is the day of the sentence itself, told by X."""
    told_by_event = match["of"] is not None
    count = WORDS.context_shifts[match["noun"].replace(" ", "-")]
    return Shift(Unit.DAY, 0 if told_by_event else count, Origin.CONTEXT)


def _same_day(match: Match) -> When | None:
    return Shift(Unit.DAY, 0, Origin.CONTEXT)


def _chosen_unit(match: Match) -> When | None:
    """« la semaine dernière », « le mois prochain », « l'année suivante »."""
    unit, counted_from = unit_of(match), origin(match["toward"])
    day_beside = unit is Unit.DAY and counted_from is Origin.CONTEXT  # « le jour suivant »
    if match["unit"] in _PLURALS or not (unit in CALENDAR_UNITS or day_beside):
        return None
    step = 1 if toward(match["toward"]) is Toward.NEXT else -1
    return Shift(unit, step, counted_from)


def _this_unit(match: Match) -> When | None:
    """« cette semaine », « ce mois-ci », « cette année-là »."""
    unit = unit_of(match)
    if unit not in CALENDAR_UNITS:
        return None
    told = match.groupdict()
    away = told.get("there") == "-la" or told.get("same") is not None
    return Shift(unit, 0, Origin.CONTEXT if away else Origin.PUBLICATION)


def _edge_of_unit(match: Match) -> When | None:
    """« la fin du mois », « en début de semaine »."""
    unit = unit_of(match)
    return Shift(unit, 0) if unit in CALENDAR_UNITS else None


def _counted(match: Match) -> int | None:
    number = number_at(match["number"])
    return number.whole if number and number.end == len(match["number"]) else None


def _ago(match: Match) -> When | None:
    """« il y a trois ans »; a vague count is only past."""
    if match["vague"]:
        return PAST
    count = _counted(match)
    if count is None or match["unit"].startswith("journee"):  # rounds of a championship
        return None
    return Shift(unit_of(match), -count)


def _from_now(match: Match) -> When | None:
    """« dans trois jours »."""
    if match["vague"]:
        return FUTURE
    count = _counted(match)
    return None if count is None else Shift(unit_of(match), count)


def _later(match: Match) -> When | None:
    """« trois jours plus tard », « deux ans auparavant »."""
    back = match["way"] in ("plus tot", "auparavant", "avant")
    if match["vague"]:
        return PAST if back else Fixed(_vague_duration(match), TimexType.DURATION)
    count = _counted(match)
    if count is None:
        return None
    return Shift(unit_of(match), -count if back else count, Origin.CONTEXT)


def _vague_duration(match: Match) -> str:
    return duration(unit_of(match), "X")


def duration(unit: Unit, count: str) -> str:
    """`P3D`, `PTXH`: a duration of one unit."""
    written = {Unit.MINUTE: "M", Unit.QUARTER: "M", Unit.HALF: "M", Unit.WEEKEND: "WE"}
    factor = {Unit.QUARTER: 3, Unit.HALF: 6}.get(unit, 1)
    if factor > 1 and count != "X":
        count = f"{float(count) * factor:g}"
    clock = "T" if unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR) else ""
    return f"P{clock}{count}{written.get(unit, unit.value)}"


def _hour(match: Match) -> When | None:
    return Fixed("PT1H", TimexType.DURATION)


def _earlier_or_later_today(match: Match) -> When | None:
    return Shift(Unit.HOUR, 0)


def _same_time(match: Match) -> When | None:
    return Same()


RULES: tuple[TimeRule, ...] = (
    TimeRule(
        "timexes.same-time",
        TimePattern(
            r"(?<!\w)(?:(?<=\ba )|(?<=\ben )|(?<=\bdes )|(?<=\bde ))(?P<span>la meme epoque|"
            r"la meme periode|ce (?:meme )?moment(?: ?-?la)?(?<!\bce moment)|cette "
            r"(?:meme )?(?:epoque|periode)(?:-la)?)(?![\w-])",
            _same_time,
            "unit",
        ),
        (
            Example(
                "Elle est partie en mars 2015. À la même époque, il est rentré.",
                ("la même époque = 2015-03",),
            ),
            Example("Ils ont la même époque en tête."),
        ),
    ),
    TimeRule(
        "timexes.soon-or-just-now",
        TimePattern(r"(?<!\w)tout a l'heure(?!\w)", _earlier_or_later_today, "unit"),
        (
            Example("On m’a appelé tout à l’heure.", ("tout à l’heure = PAST_REF",)),
            Example("Il arrive toujours à l’heure."),
        ),
    ),
    TimeRule(
        "timexes.within-the-hour",
        TimePattern(r"(?<=\bdans )(?P<span>l'heure)(?= ?[,;.:»\n\"”]|$)", _hour, "unit"),
        (
            Example("Nous quittons la table dans l’heure.", ("l’heure = PT1H",)),
            Example("Dans l’heure du départ, tout pèse."),
        ),
    ),
    TimeRule(
        "timexes.yesterday-tomorrow",
        TimePattern(
            rf"(?<![\w-])(?P<adverb>{any_of(WORDS.shifts)})(?:,? {WEEKDAY}(?! \d))?(?![\w-])",
            _adverb,
            "adverb",
        ),
        (
            Example("Le préfet est parti hier.", ("hier = 2022-02-07",), published="2022-02-08"),
            Example("Le préfet est parti hier.", ("hier = XXXX-XX-XX",)),
            Example("Le préfet part quand il veut."),
        ),
    ),
    TimeRule(
        "timexes.today",
        TimePattern(
            rf"(?<!\w)(?:aujourd'hui(?: meme)?(?:,? {WEEKDAY}(?! \d))?|ce jour|en ce jour)"
            r"(?![\w-])",
            _today,
            "adverb",
        ),
        (
            Example(
                "Le procès s’est ouvert aujourd’hui.",
                ("aujourd’hui = 2022-02-08",),
                published="2022-02-08",
            ),
            Example("Le procès s’est ouvert ce jour-là."),
        ),
    ),
    TimeRule(
        "timexes.day-before-or-after",
        TimePattern(
            rf"(?<!\w)(?P<span>(?:l[ea] |l'|(?<=\bau )|(?<=\bdu )|(?<=\bces ))"
            rf"(?P<noun>{any_of(WORDS.context_shifts)}))(?![\w-])"
            r"(?P<of> (?:de|du|des|d'|de l')(?= ?\w))?",
            _context_day,
            "relative",
        ),
        (
            Example(
                "Le scrutin a eu lieu le 3 mai 2015. La veille, un maire avait renoncé.",
                ("La veille = 2015-05-02",),
            ),
            Example("La commune veille sur ses lendemains."),
        ),
    ),
    TimeRule(
        "timexes.same-day",
        TimePattern(
            r"(?<!\w)(?P<span>(?:l[ea] meme jour(?:nee)?|ce meme jour|ce jour-la|"
            r"cette meme journee|cette journee-la|le jour meme|(?:(?<=\bdans )|(?<=\bpour )|"
            r"(?<=\btoute )|(?<=\bdurant )|(?<=\bpendant ))la journee|"
            r"(?:plus tard )?dans la journee|(?<=\bplus tard dans )la journee))(?! d[eu'])(?!\w)",
            _same_day,
            "relative",
        ),
        (
            Example(
                "Il a été élu le 3 mai 2015. Le même jour, sa rivale a protesté.",
                ("Le même jour = 2015-05-03",),
            ),
            Example("Ils ont marché le jour et la nuit."),
        ),
    ),
    TimeRule(
        "timexes.last-or-next-unit",
        TimePattern(
            rf"(?<!\w)(?P<span>{EDGE}?(?:l[ea] |l')?(?P<unit>{UNIT}) (?P<toward>{TOWARD}|d'apres))"
            r"\b",
            _chosen_unit,
            "unit",
        ),
        (
            Example(
                "L’usine a fermé la semaine dernière.",
                ("la semaine dernière = 2023-W40",),
                published="2023-10-14",
            ),
            Example("L’usine a fermé le mois dernier.", ("le mois dernier = XXXX-XX",)),
            Example("C’est la dernière maison avant le pont."),
        ),
    ),
    TimeRule(
        "timexes.this-unit",
        TimePattern(
            rf"(?<!\w)(?P<span>{EDGE}?(?:cet?te|ce|l[ea](?= meme)|l'(?=annee en)|la nouvelle(?= "
            rf"annee)|cette nouvelle(?= annee))(?P<same> meme)? ?(?P<unit>{UNIT})"
            r"(?P<there>-ci|-la)?(?: en cours)?)(?![\w-])(?! (?:\d|derni|prochain))",
            _this_unit,
            "unit",
        ),
        (
            Example(
                "Le conseil se réunit cette semaine.",
                ("cette semaine = 2023-W41",),
                published="2023-10-14",
            ),
            Example("Le conseil se réunit à cette heure."),
        ),
    ),
    TimeRule(
        "timexes.within-unit",
        TimePattern(
            r"(?<=\bdans )(?P<span>(?:la |le |l')(?P<unit>semaine|mois|annee))"
            r"(?= ?(?:[,.;:)»]|$))",
            _this_unit,
            "unit",
        ),
        (
            Example(
                "Le décret paraîtra dans la semaine.",
                ("la semaine = 2023-W41",),
                published="2023-10-14",
            ),
            Example("Dans la semaine de mai, il a plu."),
        ),
    ),
    TimeRule(
        "timexes.edge-of-unit",
        TimePattern(
            r"(?<!\w)(?P<span>(?:l[ea] )?(?:tout )?(?:debut|fin|milieu|courant) (?:du |de la |"
            rf"de l'|de |d')(?P<unit>{UNIT}))(?![\w-])(?! (?:\d|de |du |d'|derni|prochain|passe))",
            _edge_of_unit,
            "unit",
        ),
        (
            Example(
                "La loi sera votée avant la fin du mois.",
                ("la fin du mois = 2023-10",),
                published="2023-10-14",
            ),
            Example("La loi sera votée avant la fin du monde."),
        ),
    ),
    TimeRule(
        "timexes.ago",
        TimePattern(
            r"(?<!\w)(?P<span>(?:il y a|voici|voila)(?: (?:de cela|deja|environ|a peine|pres de|"
            rf"plus de|moins de|tout juste|exactement))* (?:(?P<vague>{VAGUE_NUMBER})|"
            rf"(?P<number>{NUMBER})) (?:de |d')?(?P<unit>{UNIT}))(?![\w-])(?! (?:que|de )\b)",
            _ago,
            "unit",
        ),
        (
            Example(
                "Il y a dix ans, la mine a fermé.",
                ("Il y a dix ans = 2011",),
                published="2021-09-13",
            ),
            Example("La mine a fermé il y a quelques mois.", ("il y a quelques mois = PAST_REF",)),
            Example("Il y a dix anses à cette côte."),
        ),
    ),
    TimeRule(
        "timexes.from-now",
        TimePattern(
            rf"(?<!\w)(?P<span>dans (?:environ |a peine |moins de |pres de )?"
            rf"(?:(?P<vague>quelques)|(?P<number>{NUMBER})) (?:de |d')?(?P<unit>{UNIT}))(?![\w-])",
            _from_now,
            "unit",
        ),
        (
            Example(
                "Le pont rouvrira dans trois jours.",
                ("dans trois jours = 2021-09-16",),
                published="2021-09-13",
            ),
            Example("Le pont tient dans trois jourdains."),
        ),
    ),
    TimeRule(
        "timexes.later-or-earlier",
        TimePattern(
            r"(?<!\w)(?P<span>(?:environ |moins de |plus de |a peine |"
            rf"pres de )?(?:(?P<vague>{VAGUE_NUMBER})|(?P<number>{NUMBER})) (?:de |"
            rf"d')?(?P<unit>{UNIT}) (?P<way>plus tard|plus tot|auparavant|apres(?= ?[,.;)]|$)|"
            r"avant(?= ?[,.;)]|$)))(?!\w)",
            _later,
            "unit",
        ),
        (
            Example(
                "Elle est entrée au parti le 3 mai 2015. Deux ans plus tard, elle l’a quitté.",
                ("Deux ans plus tard = 2017",),
            ),
            Example("Elle a payé deux fois plus tard."),
        ),
    ),
)
