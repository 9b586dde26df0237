"""How French text names entities again: short forms, spellings, acronyms, labels before a name."""

from __future__ import annotations

import functools
import re

from greffier.lang import lexicon
from greffier.lang.fr.entities.countries import (
    PACKAGE,
    body_at,
    countries_of_body,
    country_named,
    country_of_demonym,
    government_at,
    is_seat,
)
from greffier.lang.fr.entities.gazetteer import Town, folded, towns
from greffier.lang.fr.entities.governments import GOVERNMENTS
from greffier.lang.fr.entities.nominals import heads
from greffier.lang.fr.entities.places import SMALL, named_after, place_key, without_area
from greffier.lang.fr.entities.regions import regions
from greffier.lang.fr.spelling import plain
from greffier.model.language import Naming, Place
from greffier.model.syntax import Sentence, Token

PARTICLES = frozenset(
    {
        "al",
        "el",
        "ad",
        "as",
        "ar",
        "az",
        "ben",
        "bin",
        "ibn",
        "bint",
        "abou",
        "abu",
        "de",
        "du",
        "des",
        "le",
        "la",
        "von",
        "van",
        "der",
        "den",
        "di",
        "da",
        "dos",
        "d",
        "l",
    }
)
REGNAL = frozenset(
    {"pape", "roi", "reine", "prince", "princesse", "empereur", "impératrice", "tsar", "tsarine"}
    | {"sultan", "émir", "patriarche", "antipape", "saint", "sainte"}
)
ARMIES = (["armee"], ["armees"], ["troupes"], ["forces"], ["soldats"])
MINISTERS = frozenset(
    {
        "ministre",
        "ministère",
        "vice-ministre",
        "ex-ministre",
        "secrétaire",
        "portefeuille",
        "sous-secrétaire",
        "premier-ministre",
    }
)
LINKS = frozenset({"de", "d'", "du", "des", "la", "le", "l'", "les"})
BETWEEN_STATES = frozenset(
    {
        "internationale",
        "international",
        "mondiale",
        "mondial",
        "nations",
        "europeenne",
        "europeen",
        "africaine",
        "panafricaine",
        "mediterranee",
        "ocean",
    }
)
_TERRITORIES = {
    "FRA": "GUF GLP MTQ REU MYT SPM NCL PYF WLF BLM MAF",
    "USA": "PRI GUM VIR ASM MNP",
    "GBR": "GIB BMU CYM FLK IMN JEY GGY AIA VGB MSR TCA SHN",
    "NLD": "ABW CUW SXM BES",
    "DNK": "GRL FRO",
    "CHN": "HKG MAC",
    "NOR": "SJM",
    "FIN": "ALA",
}
STATES = {code: state for state, codes in _TERRITORIES.items() for code in codes.split()}
"""Territories with a code of their own, and the state that they belong to."""
_ROMANISED = (
    ("ph", "f"),
    ("th", "t"),
    ("kh", "k"),
    ("gh", "g"),
    ("dj", "j"),
    ("tch", "c"),
    ("ch", "s"),
    ("sh", "s"),
    ("ou", "u"),
    ("oo", "u"),
    ("w", "u"),
    ("y", "i"),
    ("ck", "k"),
    ("q", "k"),
    ("c", "k"),
    ("z", "s"),
    ("ï", "i"),
)
_DOUBLED = re.compile(r"(.)\1")


def romanised(word: str) -> str:
    """A name's word as most romanisations agree on it: Othman, Osman and Uthman come close."""
    word = folded(word)
    for written, same in _ROMANISED:
        word = word.replace(written, same)
    return _DOUBLED.sub(r"\1", word)


def name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name that tell it apart, particles off."""
    words = folded(name).split()
    kept = [w for w in words if w not in PARTICLES] or words
    return tuple(kept)


def place(name: str, context: frozenset[str]) -> Place | None:
    """The town of this name: in a country that the article talks about, else the capital or the
    largest. Where towns of several countries may be meant, the place is known and its country
    is not: none of them is taken."""
    candidates = towns(name)
    at_home = tuple(town for town in candidates if town.country in context)
    best = _best(name, at_home or candidates)
    if best is None or best.population < CITY:
        for key in (folded(name), without_area(name)):
            if key in regions():
                return Place(regions()[key])
    if best is None or (best.population < SIZABLE and not at_home):
        return None
    return Place(
        STATES.get(best.country, best.country), best.latitude, best.longitude, best.geonames_id
    )


def _best(name: str, candidates: tuple[Town, ...]) -> Town | None:
    """The capital of this name, else the largest town, if no other country has a rival to it."""
    capital = government_at(name)
    best = next((town for town in candidates if town.country == capital), None)
    if best is not None or not candidates:
        return best
    largest = candidates[0]
    state = STATES.get(largest.country, largest.country)
    rivals = (t for t in candidates if STATES.get(t.country, t.country) != state)
    rival = next(rivals, None)
    least = max(SIZABLE, RIVAL * largest.population)
    return None if rival is not None and rival.population >= least else largest


SIZABLE = 15_000
"""Inhabitants from which a town is meant in an article that does not name its country."""
RIVAL = 0.05
"""Share of the largest town's inhabitants from which one of another country may be meant."""
CITY = 100_000
"""Inhabitants from which a town is meant rather than the region of the same name."""


def is_place_head(word: str) -> bool:
    return plain(word) in heads("places")


def is_portfolio(sentence: Sentence, head: Token) -> bool:
    """Whether a name only says which minister or ministry is meant: « ministre de la Pêche »."""
    for ancestor in sentence.ancestors(head):
        if plain(ancestor.lemma) in MINISTERS:
            if any(plain(t.lemma) == "premier" for t in sentence.children(ancestor, "amod")):
                return False  # « le Premier ministre du Québec »
            return head.start > ancestor.start and head.dep in (
                "nmod",
                "conj",
                "obl:arg",
                "obl:mod",
            )
        if ancestor.pos not in ("NOUN", "PROPN", "ADJ") or is_place_head(ancestor.lemma):
            return False
    return False


def is_international(name: str) -> bool:
    """Whether a body belongs to no one country: by its name, or as one of the known ones."""
    key = folded(name)
    known = any(key == k or key.endswith(f" {k}") for k in _international())
    return known or any(w in key.split() for w in BETWEEN_STATES)


def is_of_state(name: str) -> bool:
    """Whether a body is one that every state has, by the noun it begins with."""
    return plain(name).startswith(_state_beginnings())


@functools.cache
def _state_beginnings() -> tuple[str, ...]:
    return tuple(sorted(heads("of_state")))


NEXT = re.compile(r"\b(?:de la |de l'|du |des |de |d'|l')|(?<=\s)[^\W\d_]+")
"""In a body's name, a link with the complement after it, or an adjective."""


def told_in(name: str, context: frozenset[str]) -> str | None:
    """The country that the words of a body's name tell, the first of several: « la Cour d'appel
    de Lyon », « le gouvernement du Mali », « la presse kényane »."""
    text = plain(name)
    for found in NEXT.finditer(text):
        if found.group()[-1] not in " '":
            country = country_of_demonym(found.group()) if name[found.start()].islower() else None
        elif is_international(name[found.end() :]):
            return None
        else:
            country = _country_of(name[found.end() :], context)
        if country is not None:
            return country
    told = "federal" in folded(name)
    federal = {c for c in context if c in heads("federal")} if told else set()
    return next(iter(federal)) if len(federal) == 1 else None


def _country_of(name: str, context: frozenset[str]) -> str | None:
    """The country that a name is, or whose town it is."""
    named = country_named(name)
    town = place(name, context) if named is None and name[:1].isupper() else None
    return town.country if town else named


def body_key(name: str) -> str:
    """One folded name for a body known by several: « UE », « l'Union européenne »."""
    words = folded(name).split()
    while len(words) > 1 and words[0] in ("l", "la", "le", "les"):
        words = words[1:]
    key = " ".join(words)
    return _synonyms().get(key, key)


def is_army(name: str) -> bool:
    """« troupes maliennes », « forces armées du Mali »; « forces de sécurité » are others."""
    words = [w for w in folded(name).split() if w not in SMALL]
    rest = [w for w in words[1:] if w not in ("armees", "armee", "regulieres", "militaires")]
    return (
        words[:1] in ARMIES
        and len(rest) == 1
        and bool(country_of_demonym(rest[0]) or country_named(rest[0]))
    )


@functools.cache
def _synonyms() -> dict[str, str]:
    """Every name of a body known everywhere to the first of them."""
    table: dict[str, list[str]] = lexicon.load(PACKAGE, "heads.toml")["synonyms"]
    return {folded(other): folded(name) for name, others in table.items() for other in others}


@functools.cache
def _international() -> frozenset[str]:
    names = frozenset(map(folded, heads("international")))
    return (
        names
        | {full for full in _synonyms().values() if full in names}
        | {full for short, full in _synonyms().items() if short in names}
    )


def is_label(word: str) -> bool:
    return plain(word) in heads("labels")


NAMING = Naming(
    country_named=country_named,
    demonym=country_of_demonym,
    government_at=government_at,
    body_at=body_at,
    is_seat=is_seat,
    place=place,
    is_ambiguous_town=lambda name: len({town.country for town in towns(name)}) > 1,
    links=lambda token: plain(token.norm) in LINKS,
    is_place_head=is_place_head,
    place_key=place_key,
    is_regnal=lambda token: plain(token.norm) in REGNAL,
    body_key=body_key,
    is_army=is_army,
    is_link=lambda word: word in SMALL,
    named_after=named_after,
    is_label=is_label,
    governments=GOVERNMENTS,
    is_portfolio=is_portfolio,
    is_international=is_international,
    is_known_international=lambda name: folded(name) in _international(),
    is_of_state=is_of_state,
    countries_of_body=countries_of_body,
    told_in=told_in,
    folded=folded,
    name_words=name_words,
    romanised=romanised,
)
