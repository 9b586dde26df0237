"""Which French nouns describe a body or a group of people."""

from __future__ import annotations

import functools

from greffier.lang import lexicon
from greffier.lang.fr.entities.countries import country_of_demonym
from greffier.lang.fr.spelling import plain
from greffier.model.language import Nominals
from greffier.model.syntax import Token

PACKAGE = "greffier.lang.fr.entities"
COLLECTIVES = frozenset(
    {
        "foule",
        "presse",
        "population",
        "source",
        "protocole",
        "entourage",
        "cortège",
        "équipage",
        "public",
        "délégation",
        "famille",
        "opinion",
        "bande",
    }
)
SOURCES = frozenset({"selon", "par"})
LINKS = frozenset({"de", "d'", "du", "des"})


@functools.cache
def heads(key: str) -> frozenset[str]:
    """A list of the lexicon of head nouns."""
    return lexicon.words(lexicon.load(PACKAGE, "heads.toml"), key, "heads.toml")


def _noun(token: Token) -> str:
    return plain(token.lemma)


def is_body(token: Token, told_more: bool) -> bool:
    noun = _noun(token)
    return noun in heads("bodies") and (told_more or noun not in heads("needs_more"))


def is_group(token: Token, told_more: bool) -> bool:
    noun = _noun(token)
    return noun in heads("groups") and (told_more or noun not in heads("groups_need_more"))


def people(token: Token) -> str | None:
    """The country of « les Maliens »: a demonym with a capital, in the plural."""
    if token.text[:1].isupper() and token.norm.endswith("s") and token.i > 0:
        return country_of_demonym(token.text)
    return None


def links(token: Token) -> bool:
    """Whether a word ties a complement to its noun."""
    return token.norm in LINKS


NOMINALS = Nominals(
    is_body=is_body,
    is_group=is_group,
    is_collective=lambda token: _noun(token) in COLLECTIVES,
    people=people,
    links=links,
    sources=lambda case: case.lemma in SOURCES or case.norm == "d'après",
    demonym=country_of_demonym,
)
