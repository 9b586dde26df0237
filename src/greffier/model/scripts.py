"""Names that mix scripts: a Cyrillic « а » in a Latin name looks like another person's name."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
LOOKALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})
"""Scripts whose letters are taken for one another."""


def mixed(name: str) -> bool:
    """Whether one word of a name has letters of several scripts that look alike."""
    return any(len(_scripts(word)) > 1 for word in _WORD.findall(name))


def _scripts(word: str) -> frozenset[str]:
    found = {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
    return LOOKALIKE & found
