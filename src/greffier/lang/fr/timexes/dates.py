"""Calendar dates: « le 18 mars 2019 », « ce lundi 3 mai », « 16/05/2024 », « mars dernier »."""

from __future__ import annotations

import re

from greffier.lang.fr.spelling import any_of
from greffier.lang.fr.timexes.grammar import Match, TimePattern, TimeRule
from greffier.lang.fr.timexes.words import (
    DAY_NUMBER,
    EDGE,
    MONTH,
    SHORT_MONTH,
    TOWARD,
    WEEKDAY,
    WORDS,
    YEAR,
    origin,
    toward,
)
from greffier.model.rules import Example
from greffier.model.times import Day, Fixed, Toward, When

DETERMINER = r"(?:(?P<determiner>cette journee du|la journee du|ce meme|le meme|les?|ces?) )?"
NAMED_DAY = rf"(?:(?P<weekday>{WEEKDAY}|(?:{any_of(WORDS.short_weekdays)})\b\.?),? (?:le )?)?"
DAY = rf"(?P<day>{DAY_NUMBER}|(?:{any_of(WORDS.days)})\b)"
MONTH_NAME = rf"(?P<month>{MONTH}\b|{SHORT_MONTH}(?=[ ,;.)\-\d]|$))"
_SHORT_YEAR = r"'?\d\d(?![\w%]|[ .,:]?(?:h\b|\d|%|ans?\b|heures|euros|personnes|morts|blesses))"
SOME_YEAR = rf"(?:(?:[ -]|, | de l'annee | de l'an )(?P<year>{YEAR}|{_SHORT_YEAR}))?"
CHOICE = rf"(?: (?P<toward>{TOWARD})\b)?"


def year_of(written: str | None) -> int | None:
    """« 2019 », « 98 », « '68 »: two digits are of the hundred years before 2030."""
    if not written:
        return None
    digits = written.strip("'")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 30 else 1900)


def day_of(written: str) -> int:
    """« 1er », « 14 », « quatorze »."""
    digits = written.rstrip("er ")
    return int(digits) if digits.isdigit() else WORDS.days[written.replace("-", " ")]


def month_of(written: str) -> int:
    """« mars », « fév. »."""
    name = written.rstrip(".")
    return WORDS.months.get(name) or WORDS.short_months[name]


def weekday_of(written: str | None) -> int | None:
    """« lundi », « lun. »: 1."""
    if not written:
        return None
    name = written.rstrip(".")
    return WORDS.weekdays.get(name) or WORDS.short_weekdays[name]


def valid(day: Day) -> Day | None:
    """Null for a day that no calendar has, as « 31/13/2020 »."""
    if day.month is not None and not 1 <= day.month <= 12:
        return None
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[(day.month or 1) - 1]
    return day if day.day is None or 1 <= day.day <= longest else None


def _full_date(match: Match) -> When | None:
    pointed = Toward.THIS if match.groupdict().get("determiner") == "ce" else None
    return valid(
        Day(
            year_of(match["year"]),
            month_of(match["month"]),
            day_of(match["day"]),
            weekday_of(match["weekday"]),
            toward(match["toward"]) or pointed,
            origin(match["toward"]),
        )
    )


def _numeric(match: Match) -> When | None:
    weekday = weekday_of(match.groupdict().get("weekday"))
    if len(match["year"]) == 2 and match["mark"] != "/" and match["span"][0].isdigit():
        return None  # « version 3.10.20 », « 25-20-18 »
    pointed = Toward.THIS if match["span"].startswith("ce ") else None
    month, day = int(match["month"]), int(match["day"])
    return valid(Day(year_of(match["year"]), month, day, weekday, pointed))


def _day_and_month(match: Match) -> When | None:
    return valid(Day(None, int(match["month"]), int(match["day"])))


def _weekday_and_number(match: Match) -> When | None:
    return Day(day=day_of(match["day"]), weekday=weekday_of(match["weekday"]))


def _day_number(match: Match) -> When | None:
    return Day(day=day_of(match["day"] or match["limit"]))


def _weekday(match: Match) -> When | None:
    """« lundi », « ce lundi », « le lundi suivant »; « le lundi » alone is every Monday."""
    chosen = toward(match["toward"])
    determiner = (match["determiner"] or "").strip()
    if determiner == "le" and chosen is None:
        return None
    if determiner.startswith("ce"):
        chosen = Toward.THIS
    day = weekday_of(match["weekday"])
    return Day(weekday=day, toward=chosen, origin=origin(match["toward"]))


def _month(match: Match) -> When | None:
    chosen = Toward.THIS if match["this"] else toward(match["toward"])
    return Day(
        year_of(match["year"] or match["list_year"]),
        month_of(match["month"]),
        toward=chosen,
        origin=origin(match["toward"]),
    )


def _year(match: Match) -> When | None:
    """« 2016 »; in « les années 1990 et 2000 » it is a decade too."""
    before = match.string[max(0, match.start() - len("annees 1990 et ")) : match.start()]
    if _DECADE_BEFORE.search(before) and match["year"].endswith("0"):
        return Fixed(match["year"][:3] + "X")
    return Day(int(match["year"]))


_DECADE_BEFORE = re.compile(r"annees \d{3}0 (?:et|ou|a) $")


_LIMIT = (
    r"(?<=\bjusqu'au )|(?<=\ba partir du )|(?<=\bdepuis le )|(?<=\bavant le )|(?<=\bdes le )|"
    r"(?<=\bd'ici au )|(?<=\bd'ici le )"
)
"""Before a bare number, these make it a day: « jusqu'au 15, »."""

_LIST_YEAR = rf"(?:(?= (?:et|ou) (?:de |d'|en )?{MONTH} (?P<list_year>{YEAR})))?"
"""« en janvier et en mars 2015 »: the second month lends its year."""

_LIST_TAIL = (
    rf"(?=(?:, (?:le )?{DAY_NUMBER}){{0,9}},? (?:et|ou) (?:le |les )?(?:{WEEKDAY} )?{DAY_NUMBER} "
    rf"{MONTH_NAME}{CHOICE}{SOME_YEAR})"
)

RULES: tuple[TimeRule, ...] = (
    TimeRule(
        "timexes.date",
        TimePattern(
            rf"(?<![\d/.,])(?<!\w)(?P<span>{DETERMINER}{NAMED_DAY}{DAY}[ -]{MONTH_NAME}"
            rf"{CHOICE}{SOME_YEAR})(?!\w)",
            _full_date,
            "month",
        ),
        (
            Example("L’usine a fermé le 3 mai 2011.", ("le 3 mai 2011 = 2011-05-03",)),
            Example(
                "Il est arrivé mardi 1er février.",
                ("mardi 1er février = 2022-02-01",),
                published="2022-02-04",
            ),
            Example(
                "Elle avait été élue le 12 décembre dernier.",
                ("le 12 décembre dernier = 2020-12-12",),
                published="2021-02-20",
            ),
            Example("LOMÉ, 6 fév. 2019 – Le port rouvre.", ("6 fév. 2019 = 2019-02-06",)),
            Example("Il habite rue du 8 mai 1945, à Brive."),
            Example("La course a réuni 12 marsouins."),
        ),
    ),
    TimeRule(
        "timexes.day-of-list",
        TimePattern(
            r"(?<![\d/.,])(?<!\w)(?:(?<=\bdes )|(?<=\baux )|(?<=\bdu )|(?<=\bau )|(?<=\d, )|"
            rf"(?=le))(?P<span>(?:les? )?{NAMED_DAY}{DAY}){_LIST_TAIL}",
            _full_date,
            "month",
        ),
        (
            Example(
                "Le vote aura lieu les 6 et 13 avril 2014.",
                ("les 6 = 2014-04-06",),
            ),
            Example("Ils étaient 6 et 13 avril 2014 reste une date noire."),
        ),
    ),
    TimeRule(
        "timexes.day-of-this-month",
        TimePattern(
            rf"(?:(?<=\ble )(?P<span>{DAY})"
            r"(?= courant| du mois| de ce mois| (?:a|vers|des) \d+ ?h| au (?:matin|soir))|"
            rf"(?:{_LIMIT})(?P<limit>{DAY_NUMBER})(?= ?(?:[,.;)]|$)))",
            _day_number,
            "digit",
        ),
        (
            Example(
                "La séance aura lieu le 12 de ce mois.",
                ("12 = 2014-02-12",),
                published="2014-02-03",
            ),
            Example("Il arrive le 12 au classement."),
        ),
    ),
    TimeRule(
        "timexes.numeric-date",
        TimePattern(
            rf"(?<![\w/.,-])(?P<span>(?:le |ce )?{NAMED_DAY}(?P<day>0?[1-9]|[12]\d|3[01])"
            r"(?P<mark>[/.-])"
            r"(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<year>(?:1[4-9]|20)\d\d|\d\d))(?![\d/-])",
            _numeric,
            "digit",
        ),
        (
            Example("Publié le 16/05/2014.", ("le 16/05/2014 = 2014-05-16",)),
            Example("Le 10-06-22, tout a changé.", ("Le 10-06-22 = 2022-06-10",)),
            Example("Vendredi 16.05.2014, le port rouvre.", ("Vendredi 16.05.2014 = 2014-05-16",)),
            Example("Le dossier 45/13/2014 est clos."),
            Example("La version 3.10.20 corrige tout."),
        ),
    ),
    TimeRule(
        "timexes.iso-date",
        TimePattern(
            r"(?<![\d/.,-])(?P<span>(?:le )?(?P<year>(?:1[4-9]|20)\d\d)(?P<mark>[/.-])"
            r"(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01]))(?![\d/-])",
            _numeric,
            "digit",
        ),
        (
            Example("Mis à jour : 2014-05-16.", ("2014-05-16 = 2014-05-16",)),
            Example("Le numéro 2014-55-16 a été tiré."),
        ),
    ),
    TimeRule(
        "timexes.day-and-month-in-digits",
        TimePattern(
            r"(?<=\b(?:le|au|du) )(?P<span>(?P<day>0?[1-9]|[12]\d|3[01])/"
            r"(?P<month>0[1-9]|1[0-2]))(?![\d/%])",
            _day_and_month,
            "digit",
        ),
        (
            Example(
                "Réponse attendue avant le 17/02.",
                ("17/02 = 2014-02-17",),
                published="2014-02-03",
            ),
            Example("Les 3/12 de la somme sont versés."),
        ),
    ),
    TimeRule(
        "timexes.weekday-and-number",
        TimePattern(
            rf"(?<!\w)(?P<span>(?:le |ce )?(?P<weekday>{WEEKDAY}) (?P<day>{DAY_NUMBER}))"
            rf"(?! ?(?:h\b|heures|ans\b|%|euros|{MONTH})|[:.,/-]\d|\w)",
            _weekday_and_number,
            "weekday",
        ),
        (
            Example(
                "Le scrutin aura lieu mercredi 29.",
                ("mercredi 29 = 2017-03-29",),
                published="2017-03-25",
            ),
            Example("Il revient lundi 9 h au plus tard."),
        ),
    ),
    TimeRule(
        "timexes.weekday",
        TimePattern(
            r"(?<!\w)(?<!\bdu )(?<!\bau )(?<!\bles )(?<!\bun )(?<!\bchaque )(?<!-)(?P<span>"
            r"(?:plus tard dans )?(?:la journee de )?(?P<determiner>ce meme |le meme |ce |"
            rf"le )?(?P<weekday>{WEEKDAY})(?: (?P<toward>{TOWARD}|d'apres|d'avant))?)(?![\w-])",
            _weekday,
            "weekday",
        ),
        (
            Example(
                "Le maire a reçu les grévistes lundi.",
                ("lundi = 2022-02-07",),
                published="2022-02-09",
            ),
            Example(
                "Le maire recevra les grévistes mardi prochain.",
                ("mardi prochain = 2022-02-15",),
                published="2022-02-08",
            ),
            Example(
                "Le gouvernement présente jeudi son budget.",
                ("jeudi = 2022-02-10",),
                published="2022-02-09",
            ),
            Example(
                "Le ministre assure jeudi que tout va bien.",
                ("jeudi = 2022-02-03",),
                published="2022-02-09",
            ),
            Example(
                "La réunion, prévue lundi, est annulée.",
                ("lundi = 2022-02-14",),
                published="2022-02-09",
            ),
            Example("Le maire a reçu les grévistes ce lundi.", ("ce lundi = XXXX-WXX-1",)),
            Example("Le musée est fermé le lundi et tous les mardis."),
        ),
    ),
    TimeRule(
        "timexes.month",
        TimePattern(
            rf"(?<![\w-])(?<!\bpar )(?P<span>{EDGE}?(?:(?:(?:le )?|(?P<this>ce ))mois (?:de |d'))?"
            rf"(?P<month>{MONTH}){CHOICE}{SOME_YEAR})(?!\w){_LIST_YEAR}",
            _month,
            "month",
        ),
        (
            Example("Elle a démissionné en mars 2008.", ("mars 2008 = 2008-03",)),
            Example(
                "Le chantier ouvrira début avril.",
                ("début avril = 2022-04",),
                published="2022-02-08",
            ),
            Example("Il est né fin janvier.", ("fin janvier = XXXX-01",)),
            Example("Le robot s’est posé sur la planète Mars."),
        ),
    ),
    TimeRule(
        "timexes.year",
        TimePattern(
            rf"(?<![\w.,/'-])(?<![n№]°)(?<![n№]° )(?P<span>{EDGE}?(?:(?:l'|cette )?(?:annee|an) )?"
            rf"(?P<year>{YEAR}))(?![\w%°€$]|[/:]\d|-\d| (?:et|a|ou) (?:[3-9]\d{{3}}|\d{{5}})|"
            rf" ?(?:%|euros|dollars|francs|metres|m\b|kg|hectares|€|\$|km|m2|fcfa|h\b))",
            _year,
            "year",
        ),
        (
            Example("La loi date de 1905.", ("1905 = 1905",)),
            Example("Il est parti fin 2016.", ("fin 2016 = 2016",)),
            Example("Il réclame 1905 euros."),
            Example("Quelque 2000 manifestants ont défilé."),
        ),
    ),
)
