"""Tenses and moods of French verbs, from their forms where the tagger misses them."""

from __future__ import annotations

import functools

from greffier.lang.fr.spelling import bare, plain
from greffier.model.syntax import Token

FUTURE = frozenset({"ai", "as", "a", "ons", "ez", "ont"})
CONDITIONAL = frozenset({"ais", "ait", "ions", "iez", "aient"})
SHORT = 5
FUTURE_OF_ER = ("era", "erai", "erons", "erez", "eront")
CONDITIONAL_OF_ER = ("erait", "eraient", "erions", "eriez")
STEMS = {
    "venir": "viendr",
    "tenir": "tiendr",
    "cevoir": "cevr",
    "envoyer": "enverr",
    "quérir": "querr",
    "courir": "courr",
    "pouvoir": "pourr",
    "devoir": "devr",
    "vouloir": "voudr",
    "savoir": "saur",
    "avoir": "aur",
    "voir": "verr",
    "être": "ser",
    "aller": "ir",
    "faire": "fer",
    "falloir": "faudr",
    "mourir": "mourr",
}
"""Irregular stems of the future and conditional, by the ending of the infinitive."""


def is_future(verb: Token) -> bool:
    """« signera », however it is tagged."""
    return verb.morph.tense == "Fut" or _ending(verb) in FUTURE or looks_future(verb)


def looks_future(verb: Token) -> bool:
    """Forms of verbs in -er, which the tagger may take for nouns: « visitera »."""
    return len(verb.norm) > SHORT and verb.norm.endswith(FUTURE_OF_ER)


def is_conditional(verb: Token) -> bool:
    """« signerait »; taggers take many for imperfects."""
    return verb.morph.mood == "Cnd" or _ending(verb) in CONDITIONAL or looks_conditional(verb)


def looks_conditional(verb: Token) -> bool:
    """Forms of verbs in -er, which the tagger may take for nouns: « visiterait »."""
    return len(verb.norm) > SHORT and verb.norm.endswith(CONDITIONAL_OF_ER)


def _ending(verb: Token) -> str:
    """What follows the stem of the future, as the lemma gives it (taggers miss rare forms)."""
    form, stem = _skeleton(verb.norm), _skeleton(_future_stem(plain(verb.lemma)))
    return form.removeprefix(stem) if form.startswith(stem) else ""


def _future_stem(lemma: str) -> str:
    for ending, stem in STEMS.items():
        if lemma.endswith(ending):
            return lemma.removesuffix(ending) + stem
    return lemma.removesuffix("e")


@functools.lru_cache(maxsize=4096)
def _skeleton(word: str) -> str:
    """« appellera », « appeler »; « lèvera », « lever »; « paiera », « payer »: one spelling."""
    letters = bare(word).replace("y", "i")
    return "".join(
        c for c, following in zip(letters, letters[1:] + " ", strict=True) if c != following
    )


def is_subjunctive(verb: Token) -> bool:
    """« parte », and « saisisse », which taggers take for a past."""
    told = verb.norm.endswith("isse") and not verb.lemma.endswith("isser")
    return verb.morph.mood == "Sub" or told
