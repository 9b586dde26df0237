"""Whom a noun phrase stands for, in a sentence of the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from greffier.model.annotations import Entity, EntityKind, Quotation
from greffier.model.language import Clauses
from greffier.model.lookup import Owners
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

ACTORS = frozenset(
    {EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.COUNTRY, EntityKind.GROUP}
)
NAMING = ("nmod", "amod", "appos", "flat")
"""Relations by which a plain noun names who it stands for."""
CLITIC = ("obj", "iobj")
FAR = 400
"""Characters back that a pronoun object reaches."""
JOINED = ("appos", "flat", "compound")


@dataclass(frozen=True)
class Cast:
    """The entities of an article, found from the tokens that stand for them."""

    reading: Reading
    clauses: Clauses
    owners: Owners = field(init=False)
    by_id: dict[str, Entity] = field(init=False)
    countries: dict[str, Entity] = field(init=False)

    def __post_init__(self) -> None:
        entities = self.reading.entities
        found = {e.country: e for e in entities if e.kind is EntityKind.COUNTRY and e.country}
        object.__setattr__(self, "owners", Owners(self.reading))
        object.__setattr__(self, "by_id", {e.id: e for e in entities})
        object.__setattr__(self, "countries", found)

    def actors(self, sentence: Sentence, heads: Iterable[Token]) -> list[Entity]:
        """Those who can act that noun phrases stand for, coordinated ones too, each once."""
        found: dict[str, Entity] = {}
        for head in heads:
            for token in (head, *_coordinated(sentence, head)):
                for entity in self._standing(sentence, token):
                    if entity.kind in ACTORS:
                        found.setdefault(entity.id, entity)
        return list(found.values())

    def _standing(self, sentence: Sentence, token: Token) -> Iterator[Entity]:
        pair = self._pair(sentence, token)
        if pair:
            yield from pair
            return
        if token.dep in CLITIC and token.norm in self.clauses.clitics:
            entity = self._taken_up(sentence, token)
        else:
            entity = self.owners.of(sentence, token) or self.speaking(token)
        standing = token.pos == "NOUN" and self.clauses.stands_for(token)
        if entity is not None and (entity.kind in ACTORS or not standing):
            yield entity
        elif standing:
            for child in sentence.children(token, *NAMING):
                named = self.owners.of(sentence, child) or self.demonym(child)
                if named is not None:
                    yield named

    def in_office(self, token: Token) -> bool:
        """Whether a word only says of what somebody holds an office: « archevêque de Rouen »."""
        return self.owners.in_office(token.start)

    def demonym(self, token: Token) -> Entity | None:
        """The country of the article that an adjective tells: « des produits américains »."""
        code = self.clauses.demonym(token.text) if token.pos in ("ADJ", "NOUN") else None
        return self.countries.get(code) if code and token.text[0].islower() else None

    def speaking(self, token: Token) -> Entity | None:
        """« je », « nous », « notre »: who speaks there."""
        if token.norm not in self.clauses.speakers:
            return None
        quotation = self.quotation(token.span)
        return self.by_id.get(quotation.speaker) if quotation and quotation.speaker else None

    def quotation(self, span: Span) -> Quotation | None:
        """The quotation that holds a passage."""
        return next((q for q in self.reading.quotations if q.span.contains(span)), None)

    def cued(self, token: Token) -> Entity | None:
        """The speaker of the quotation that a verb reports."""
        for quotation in self.reading.quotations:
            if quotation.cue and quotation.speaker and quotation.cue.contains(token.span):
                return self.by_id.get(quotation.speaker)
        return None

    def _pair(self, sentence: Sentence, token: Token) -> list[Entity]:
        """« les deux pays », « les trois ministres »: those the article spoke of before."""
        count = self.clauses.counted(sentence, token)
        if count is None:
            return []
        states, number = count
        if states:
            votes = Counter({e.id: len(e.mentions) for e in self.countries.values()})
            common = [self.by_id[i] for i, _ in votes.most_common()]
            return sorted(common[:number], key=lambda e: e.id) if len(common) >= number else []
        return self._last_named(token, number)

    def _taken_up(self, sentence: Sentence, token: Token) -> Entity | None:
        """« l'a félicité », « leur a promis »: who was spoken of last, not who acts."""
        gender, plural = self.clauses.clitics[token.norm]
        kinds = (EntityKind.GROUP,) if plural else (EntityKind.PERSON,)
        subjects = sentence.children(sentence.head(token), "nsubj")
        acting = {e.id for s in subjects if (e := self.owners.of(sentence, s)) is not None}
        near = [
            (max(before), e.id)
            for e in self.reading.entities
            if e.kind in kinds and e.id not in acting and gender in (None, e.gender or gender)
            if (
                before := [m.start for m in e.mentions if token.start - FAR < m.start < token.start]
            )
        ]
        return self.by_id[max(near)[1]] if near else None

    def _last_named(self, noun: Token, number: int) -> list[Entity]:
        """The persons named last before a noun, holders of the office it tells if enough are."""
        last = {
            e.id: max((m.start for m in e.mentions if m.end <= noun.start), default=-1)
            for e in self.reading.entities
            if e.kind is EntityKind.PERSON
        }
        named = sorted((self.by_id[i] for i in last if last[i] >= 0), key=lambda e: -last[e.id])
        holders = [e for e in named if any(noun.lemma in r.function.split() for r in e.roles)]
        chosen = holders if len(holders) >= number else named
        return chosen[:number][::-1] if len(chosen) >= number else []


def _coordinated(sentence: Sentence, head: Token) -> Iterator[Token]:
    """« X et Y », wherever the parser hangs the second: on the noun or on its name."""
    stack = [head]
    while stack:
        token = stack.pop()
        for child in sentence.children(token, "conj"):
            if child.pos != "VERB":
                yield child
                stack.append(child)
        stack += [c for c in sentence.children(token, *JOINED) if c.i > token.i]
