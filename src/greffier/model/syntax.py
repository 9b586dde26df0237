"""Sentences as trees of tokens (Universal Dependencies), free of the parser that made them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from greffier.model.text import Span


class Morph(NamedTuple):
    """Universal features of a token; the empty string where the parser gives none."""

    gender: str = ""  # Masc, Fem
    number: str = ""  # Sing, Plur
    person: str = ""  # 1, 2, 3
    mood: str = ""  # Ind, Cnd, Sub, Imp
    tense: str = ""  # Pres, Past, Imp, Fut
    form: str = ""  # Fin, Inf, Part
    voice: str = ""  # Pass


class Token(NamedTuple):
    """One token. `i` and `head` count in its sentence (the root is its own head);
    `start` and `end` count in the article."""

    i: int
    start: int
    end: int
    text: str  # as written
    norm: str  # lower case, straight apostrophe
    lemma: str
    pos: str
    dep: str
    head: int
    morph: Morph

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Name(NamedTuple):
    """A named-entity span as the model gave it: tokens `first` to `last`, both included."""

    first: int
    last: int
    label: str  # PER, ORG, LOC, MISC


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence and the tree over them. `block` is its block's index."""

    block: int
    tokens: tuple[Token, ...]
    names: tuple[Name, ...] = ()
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __hash__(self) -> int:
        """By place: rules keep what they worked out of a sentence, and ask for it at each word."""
        return hash((self.block, self.start, len(self.tokens)))

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        object.__setattr__(self, "_children", tuple(map(tuple, children)))

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def head(self, token: Token) -> Token:
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> list[Token]:
        """Dependents of a token, in order; only those of the relations named, with subtypes
        (`obl` also gives `obl:agent`), when any is named."""
        found = [self.tokens[i] for i in self._children[token.i]]
        if not deps:
            return found
        return [t for t in found if t.dep in deps or t.dep.partition(":")[0] in deps]

    def subtree(self, token: Token) -> list[Token]:
        """The token and all that depends on it, in the order of the text."""
        found, stack = [], [token.i]
        while stack:
            index = stack.pop()
            found.append(index)
            stack.extend(self._children[index])
        return [self.tokens[i] for i in sorted(found)]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Its head, the head of that, up to the root (a cycle, if ever, ends the walk)."""
        for _ in self.tokens:
            if token.head == token.i:
                return
            token = self.tokens[token.head]
            yield token

    def tokens_in(self, span: Span) -> list[Token]:
        """Tokens that lie wholly inside a span of the article."""
        return [t for t in self.tokens if span.start <= t.start and t.end <= span.end]
