"""Which French nouns name an office, an occupation or a rank."""

from __future__ import annotations

import functools

from greffier.lang import lexicon
from greffier.lang.fr.entities.countries import demonym_forms
from greffier.lang.fr.spelling import plain
from greffier.model.syntax import Token

PACKAGE = "greffier.lang.fr.roles"
SHIPS = ("sous-marin", "porte-avion")
"""Compounds that look like those of an office, and are none."""
PREFIXES = ("ex-", "vice-", "sous-", "co", "archi")


@functools.cache
def words(key: str) -> frozenset[str]:
    return lexicon.words(lexicon.load(PACKAGE, "lexicon.toml"), key, "roles/lexicon.toml")


def singular(norm: str) -> str:
    """A noun's singular, near enough for the lexicon: « chefs » → « chef »."""
    word = plain(norm)
    if word in words("functions") or len(word) < 4:
        return word
    if word.endswith("aux") and word[:-3] + "al" in words("functions"):
        return word[:-3] + "al"
    return word[:-1] if word[-1] in "sx" and word[:-1] in words("functions") else word


def is_function(token: Token) -> bool:
    """Whether a noun names an office or occupation, with or without ex-, vice-."""
    word = singular(token.norm)
    if word in words("functions"):
        return True
    if word.startswith(SHIPS):
        return False
    stem = next((word.removeprefix(p) for p in PREFIXES if word.startswith(p)), "")
    return stem in words("functions") or (word.startswith("vice-premi"))


def is_rank(token: Token) -> bool:
    return plain(token.norm) in words("ranks")


def regional(word: str) -> str | None:
    """The state of an adjective of region or people, in any form: « québécoises »."""
    return _regional().get(plain(word.lower()))


@functools.cache
def _regional() -> dict[str, str]:
    table: dict[str, str] = lexicon.load(PACKAGE, "lexicon.toml")["regional"]
    return {plain(form): code for word, code in table.items() for form in demonym_forms(word)}
