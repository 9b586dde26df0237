"""Holders of offices whom an article never names: « le préfet du Finistère a annoncé… »."""

from __future__ import annotations

from typing import NamedTuple

from greffier.annotate.holders import Names, holders
from greffier.model.annotations import EntityKind
from greffier.model.language import Language, Office
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token

BESIDE = 6
"""Tokens between a noun and the names of those it describes."""
STEM = 6
"""Letters that the two genders of an office share: « gouverneur », « gouverneure »."""
CLOSING = frozenset({",", ".", ")", ";", ":"})
"""What ends an apposition."""


def persons(reading: Reading) -> frozenset[int]:
    """Offsets inside persons' names."""
    named = (m for m in reading.mentions if m.entity_kind is EntityKind.PERSON)
    return frozenset(o for m in named for o in range(m.start, m.end))


def are_named(
    sentence: Sentence, phrase: list[Token], people: frozenset[int], language: Language
) -> bool:
    """Whether those whom a phrase describes are named beside it: « les ministres russe et turc,
    X et Y », « X, un porte-parole du mouvement, »."""
    tokens = sentence.tokens
    before = [t for t in tokens[max(0, phrase[0].i - 3) : phrase[0].i] if t.pos != "DET"]
    following = tokens[phrase[-1].i + 1 : phrase[-1].i + 2]
    closed = not following or following[0].text in CLOSING
    apart = len(before) > 1 and before[-1].text in (",", "(")
    if closed and apart and before[-2].start in people:
        return True
    for token in tokens[phrase[-1].i + 1 : phrase[-1].i + 1 + BESIDE]:
        if token.start in people:
            return True
        beside = token.pos in ("DET", "ADJ", "CCONJ") or token.text == ","
        if not (beside or language.offices.is_rank(token)):
            return False
    return False


class Told(NamedTuple):
    """The nouns of offices by who holds them: `alone` is where those begin whose holder nobody
    is, `several` the functions that several persons named together have."""

    alone: frozenset[int]
    several: frozenset[str]


def offices(reading: Reading, language: Language) -> Told:
    """Where the nouns begin that tell of the holder of an office of some body or place (« le maire
    de la ville »), when the article names nobody in such an office."""
    people = [m for m in reading.mentions if m.entity_kind is EntityKind.PERSON]
    names: Names = {m.start: (m.span, reading.passage(m.span)) for m in people}
    inside = frozenset(o for m in people for o in range(m.start, m.end))
    held: set[str] = set()
    several: set[str] = set()
    alone: list[Token] = []
    for sentence in reading.sentences:
        for token in sentence.tokens:
            office = language.offices.office(sentence, token, inside) if _is_noun(token) else None
            if office is None:
                continue
            if holders(sentence, office, names, language.offices):
                held.add(_stem(token))
                several |= {office.function} if office.plural and office.is_state else set()
            elif _is_the_only(sentence, token, office, inside, language):
                alone.append(token)
    return Told(frozenset(t.start for t in alone if _stem(t) not in held), frozenset(several))


def _is_noun(token: Token) -> bool:
    return token.pos == "NOUN"


def _is_the_only(
    sentence: Sentence, noun: Token, office: Office, inside: frozenset[int], language: Language
) -> bool:
    """« le maire de la ville »: with an article and what it is of, in the singular; an office of
    the state (« le chef de l'État ») refers to a person whose office goes without saying."""
    nominals = language.nominals
    definite = nominals.is_determined(sentence, noun) and not nominals.is_indefinite(sentence, noun)
    following = sentence.tokens[office.last + 1 : office.last + 3]
    served = any(t.start in inside for t in following)
    return (
        definite
        and not language.offices.is_deed(noun)
        and bool(office.of)
        and not (office.plural or office.tenure or office.possessed or served)
        and not office.is_of_another
    )


def _stem(noun: Token) -> str:
    """What tells an office in either gender and number."""
    return noun.norm[:STEM]
