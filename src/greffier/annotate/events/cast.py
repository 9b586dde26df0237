"""Whom a noun phrase stands for, in a sentence of the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from greffier.annotate.events.arguments import VERBAL, is_plural, surface_subject
from greffier.annotate.events.pairs import named_after, pair
from greffier.model.annotations import Entity, EntityKind, MentionKind, Quotation
from greffier.model.happenings import Clauses
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
LEADING = 2
"""Countries that an article between states is about."""
SHARE = 0.6
"""Of the mentions of countries, what those two have at least."""
DESCRIBED = 9
"""Words after a name among which the next one of its list stands."""
CARRIED = 60
"""Characters from a noun to the name that it carries."""
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

    @cached_property
    def votes(self) -> Counter[str]:
        """How much the article tells of each country: its own mentions, and who belongs to it."""
        votes = Counter({e.id: len(e.mentions) for e in self.countries.values()})
        for entity in self.reading.entities:
            country = self.countries.get(entity.country or "")
            if country is not None and entity.kind is not EntityKind.COUNTRY:
                votes[country.id] += 1
        return votes

    @cached_property
    def leading(self) -> tuple[str, ...]:
        """The two states that the article is about, if it is about two."""
        first = self.votes.most_common(LEADING)
        enough = sum(n for _, n in first) >= SHARE * sum(self.votes.values())
        return tuple(i for i, _ in first) if len(first) == LEADING and enough else ()

    def actors(
        self,
        sentence: Sentence,
        heads: Iterable[Token],
        towns: bool = False,
        lists: bool = False,
    ) -> list[Entity]:
        """Those who can act that noun phrases stand for, coordinated ones too, each once; `towns`
        too where the syntax makes them act (« Tanga a demandé »), and `lists` of names that the
        parser may have missed."""
        found: dict[str, Entity] = {}
        for head in heads:
            for token in self._listed(sentence, head, lists):
                for entity in self._standing(sentence, token):
                    if entity.kind in ACTORS or (towns and entity.kind is EntityKind.PLACE):
                        found.setdefault(entity.id, entity)
        return list(found.values())

    def _listed(self, sentence: Sentence, head: Token, lists: bool) -> Iterator[Token]:
        """A noun phrase and those coordinated with it; names right before or after « et » too,
        if asked, whatever the parser makes of them."""
        tree = [head, *_coordinated(sentence, head)]
        yield from tree
        if lists and head.pos in ("NOUN", "PROPN"):
            known = {t.i for t in tree}
            yield from (t for t in self._beside(sentence, head) if t.i not in known)

    def _beside(self, sentence: Sentence, head: Token) -> Iterator[Token]:
        """Names joined to one by « et », « ou » and commas: those before it when the verb is
        plural, and those after it."""
        own = self._extent(sentence, head)
        if own is None:
            return
        if is_plural(sentence, sentence.head(head)):
            yield from self._names_before(sentence, own[0])
        yield from self._names_after(sentence, own[1])

    def _names_before(self, sentence: Sentence, first: int) -> Iterator[Token]:
        tokens, joined = sentence.tokens, False
        while first > 1:
            while first > 1 and tokens[first - 1].pos in ("DET", "ADJ", "NOUN"):
                first -= 1
            link, name = tokens[first - 1], tokens[first - 2]
            joined = joined or link.pos == "CCONJ"
            linked = link.pos == "CCONJ" or (joined and link.text == ",")
            extent = self._extent(sentence, name) if linked and self._is_name(name) else None
            if extent is None:
                return
            yield name
            first = extent[0]

    def _names_after(self, sentence: Sentence, last: int) -> Iterator[Token]:
        """The name after « et », with what describes it before: « et le ministre N. »."""
        after = sentence.tokens[last + 1 : last + 1 + DESCRIBED]
        if not after or after[0].pos != "CCONJ":
            return
        for token in after[1:]:
            if self._is_name(token):
                if not sentence.children(token, "nsubj"):
                    yield token
                return
            if token.pos not in ("DET", "NOUN", "ADJ", "PROPN", "ADP"):
                return

    def _extent(self, sentence: Sentence, head: Token) -> tuple[int, int] | None:
        """The first and last token of the name that a token belongs to, or that it carries."""
        entity = self.owners.of(sentence, head)
        spans = [m.span for m in entity.mentions if m.kind is MentionKind.NAME] if entity else []
        near = [s for s in spans if s.contains(head.span)] or [
            s for s in spans if head.end <= s.start <= head.end + CARRIED
        ]
        inside = [t.i for s in near for t in sentence.tokens_in(s)]
        return (min(inside), max(inside)) if inside else None

    def comma_before(self, sentence: Sentence, name: Token) -> bool:
        """Whether a comma and nothing else stands before the name that a token ends."""
        extent = self._extent(sentence, name)
        first = extent[0] if extent else name.i
        return first > 0 and sentence.tokens[first - 1].text == ","

    def _is_name(self, token: Token) -> bool:
        entity = self.owners.covering(token.span)
        return token.text[0].isupper() and entity is not None and entity.kind in ACTORS

    def _standing(self, sentence: Sentence, token: Token) -> Iterator[Entity]:
        several = named_after(self, sentence, token) or pair(self, sentence, token)
        if not several and self.clauses.counterpart(token):
            known = self.owners.of(sentence, token)
            several = [known] if known is not None else self._counterpart(sentence, token)
        if several or token.norm in self.clauses.possessives:
            yield from several or self._possessors(sentence, token)
            return
        clitic = token.dep in CLITIC or token.norm in self.clauses.datives
        if clitic and token.pos == "PRON" and token.norm in self.clauses.clitics:
            entity = self._taken_up(sentence, token)
        else:
            entity = self.owners.of(sentence, token) or self.speaking(token)
        standing = token.pos == "NOUN" and self.clauses.stands_for(token)
        if entity is not None and (entity.kind in ACTORS or not standing):
            yield entity
        elif standing:
            yield from self._named_by(sentence, token)
        elif token.dep == "amod" and (state := self.demonym(token)) is not None:
            yield state

    def _named_by(self, sentence: Sentence, noun: Token) -> Iterator[Entity]:
        """Who a plain noun stands for, by its adjective, complement or name."""
        for child in sentence.children(noun, *NAMING):
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

    def last_place(self, offset: int) -> str | None:
        """The place told last before a passage: what « y » stands for."""
        near = [
            (m.start, e.id)
            for e in self.reading.entities
            if e.kind is EntityKind.PLACE
            for m in e.mentions
            if offset - FAR < m.start < offset
        ]
        return max(near)[1] if near else None

    def speaking(self, token: Token) -> Entity | None:
        """« je », « nous », « notre »: who speaks there."""
        if token.norm not in self.clauses.speakers:
            return None
        speaker = self.speaker_of(token)
        if speaker is not None and token.norm in self.clauses.spokesmen:
            return self._represented(speaker) or speaker
        return speaker

    def is_person(self, entity: str) -> bool:
        return self.by_id[entity].kind is EntityKind.PERSON

    def state_of(self, entity: str) -> str:
        """The state, told in the article, that somebody serves, else themselves."""
        found = self.by_id[entity]
        state = self.countries.get(found.country or "") if self.serves_state(found) else None
        return state.id if state is not None else entity

    def serves_state(self, entity: Entity) -> bool:
        """Whether somebody holds an office that speaks for a state."""
        return any(self.clauses.speaks_for_state(r.function) for r in entity.roles)

    def speaker_of(self, token: Token) -> Entity | None:
        """Who speaks where a token stands."""
        quotation = self.quotation(token.span)
        return self.by_id.get(quotation.speaker) if quotation and quotation.speaker else None

    def _represented(self, speaker: Entity) -> Entity | None:
        """Whom somebody says « nous » for: the body of their office, or the state they serve."""
        for role in speaker.roles:
            country = role.country or speaker.country
            if country in self.countries and self.clauses.speaks_for_state(role.function):
                return self.countries[country]
            body = self._bodies.get((role.of or "").casefold())
            if body is not None:
                return body
        return None

    @cached_property
    def _bodies(self) -> dict[str, Entity]:
        """Bodies by the words that name them."""
        return {
            self.reading.passage(m.span).casefold(): e
            for e in self.reading.entities
            if e.kind is EntityKind.ORGANIZATION
            for m in e.mentions
        }

    def _possessors(self, sentence: Sentence, determiner: Token) -> list[Entity]:
        """Whose « sa visite » is: the subject of the clause, else of those before it. « Réclame sa
        démission » asks for that of somebody else, named last before."""
        speaker = self.speaking(determiner)
        if speaker is not None or determiner.norm in self.clauses.speakers:
            return [speaker] if speaker is not None else []
        noun = sentence.head(determiner)
        own = {t.i for t in sentence.subtree(noun)}
        for verb in sentence.ancestors(noun):
            subject = surface_subject(sentence, verb, self.clauses) if verb.pos in VERBAL else None
            if subject is None or subject.i in own or subject.norm in self.clauses.possessives:
                continue
            found = [e for e in self._standing(sentence, subject) if e.kind in ACTORS]
            if found and noun.dep == "obj" and self.clauses.object_control(verb):
                return self._before(determiner.start, {e.id for e in found})
            if found:
                return found
        return []

    def _before(self, offset: int, besides: set[str]) -> list[Entity]:
        """The person named last before a passage, other than those given."""
        near = [
            (m.start, e.id)
            for e in self.reading.entities
            if e.kind is EntityKind.PERSON and e.id not in besides
            for m in e.mentions
            if offset - FAR < m.start < offset
        ]
        return [self.by_id[max(near)[1]]] if near else []

    def _same_office(self, offset: int, known: Entity) -> list[Entity]:
        """The person named last before who holds an office like somebody's, else any other."""
        offices = {r.function.split()[0] for r in known.roles}
        near = [
            (bool(offices & {r.function.split()[0] for r in e.roles}), max(before), e.id)
            for e in self.reading.entities
            if e.kind is EntityKind.PERSON and e.id != known.id
            if (before := [m.start for m in e.mentions if m.start < offset])
        ]
        return [self.by_id[max(near)[2]]] if near else []

    def _counterpart(self, sentence: Sentence, noun: Token) -> list[Entity]:
        """« son homologue sénégalaise »: who holds an office like the subject's for that country;
        without a country, the other one named last before."""
        verb = next((t for t in sentence.ancestors(noun) if t.pos in VERBAL), None)
        subject = surface_subject(sentence, verb, self.clauses) if verb else None
        above = self.owners.of(sentence, subject) if subject and subject.i != noun.i else None
        codes = {self.clauses.demonym(t.text) for t in sentence.children(noun, "amod")} - {None}
        if not codes:
            known = above or next(iter(self._before(noun.start, set())), None)
            return self._same_office(noun.start, known) if known else []
        offices = {w for r in (above.roles if above else ()) for w in r.function.split()[:1]}
        compatriots = [
            e
            for e in self.reading.entities
            if e.kind is EntityKind.PERSON
            and e.roles
            and (e.country in codes or any(r.country in codes for r in e.roles))
        ]
        alike = [e for e in compatriots if offices & {r.function.split()[0] for r in e.roles}]
        holders = alike or compatriots
        states = [e for code, e in self.countries.items() if code in codes]
        return holders if len(holders) == 1 else states

    def quotation(self, span: Span) -> Quotation | None:
        """The quotation that holds a passage."""
        return next((q for q in self.reading.quotations if q.span.contains(span)), None)

    def cued(self, token: Token) -> Entity | None:
        """The speaker of the quotation that a verb reports."""
        for quotation in self.reading.quotations:
            if quotation.cue and quotation.speaker and quotation.cue.contains(token.span):
                return self.by_id.get(quotation.speaker)
        return None

    def _taken_up(self, sentence: Sentence, token: Token) -> Entity | None:
        """« l'a félicité », « leur a promis »: who was spoken of last, not who acts."""
        gender, plural = self.clauses.clitics[token.norm]
        kinds = (EntityKind.GROUP,) if plural else (EntityKind.PERSON,)
        subjects = sentence.children(sentence.head(token), "nsubj")
        acting = {e.id for s in subjects if (e := self.owners.of(sentence, s)) is not None}
        resolved = self.owners.covering(token.span)
        if resolved is not None and resolved.id not in acting:
            return resolved
        near = [
            (max(before), e.id)
            for e in self.reading.entities
            if e.kind in kinds and e.id not in acting and gender in (None, e.gender or gender)
            if (
                before := [m.start for m in e.mentions if token.start - FAR < m.start < token.start]
            )
        ]
        return self.by_id[max(near)[-1]] if near else None


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
