"""Whether the name of a capital or seat of power stands for a government, or for the place."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.model.language import Governments, Naming
from greffier.model.syntax import Sentence, Token

LONGEST_LIST = 10
"""Tokens looked at after a name for the rest of its list."""
SUBJECTS = ("nsubj", "nsubj:pass", "obl:agent")


def acts(sentence: Sentence, head: Token, naming: Naming, towns: frozenset[int]) -> bool:
    """Whether a capital's name is who does, says, is asked or is dealt with; `towns` are where
    the names of places that are no capitals begin."""
    first = _first_of_list(sentence, head)
    beside = [*_members(sentence, first), *_beside(sentence, head)]
    if any(member.start in towns for member in beside):
        return False  # « entre Téhéran et Machhad »: a list that also holds a plain town
    case = _case(sentence, head) or (_case(sentence, first) if first is not head else None)
    if case is None:
        return _bare_acts(sentence, first)
    return _governed(sentence, first, case, naming.governments)


def is_site(sentence: Sentence, head: Token, naming: Naming) -> bool:
    """Whether a seat of power is where something happens: « reçu à l'Élysée »."""
    case = _case(sentence, head)
    words = naming.governments
    return (
        case is not None
        and case.i > 0
        and words.to(case)
        and not _governed(sentence, head, case, words)
    )


def _first_of_list(sentence: Sentence, head: Token) -> Token:
    """« Paris » of « Paris et Berlin »."""
    while head.dep == "conj" and sentence.head(head).text[0].isupper():
        head = sentence.head(head)
    return head


def _case(sentence: Sentence, head: Token) -> Token | None:
    """The preposition that governs a name, wherever the parser hung it."""
    cases = [t for t in sentence.children(head, "case") if t.pos == "ADP" and t.i < head.i]
    if cases:
        return cases[0]
    before = head.i - 1
    while before > 0 and sentence.tokens[before].pos == "DET":
        before -= 1
    return sentence.tokens[before] if before >= 0 and sentence.tokens[before].pos == "ADP" else None


def _bare_acts(sentence: Sentence, head: Token) -> bool:
    """Without preposition, a name acts as a subject: of its verb, of « qui », or with the next."""
    if head.dep in SUBJECTS:
        return True
    if any(_has_relative_subject(sentence, verb) for verb in sentence.children(head, "acl")):
        return True
    following = sentence.tokens[head.i + 1 : head.i + 3]
    joined = len(following) == 2 and following[0].dep == "cc" and following[1].pos == "PROPN"
    return joined and following[1].dep in SUBJECTS


def _has_relative_subject(sentence: Sentence, verb: Token) -> bool:
    subjects = sentence.children(verb, "nsubj")
    return any(t.pos == "PRON" and t.norm == "qui" for t in subjects)


def _governed(sentence: Sentence, head: Token, case: Token, words: Governments) -> bool:
    """Whether the preposition and the word it depends on make the name somebody."""
    governor = sentence.head(head)
    if words.with_somebody(case) or words.between(case) or head.dep == "obl:agent":
        return True
    if words.by(case):
        if words.passes(governor):
            return False
        return bool(sentence.children(governor, "aux:pass")) or governor.morph.voice == "Pass"
    if words.to(case):
        if case.i == 0:
            return False  # « À Oslo, X s'est dit surpris »: where
        given = any(words.asked(t) for t in sentence.children(governor, "obj"))
        return words.asked(governor) or (given and head.dep == "obl:arg")
    if words.of(case):
        return (
            words.acts(governor)
            if governor.pos in ("NOUN", "PROPN", "ADJ")
            else words.giver(governor)
        )
    return words.for_whom(case) and case.i == 0


def _beside(sentence: Sentence, head: Token) -> Iterator[Token]:
    """The words after « et » or a comma next to a name, whatever the parser makes of them."""
    tokens = sentence.tokens
    if head.i > 1 and tokens[head.i - 1].pos == "CCONJ":
        yield tokens[head.i - 2]
    between = False
    for token in tokens[head.i + 1 : head.i + LONGEST_LIST]:
        if token.pos == "PROPN":
            if between:
                yield token
            between = False
        elif token.pos == "CCONJ" or token.text == ",":
            between = True
        else:
            return


def _members(sentence: Sentence, first: Token) -> Iterator[Token]:
    stack = [first]
    while stack:
        token = stack.pop()
        yield token
        stack.extend(sentence.children(token, "conj"))
