"""French numbers, in digits and in words: where they stand and what they are worth.

>>> number_at("plus de mille deux cents soldats", 8).value
1200.0
"""

from __future__ import annotations

import re

from greffier.lang.fr.numbers.digits import digits_at, roman, roman_at
from greffier.lang.fr.numbers.number import Form, Number
from greffier.lang.fr.numbers.words import (
    Words,
    cardinal,
    number_words,
    ordinal,
    scale_at,
    starters,
)
from greffier.lang.fr.spelling import bare

__all__ = ["Form", "Number", "number_at", "numbers_in", "roman"]

MOST_WORDS = 14
"""No number of the press takes more words (« trois cent quarante-deux mille… »)."""

_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile("[ \u00a0\u202f\u2009]|-|\u2010|\u2011")
_START = re.compile(r"(?<![\w,.])\d|(?<!\w)[^\W\d_]")


def number_at(text: str, start: int = 0) -> Number | None:
    """The longest number expression that begins exactly at `start`, or null.

    « un » and « une » are read as 1, « neuf » as 9, « second » as an ordinal: the caller knows
    whether its context makes them numbers.
    """
    if text[start : start + 1].isdigit():
        number = digits_at(text, start)
        return _scaled(text, number) if number and number.form is Form.DIGITS else number
    first = _WORD.match(text, start)
    if first is None:
        return None
    if bare(first.group()) not in starters():
        return roman_at(text, start)
    return _in_words(text, start)


def numbers_in(text: str, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """Every number expression of a passage, in order; none overlaps another."""
    end = len(text) if end is None else end
    found: list[Number] = []
    match = _START.search(text, start, end)
    while match is not None:
        number = number_at(text, match.start())
        if number is not None and number.end <= end:
            found.append(number)
            position = number.end
        else:
            word = _WORD.match(text, match.start())
            position = word.end() if word else match.end()
        match = _START.search(text, position, end)
    return tuple(found)


def _words_from(text: str, start: int) -> tuple[Words, list[int]]:
    """The words from a place on that single spaces or hyphens join, and where each ends."""
    words: list[str] = []
    ends: list[int] = []
    while len(words) < MOST_WORDS and (match := _WORD.match(text, start)):
        words.append(bare(match.group()))
        ends.append(match.end())
        if not _JOINT.match(text, match.end()):
            break
        start = match.end() + 1
    return tuple(words), ends


def _in_words(text: str, start: int) -> Number | None:
    words, ends = _words_from(text, start)
    ranked, counted = ordinal(words), cardinal(words)
    if ranked.taken > counted.taken:
        fraction = _fraction(words, ends, start)
        return fraction or Number(start, ends[ranked.taken - 1], float(ranked.value), Form.ORDINAL)
    special = _collective(words, ends, start) or _fraction(words, ends, start)
    if special or not counted.taken:
        return special
    end, value = ends[counted.taken - 1], float(counted.value)
    end, value = _and_a_half(words, ends, counted.taken, end, value)
    return Number(start, end, value, Form.WORDS)


def _scaled(text: str, number: Number) -> Number:
    """« 3,5 millions », « 10 000 milliards », « 2 milliers », « 1 million et demi »."""
    if not _JOINT.match(text, number.end):
        return number
    words, ends = _words_from(text, number.end + 1)
    known = number_words()
    if words and words[0] in known.collectives:
        value = number.value * known.collectives[words[0]]
        return Number(number.start, ends[0], value, Form.COLLECTIVE)
    scale = scale_at(words, 0)
    if not scale.taken:
        return number
    end, value = ends[scale.taken - 1], round(number.value * scale.value, 6)
    end, value = _and_a_half(words, ends, scale.taken, end, value)
    return Number(number.start, end, value, Form.DIGITS)


def _and_a_half(
    words: Words, ends: list[int], taken: int, end: int, value: float
) -> tuple[int, float]:
    """« deux millions et demi »: half of the last scale more."""
    scale = number_words().scales.get(words[taken - 1], 1)
    if scale < 1_000_000 or words[taken : taken + 2] != ("et", "demi"):
        return end, value
    return ends[taken + 1], value + scale / 2


def _collective(words: Words, ends: list[int], start: int) -> Number | None:
    """« une dizaine », « deux douzaines », « une centaine de milliers », « une demi-douzaine »."""
    known = number_words()
    factor = cardinal(words)
    value, taken = float(factor.value), factor.taken
    if words[taken : taken + 1] == ("demi",):
        value, taken = value / 2, taken + 1
    counted = known.collectives.get(words[taken]) if 0 < taken < len(words) else None
    if counted is None:
        return None
    value, taken = value * counted, taken + 1
    if words[taken : taken + 1] == ("de",) and len(words) > taken + 1:
        scale = {**known.scales, **known.collectives}.get(words[taken + 1], 1)
        if scale >= 1000:
            value, taken = value * scale, taken + 2
    return Number(start, ends[taken - 1], value, Form.COLLECTIVE)


def _fraction(words: Words, ends: list[int], start: int) -> Number | None:
    """« deux tiers », « trois quarts », « un dixième de », « neuf dixièmes »."""
    above = cardinal(words[:1])
    below = words[1] if above.taken and len(words) > 1 else ""
    named = number_words().fractions.get(below)
    denominator = named or (ordinal((below,)).value if below.endswith(("ieme", "iemes")) else 0)
    partitive = words[2:3] in (("de",), ("des",), ("du",), ("d",))
    if denominator < 2 or not (named or (above.value > 1 and below.endswith("s")) or partitive):
        return None
    return Number(start, ends[1], above.value / denominator, Form.FRACTION)
