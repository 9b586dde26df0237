"""Content words and how rare they are in the press."""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from pathlib import Path

import snowballstemmer

from greffier.lang import lexicon

TABLE = Path(__file__).with_name("frequent.txt")
WORD = re.compile(r"[^\W\d_]{2,}")
SHORTEST = 3
"""Letters. Shorter words are articles, pronouns, prepositions."""

_STEMMER = snowballstemmer.stemmer("french")


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents, ligatures taken apart."""
    lowered = text.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(
        c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c)
    )


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a lower-case word, folded."""
    return fold(_STEMMER.stemWord(word))


@functools.cache
def _frequencies() -> tuple[dict[str, int], int]:
    """Articles by stem, and how many articles were counted."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    total = int(re.findall(r"of (\d+) articles", lines[0])[0])
    return {word: int(count) for word, count in rows}, total


def weight(stemmed: str) -> float:
    """How rare a stem is: 1 for one that few articles hold, towards 0 for one that all do."""
    counts, total = _frequencies()
    found = counts.get(stemmed)
    return 1.0 if found is None else math.log(total / found) / math.log(total)


@functools.cache
def _function_words() -> frozenset[str]:
    table = lexicon.load("greffier.lang.fr.merging", "lexicon.toml")
    return frozenset(fold(w) for w in lexicon.words(table, "function_words", "lexicon.toml"))


def words(text: str) -> tuple[str, ...]:
    """Stems of the content words of a passage, in order."""
    found = (w for w in WORD.findall(text.lower()) if len(w) >= SHORTEST)
    return tuple(stem(w) for w in found if fold(w) not in _function_words())
