"""What a figure counts, in one word, so that « 37 morts » meets « ont tué 41 personnes »."""

from __future__ import annotations

import functools

from greffier.lang import lexicon
from greffier.lang.fr.merging.bodies import split
from greffier.lang.fr.merging.words import fold, stem

PEOPLE = "people"


@functools.cache
def _classes(section: str) -> dict[str, frozenset[tuple[str, ...]]]:
    table = lexicon.load("greffier.lang.fr.merging", "lexicon.toml")[section]
    return {
        name: frozenset(split(w) for w in lexicon.words(table, name, "lexicon.toml"))
        for name in table
    }


def _named(words: tuple[str, ...], section: str) -> str | None:
    for name, known in _classes(section).items():
        if any(words[i : i + len(w)] == w for w in known for i in range(len(words))):
            return name
    return None


def counted(unit: str | None, around: str) -> str:
    """The class of a unit: what happened to people (`dead`), `money`, else the unit's noun;
    `around` is what stands next to the figure, asked only where the unit is people or nothing."""
    words = split(unit or "")
    happened = _named(words, "counted")
    if happened:
        return happened
    kind = _named(words[:1] if len(words) > 1 else words, "units") or _named(words, "units")
    if kind == PEOPLE or not words:
        return _named(split(around), "counted") or (PEOPLE if words else "share")
    return kind or stem(fold(words[0]))
