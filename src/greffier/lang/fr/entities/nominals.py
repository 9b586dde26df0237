"""Which French nouns describe a body or a group of people."""

from __future__ import annotations

import functools
import re

from greffier.lang import lexicon
from greffier.lang.fr.entities.countries import (
    country_named,
    country_of_demonym,
    government_at,
)
from greffier.lang.fr.entities.gazetteer import folded, towns
from greffier.lang.fr.entities.regions import regions
from greffier.lang.fr.numbers import number_at
from greffier.lang.fr.roles.functions import is_function, regional
from greffier.lang.fr.spelling import plain
from greffier.model.language import Nominals
from greffier.model.syntax import Sentence, Token

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
QUANTITIES = frozenset(
    {"dizaine", "douzaine", "quinzaine", "vingtaine", "trentaine", "quarantaine", "cinquantaine"}
    | {"soixantaine", "centaine", "millier", "million", "milliard", "nombre", "majorité", "plupart"}
    | {
        "partie",
        "moitié",
        "tiers",
        "quart",
        "poignée",
        "foule",
        "multitude",
        "ensemble",
        "totalité",
    }
    | {"groupe", "série", "paire", "trio", "minorité", "flot", "cent", "mille"}
)
INDEFINITE = frozenset(
    {"un", "une", "autre", "autres", "plusieurs", "quelques", "certains", "chaque"}
)
OWNERS = frozenset({"son", "sa", "ses", "leur", "leurs", "notre", "nos", "mon", "votre", "pays"})
CONTRACTED = frozenset({"du", "des", "au", "aux"})
PREDETERMINED = frozenset({"tous", "toutes", "tout", "toute"})
SELECTING = frozenset(
    {"autre", "autres", "seul", "seule", "seuls", "seules", "propre", "propres", "principal"}
    | {"principale", "principaux", "principales", "même", "mêmes", "premier", "première"}
    | {"premiers", "premières", "dernier", "dernière", "derniers", "dernières", "tel", "telle"}
)
REACH = 4
PLURAL = frozenset(
    {"les", "des", "aux", "ces", "nos", "vos", "leurs", "ses", "quelques", "de", "d'"}
)
INHABITANT = re.compile(
    r".{2,}(?:ais(?:es)?|ois(?:es)?|i?ens|i?ennes|ains|aines|ins|ines|éens|éennes|ards|ols|iotes)$"
)
"""Endings that make an inhabitant of the name of a place."""
LED = frozenset(
    {"gouvernement", "administration", "cabinet", "régime", "exécutif", "junte", "commission"}
)
THINGS = frozenset({"numéro", "principal", "principale", "ordinaire", "guide", "mannequin", "tête"})
"""Words of offices (« numéro deux ») that are things by themselves."""
TERRITORIES = frozenset(
    {"département", "métropole", "état", "municipalité", "commune", "préfecture"}
)
GATHERINGS = frozenset({"congrès", "conférence", "conseil", "assemblée", "comité", "commission"})
TEMPORAL = frozenset({"lors", "pendant", "durant", "cours", "avant", "après", "depuis"})
LOCATIVE = frozenset({"dans", "travers", "hors", "parmi"})
ADDRESSING = frozenset({"à", "au", "aux", "devant"})
SOURCES = frozenset({"selon", "par"})
LINKS = frozenset({"de", "d'", "du", "des"})


@functools.cache
def heads(key: str) -> frozenset[str]:
    """A list of the lexicon of head nouns."""
    return lexicon.words(lexicon.load(PACKAGE, "heads.toml"), key, "heads.toml")


def _noun(token: Token) -> str:
    """The noun in the singular; of a compound, each of its words (« marins-pêcheurs »)."""
    lemma = plain(token.lemma)
    if "-" not in lemma or lemma in heads("groups"):
        return lemma
    return "-".join(word.rstrip("sx") for word in lemma.split("-"))


def is_body(token: Token, told_more: bool) -> bool:
    noun = _noun(token)
    if noun == "garde" and token.norm.endswith("s"):
        return False  # « les gardes » are people
    return noun in heads("bodies") and (told_more or noun not in heads("needs_more"))


def is_group(token: Token, told_more: bool) -> bool:
    noun = _noun(token)
    if noun not in heads("groups") and (noun in THINGS or not is_function(token)):
        return False
    return told_more or noun not in heads("groups_need_more")


def is_described_body(token: Token) -> bool:
    """« les forces rebelles », « le comité des fêtes », but not « le mouvement social » nor
    « la force publique »: nouns that often mean no body need a name beside them."""
    noun = _noun(token)
    return noun not in heads("needs_name") and (
        noun not in heads("plural_bodies") or token.norm.endswith("s")
    )


def people(token: Token) -> str | None:
    """The country of « les Maliens »: a demonym with a capital, in the plural."""
    if token.text[:1].isupper() and token.norm.endswith("s") and token.i > 0:
        return country_of_demonym(token.text)
    return None


def demonym(word: str) -> str | None:
    """The country of an adjective of country or region: « malienne », « québécois »."""
    return country_of_demonym(word) or regional(word)


def links(token: Token) -> bool:
    """Whether a word ties a complement to its noun."""
    return token.norm in LINKS


def is_indefinite(sentence: Sentence, head: Token) -> bool:
    """« une milice », « d'autres ministères »: told as one of its kind."""
    return any(plain(t.norm) in INDEFINITE for t in _before(sentence, head))


def is_determined(sentence: Sentence, head: Token) -> bool:
    """Whether an article makes a body of the noun: « la police », and not « rapport de police »."""
    return any(t.pos == "DET" or plain(t.norm) in CONTRACTED for t in _before(sentence, head))


def refers_back(sentence: Sentence, head: Token) -> bool:
    """« la même source », « les deux ministres »: somebody told before."""
    before = [plain(t.norm) for t in _before(sentence, head)]
    both = ("deux" in before or head.lemma in ("ministre", "homologue")) and "les" in before
    return any(w in ("même", "mêmes") for w in before) or (
        both and _noun(head) in heads("officials")
    )


def is_inhabitant(sentence: Sentence, token: Token) -> bool:
    """« les Guyanais », « aux Lyonnais »: people, by the town or region where they live."""
    before = sentence.tokens[token.i - 1] if token.i else None
    if before is None or plain(before.norm) not in PLURAL or not token.text[0].isupper():
        return False
    name = folded(token.text)
    if country_named(token.text) or country_of_demonym(token.text) or government_at(name):
        return False
    if regional(token.text) and token.norm.endswith("s"):
        return True
    party = plain(token.norm).rstrip("s") in heads("groups")  # « les Républicains »
    inhabits = INHABITANT.match(token.norm) is not None and not party
    return inhabits and name not in regions() and not towns(name)


def is_no_body(sentence: Sentence, head: Token) -> bool:
    """« dans le département », « lors du congrès »: where or when something happens; « leur
    opposition au projet »: what somebody does."""
    noun = _noun(head)
    around = sentence.tokens[max(0, head.i - 1 - len(_before(sentence, head))) : head.i]
    before = {plain(t.norm) for t in around}
    after = {plain(t.norm) for t in sentence.tokens[head.i + 1 : head.i + 2]}
    return (
        (noun in TERRITORIES and bool(before & LOCATIVE))
        or (noun in GATHERINGS and bool(before & TEMPORAL))
        or (noun == "opposition" and bool(after & ADDRESSING))
    )


def is_share(sentence: Sentence, head: Token) -> bool:
    """« un habitant sur cinq »: a part of all, and nobody in particular."""
    following = sentence.tokens[head.i + 1 : head.i + 3]
    numbered = len(following) == 2 and number_at(following[1].text) is not None
    return numbered and following[0].norm == "sur"


def _before(sentence: Sentence, head: Token) -> list[Token]:
    """The words right before a noun that determine it: articles, numbers, adjectives."""
    found = []
    for token in reversed(sentence.tokens[max(0, head.i - REACH) : head.i]):
        if token.pos not in ("DET", "NUM", "ADJ", "ADP"):
            break
        found.append(token)
        if token.pos == "ADP" or (token.pos == "DET" and plain(token.norm) not in PREDETERMINED):
            break
    return found


NOMINALS = Nominals(
    is_body=is_body,
    is_group=is_group,
    is_described_body=is_described_body,
    is_selecting=lambda token: plain(token.norm) in SELECTING,
    is_collective=lambda token: _noun(token) in COLLECTIVES,
    people=people,
    links=links,
    sources=lambda case: case.lemma in SOURCES or case.norm == "d'après",
    addresses=lambda token: plain(token.norm) in ADDRESSING,
    demonym=demonym,
    is_quantity=lambda token: token.pos == "NUM" or _noun(token) in QUANTITIES,
    is_led=lambda token: _noun(token) in LED,
    is_aged=lambda token: plain(token.norm).startswith("âgé"),
    is_share=is_share,
    is_inhabitant=is_inhabitant,
    is_no_body=is_no_body,
    is_indefinite=is_indefinite,
    is_determined=is_determined,
    is_owner=lambda token: plain(token.norm) in OWNERS,
    refers_back=refers_back,
)
