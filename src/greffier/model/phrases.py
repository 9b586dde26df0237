"""Noun phrases that name or describe somebody."""

from __future__ import annotations

from collections.abc import Callable

from greffier.model.syntax import Sentence, Token

LONGEST = 9
"""Tokens. A longer phrase tells a story, it no longer names anybody."""
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
