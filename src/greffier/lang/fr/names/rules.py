"""What the words in and around a French name tell of its kind, with examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from greffier.lang import lexicon
from greffier.lang.fr.entities.gazetteer import folded
from greffier.lang.fr.spelling import plain
from greffier.model.rules import Example, Rule
from greffier.model.syntax import Token

_TABLE = lexicon.load(__package__, "lexicon.toml")
_ORGANIZATIONS = frozenset(
    folded(w) for w in lexicon.words(_TABLE, "organizations", "names/lexicon.toml")
)
_LOCALITIES = lexicon.words(_TABLE, "localities", "names/lexicon.toml")
_STORMS = lexicon.words(_TABLE, "storms", "names/lexicon.toml")


def is_organization(name: str) -> bool:
    """Whether a folded name is that of a body or outlet known everywhere."""
    return name in _ORGANIZATIONS


def is_locality(token: Token) -> bool:
    """Whether a noun's complement is a place: « la ville de »."""
    return plain(token.norm) in _LOCALITIES


def is_storm(token: Token) -> bool:
    """Whether a noun stands before the given name of a storm."""
    return plain(token.norm) in _STORMS


def is_acronym(token: Token) -> bool:
    """Two to six capitals, as parties write themselves in brackets."""
    return 2 <= len(token.text) <= 6 and token.text.isalpha() and token.text.isupper()


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
