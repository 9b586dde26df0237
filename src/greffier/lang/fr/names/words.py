"""French words around and inside names: titles, civilities, dangling prepositions."""

from __future__ import annotations

from greffier.lang.fr.entities.countries import country_named, government_at
from greffier.lang.fr.entities.gazetteer import folded
from greffier.lang.fr.entities.naming import PARTICLES
from greffier.lang.fr.names.rules import is_acronym, is_locality, is_organization, is_storm
from greffier.lang.fr.roles.offices import is_function, is_rank
from greffier.lang.fr.spelling import plain
from greffier.model.language import NameWords
from greffier.model.syntax import Token

DANGLING = frozenset(
    {
        "de",
        "d'",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l'",
        "en",
        "et",
        "à",
        "au",
        "aux",
        "pour",
        "par",
        "sur",
    }
)
CIVILITIES = frozenset(
    {
        "m.",
        "mm.",
        "mme",
        "mmes",
        "mlle",
        "monsieur",
        "madame",
        "mademoiselle",
        "dr",
        "docteur",
        "me",
        "maître",
    }
)
LABELS = frozenset({"ong", "association", "agence", "société", "collectif", "groupe", "entreprise"})
BEFORE_OFFICE = frozenset(
    {
        "premier",
        "première",
        "ancien",
        "ancienne",
        "futur",
        "future",
        "vice-premier",
        "vice-première",
    }
)


def is_title(token: Token) -> bool:
    """Whether a word at the head of a name is an office, a rank or a civility."""
    word = plain(token.norm)
    return (
        word in BEFORE_OFFICE or is_rank(token) or (is_function(token) and not token.text.isupper())
    )


NAME_WORDS = NameWords(
    dangles=lambda token: plain(token.norm) in DANGLING,
    is_title=is_title,
    is_civility=lambda token: plain(token.norm) in CIVILITIES or is_rank(token),
    is_particle=lambda token: plain(token.norm) in PARTICLES,
    is_capital=lambda name: government_at(name) is not None or country_named(name) is not None,
    folded=folded,
    is_organization=is_organization,
    is_label=lambda token: plain(token.norm) in LABELS,
    is_locality=is_locality,
    is_storm=is_storm,
    is_acronym=is_acronym,
)
"""What `annotate.mentions` asks of French."""
