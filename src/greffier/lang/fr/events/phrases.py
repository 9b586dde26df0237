"""Entries of the lexicon: single words, and the phrases that tell an event as a whole.

An entry is written as French writes it: « se rendre », « porter plainte », « prendre en otage »,
« coup d'état », « en grève ». A verb's phrase is found through the tree or right after the verb,
with determiners, adjectives and adverbs in between; a noun's must follow word by word.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

from greffier.lang.fr.events.around import CONTRACTED, Around
from greffier.lang.fr.spelling import plain
from greffier.model.syntax import Sentence, Token

PREPOSITIONS = frozenset(
    {"à", "de", "d'", "en", "par", "sur", "sous", "contre", "avec", "pour", "dans", "hors", "entre"}
    | {"au", "aux", "du", "des"}
)
ARTICLES = frozenset({"le", "la", "les", "l'", "un", "une", "son", "ses", "sa"})
CLITIC = "clitic"
"""Stands for the preposition of a pronoun before its verb."""
BACK = 3
"""Tokens before a verb among which its pronouns stand."""
NEGATIVE = frozenset({"pas", "point", "plus"})
REACH = 9
"""Tokens after a verb in which the words of its phrase are looked for."""


class Part(NamedTuple):
    """A word of a phrase besides its head, with the preposition before it."""

    case: str
    word: str


class Entry(NamedTuple):
    """A word or phrase of the lexicon. `key` is its head's lemma, with « se » if reflexive."""

    kind: str  # verb, noun, adjective
    key: str
    before: str  # preposition that must come before a noun
    parts: tuple[Part, ...]
    word: str  # as written


def entry(kind: str, written: str) -> Entry:
    """An entry as the lexicon writes it."""
    words = plain(written).replace("'", "' ").split()
    if kind == "verb":
        reflexive = words[0] in ("se", "s'")
        words = words[reflexive:]
        clitics = [Part(CLITIC, words.pop(0))] if words[0] == "en" else []  # « s'en prendre »
        head = f"se {words[0]}" if reflexive else words[0]
        return Entry(kind, head, "", (*clitics, *_parts(words[1:])), written)
    before = words[0] if words[0] in PREPOSITIONS else ""
    words = words[1:] if before else words
    after = tuple(Part("", word) for word in words[1:])
    return Entry(kind, words[0], CONTRACTED.get(before, before), after, written)


def _parts(words: list[str]) -> Iterator[Part]:
    case = ""
    for word in words:
        if word in PREPOSITIONS:
            case = CONTRACTED.get(word, word)
        elif word not in ARTICLES:
            yield Part(case, word)
            case = ""


def taken(around: Around, found: Entry) -> tuple[int, ...] | None:
    """The other tokens of an entry that a token heads; null when they are not all there."""
    if found.kind == "verb":
        return _verb_phrase(around, found.parts)
    return _noun_phrase(around, found)


def _noun_phrase(around: Around, found: Entry) -> tuple[int, ...] | None:
    tokens, i = around.sentence.tokens, around.token.i
    if found.before:
        back = i - 1 if i and tokens[i - 1].pos not in ("ADJ", "DET", "NUM") else i - 2
        if back < 0 or _case(tokens[back]) != found.before:
            return None
    following = tokens[i + 1 : i + 1 + len(found.parts)]
    if len(following) < len(found.parts):
        return None
    if all(_is(t, part.word) for t, part in zip(following, found.parts, strict=True)):
        return tuple(t.i for t in following)
    return None


@functools.lru_cache(maxsize=4)
def _words(sentence: Sentence) -> frozenset[str]:
    """Every word of a sentence, by form and lemma: most phrases are ruled out by these alone."""
    return frozenset(plain(word) for token in sentence.tokens for word in (token.norm, token.lemma))


def _verb_phrase(around: Around, parts: tuple[Part, ...]) -> tuple[int, ...] | None:
    if parts and not _words(around.sentence).issuperset(part.word for part in parts):
        return None
    found: list[int] = []
    for part in parts:
        token = next(_candidates(around, part, found[-1] if found else None), None)
        if token is None:
            return None
        found.append(token.i)
    return tuple(found)


def _candidates(around: Around, part: Part, after: int | None) -> Iterator[Token]:
    """Where the word of a phrase may stand: its object (also a passive's subject, or what a
    relative clause is about), or after the verb."""
    if part.case == CLITIC:
        before = around.sentence.tokens[max(0, around.token.i - BACK) : around.token.i]
        yield from (t for t in before if t.norm == part.word)
        return
    if after is None and not part.case:
        for token in around.objects:
            outside = token.i < around.token.i  # « lors d'une réunion tenue »: not its preposition
            if _is(token, part.word) and (outside or not _preposition(around, token)):
                yield token
    start = around.token.i if after is None else after
    for token in around.sentence.tokens[start + 1 : start + REACH]:
        if _is(token, part.word) and _preposition(around, token) == part.case:
            yield token
        if token.morph.form == "Fin" or token.norm in (";", ":", "qui", "que", "dont", "."):
            return


def _preposition(around: Around, token: Token) -> str:
    """The preposition before a word, over its determiners and adjectives."""
    for before in reversed(around.sentence.tokens[max(0, token.i - 4) : token.i]):
        if before.pos == "ADP" or before.norm in CONTRACTED:
            return _case(before)
        if before.pos not in ("DET", "ADJ", "NUM", "ADV") and before.norm not in ("«", '"', "“"):
            break
    return ""


def _case(token: Token) -> str:
    return CONTRACTED.get(plain(token.norm), plain(token.norm))


def _is(token: Token, word: str) -> bool:
    if token.pos == "ADV" and token.norm in NEGATIVE:  # « ne fait pas » is not « fait un pas »
        return False
    if token.pos == "VERB" and token.morph.form == "Part" and token.lemma == word:
        return False  # « fait partie des otages libérés » is not « fait libérer »
    return plain(token.norm) == word or plain(token.lemma) == word
