"""Where a verb's participants stand when the parser hung them elsewhere: by position, with guards.

Each is looked for only when the tree gives nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from greffier.annotate.events.arguments import (
    BREAKS,
    VERBAL,
    described,
    first_of_list,
    is_plural,
    surface_subject,
)
from greffier.model.happenings import Clauses
from greffier.model.syntax import Sentence, Token

FAR = 12
"""Tokens before « qui » among which stands who it is about."""


def above_finite(sentence: Sentence, verb: Token) -> Token:
    """The finite verb whose subject an infinitive shares: « allaient » of « allaient partir »."""
    for _ in sentence.tokens:
        if verb.dep != "xcomp" or sentence.head(verb).pos not in VERBAL:
            break
        verb = sentence.head(verb)
    return verb


def first_verb(sentence: Sentence, verb: Token) -> Token:
    """The verb whose subject a coordinated verb or an infinitive shares."""
    for _ in sentence.tokens:
        if verb.dep not in ("xcomp", "conj") or sentence.head(verb).pos not in VERBAL:
            break
        verb = sentence.head(verb)
    return verb


def named_before(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The name right before a verb and what is its own: auxiliaries, clitics, negation."""
    for token in reversed(sentence.tokens[: verb.i]):
        if token.head == verb.i and token.pos in ("AUX", "PRON", "ADV") and token.dep != "nsubj":
            continue
        if token.pos == "PROPN":
            yield token
        return


def nearby_agents(sentence: Sentence, verb: Token, words: Clauses) -> Iterator[Token]:
    """Nouns after « par » that follow a passive, wherever the parser hung them."""
    return (noun for case, noun in nearby_objects(sentence, verb, words) if case == "par")


def nearby_subjects(sentence: Sentence, verb: Token, words: Clauses) -> Iterator[Token]:
    """Nouns without preposition, and pronouns, before a finite verb whose subject the parser
    missed, nearest first."""
    forms = (verb.morph.form, *(t.morph.form for t in sentence.children(verb, "aux")))
    if "Fin" not in forms and verb.pos in VERBAL:
        return
    own = {verb.i, *(t.i for t in sentence.children(verb))}
    for token in reversed(sentence.tokens[: verb.i]):
        if token.text in BREAKS or (token.morph.form == "Fin" and token.i not in own):
            return
        pronoun = token.pos == "PRON" and token.norm in words.personal
        if pronoun or (token.pos in ("NOUN", "PROPN") and not _introduced(sentence, token)):
            yield token


def nearby_antecedents(sentence: Sentence, verb: Token, words: Clauses) -> Iterator[Token]:
    """Nouns before the « qui » of a verb, nearest first; all of a list when the verb is plural."""
    relative = next((t for t in sentence.children(verb) if t.norm in words.relatives), verb)
    plural = is_plural(sentence, verb)
    for token in reversed(sentence.tokens[max(0, relative.i - FAR) : relative.i]):
        if token.text in BREAKS:
            return
        if token.pos in ("NOUN", "PROPN"):
            yield first_of_list(sentence, token) if plural else token


def told_subjects(sentence: Sentence, verb: Token, words: Clauses) -> Iterator[Token]:
    """Who does what the clause below a verb says: « exige que X parte »."""
    for below in sentence.children(verb, "ccomp"):
        subject = surface_subject(sentence, below, words)
        if subject is not None and subject.pos in ("NOUN", "PROPN"):
            yield subject


def nearby_objects(sentence: Sentence, verb: Token, words: Clauses) -> Iterator[tuple[str, Token]]:
    """Nouns after a verb, up to the next clause, with their prepositions: what the parser hung
    elsewhere."""
    for token in sentence.tokens[verb.i + 1 :]:
        linked = token.norm in words.relatives or token.pos == "SCONJ" or token.norm in words.where
        if token.text in BREAKS or linked or token.morph.form in ("Fin", "Inf"):
            return
        if token.pos in ("NOUN", "PROPN") and not token.dep.startswith("flat"):
            yield words.complement(sentence, _introducing(sentence, token))[0], token


def _introducing(sentence: Sentence, token: Token) -> Token:
    """The noun whose preposition is a token's own: not that of what stands before in « Après X,
    la ministre … », which parsers take for an apposition."""
    apart = token.dep == "appos" and sentence.children(token, "det")
    return token if apart else described(sentence, token)


def _introduced(sentence: Sentence, token: Token) -> bool:
    noun = _introducing(sentence, token)
    return bool(sentence.children(noun, "case")) or noun.dep.startswith("flat")
