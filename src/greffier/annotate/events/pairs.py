"""Those that a plural noun stands for: « les deux pays », « les trois ministres », « les ministres,
X et Y »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.model.annotations import Entity, EntityKind
from greffier.model.syntax import Sentence, Token

if TYPE_CHECKING:
    from greffier.annotate.events.cast import Cast

TOGETHER = 4
"""Sentences back in which those whom « les deux ministres » are were named."""


def named_after(cast: Cast, sentence: Sentence, token: Token) -> list[Entity]:
    """« les deux ministres, X et Y »: the persons named after a plural."""
    if token.pos != "NOUN" or token.morph.number != "Plur":
        return []
    below = [t for a in sentence.children(token, "appos") for t in sentence.subtree(a)]
    named = (cast.owners.covering(t.span) for t in below if t.text[0].isupper())
    people = {e.id: e for e in named if e is not None and e.kind is EntityKind.PERSON}
    return list(people.values()) if len(people) > 1 else []


def pair(cast: Cast, sentence: Sentence, token: Token) -> list[Entity]:
    """« les deux pays », « les trois ministres »: those the article spoke of before."""
    count = cast.clauses.counted(sentence, token)
    if count is None:
        return []
    states, number = count
    if states:
        common = [cast.by_id[i] for i, _ in cast.votes.most_common()]
        return sorted(common[:number], key=lambda e: e.id) if len(common) >= number else []
    return last_named(cast, token, number)


def together(cast: Cast, noun: Token, number: int) -> list[Entity]:
    """As many persons as a sentence shortly before named together."""
    people = [e for e in cast.reading.entities if e.kind is EntityKind.PERSON]
    before = [s for s in cast.reading.sentences if s.end <= noun.start][-TOGETHER:]
    for sentence in reversed(before):
        named = [e for e in people if any(sentence.span.contains(m.span) for m in e.mentions)]
        fitting = (not e.roles or _holds(e, noun) for e in named)
        if len(named) == number and all(fitting):
            return named
    return []


def last_named(cast: Cast, noun: Token, number: int) -> list[Entity]:
    """The persons named last before a noun, holders of the office it tells if enough are."""
    near = together(cast, noun, number)
    if near:
        return near
    last = {
        e.id: max((m.start for m in e.mentions if m.end <= noun.start), default=-1)
        for e in cast.reading.entities
        if e.kind is EntityKind.PERSON
    }
    named = sorted((cast.by_id[i] for i in last if last[i] >= 0), key=lambda e: -last[e.id])
    holders = [e for e in named if _holds(e, noun)]
    chosen = holders if len(holders) >= number else named
    return chosen[:number][::-1] if len(chosen) >= number else []


def _holds(entity: Entity, office: Token) -> bool:
    return any(office.lemma in role.function.split() for role in entity.roles)
