"""French text as the rules match it: one spelling for what the press spells in several ways."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

_SAME = {"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-"}
_SAME |= {"‐": "-", "\t": " "}
_TABLE = str.maketrans(_SAME)

_BARE = str.maketrans(dict(zip("àâäéèêëîïôöùûüçñ", "aaaeeeeiioouuucn", strict=True)) | _SAME)

LONGEST_WORD = 40
"""Code points of the longest text that is taken for a word or two."""


@functools.lru_cache(maxsize=1 << 15)
def plain(text: str) -> str:
    """The text in lower case with straight apostrophes and plain spaces and hyphens, one for
    one: offsets do not move (a letter whose lower case is longer is kept as it is)."""
    return _lower(text).translate(_TABLE)


def bare(text: str) -> str:
    """`plain` without accents, for words that capitals and keyboards leave bare."""
    return _bare_word(text) if len(text) <= LONGEST_WORD else _bare(text)


def _bare(text: str) -> str:
    return _lower(text).translate(_BARE)


_bare_word = functools.lru_cache(maxsize=1 << 15)(_bare)
"""Words come again; whole texts, folded once each, would only fill the memory."""


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first; a space also matches a hyphen."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", "[ -]") for word in ordered)
