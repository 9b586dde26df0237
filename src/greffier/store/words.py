"""Texts as words to search by: as written, folded (no accents, œ as oe), and as French stems.

Both stores are given words cut here, so that they find the same; see docs/decisions/0011.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

import snowballstemmer

WORD = re.compile(r"[^\W_]+")
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
PHRASE = re.compile(r'"([^"]*)"|«([^»]*)»|“([^”]*)”')
CACHED = 200_000
"""Words whose stem is kept at hand: stemming in Python is slow, words come again."""
LONGEST = 64
"""Letters. Longer words are no words: what follows is left out."""


@dataclass(frozen=True, slots=True)
class Columns:
    """One text, three times, word by word in the same places."""

    written: tuple[str, ...]
    folded: tuple[str, ...]
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched: terms (folded, stem) that must all be there in one form or the other, and
    phrases, folded, word by word."""

    terms: tuple[tuple[str, str], ...]
    phrases: tuple[tuple[str, ...], ...]

    def __bool__(self) -> bool:
        return bool(self.terms or self.phrases)

    def fits(self, word: str) -> bool:
        """Whether a word of a text is one that was searched."""
        return _fits(self, word)


@functools.lru_cache(maxsize=CACHED)
def _fits(query: Query, word: str) -> bool:
    told = folded(word)
    loose = any(told == f or (told[:2] == f[:2] and stem(word) == s) for f, s in query.terms)
    return loose or any(told in phrase for phrase in query.phrases)


def columns(text: str) -> Columns:
    """The words of a text."""
    written = words(text)
    return Columns(written, tuple(map(folded, written)), tuple(map(stem, written)))


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in lower case; what is no letter or digit parts them."""
    plain = unicodedata.normalize("NFC", text).lower()
    return tuple(word[:LONGEST] for word in WORD.findall(plain))


@functools.lru_cache(maxsize=CACHED)
def folded(word: str) -> str:
    """A word without accents and ligatures."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.lower().translate(LIGATURES))
    return "".join(c for c in apart if not unicodedata.combining(c)) or word


@functools.lru_cache(maxsize=CACHED)
def stem(word: str) -> str:
    """The French stem of a word, folded after stemming: « députés » and « depute » meet."""
    found: str = _stemmer().stemWord(word.translate(LIGATURES))
    return folded(found)


def parse(query: str) -> Query:
    """`port "ministre de la Pêche"`: words that must all be there, phrases to be found as such."""
    quoted = (words("".join(found)) for found in PHRASE.findall(query))
    phrases = tuple(tuple(map(folded, told)) for told in quoted if told)
    loose = words(PHRASE.sub(" ", query))
    return Query(tuple(dict.fromkeys((folded(word), stem(word)) for word in loose)), phrases)


@functools.cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("french")
