"""What the words in and around a French name tell of its kind, with examples."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from greffier.lang import lexicon
from greffier.lang.fr.entities.gazetteer import folded
from greffier.lang.fr.spelling import bare
from greffier.model.rules import Example, Rule
from greffier.model.syntax import Token

_MISSION = re.compile(r"m[io]nu[a-z]{1,6}")
"""« MINUSMA », « Monusco »: missions des Nations unies."""
_TABLE = lexicon.load(__package__, "lexicon.toml")
_ORGANIZATIONS = frozenset(
    folded(w) for w in lexicon.words(_TABLE, "organizations", "names/lexicon.toml")
)
_LOCALITIES = lexicon.words(_TABLE, "localities", "names/lexicon.toml")
_OCCASIONS = lexicon.words(_TABLE, "occasions", "names/lexicon.toml")
_PLACED = lexicon.words(_TABLE, "placed", "names/lexicon.toml")
_OFFICES = lexicon.words(_TABLE, "offices", "names/lexicon.toml")
_FEASTS = lexicon.words(_TABLE, "feasts", "names/lexicon.toml")
_LIVED_IN = lexicon.words(_TABLE, "lived_in", "names/lexicon.toml")
_MEDIA = lexicon.words(_TABLE, "media", "names/lexicon.toml")
_THINGS = lexicon.words(_TABLE, "acronyms_of_things", "names/lexicon.toml")
_VESSELS = lexicon.words(_TABLE, "vessels", "names/lexicon.toml")
_FIRMS = lexicon.words(_TABLE, "firms", "names/lexicon.toml")
_STORMS = lexicon.words(_TABLE, "storms", "names/lexicon.toml")


def _noun(token: Token, nouns: frozenset[str]) -> bool:
    """Whether a token is one of the nouns, in any number."""
    return bare(token.norm) in nouns or bare(token.lemma) in nouns


def is_organization(name: str) -> bool:
    """Whether a folded name is that of a body or outlet known everywhere."""
    return name in _ORGANIZATIONS or bool(_MISSION.fullmatch(name))


def is_locality(token: Token) -> bool:
    """Whether a noun's complement is a place: « la ville de »."""
    return _noun(token, _LOCALITIES)


def is_occasion(token: Token) -> bool:
    """Whether the name after a noun is that of an occasion: « le festival de »."""
    return _noun(token, _OCCASIONS)


def is_placed(token: Token) -> bool:
    """Whether what « de » ties to a noun is a place: « le maire de »."""
    return _noun(token, _PLACED)


def is_office(token: Token) -> bool:
    """Whether the town after a noun is part of a body's name: « la mairie de »."""
    return _noun(token, _OFFICES)


def is_feast(name: str) -> bool:
    """Whether a folded name is a feast's, which is nobody and no place."""
    return name in _FEASTS


def is_lived_in(token: Token) -> bool:
    """Whether a word's « à X » is where somebody is: « né à », « boulanger à »."""
    return _noun(token, _LIVED_IN)


def is_medium(token: Token) -> bool:
    """Whether the name right after a noun is an outlet's: « le quotidien X »."""
    return _noun(token, _MEDIA)


def is_storm(token: Token) -> bool:
    """Whether a noun stands before the given name of a storm."""
    return _noun(token, _STORMS)


def is_vessel(token: Token) -> bool:
    """Whether a noun stands before the name of a ship."""
    return _noun(token, _VESSELS)


def is_firm(token: Token) -> bool:
    """Whether the name right after a noun is that of a body: « la société X »."""
    return token.text[0].islower() and _noun(token, _FIRMS)


def is_acronym(token: Token) -> bool:
    """Two to six capitals, as parties write themselves in brackets."""
    return 2 <= len(token.text) <= 6 and token.text.isalpha() and token.text.isupper()


def is_thing(token: Token) -> bool:
    """Whether an acronym names a thing, a trade or a disease: « le PIB »."""
    return len(token.text) > 2 and token.text.isupper() and folded(token.text) in _THINGS


def is_body_acronym(token: Token) -> bool:
    """« l'AMP », « la CGT-Énergie »: capitals that do not abbreviate a thing (« le PIB »)."""
    first, *others = token.text.split("-")
    capitals = 2 <= len(first) <= 6 and first.isalpha() and first.isupper()
    named = capitals and not any(o.isupper() and len(o) < 2 for o in others)
    return named and token.pos in ("PROPN", "NOUN", "X", "ADJ") and folded(first) not in _THINGS


RULES: tuple[Rule[Callable[..., Any]], ...] = (
    Rule(
        "names.party",
        is_acronym,
        (
            Example(
                "La députée Solène Carvallec (LR) a refusé de voter le texte.",
                ("LR [organization]",),
            ),
            Example("La députée Solène Carvallec (à gauche) a refusé de voter le texte."),
        ),
    ),
)
"""Rules of names, with their examples."""
