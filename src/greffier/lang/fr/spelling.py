"""French text as the rules match it: one spelling for what the press spells in several ways."""

from __future__ import annotations

import re

_SAME = {"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-"}
_SAME |= {"‐": "-", "\t": " "}
_TABLE = str.maketrans(_SAME)

_BARE = str.maketrans("àâäéèêëîïôöùûüçñ", "aaaeeeeiioouuucn")


def plain(text: str) -> str:
    """The text in lower case with straight apostrophes and plain spaces and hyphens, one for
    one: offsets do not move (a letter whose lower case is longer is kept as it is)."""
    text = text.translate(_TABLE)
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def bare(text: str) -> str:
    """`plain` without accents, for words that capitals and keyboards leave bare."""
    return plain(text).translate(_BARE)


def alternatives(words: list[str] | tuple[str, ...] | frozenset[str]) -> str:
    """A regular expression for any of the words, longest first, in plain text: each accented
    letter also matches bare (« fevrier »), each space matches any one space or hyphen."""
    return "|".join(map(_optional_accents, sorted(words, key=lambda word: (-len(word), word))))


def _optional_accents(word: str) -> str:
    return "".join(_letter(c) for c in word)


def _letter(c: str) -> str:
    base = c.translate(_BARE)
    if base != c:
        return f"[{c}{base}]"
    return "[ -]" if c == " " else re.escape(c)
