"""The words of an office: its function as told, what it leaves out, whether it is a state's."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from greffier.lang import lexicon
from greffier.lang.fr.entities.countries import countries_of_body, country_of_demonym
from greffier.lang.fr.roles.functions import PACKAGE, regional, singular, words
from greffier.lang.fr.spelling import plain
from greffier.model.syntax import Token


@functools.cache
def tenures() -> dict[str, str]:
    found: dict[str, str] = lexicon.load(PACKAGE, "lexicon.toml")["tenures"]
    return found


def is_state(kept: Sequence[Token], head: Token) -> bool:
    """Whether an office is one of a state."""
    told = plain(function_of([t for t in kept if plain(t.norm) not in tenures()], head))
    for ending in UNSTABLE:
        told = told.removesuffix(ending)
    return told in words("state") or told.removeprefix("vice-").startswith(STATE_BEGINNINGS)


UNSTABLE = (" par intérim", " élu", " élue", " sortant", " sortante", " adjoint", " adjointe")
"""What may follow an office of a state, which it stays."""
STATE_BEGINNINGS = (
    "ministre d",
    "ministres d",
    "secrétaire à",
    "secrétaire au",
    "secrétaire d'état",
    "chef d'état-major",
    "candidat à",
    "candidate à",
)


def without_article(tokens: list[Token]) -> list[Token]:
    while tokens and plain(tokens[0].norm) in ("l'", "la", "le", "les"):
        tokens = tokens[1:]
    return tokens


def text_of(tokens: Sequence[Token]) -> str:
    """The words as written, with single spaces where the article has white space."""
    pieces: list[str] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if before is not None and token.start > before.end:
            pieces.append(" ")
        pieces.append(token.text)
    return "".join(pieces)


def function_of(kept: Sequence[Token], head: Token) -> str:
    """The function as written, its noun in the singular."""
    told = text_of(kept)
    one = singular(head.norm)
    if one != plain(head.norm) and head.text.lower() in told.lower():
        start = told.lower().index(head.text.lower())
        told = told[:start] + head.text[: len(one)] + told[start + len(head.text) :]
    return told


def demonym_of(token: Token) -> str | None:
    """The country of an adjective; a capital makes it part of a name (« océan Indien »)."""
    if token.text[0].isupper():
        return None
    return country_of_demonym(token.text) or regional(token.norm)


def is_party(token: Token) -> bool:
    """Whether a word with a capital is the name of a party or body known everywhere."""
    return token.text[0].isupper() and bool(countries_of_body(token.text))
