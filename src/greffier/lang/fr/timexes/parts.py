"""Times and parts of a day: « à 14 heures », « 18h30 », « hier soir », « en fin de matinée »."""

from __future__ import annotations

from greffier.lang.fr.numbers import number_at
from greffier.lang.fr.spelling import any_of
from greffier.lang.fr.timexes.grammar import Match, TimePattern, TimeRule
from greffier.lang.fr.timexes.words import PART, WORDS
from greffier.model.rules import Example
from greffier.model.times import Clock, Origin, Shift, Unit, When

_HOURS_IN_WORDS = {word: hour for word, hour in WORDS.days.items() if 1 < hour < 24}
_HOURS_IN_WORDS |= {"une": 1, "vingt et une": 21}
_WORD_HOUR = rf"(?:{any_of(_HOURS_IN_WORDS)})"
_MINUTES_IN_WORDS = (
    r"(?:et demie?|et quart|trente|quinze|quarante-cinq|vingt|dix|cinq|pile|precises?)"
)
OF_DAY = r"(?: (?P<of_day>du matin|du soir|de l'apres-midi|de la nuit))?"
DIGITAL = r"(?P<hour>[01]?\d|2[0-4]) ?h(?: ?(?P<minute>[0-5]\d)(?![\d])(?: ?(?:mn|min)\b)?)?"
HOURS = r"(?P<hour>[01]?\d|2[0-4]) heures?(?: (?P<minute>[0-5]\d)(?!\d))?"
COLON = r"(?P<hour2>[01]\d|2[0-3]|\d):(?P<minute2>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
SPELLED = rf"(?P<hour3>{_WORD_HOUR}) heures?(?: (?P<minute3>{_MINUTES_IN_WORDS}))?"
NAMED = r"(?P<named>midi|minuit)(?: (?P<half>et demie?|et quart|trente|pile))?"
AFTERNOON = ("du soir", "de l'apres-midi")
_MINUTES = {"et demi": 30, "et demie": 30, "et quart": 15, "pile": 0, "precise": 0, "precises": 0}


def clock_time(match: Match) -> str | None:
    """`T14:30`, from the groups of a clock pattern; null when no clock shows it."""
    told = match.groupdict()
    if told.get("named"):
        hour, minute = (12 if told["named"] == "midi" else 0), _minutes(told["half"])
    elif told.get("hour3"):
        hour = _HOURS_IN_WORDS[told["hour3"].replace("-", " ")]
        minute = _minutes(told["minute3"])
    else:
        hour = int(told.get("hour") or told.get("hour2") or told.get("hour4") or 0)
        minute = int(told.get("minute") or told.get("minute2") or told.get("minute4") or 0)
    if told["of_day"] in AFTERNOON and hour < 12:
        hour += 12
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 else None


def _minutes(written: str | None) -> int:
    """« et demie », « trente », or nothing: 0."""
    if not written or written in _MINUTES:
        return _MINUTES.get(written or "pile", 0)
    number = number_at(written)
    return number.whole or 0 if number else 0


def _clock(match: Match) -> When | None:
    time = clock_time(match)
    return Clock(time) if time else None


def _part(match: Match) -> When | None:
    """« dans la soirée », « à l'aube »: of the day in force."""
    return Clock(WORDS.parts[match["part"]])


def _this_part(match: Match) -> When | None:
    """« ce matin »: of the day of publication; « cette nuit » may have begun the day before."""
    code = WORDS.parts.get(match["part"], "TMI")
    if match["there"]:
        return Clock(code, Shift(Unit.DAY, 0, Origin.CONTEXT))
    return Clock(code, Shift(Unit.DAY, 0), night_before=code == "TNI")


def _last_night(match: Match) -> When | None:
    return Clock("TNI", Shift(Unit.DAY, -1))


_AT = (
    r"(?:(?<=\ba )|(?<=\bvers )|(?<=\bvers les )|(?<=\bdes )|(?<=\bavant )|(?<=\bapres )|"
    r"(?<=\bjusqu'a )|(?<=\bpartir de )|(?<=\bautour de )|(?<=\balentours de )|(?<=\bcoups de )|"
    r"(?<=\bcoup de )|(?<=\bcompter de )|(?<=\bentre )|(?<=\bpasse )|(?<=\bsur les )|"
    r"(?<=\bde )(?=[\w-]+ heures?(?: \d\d)? a (?:\d+ ?h|midi|minuit|[\w-]+ heures)))"
)
_LASTING = (
    r"(?<!\ben )(?<!\bpendant )(?<!\bdurant )(?<!\bdepuis )(?<!\bplus de )(?<!\bmoins de )"
    r"(?<!\bpres de )(?<!\bduree de )(?<!\bdure )(?<!\bd'une )(?<!\ble )(?<!\bdu )(?<!« )(?<!\bau )"
)
"""« en 2 h » is a length, « le 20 h » the news on television."""

_NO_LENGTH = r"(?! (?:et demie? )?(?:d'|de (?!paris|la |l')))"
"""« à deux heures de route », « 2 h 15 d'attente » are lengths."""

_DURING = (
    r"(?:(?<=\bdans )|(?<=\bpendant )|(?<=\bdurant )|(?<=\bau cours de )|(?<=\bcourant )|"
    r"(?<=\bjusqu'a )|(?<=\bpour )|(?<=\bjusque dans )|(?<=\btoute )|(?<=\bdebut de )|"
    r"(?<=\bfin de )|(?<=\bmilieu de ))"
)
EDGE_OF_PART = r"(?:tout )?(?:debut|fin|milieu) (?:de |d')(?:la |l')?"
_BARE_PART = (
    rf"{_DURING}(?:la |l')|(?<=\bde )la (?=nuit|soiree)|(?<=\ben )(?:{EDGE_OF_PART})?|"
    r"(?<=\bau )(?=petit matin|soir\b|crepuscule)|"
    r"(?:(?<=\ba )|(?<=\bdes )|(?<=\bavant ))l'(?=aub|auro)|"
    rf"(?:(?<=\ba )|(?<=\bau )){EDGE_OF_PART}|(?:le |la |l')(?=[\w-]+ meme\b)|"
    r"(?:(?<=[.!?»] )|(?<=\n))(?:le |l')(?=(?:matin|soir|apres-midi) ?,)"
)
"""What stands before a part of the day that is neither « ce » nor a date: « dans la soirée »."""

RULES: tuple[TimeRule, ...] = (
    TimeRule(
        "timexes.clock",
        TimePattern(
            rf"(?<![\w,.:/+-]){_LASTING}(?P<span>(?:{DIGITAL}|{COLON}){OF_DAY})"
            rf"(?![\w%/]|[.,]\d| ?sur 24){_NO_LENGTH}",
            _clock,
            "clock",
        ),
        (
            Example(
                "Le débat a eu lieu lundi. Il s’est ouvert vers 18h30.",
                ("18h30 = 2022-02-07T18:30",),
                published="2022-02-09",
            ),
            Example("Il a couru le marathon en 2 h 12."),
        ),
    ),
    TimeRule(
        "timexes.clock-in-words",
        TimePattern(
            rf"(?<!\w){_AT}(?P<span>(?:{HOURS}|{SPELLED}|{NAMED}){OF_DAY})"
            rf"(?![\w%]){_NO_LENGTH}",
            _clock,
            "clock",
        ),
        (
            Example("Il est parti à neuf heures.", ("neuf heures = T09:00",)),
            Example("Il est parti à midi.", ("midi = T12:00",)),
            Example("Le village est à deux heures de route."),
            Example("La grève a duré seize heures."),
        ),
    ),
    TimeRule(
        "timexes.clock-and-part",
        TimePattern(
            rf"(?<![\w,.:/-])(?P<span>(?:{HOURS}|{SPELLED}) (?P<of_day>du matin|du soir|"
            r"de l'apres-midi|de la nuit))(?!\w)",
            _clock,
            "clock",
        ),
        (
            Example(
                "Le feu a pris, 2 heures du matin venaient de sonner.",
                ("2 heures du matin = T02:00",),
            ),
            Example("Les brumes du matin se lèvent."),
        ),
    ),
    TimeRule(
        "timexes.this-part-of-day",
        TimePattern(
            r"(?<!\w)(?P<span>(?:tot |tard )?(?:ce|cet|cette) (?:meme )?(?:debut d'|fin d'|"
            rf"debut de |fin de )?(?P<part>{PART}|midi)(?P<there>-la)?)(?<!cette soiree)"
            r"(?<!cette matinee)(?![\w-])",
            _this_part,
            "part",
        ),
        (
            Example(
                "Le train a déraillé ce matin.",
                ("ce matin = 2022-02-09TMO",),
                published="2022-02-09",
            ),
            Example("Ce matinal voyageur est parti."),
        ),
    ),
    TimeRule(
        "timexes.last-night",
        TimePattern(
            r"(?<!\w)(?P<span>la nuit (?:derniere|passee))(?!\w)",
            _last_night,
            "part",
        ),
        (
            Example(
                "Le train a déraillé la nuit dernière.",
                ("la nuit dernière = 2022-02-08TNI",),
                published="2022-02-09",
            ),
            Example("La nuit tombe tôt en hiver."),
        ),
    ),
    TimeRule(
        "timexes.part-of-day",
        TimePattern(
            rf"(?<!\w)(?P<span>(?:{_BARE_PART})(?P<part>{PART})(?: meme)?)(?! d[eu]\b| d')"
            r"(?![\w-])",
            _part,
            "part",
        ),
        (
            Example(
                "Le maire a démissionné mardi. Il a été arrêté dans la soirée.",
                ("la soirée = 2022-02-08TEV",),
                published="2022-02-09",
            ),
            Example("Le veilleur de nuit n’a rien vu."),
        ),
    ),
)
