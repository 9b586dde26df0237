"""What looks like a time and is none: streets, ages, names, counts of years."""

from __future__ import annotations

import functools
import re

from greffier.lang.fr.spelling import any_of, plain
from greffier.lang.fr.timexes.ages import is_age
from greffier.lang.fr.timexes.grammar import Found
from greffier.lang.fr.timexes.outlook import token_at
from greffier.lang.fr.timexes.words import WORDS
from greffier.model.syntax import Sentence, Token
from greffier.model.times import Day

BEFORE = 30
"""So many characters before an expression are enough to judge it."""


def is_time(raw: str, text: str, found: Found, sentence: Sentence) -> bool:
    """False when the context shows that the expression is no time."""
    before = text[max(0, found.start - BEFORE) : found.start]
    in_marks = before.endswith(("« ", "«")) and text.startswith((" »", "»"), found.end)
    if in_marks or _is_name(raw, found) or _NEWSPAPER.search(raw[found.start : found.end]):
        return False
    if found.rule == "timexes.length":
        return not (is_age(text, found, before) or _is_no_length(text, found, sentence))
    if _HABIT.search(before):
        return False
    if found.rule == "timexes.clock-in-words":  # « dès trois heures », not « des trois heures »
        return raw[found.start - 4 : found.start].lower() != "des "
    if found.rule == "timexes.feast":
        return _is_feast(raw, found)
    if found.rule == "timexes.year":
        return _is_year(raw, found, before, sentence)
    if found.rule == "timexes.month":
        return _is_month(raw, found)
    return True


_HABIT = re.compile(
    rf"\b(?:(?:tous|toutes) les|chaque|les?) (?:{any_of(WORDS.weekdays)}|jour)s?,? (?:a|vers|des) $"
)
"""« tous les dimanches à 10 h » is no moment of the calendar."""

# names

_NEWSPAPER = re.compile(r"\d (?:Minutes|Heures)$")
"""« 20 Minutes », « 24 Heures »."""


@functools.cache
def _named_after() -> re.Pattern[str]:
    nouns = any_of(WORDS.named_after)
    return re.compile(rf"(?<!\w)(?:{nouns})s? (?:du |de la |de |des |d')(?:le )?$")


def _is_name(raw: str, found: Found) -> bool:
    """« rue du 8 mai », but « l'école dès octobre »: here accents count."""
    if not isinstance(found.when, Day) or found.when.day is None:
        return False
    return _named_after().search(plain(raw[max(0, found.start - BEFORE) : found.start])) is not None


def _is_feast(raw: str, found: Found) -> bool:
    """Feasts have a capital (« l'Ascension », not « son ascension »); « Noël Roy » is a person."""
    written = raw[found.start : found.end]
    capital = any(c.isupper() for c in written.removeprefix("L")) or " " in written.strip()
    person = " " not in written and re.match(r" [A-ZÀ-Þ][a-zà-ÿ]", raw[found.end : found.end + 3])
    return capital and not person


def _is_month(raw: str, found: Found) -> bool:
    """« Mars », « Avril », « Juin » with a capital and nothing beside may be names."""
    written = raw[found.start : found.end]
    if not isinstance(found.when, Day) or not written[0].isupper() or written.isupper():
        return True
    alone = found.when.year is None and re.split("[ -]", written)[-1] == written
    before = raw[max(0, found.start - 8) : found.start].lower()
    introduced = before.endswith(("en ", " de ", " d'", "d’", "depuis "))
    return introduced or not alone


# lengths

_NEWS = re.compile(r"\b(?:le|du|au) \d+ heures?$")
"""« le 20 heures » is the news on television."""

_LASTING_DAY = re.compile(r"\b(?:en |pendant |durant |depuis |sous |d'|de )$")


def _is_no_length(text: str, found: Found, sentence: Sentence) -> bool:
    """« un jour », « une seconde chance », « une année difficile »."""
    written = text[found.start : found.end]
    if _NEWS.search(text, max(0, found.start - 3), found.end):
        return True
    if not written.startswith(("une ", "un ")) or written.count(" ") != 1:
        return False
    if written == "un jour":
        return not _LASTING_DAY.search(text, max(0, found.start - 9), found.start)
    following = _token_after(found, sentence)
    if written == "une seconde":
        return following is not None and following.pos in ("NOUN", "ADJ", "PROPN")
    return written.endswith("e") and following is not None and following.pos in ("ADJ", "ADV")


# years

_CODE_AFTER = re.compile(r" [A-Z]{1,3}\d")
"""« 2014 UZ224 » is an asteroid."""

_YEAR_BEFORE = re.compile(r"\b(?:en|depuis|fin|debut|jusqu'en|annee|courant) $")
_CAPITAL_BEFORE = re.compile(r"(?:^|[^.!?:»«\n] )(?P<word>[^\W\d_a-zà-ÿ][\w'’-]+) $")
"""« Vision 2030 », « Euro 2016 »: inside a sentence, digits after a capital are of the name."""


@functools.cache
def _count_or_label() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(WORDS.count_or_label)}) (?:de )?$")


def _is_year(raw: str, found: Found, before: str, sentence: Sentence) -> bool:
    if found.end - found.start > len("2019"):
        return True
    if _CODE_AFTER.match(raw, found.end):
        return False
    if _YEAR_BEFORE.search(before):
        return True
    if _count_or_label().search(before):
        return False
    capital = _CAPITAL_BEFORE.search(raw[max(0, found.start - BEFORE) : found.start])
    if capital and plain(capital["word"]) not in ("en", "depuis", "dès", "avant", "après", "entre"):
        return False
    counted = _token_after(found, sentence)  # « 2000 personnes »
    return counted is None or counted.pos not in ("NOUN", "ADJ")


def _token_after(found: Found, sentence: Sentence) -> Token | None:
    """The token that stands one space after the expression."""
    following = token_at(sentence, found.end)
    return following if following and following.start - found.end == 1 else None
