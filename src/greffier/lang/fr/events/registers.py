"""What an article is about, where words of violence tell no event: sport, accidents."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from greffier.lang import lexicon
from greffier.lang.fr.events.syntax import PACKAGE
from greffier.lang.fr.spelling import plain
from greffier.model.syntax import Sentence, Token

FILE = "registers.toml"
OPENING = 3
"""Sentences among which an article tells what it is about."""
CLOSE = 3
"""Signs of a register that make a passage one, a sentence with the two beside it."""
MOSTLY = 2
"""Times that an article has more signs of its register than words against it."""
KINDS = ("NOUN", "VERB", "ADJ", "PROPN", "ADV")


class Register(NamedTuple):
    """Words by lemma: those that tell it, those beside which an act is meant as such, those that
    tell no event in it; and how many signs an article has."""

    signs: frozenset[str]
    against: frozenset[str]
    idle: frozenset[str]
    needs: int


@functools.cache
def registers() -> tuple[Register, ...]:
    """The registers of the lexicon; LexiconError when one is amiss."""
    table = lexicon.load(PACKAGE, FILE)
    return tuple(
        Register(
            signs=_listed(written, "signs"),
            against=_listed(written, "against"),
            idle=_listed(written, "idle"),
            needs=written["needs"],
        )
        for written in table["register"]
    )


def _listed(written: dict[str, Any], name: str) -> frozenset[str]:
    return frozenset(map(plain, lexicon.words(written, name, FILE)))


def idle(sentences: Sequence[Sentence]) -> Callable[[int, Token], bool]:
    """Whether a word of a sentence, by its number, tells no event in what the article or the
    passage is about: « le champion attaque », « tué dans la collision »."""
    said = [
        frozenset(plain(t.lemma) for t in sentence.tokens if t.pos in KINDS)
        for sentence in sentences
    ]
    idle_in = [(frozenset(_numbers(said, register)), register.idle) for register in registers()]
    return lambda number, token: any(
        number in numbers and plain(token.lemma) in words for numbers, words in idle_in
    )


def _numbers(said: Sequence[frozenset[str]], register: Register) -> list[int]:
    """The sentences of a register."""
    signs = [words & register.signs for words in said]
    if not any(signs):
        return []
    whole = _is_about(said, signs, register)
    return [
        number
        for number, words in enumerate(said)
        if (whole or len(frozenset().union(*signs[max(0, number - 1) : number + 2])) >= CLOSE)
        and not words & register.against
    ]


def _is_about(
    said: Sequence[frozenset[str]], signs: Sequence[frozenset[str]], register: Register
) -> bool:
    """Whether an article is: it says so at once, often, and little else."""
    against = frozenset().union(*(words & register.against for words in said))
    found = frozenset().union(*signs)
    opened = any(signs[:OPENING])
    return opened and len(found) >= max(register.needs, MOSTLY * len(against))
