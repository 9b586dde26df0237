"""Bodies, offices and places under their several names, as words to compare."""

from __future__ import annotations

import functools
import re

from greffier.lang import lexicon
from greffier.lang.fr.entities.countries import country_of_demonym
from greffier.lang.fr.merging.words import fold, stem

SMALL = frozenset(
    ("le", "la", "les", "l", "de", "des", "du", "d", "en", "au", "aux", "et", "a", "the", "of")
)
_TOKEN = re.compile(r"[^\W_]+")


def split(text: str) -> tuple[str, ...]:
    """Folded words, articles and prepositions left out."""
    return tuple(w for w in _TOKEN.findall(fold(text)) if w not in SMALL)


@functools.cache
def _table() -> dict[str, object]:
    return lexicon.load("greffier.lang.fr.merging", "lexicon.toml")


def _listed(key: str) -> frozenset[tuple[str, ...]]:
    table = dict(_table())
    return frozenset(split(w) for w in lexicon.words(table, key, "lexicon.toml"))


@functools.cache
def _vague() -> frozenset[tuple[str, ...]]:
    return _listed("vague_bodies")


@functools.cache
def _labels() -> frozenset[tuple[str, ...]]:
    return _listed("body_labels")


@functools.cache
def _heads() -> frozenset[tuple[str, ...]]:
    return _listed("place_heads")


@functools.cache
def _anonymous() -> frozenset[tuple[str, ...]]:
    return _listed("anonymous")


@functools.cache
def _synonyms(key: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    groups = _table()[key]
    if not isinstance(groups, list) or not all(isinstance(group, list) for group in groups):
        raise lexicon.LexiconError(f"lexicon.toml: {key!r} must be lists of names")
    return {split(name): split(group[0]) for group in groups for name in group}


def _one_word(words: tuple[str, ...], key: str) -> tuple[str, ...]:
    """The words with the longest synonym that they begin with replaced by what stands for it."""
    known = _synonyms(key)
    for length in range(len(words), 0, -1):
        found = known.get(words[:length])
        if found is not None:
            return (*found, *words[length:])
    return words


def _without(words: tuple[str, ...], known: frozenset[tuple[str, ...]]) -> tuple[str, ...]:
    """The words without the longest known ones that they begin with, unless nothing is left."""
    for length in range(min(3, len(words) - 1), 0, -1):
        if words[:length] in known:
            return words[length:]
    return words


@functools.lru_cache(maxsize=65536)
def body(name: str, country: str | None) -> tuple[str, ...]:
    """What identifies a body of a country: « forces armées syriennes » (SYR) gives « armee »."""
    words = split(name)
    kept = (w for w in re.split(r"[\s’']+", name) if not _of(w, country))
    own = split(" ".join(kept))
    bare = _without(_one_word(own or words, "body_synonyms"), _labels())
    return bare or words


def _of(word: str, country: str | None) -> bool:
    return country is not None and country_of_demonym(word) == country


def is_vague(words: tuple[str, ...]) -> bool:
    return not words or words in _vague() or words[0] in ("ministere", "gouvernement", "armee")


def full_form(acronym: str) -> tuple[str, ...] | None:
    return _synonyms("body_synonyms").get(split(acronym))


@functools.lru_cache(maxsize=65536)
def office(function: str) -> str:
    """One spelling for an office: « chef de l'État », « président de la République »."""
    words = _one_word(split(function), "office_synonyms")
    return " ".join(w if len(w) < 4 else stem(w) for w in words)


def is_anonymous(name: str) -> bool:
    words = split(name)
    return not words or (words[0],) in _anonymous()


@functools.cache
def _sites() -> frozenset[tuple[str, ...]]:
    return _listed("site_heads")


@functools.lru_cache(maxsize=65536)
def place(name: str) -> tuple[tuple[str, ...], ...]:
    """A place's own words, what tells most first: « province d'Idleb » gives « idleb », « lac
    Tchad » gives « lac tchad » and « tchad », since a site may bear another place's name."""
    words = split(name)
    own = _without(words, _heads())
    bare = _without(own, _sites())
    return (own,) if own == bare else (own, bare)
