"""Offices that a verb tells: « il devient ministre », « elle est élue maire »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from greffier.annotate.holders import Names, goes_on
from greffier.annotate.roles import Countries
from greffier.model.annotations import Entity, EntityKind, Role
from greffier.model.language import Language, Office
from greffier.model.phrases import noun_phrase, subject_of
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token

STEPS = 3
"""From an office up to the verb that tells of it."""


def attach(reading: Reading, language: Language) -> Reading:
    """Adds the offices that verbs give to persons, by name or by the pronoun that stands for
    them: pronouns must be resolved."""
    people = [e for e in reading.entities if e.kind is EntityKind.PERSON]
    names: Names = {m.start: (m.span, e.id) for e in people for m in e.mentions}
    told = {role.start for e in people for role in e.roles}
    inside = frozenset(o for e in people for m in e.mentions for o in range(m.start, m.end))
    countries = Countries(reading, language.naming)
    added: dict[str, list[Role]] = {}
    for sentence in reading.sentences:
        for person, role in _Teller(sentence, names, inside, language, countries).roles():
            if role.start not in told:
                added.setdefault(person, []).append(role)
    return replace(
        reading, entities=tuple(_with(e, added.get(e.id, []), language) for e in reading.entities)
    )


class _Teller:
    """Reads the offices that the verbs of one sentence tell."""

    def __init__(
        self,
        sentence: Sentence,
        names: Names,
        inside: frozenset[int],
        language: Language,
        countries: Countries,
    ) -> None:
        self._sentence = sentence
        self._names = names
        self._inside = inside
        self._language = language
        self._countries = countries
        self._last: tuple[Office, str] | None = None

    def roles(self) -> Iterator[tuple[str, Role]]:
        offices = self._language.offices
        for token in self._sentence.tokens:
            if offices.presides(token):
                yield from self._presided(token)
            if token.pos not in ("NOUN", "ADJ", "PROPN") or not offices.is_function(token):
                continue
            office = offices.office(self._sentence, token, self._inside)
            if office is None or office.plural or offices.is_feat(token):
                continue
            if office.tenure == "future":
                continue
            person = self._person(self._holder(token, office))
            last = self._last
            if person is None and last and goes_on(self._sentence, last[0], office):
                person = last[1]
            if person is not None:
                self._last = office, person
                yield person, self._role(office)

    def _holder(self, token: Token, office: Office) -> Token | None:
        """Who a verb says to hold an office, or to come to hold it."""
        sentence, offices = self._sentence, self._language.offices
        for word in sentence.tokens[office.first : office.last + 1]:
            if sentence.children(word, "cop"):
                return next(iter(sentence.children(word, "nsubj", "expl:subj")), None)
        beside = self._before_verb(office)
        if beside is not None:
            return beside
        verb = sentence.head(token)
        if offices.as_one(sentence, office.first):
            return subject_of(sentence, verb)
        if offices.becomes(verb):
            return subject_of(sentence, verb)
        if offices.appoints(verb) and token.i > verb.i:
            passive = verb.morph.voice == "Pass" or bool(sentence.children(verb, "aux:pass"))
            appointed = sentence.children(verb, "obj", "iobj")
            if passive:
                return subject_of(sentence, verb)
            return next((t for t in appointed if t.i != token.i), None)
        return None

    def _before_verb(self, office: Office) -> Token | None:
        """« il est également premier secrétaire »: the pronoun right before the verb that stands
        right before the office, whatever the parser makes of them."""
        tokens, place = self._sentence.tokens, office.first - 1
        while place > 0 and tokens[place].pos in ("ADV", "DET"):
            place -= 1
        verb = tokens[place] if place > 0 else None
        if verb is None or not self._language.offices.becomes(verb):
            return None
        while place > 0 and (tokens[place].pos in ("AUX", "ADV") or tokens[place] is verb):
            place -= 1
        return tokens[place] if tokens[place].start in self._names else None

    def _presided(self, verb: Token) -> Iterator[tuple[str, Role]]:
        """« l'association, présidée par X », « X préside l'association »."""
        sentence = self._sentence
        agent = next((t for t in sentence.children(verb, "obl:agent", "obl:mod")), None)
        body: Token | None
        if verb.dep.startswith("acl") and agent is not None:
            holder, body = self._first_named(agent.i), sentence.head(verb)
        else:
            holder = subject_of(sentence, verb)
            body = next(iter(sentence.children(verb, "obj")), None)
        person = self._person(holder)
        if person is None or body is None or body.pos not in ("NOUN", "PROPN"):
            return
        phrase = noun_phrase(sentence, body, self._language.nominals.links)
        office = self._language.offices.presidency(" ".join(t.text for t in phrase), verb)
        yield person, self._role(office)

    def _first_named(self, place: int) -> Token | None:
        """The name at an agent, or right after its title: « par le docteur X »."""
        following = self._sentence.tokens[place : place + STEPS]
        return next((t for t in following if t.start in self._names), None)

    def _person(self, holder: Token | None) -> str | None:
        return self._names[holder.start][1] if holder and holder.start in self._names else None

    def _role(self, office: Office) -> Role:
        tokens = self._sentence.tokens
        own = office.countries[0] if office.countries else None
        told = own or (None if office.is_state else self._countries.of(office, self._sentence))
        return Role(
            office.function,
            office.of,
            told,
            tokens[office.first].start,
            tokens[office.last].end,
            "roles.told_by_verb",
            office.tenure,
        )


def _with(entity: Entity, added: list[Role], language: Language) -> Entity:
    """The person with the roles added that are not told yet, in whole or shortened."""
    roles = list(entity.roles)
    for role in added:
        function = language.offices.in_gender(role.function, entity.gender)
        known = [k.function.casefold() for k in roles]
        told = function.casefold()
        if not any(k == told or k.startswith(f"{told} ") for k in known):
            roles.append(replace(role, function=function, country=role.country or entity.country))
    country = entity.country or next((r.country for r in roles if r.country), None)
    return replace(entity, roles=tuple(roles), country=country)
