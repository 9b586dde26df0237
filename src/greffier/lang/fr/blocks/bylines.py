"""Bylines and datelines: who wrote the article, where, and on what day."""

from __future__ import annotations

import functools
import re

from greffier.lang.fr.blocks.story import SEQUEL, STORY
from greffier.lang.fr.blocks.words import cased, either, english_months, folded, words
from greffier.lang.fr.timexes.words import time_words
from greffier.model.rules import Example, Rule

BYLINE = "fr.blocks.byline"
DATE_LINE = "fr.blocks.date_line"
SIGNATURE = "fr.blocks.signature"

LONGEST = 160
"""Code points of a byline; longer lines tell the story."""

_NAME = r"(?:[A-Z][\w'.-]*|[A-Z]\.(?:-?[A-Z]\.)*)"
_PARTICLE = r"(?:d[eu]s?|la|le|el|al|ben|bin|ould|van|von|der|den|di|da|y|d'|i)"
_PERSON = rf"{_NAME}(?:[ -](?:{_PARTICLE} ){{0,2}}{_NAME}){{0,4}}"
_PEOPLE = rf"{_PERSON}(?:(?:,| et| and| &|/) ?{_PERSON}){{0,4}}"
_TAIL = r"(?:\s*(?:[,–—|·(/-]|\. |avec |a |au |en |in |with |pour )[^!?]{0,90})?"
_FULL_NAME = re.compile(rf"{_NAME}(?: (?:{_PARTICLE} ){{0,2}}{_NAME}){{1,4}}")
_RELATIVE = re.compile(r"il y a \d+ (?:minutes?|min|heures?|h|jours?)|\d+ (?:hours?|days?) ago")
_DASH = r"(?:-{1,2}|[–—:])"


@functools.cache
def _date() -> str:
    """A whole calendar date in `folded` text, French or English, with its parts named."""
    months = either(_months())
    return (
        rf"(?:(?P<d>\d{{1,2}})(?:er|st|nd|rd|th)?[ -](?P<m>{months})\.?,?[ -](?P<y>\d{{4}})"
        rf"|(?P<em>{months})\.? (?P<ed>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<ey>\d{{4}})"
        rf"|(?P<iy>\d{{4}})-(?P<im>\d\d)-(?P<id>\d\d)"
        rf"|(?P<nd>\d{{1,2}})[/.-](?P<nm>\d{{1,2}})[/.-](?P<ny>(?:\d\d)?\d\d))(?!\d)"
    )


@functools.cache
def _months() -> dict[str, int]:
    return {**english_months(), **time_words().short_months, **time_words().months}


@functools.cache
def _dated() -> re.Pattern[str]:
    return re.compile(rf"(?<![\d/.-]){_date()}")


@functools.cache
def _dateline() -> re.Pattern[str]:
    """« ORAN, 2 juin 2021 (ABC) - », « Gand, le 3 avril 2020 – », « 12 mars 2017. – »."""
    days = either({*time_words().weekdays, *time_words().short_weekdays})
    source = r"(?: ?\([^()]{2,40}\))?"
    return re.compile(
        rf"^(?:[^\d.!?:;«\"()]{{2,50}}?{source} ?(?:[,/]|{_DASH}|\()? ?)?(?:\(?{source} ?)?"
        rf"(?:(?:{days})\.? )?(?:le )?(?:(?:{days}) )?{_date()}"
        rf"(?:,? (?:a )?\d{{1,2}} ?(?:h|:) ?\d{{0,2}})?(?: ?\(?(?:utc|gmt)\)?)?"
        rf"(?:, [^.!?:–—]{{2,40}})?\)?{source} ?[.,]? ?{_DASH}(?= |$)"
    )


@functools.cache
def _published() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(words()['published'] - {'le', 'date'})})(?!\w)")


@functools.cache
def _by() -> re.Pattern[str]:
    """Matches `cased` text: « Par », then names or a newsroom, then little more."""
    newsroom = either(words()["newsrooms"])
    return re.compile(
        rf"(?i:{either(words()['by'])})(?: ?:)? "
        rf"(?:(?:{_PEOPLE}){_TAIL}|(?i:{newsroom})\b[^!?]{{0,100}}|(?:AFP|Reuters|AP)\b.{{0,60}})\.?"
    )


@functools.cache
def _newsroom() -> re.Pattern[str]:
    opener = either(words()["newsrooms"] - {"le service", "l'equipe"})
    return re.compile(
        rf"(?:de )?(?:{opener})(?:(?: ?[,(–—|·-]| (?:de|du|avec|a|au|en)\b)[^.!?]{{0,90}})?"
        rf"|[^.!?]{{3,60}}, (?:{opener})(?:$| [^.!?]{{2,50}}$)"
        r"|.{3,60}\((?:avec|with) [^()]{2,40}\)$"
        r"|\([a-z]{2,12}(?:[/, -]+[a-z]{2,12}){0,4}\)"
        r"|(?:avec )?(?:[a-z-]{2,12}[/, ]+)?(?:afp|reuters|xinhua|belga|ats)"
        r"(?:[/, ]+[a-z-]{2,12}){0,3}"
    )


def byline(line: str) -> str | None:
    """The rule by which the line only tells who wrote the article, where or when; else null."""
    if len(line) > LONGEST:
        return None
    bare_line, text = folded(line), cased(line)
    if _dateline().fullmatch(bare_line):
        return BYLINE
    ends_sentence = bare_line.endswith((".", "!", "?", "…", "»", ":")) and len(bare_line) > 60
    if ends_sentence:
        return None
    told = _published().search(bare_line)
    if told and _tells_when(bare_line, told.end()):
        return BYLINE
    if _by().fullmatch(text) or _newsroom().fullmatch(bare_line):
        return BYLINE
    return None


def _tells_when(bare_line: str, end: int) -> bool:
    """Whether a date, or how long ago, follows a word of publication at once, and no clause
    follows the date (« Paru le 3 mars 2021, le rapport accuse… »)."""
    after = bare_line[end:]
    found = _dated().search(after) or _RELATIVE.search(after)
    return bool(found and found.start() <= FAR and not _CLAUSE.match(after, found.end()))


FAR = 35
"""Code points between a word of publication and its date."""
_CLAUSE = re.compile(r",? (?:l'|(?:les?|la|une?|des|cet?|cette|ces|ils?|elles?|son|sa|ses|on) )")


def date_line(line: str) -> str | None:
    """The rule by which the line is little more than a date: « Paris, 12 mars 2017, 14 h »."""
    bare_line = folded(line)
    if _RELATIVE.fullmatch(bare_line):
        return DATE_LINE
    found = _dated().search(bare_line)
    if not found or len(bare_line) > 80 or bare_line.endswith((".", "!", "?", ":")):
        return None
    if _CLAUSE.match(bare_line, found.end()):
        return None
    around = bare_line[: found.start()] + bare_line[found.end() :]
    return DATE_LINE if len(re.findall(r"[^\W\d]{3,}", around)) <= MOST_WORDS else None


MOST_WORDS = 5
"""Words beside the date in a line that only dates the article: a place, a weekday, a name."""


def signature(line: str) -> str | None:
    """The rule by which the line is nothing but a person's name; else null."""
    text = cased(line)
    return SIGNATURE if len(text) < 60 and _FULL_NAME.fullmatch(text.rstrip(".")) else None


def dateline(line: str) -> str | None:
    """The ISO date that a dateline opening the line tells (« ORAN, 2 juin 2021 (ABC) - »)."""
    return _iso(_dateline().match(folded(line[:200])))


def dated(line: str) -> str | None:
    """The day that a byline tells, as ISO: of publication rather than of an update."""
    return published(line) or _iso(_dated().search(folded(line)))


def published(line: str) -> str | None:
    """The day that follows a word of publication, and not one of an update, as ISO."""
    bare_line = folded(line)
    for told in _published().finditer(bare_line):
        found = _dated().search(bare_line, told.end(), told.end() + 45)
        if found and not told.group().startswith(UPDATES):
            return _iso(found)
    return None


UPDATES = ("mis a jour", "mise a jour", "modifie", "derniere", "actualise", "updated", "last")


def _iso(found: re.Match[str] | None) -> str | None:
    """The date of a match, where there is such a day."""
    if found is None:
        return None
    part = found.groupdict()
    for prefix, months in (("", _months()), ("e", _months()), ("i", None), ("n", None)):
        if part[f"{prefix}y"]:
            month = part[f"{prefix}m"]
            number = months[month] if months else int(month)
            return _day(int(part[f"{prefix}y"]), number, int(part[f"{prefix}d"]))
    return None


def _day(year: int, month: int, day: int) -> str | None:
    year += 2000 if year < 100 else 0
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1600 < year < 2200):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


RULES = (
    Rule(
        BYLINE,
        byline,
        (
            Example(
                f"Le pont ferme\n\nPar Jeanne Morel, à Vercourt\n\n{STORY}",
                ("Par Jeanne Morel, à Vercourt [byline]",),
            ),
            Example(
                f"Le pont ferme\n\nPublié le 3 mars 2021 à 14h05\n\n{STORY}",
                ("Publié le 3 mars 2021 à 14h05 [byline]",),
            ),
            Example("Par ailleurs, il a démissionné."),
            Example("Paru le 3 mars 2021, le rapport accuse la police"),
        ),
    ),
    Rule(
        DATE_LINE,
        date_line,
        (
            Example(
                f"Le pont ferme\n\nVercourt, mercredi 3 mars 2021\n\n{STORY}",
                ("Vercourt, mercredi 3 mars 2021 [byline]",),
            ),
            Example(f"Le pont ferme\n\n{STORY}\n\nMercredi 3 mars 2021\n\n{SEQUEL}"),
        ),
    ),
    Rule(
        SIGNATURE,
        signature,
        (
            Example(f"Le pont ferme\n\n{STORY}\n\nJeanne MOREL", ("Jeanne MOREL [byline]",)),
            Example(f"Le pont ferme\n\n{STORY}\n\nPaul Aubrac\n\n{SEQUEL}"),
        ),
    ),
)
