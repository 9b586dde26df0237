"""French words around and inside names: titles, civilities, dangling prepositions."""

from __future__ import annotations

from greffier.lang.fr.entities.countries import countries_of_body, country_named, government_at
from greffier.lang.fr.entities.gazetteer import folded, towns
from greffier.lang.fr.entities.governments import GOVERNMENTS
from greffier.lang.fr.entities.naming import LINKS, PARTICLES
from greffier.lang.fr.entities.nominals import heads, is_group, is_inhabitant
from greffier.lang.fr.names import places
from greffier.lang.fr.names.rules import (
    is_acronym,
    is_body_acronym,
    is_feast,
    is_firm,
    is_lived_in,
    is_locality,
    is_medium,
    is_occasion,
    is_office,
    is_organization,
    is_placed,
    is_storm,
    is_thing,
    is_vessel,
)
from greffier.lang.fr.roles.functions import is_function, is_rank
from greffier.lang.fr.spelling import bare, plain
from greffier.model.language import NameWords
from greffier.model.syntax import Sentence, Token

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
ARTICLES = frozenset({"la", "le", "l'", "du", "au"})
CREDITS = frozenset({"©", "photo", "photos", "credit", "credits", "(c)", "illustration", "image"})
FOREIGN_ARTICLES = frozenset({"The", "Der", "Die", "Das"})
RELATING = frozenset({"pour", "en", "à", "au", "aux", "auprès", "sur", "contre", "dans"})
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


def is_people(sentence: Sentence, token: Token) -> bool:
    """« les Gardiens de… », « des Frères… »: people in the plural, with the capital of a body."""
    before = plain(sentence.tokens[token.i - 1].norm) if token.i else ""
    plural = before in ("les", "des", "aux") and token.norm.endswith("s")
    return plural and not token.text.isupper() and is_group(token, True)


NAME_WORDS = NameWords(
    dangles=lambda token: plain(token.norm) in DANGLING,
    ties=lambda token: plain(token.norm) in LINKS,
    is_title=is_title,
    is_civility=lambda token: plain(token.norm) in CIVILITIES or is_rank(token),
    is_particle=lambda token: plain(token.norm) in PARTICLES,
    is_capital=lambda name: government_at(name) is not None or country_named(name) is not None,
    folded=folded,
    is_organization=is_organization,
    is_label=lambda token: plain(token.norm) in LABELS,
    is_locality=is_locality,
    is_locative=places.is_locative,
    is_contracted=lambda token: plain(token.norm) in ("du", "au"),
    is_region=places.is_region,
    is_town=places.is_town,
    is_given_name=places.is_given_name,
    is_demonym=places.is_demonym,
    is_inhabitant=is_inhabitant,
    is_placed=is_placed,
    is_site=places.is_site,
    is_office=is_office,
    is_feast=is_feast,
    is_at=lambda token: plain(token.norm) == "à",
    is_lived_in=is_lived_in,
    is_asked=GOVERNMENTS.asked,
    is_any_town=lambda name: bool(towns(name)),
    is_medium=is_medium,
    is_occasion=is_occasion,
    is_storm=is_storm,
    is_body_acronym=is_body_acronym,
    is_thing=is_thing,
    is_singular_article=lambda token: plain(token.norm) in ARTICLES,
    credits=lambda token: bare(token.norm) in CREDITS,
    publishes=lambda token: plain(token.norm) in ("sur", "via"),
    is_known_body=lambda name: bool(countries_of_body(name)),
    is_foreign_article=lambda token: token.text in FOREIGN_ARTICLES,
    is_native_article=lambda token: token.text in ("La", "Le", "Les"),
    is_vessel=is_vessel,
    is_body=lambda token: (
        plain(token.lemma) in heads("bodies") or plain(token.norm) in heads("bodies")
    ),
    is_people=is_people,
    is_firm=is_firm,
    relates=lambda token: plain(token.norm) in RELATING,
    is_acronym=is_acronym,
)
"""What `annotate.mentions` asks of French."""
