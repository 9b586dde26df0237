"""Noun phrases that name or describe somebody."""

from __future__ import annotations

from collections.abc import Callable

from greffier.model.syntax import Sentence, Token

LONGEST = 9
"""Tokens. A longer phrase tells a story, it no longer names anybody."""
SUBJECTS = ("nsubj", "nsubj:pass")
NOMINAL = ("NOUN", "PROPN", "PRON")
CONTINUING = ("conj", "advcl", "xcomp", "parataxis", "obl:mod", "advcl:cleft", "dep")
"""Relations by which a verb has the subject of the one it depends on."""
COMPLEMENT = frozenset({"NOUN", "PROPN", "ADJ"})


def noun_phrase(sentence: Sentence, head: Token, links: Callable[[Token], bool]) -> list[Token]:
    """The noun with its adjectives and the complements that `links` tie to it (« de »), without
    determiner, relative clause or apposition."""
    first = last = head.i
    while first > 0 and _qualifies(sentence.tokens[first - 1], head.i):
        first -= 1
    linked = False
    for token in sentence.tokens[head.i + 1 : head.i + LONGEST]:
        if links(token):
            linked = True
        elif token.pos == "DET" and linked:
            continue
        elif token.pos == "ADJ" or token.text[0].isupper() or (linked and token.pos in COMPLEMENT):
            last, linked = token.i, False
        else:
            break
    return list(sentence.tokens[first : last + 1])


def _qualifies(token: Token, head: int) -> bool:
    return token.pos == "ADJ" and token.head == head and not token.text[0].isupper()


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a verb: its own, else that of the clause it continues or depends on
    (coordination, participle, infinitive), or of the noun it describes."""
    for token in sentence.tokens[max(0, verb.i - 3) : verb.i + 3]:
        if token.pos == "PRON" and token.text.startswith("-") and token.norm != "-t":
            return token
    own = [t for t in sentence.children(verb, *SUBJECTS) if t.pos in NOMINAL]
    for subject in own:
        if subject.norm in ("qui", "lequel", "laquelle", "lesquels", "lesquelles"):
            return sentence.head(verb) if verb.dep.startswith("acl") else subject
        if subject.norm not in ("que", "qu'", "ce"):
            return subject
    head = sentence.head(verb)
    if verb.dep.startswith("acl") and head.pos in NOMINAL:
        return head
    if head.i == verb.i or verb.dep not in CONTINUING or head.pos not in ("VERB", "AUX", "ADJ"):
        return None
    apart = verb.dep == "parataxis" and verb.morph.form == "Fin"
    return None if apart else subject_of(sentence, head)
