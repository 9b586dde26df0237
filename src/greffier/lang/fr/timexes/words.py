"""The time lexicon, and the pieces of patterns that the rules share.

Patterns match bare text (`spelling.bare`): lower case, without accents, straight apostrophes,
plain spaces.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from greffier.lang import lexicon
from greffier.lang.fr.numbers.words import number_words
from greffier.lang.fr.spelling import any_of, bare
from greffier.model.times import Origin, Toward, Unit

PACKAGE = "greffier.lang.fr.timexes"

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Every word of the lexicon, bare of accents, with what it stands for."""

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    days: Mapping[str, int]
    seasons: Mapping[str, str]
    units: Mapping[str, Unit]
    parts: Mapping[str, str]
    shifts: Mapping[str, int]
    context_shifts: Mapping[str, int]
    vague: Mapping[str, str]
    feasts: Mapping[str, str]
    named_after: frozenset[str]
    count_or_label: frozenset[str]
    lasting: frozenset[str]
    people: frozenset[str]
    planned: frozenset[str]
    to_come: frozenset[str]
    reporting: frozenset[str]
    no_future: frozenset[str]


def _ranked(lists: list[list[str]], short: bool) -> dict[str, int]:
    return {
        bare(word): rank
        for rank, forms in enumerate(lists, 1)
        for word in (forms[1:] if short else forms[:1])
    }


def _bared(table: Mapping[str, Value]) -> dict[str, Value]:
    return {bare(word): value for word, value in table.items()}


def _words(table: dict[str, Any], key: str) -> frozenset[str]:
    return lexicon.words(table, key, f"{PACKAGE}/lexicon.toml")


@functools.cache
def time_words() -> TimeWords:
    """The lexicon, read once; LexiconError when a table is missing."""
    found = lexicon.load(PACKAGE, "lexicon.toml")
    try:
        return TimeWords(
            months=_ranked(found["months"], short=False),
            short_months=_ranked(found["months"], short=True),
            weekdays=_ranked(found["weekdays"], short=False),
            short_weekdays=_ranked(found["weekdays"], short=True),
            days={bare(word).replace("-", " "): day for day, word in enumerate(found["days"], 1)},
            seasons=_bared(found["seasons"]),
            units={bare(word): Unit(code) for word, code in found["units"].items()},
            parts=_bared(found["parts"]),
            shifts=_bared(found["shifts"]),
            context_shifts=_bared(found["context_shifts"]),
            vague={bare(w): value for value, words in found["vague"].items() for w in words},
            feasts=_bared(found["feasts"]),
            **{name: _words(found["context"], name) for name in found["context"]},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise lexicon.LexiconError(f"{PACKAGE}/lexicon.toml: {error}") from error


WORDS = time_words()

NUMBER_WORDS = frozenset(
    {*number_words().units, *number_words().teens, *number_words().tens}
    | {*number_words().collectives, "cent", "cents", "vingts", "mille", "demi"}
) - {"zero", "centaines", "dizaines", "milliers", "vingtaines", "douzaines"}

MONTH = f"(?:{any_of(WORDS.months)})"
SHORT_MONTH = rf"(?:{any_of(WORDS.short_months)})\b\.?"
WEEKDAY = f"(?:{any_of(WORDS.weekdays)})"
SEASON = f"(?:{any_of(WORDS.seasons)})"
PART = f"(?:{any_of(WORDS.parts)})"
UNIT = f"(?:{any_of(WORDS.units)})"
DAY_NUMBER = r"(?:1 ?er|3[01]|[12]\d|0?[1-9])(?![\d])"
YEAR = r"(?:1[4-9]\d\d|20\d\d)(?!\d|[.,]\d)"

LAST = r"(?:derni(?:er|ere)s?|passee?s?|ecoulee?s?|precedente?s?)"
NEXT = r"(?:prochaine?s?|suivante?s?|a venir|qui vient)"
TOWARD = rf"(?:{LAST}|{NEXT})"

EDGE = (
    r"(?:(?:tout(?:e)? )?(?:l[ae] |les )?(?:tout(?:e)? )?"
    r"(?:(?:debut|fin|milieu|courant|horizon|(?:premiere|seconde|deuxieme|1re|2e) "
    r"(?:moitie|quinzaine|partie)|"
    r"(?:premiere?|deuxieme|troisieme|quatrieme|derniere?)s? (?:jours?|semaines?|week-ends?|mois))"
    r" (?:du |de la |de l'|des |de |d')?|mi[- ])(?:le )?)"
)
"""« début », « la fin de », « mi- »: they stand in the span and leave the value as it is."""


def toward(word: str | None) -> Toward | None:
    """What an adjective chooses."""
    if not word:
        return None
    ahead = ("prochain", "suivant", "a venir", "qui", "d'apres")
    return Toward.NEXT if word.startswith(ahead) else Toward.LAST


def origin(word: str | None) -> Origin:
    """« suivant » and « précédent » count from another date; « prochain », « dernier » do not."""
    away = ("suivant", "precedent", "d'apres", "d'avant")
    return Origin.CONTEXT if word and word.startswith(away) else Origin.PUBLICATION


NUMBER = (
    r"(?:\d{1,3}(?:[ .]\d{3}){1,4}|\d{1,9}(?:,\d{1,6})?|"
    rf"(?:{any_of(NUMBER_WORDS)})(?:[ -](?:et[ -])?(?:{any_of(NUMBER_WORDS)})){{0,9}})"
)
"""A count in digits or in words; `numbers.number_at` tells its value."""

VAGUE_NUMBER = (
    r"(?:quelques|plusieurs|de nombreu(?:x|ses)|de longue?s|longue?s|des dizaines de|"
    r"quelques dizaines de|une poignee de|bien des|maint(?:e?s)?|nombre de)"
)
