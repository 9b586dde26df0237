"""Countries by every word that French has for them: names, demonyms, capitals, seats of power."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.lang import lexicon
from greffier.lang.fr.entities.gazetteer import folded

PACKAGE = "greffier.lang.fr.entities"
FEMININE = (
    ("en", "enne"),
    ("on", "onne"),
    ("el", "elle"),
    ("ec", "ecque"),
    ("turc", "turque"),
    ("ais", "aise"),
    ("ois", "oise"),
    ("e", "e"),
    ("è", "è"),
    ("é", "é"),
)
"""Endings of a masculine demonym and of its feminine; any other takes -e."""


@dataclass(frozen=True, slots=True)
class Countries:
    """Folded words (`gazetteer.folded`) to ISO 3166 alpha-3 codes."""

    names: dict[str, str]
    acronyms: frozenset[str]
    demonyms: dict[str, str]
    capitals: dict[str, str]
    seats: dict[str, str]
    bodies: dict[str, str]


def demonym_forms(masculine: str) -> Iterator[str]:
    """Masculine and feminine, singular and plural: « malien » gives « maliennes »."""
    ending = next((pair for pair in FEMININE if masculine.endswith(pair[0])), ("", "e"))
    feminine = masculine.removesuffix(ending[0]) + ending[1]
    for form in (masculine, feminine):
        yield form
        yield form if form.endswith("s") else f"{form}s"


@functools.cache
def countries() -> Countries:
    """The lexicon, read once; LexiconError when a country lacks its name."""
    table = lexicon.load(PACKAGE, "countries.toml")
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    seats: dict[str, str] = {}
    bodies: dict[str, str] = {}
    for code, told in table.items():
        if not told.get("names") or "demonyms" not in told or "capital" not in told:
            raise lexicon.LexiconError(f"countries.toml: {code} needs names, demonyms and capital")
        names |= {folded(name): code for name in told["names"]}
        for masculine in told["demonyms"]:
            for form in demonym_forms(masculine):
                demonyms.setdefault(folded(form), code)
        for town in (told["capital"], *told.get("cities", ())):
            capitals.setdefault(folded(town), code)
        bodies |= {folded(body): code for body in told.get("bodies", ())}
        seats |= {folded(seat): code for seat in told.get("seats", ())}
    acronyms = frozenset(n for told in table.values() for n in told["names"] if n.isupper())
    return Countries(names, acronyms, demonyms, capitals, seats, bodies)


def country_named(text: str) -> str | None:
    """The country whose name this is, article or not: « l'Irak », « Etats-Unis »."""
    key = folded(text)
    known = countries().names
    code = known.get(key) or known.get(_without_article(key))
    acronym = _without_article(key).upper()
    if code and acronym in countries().acronyms and acronym not in text:
        return None  # « l'Eau » is not « les EAU »
    return code


def country_of_demonym(word: str) -> str | None:
    """The country of an adjective or inhabitant: « maliennes », « Tadjiks », « gréco-turc » no."""
    return countries().demonyms.get(folded(word))


def government_at(text: str) -> str | None:
    """The country whose government a capital or a seat of power may stand for."""
    key = _without_article(folded(text))
    return countries().capitals.get(key) or countries().seats.get(key)


def body_at(text: str) -> str | None:
    """The country of a ministry or presidency that is called by its address: « Bercy »."""
    return countries().bodies.get(_without_article(folded(text)))


@functools.cache
def _known_bodies() -> dict[str, tuple[str, ...]]:
    table = lexicon.load(PACKAGE, "bodies.toml")
    found: dict[str, tuple[str, ...]] = {}
    for code in table:
        if code not in countries().names.values():
            raise lexicon.LexiconError(f"bodies.toml: {code} is no country of countries.toml")
        for body in sorted(lexicon.words(table, code, "bodies.toml")):
            found[folded(body)] = (*found.get(folded(body), ()), code)
    return found


def countries_of_body(name: str) -> tuple[str, ...]:
    """The countries that have a body known everywhere by this name: several have a « PS »."""
    key = folded(name)
    short = _without_article(key)
    if (key in _acronyms() or short in _acronyms()) and short.upper() not in name:
        return ()  # « Kermor et Cie » is not the « CIE »
    known = _known_bodies()
    return known.get(key) or known.get(short) or ()


@functools.cache
def _acronyms() -> frozenset[str]:
    """The folded names that are written in capitals only."""
    table = lexicon.load(PACKAGE, "bodies.toml")
    names = [name for code in table for name in table[code]]
    mixed = {folded(name) for name in names if not name.isupper()}
    return frozenset(k for k in map(folded, names) if k.isalpha()) - mixed


def is_seat(text: str) -> bool:
    """Whether the words name a seat of power and nothing else: « la Maison-Blanche »."""
    key = _without_article(folded(text))
    return key in countries().seats and key not in countries().capitals


def _without_article(key: str) -> str:
    first, _, rest = key.partition(" ")
    return rest if rest and first in ("le", "la", "l", "les", "du", "d", "de", "des") else key
