"""Numbers written in words: « mille deux cents », « quatre-vingt-dix », « vingt et unième ».

Words are bare (no accents) and lower case; each reader takes the words and where to begin.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from greffier.lang import lexicon

PACKAGE = "greffier.lang.fr.numbers"


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The lexicon of number words, by the part they play in a number."""

    units: Mapping[str, int]
    teens: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    collectives: Mapping[str, int]
    fractions: Mapping[str, int]
    ordinals: Mapping[str, int]


@functools.cache
def number_words() -> NumberWords:
    """The lexicon, read once; LexiconError when a table is missing or holds no whole numbers."""
    tables = lexicon.load(PACKAGE, "lexicon.toml")
    where = f"{PACKAGE}/lexicon.toml"
    for name in NumberWords.__slots__:
        table = tables.get(name)
        if not isinstance(table, dict) or not all(type(v) is int for v in table.values()):
            raise lexicon.LexiconError(f"{where}: [{name}] must map words to whole numbers")
    return NumberWords(**{name: tables[name] for name in NumberWords.__slots__})


Words = tuple[str, ...]


class Read(NamedTuple):
    """A value, and how many words it took; no word when nothing is read."""

    value: int
    taken: int


NOTHING = Read(0, 0)


def _word(words: Words, at: int) -> str:
    return words[at] if at < len(words) else ""


def _under_20(words: Words, at: int) -> Read:
    known = number_words()
    first, second = _word(words, at), _word(words, at + 1)
    if first == "dix" and second in ("sept", "huit", "neuf"):
        return Read(10 + known.units[second], 2)
    if first in known.teens:
        return Read(known.teens[first], 1)
    return Read(known.units[first], 1) if first in known.units else NOTHING


def _tens(words: Words, at: int) -> Read:
    """« trente », « quatre-vingt »."""
    known = number_words()
    first = _word(words, at)
    if first == "quatre" and _word(words, at + 1) == "vingt":
        return Read(80, 2)
    return Read(known.tens[first], 1) if first in known.tens else NOTHING


def _under_100(words: Words, at: int) -> Read:
    if _word(words, at) == "quatre" and _word(words, at + 1) == "vingts":
        return Read(80, 2)
    tens = _tens(words, at)
    if not tens.taken:
        return _under_20(words, at)
    joined = _word(words, at + tens.taken) == "et"
    added = _under_20(words, at + tens.taken + joined)
    room = 20 if tens.value in (60, 80) else 10
    after_et = added.value in (1, 11) and added.taken == 1
    if not 0 < added.value < room or (joined and not after_et):
        return tens
    return Read(tens.value + added.value, tens.taken + joined + added.taken)


def _under_1000(words: Words, at: int) -> Read:
    """Below a thousand; also « dix-neuf cents », as in years."""
    factor = Read(1, 0) if _word(words, at) == "cent" else _under_20(words, at)
    hundred = _word(words, at + factor.taken) in ("cent", "cents")
    if not hundred or not (factor.taken == 0 or 2 <= factor.value <= 19):
        return _under_100(words, at)
    value, taken = factor.value * 100, factor.taken + 1
    added = _under_100(words, at + taken)
    return Read(value + added.value, taken + added.taken) if added.value else Read(value, taken)


def scale_at(words: Words, at: int) -> Read:
    """The product of the scale words at a place: « mille », « mille milliards »."""
    scales = number_words().scales
    first = scales.get(_word(words, at), 1)
    second = scales.get(_word(words, at + 1), 1)
    if first == 1:
        return Read(1, 0)
    return Read(first * second, 2) if second > first == 1000 else Read(first, 1)


def cardinal(words: Words, at: int = 0) -> Read:
    """The longest cardinal that begins at a word."""
    total, taken, ceiling = 0, 0, 10**30
    while True:
        here = at + taken
        bare_thousand = _word(words, here) in ("mille", "mil")
        part = Read(1, 0) if bare_thousand else _under_1000(words, here)
        scale = scale_at(words, here + part.taken)
        nothing = not part.taken and not bare_thousand
        if nothing or scale.value >= ceiling or (taken and not part.value):
            return Read(total, taken)
        total += part.value * scale.value
        taken += part.taken + scale.taken
        ceiling = scale.value
        if not scale.taken:
            return Read(total, taken)


@functools.cache
def ordinal_stems() -> Mapping[str, str]:
    """« troisieme » → « trois »: the cardinal word inside each ordinal word."""
    known = number_words()
    inside = [*known.units, *known.teens, *known.tens, "cent", "mille", "million", "milliard"]
    stems = {word.removesuffix("e") + "ieme": word for word in inside}
    stems |= {"cinquieme": "cinq", "neuvieme": "neuf", "unieme": "un"}
    return stems | {ordinal + "s": word for ordinal, word in stems.items()}


def ordinal(words: Words, at: int = 0) -> Read:
    """The ordinal that begins at a word: « troisième », « vingt et unième »."""
    known = number_words()
    if _word(words, at) in known.ordinals:
        return Read(known.ordinals[words[at]], 1)
    stems = ordinal_stems()
    for last in range(at, min(at + 6, len(words))):
        if words[last] in stems:
            read = cardinal((*words[at:last], stems[words[last]]))
            return read if read.taken == last - at + 1 else NOTHING
    return NOTHING


@functools.cache
def starters() -> frozenset[str]:
    """Every word that can begin a number."""
    known = number_words()
    cardinals = {*known.units, *known.teens, *known.tens, "cent", "mille", "mil"}
    ordinals = {*known.ordinals, *ordinal_stems()} - {"unieme", "uniemes"}
    return frozenset(cardinals | ordinals)
