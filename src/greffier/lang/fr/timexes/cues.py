"""Which sentences are worth reading for times: those with a word that some rule needs."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from greffier.lang.fr.spelling import bare
from greffier.lang.fr.timexes.words import WORDS
from greffier.model.syntax import Sentence
from greffier.model.text import Span

_MORE = {
    "epoque": ("unit",),
    "periode": ("unit",),
    "moment": ("unit",),
    "quinquennat": ("unit",),
    "septennat": ("unit",),
    "midi": ("clock", "part"),
    "minuit": ("clock",),
    "jour": ("relative", "adverb"),
    "journee": ("relative",),
    "heure": ("clock",),
    "heures": ("clock",),
    "mi": ("month", "year", "season"),
}
"""Words that the rules name themselves."""

_UNFINISHED = re.compile(
    r"(?<!\w)(?:janv?|fevr?|avr|juil?|juill|sept?|oct|nov|dec|av|env)\.$|[^.!?…»\"”)\]:;]$"
)
"""A sentence that ends like this may have been cut inside a date: at the stop of an abbreviation,
or without any stop."""


def _telling(words: Iterable[str]) -> Iterator[str]:
    """The longest word of each expression: the others are too common to tell."""
    for expression in words:
        yield max(re.split(r"[ -]", expression), key=len)


@functools.cache
def _kinds_of_words() -> Mapping[str, frozenset[str]]:
    """« mars » → month: what each word of the lexicon may begin or hold."""
    tables: tuple[tuple[str, Iterable[str]], ...] = (
        ("month", [*WORDS.months, *WORDS.short_months]),
        ("weekday", WORDS.weekdays),
        ("unit", _telling(WORDS.units)),
        ("last-units", _telling(WORDS.units)),
        ("last-units", ["temps"]),
        ("part", _telling(WORDS.parts)),
        ("season", WORDS.seasons),
        ("adverb", [*_telling(WORDS.shifts), "aujourd'hui"]),
        ("relative", _telling(WORDS.context_shifts)),
        ("feast", _telling(WORDS.feasts)),
        ("vague", _telling(WORDS.vague)),
    )
    found: dict[str, set[str]] = {}
    for kind, words in tables:
        for word in words:
            found.setdefault(word, set()).add(kind)
    for word, kinds in _MORE.items():
        found.setdefault(word, set()).update(kinds)
    return {word: frozenset(kinds) for word, kinds in found.items()}


_YEAR = frozenset({"year", "digit", "clock"})
_DIGIT = frozenset({"digit", "clock"})
_NONE: frozenset[str] = frozenset()
_DIGITS = frozenset("0123456789")


@functools.lru_cache(maxsize=20_000)
def _kinds_of(norm: str) -> frozenset[str]:
    """The kinds of cues in one token, and in the parts of « mi-avril » or « avril-mai »."""
    if norm[:1] in _DIGITS:
        year = len(norm) >= 4 and norm[:4].isdecimal()
        return (_YEAR if year else _DIGIT) | _kinds_of(norm.lstrip("0123456789-./"))
    known = _kinds_of_words()
    word = bare(norm).rstrip(".")
    if word in known:
        return known[word]
    if "-" not in word and "/" not in word and "'" not in word:
        return _NONE
    parts = [known.get(part, _NONE) for part in re.split(r"[-/']", word) if part]
    return _NONE.union(*parts)


def kinds_in(sentence: Sentence) -> frozenset[str]:
    """The kinds of cues in a sentence."""
    found = {kinds for token in sentence.tokens if (kinds := _kinds_of(token.norm))}
    return _NONE.union(*found) if found else _NONE


def passages(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[Span, frozenset[str]]]:
    """The passages of a block that hold a cue, with its kinds: sentences, joined where they seem
    cut inside a date."""
    start, kinds = None, _NONE
    for sentence in sentences:
        start = sentence.start if start is None else start
        kinds |= kinds_in(sentence)
        if _UNFINISHED.search(text, max(start, sentence.end - 6), sentence.end):
            continue
        if kinds:
            yield Span(start, sentence.end), kinds
        start, kinds = None, _NONE
    if start is not None and kinds:
        yield Span(start, sentences[-1].end), kinds
