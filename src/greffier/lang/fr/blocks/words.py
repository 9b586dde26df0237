"""The lexicon of page lines, French and English together, and lines as the rules match them."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable

from greffier.lang import lexicon
from greffier.lang.fr.spelling import bare, plain

PACKAGE = "greffier.lang.fr.blocks"
COMPANION = "greffier.lang.en.blocks"
"""Sites leave much of their furniture in English."""

SHARED = (
    "furniture",
    "openers",
    "alone",
    "web",
    "holds",
    "list_heads",
    "comment_heads",
    "genres",
    "outlet_words",
    "published",
    "by",
    "credits",
)
FRENCH_ONLY = ("newsrooms", "agencies", "pointing", "page_nouns")

_SPACES = re.compile(r"\s+")
_BULLETS = re.compile(r"^[\s*•·▶►→➜>|+✉☰✕×–—-]+")
_MARKS = re.compile(r"\b\d+(?:[.,]\d+)?(?: ?[km])?\b|[^\w' -]+|(?<= )-(?= )|^[ -]+|[ -]+$")


@functools.cache
def words() -> dict[str, frozenset[str]]:
    """Every list, bare (`spelling.bare`); LexiconError when one is missing or has a double."""
    french = lexicon.load(PACKAGE, "lexicon.toml")
    english = lexicon.load(COMPANION, "lexicon.toml")
    found = {key: lexicon.words(french, key, PACKAGE) for key in SHARED + FRENCH_ONLY}
    for key in SHARED:
        found[key] |= lexicon.words(english, key, COMPANION)
    return {key: frozenset(map(bare, listed)) for key, listed in found.items()}


@functools.cache
def english_months() -> dict[str, int]:
    """English month names and their short forms."""
    table = lexicon.load(COMPANION, "lexicon.toml")
    return {
        form: rank for rank, forms in enumerate(table["months"], 1) for form in forms.split(" ")
    }


def either(listed: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first."""
    ordered = sorted(listed, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", " +") for word in ordered)


@functools.lru_cache(maxsize=4096)
def folded(line: str) -> str:
    """A line bare, without bullets, its spaces made one."""
    return _SPACES.sub(" ", _BULLETS.sub("", bare(line))).strip()


@functools.lru_cache(maxsize=4096)
def cased(line: str) -> str:
    """A line without accents but with its capitals, spaces made one, apostrophes straight."""
    letters = unicodedata.normalize("NFD", _SPACES.sub(" ", line.replace("’", "'"))).strip()
    return "".join(c for c in letters if not unicodedata.combining(c))


def core(line: str) -> str:
    """A line's words without marks and counts: « Commentaires (4) » → « commentaires »."""
    return _SPACES.sub(" ", _MARKS.sub(" ", folded(line))).strip()


__all__ = ["bare", "cased", "core", "either", "english_months", "folded", "plain", "words"]
