"""The forms of one place's name: with and without the noun that says what it is."""

from __future__ import annotations

import functools

from greffier.lang import lexicon
from greffier.lang.fr.entities.gazetteer import folded, towns

PACKAGE = "greffier.lang.fr.entities"
SMALL = lexicon.words(lexicon.load(PACKAGE, "places.toml"), "small", "places.toml")
"""Words that come and go in a place's name: links, articles, the article of « al-Qaïm »."""
LONGEST_HEAD = 2
"""Words: « base aérienne »."""


@functools.cache
def heads(key: str) -> frozenset[str]:
    return lexicon.words(lexicon.load(PACKAGE, "places.toml"), key, "places.toml")


def place_key(name: str) -> str:
    """One key for « la province d'Idleb » and « Idleb », « al-Qaïm/Boukamal » and « Qaïm »."""
    rest = without_area(name.split("/")[0])
    kept = [w for w in rest.split() if w not in SMALL]
    return " ".join(kept) or rest


def without_area(name: str) -> str:
    """The folded name without the noun of an area: « la région de Kermor » gives « kermor »."""
    words = folded(name).split()
    while words and words[0] in SMALL and len(words) > 1:
        words = words[1:]
    head, rest = _split(words, "areas")
    while head and rest[0] in SMALL:
        rest = rest[1:]
    return " ".join(rest if head else folded(name).split())


def named_after(key: str) -> str | None:
    """The key of the place that a site's key holds, where that name alone may mean the site:
    « poste frontiere qaim » gives « qaim », « aeroport lyon » nothing."""
    words = key.split()
    head, rest = _split(words, "posts")
    if head:
        return " ".join(rest)
    head, rest = _split(words, "sites")
    return " ".join(rest) if head and not towns(" ".join(rest)) else None


def _split(words: list[str], key: str) -> tuple[str, list[str]]:
    """The noun that heads a name, and the rest; no noun when nothing would be left."""
    for length in range(LONGEST_HEAD, 0, -1):
        head, rest = " ".join(words[:length]), words[length:]
        if head in heads(key) and any(w not in SMALL for w in rest):
            return head, rest
    return "", words


def is_site(noun: str) -> bool:
    """Whether a noun makes the name of a site of a town, which is another place than the town."""
    return folded(noun) in heads("sites")
