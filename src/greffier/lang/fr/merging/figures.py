"""What a figure counts, in one word, so that « 37 morts » meets « ont tué 41 personnes »."""

from __future__ import annotations

import functools
import re

from greffier.lang import lexicon
from greffier.lang.fr.merging.bodies import split
from greffier.lang.fr.merging.words import fold, stem

REACH = 7
"""Words between a figure of people and what happened to them, at most."""

SHARE = re.compile(r"%|pour cent|\b(?:tiers|quarts?|moitié|cinquièmes?|dixièmes?)\b", re.IGNORECASE)
CORRECTS = r"et non(?: pas)?|et pas|au lieu d[e’']|plutôt qu[e’']|contre"
REPLACES = re.compile(
    rf"^(?:\W*\w+){{0,2}}?\W*\b(?:{CORRECTS})\b(?!.*[.;]).{{0,25}}$", re.IGNORECASE
)


@functools.cache
def _classes(section: str) -> dict[str, frozenset[tuple[str, ...]]]:
    table = lexicon.load("greffier.lang.fr.merging", "lexicon.toml")[section]
    return {
        name: frozenset(split(w) for w in lexicon.words(table, name, "lexicon.toml"))
        for name in table
    }


def _nearest(words: tuple[str, ...], section: str) -> tuple[int, str] | None:
    """The class whose word comes first, and at which place."""
    found = [
        (i, name)
        for name, known in _classes(section).items()
        for told in known
        for i in range(len(words))
        if words[i : i + len(told)] == told
    ]
    return min(found, default=None)


def _money(text: str) -> str | None:
    """The currency of a sum, by its word or sign."""
    words = split(text)
    for name, known in _classes("currencies").items():
        if any((w,) in known for w in words):
            return f"money {name}"
    signs = {"€": "euro", "$": "dollar", "£": "livre", "¥": "yen"}
    return next((f"money {name}" for sign, name in signs.items() if sign in text), None)


def counted(unit: str | None, text: str, before: str, after: str) -> str:
    """What a figure counts: what happened to people (`dead`), a currency, a share, else the noun
    of its unit. `before` and `after` stand around it in its sentence."""
    words = split(unit or "")
    happened = _nearest(words, "happenings")
    if happened:
        return happened[1]
    money = _money(f"{unit or ''} {text}")
    if money:
        return money
    if not words:
        return "share" if SHARE.search(text) else "number"
    if (words[0],) not in _classes("units")["people"]:
        return "share" if SHARE.search(text) else stem(fold(words[0]))
    ahead = _nearest(split(after)[:REACH], "happenings")
    behind = _nearest(tuple(reversed(split(before)[-REACH:])), "happenings")
    nearest = min((found for found in (behind, ahead) if found), default=None)
    return nearest[1] if nearest else "people"


def replaces(between: str) -> bool:
    """Whether a figure after these words is the one that the figure before them corrects:
    « cinq morts, et non trois »."""
    return REPLACES.match(between) is not None
