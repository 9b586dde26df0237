"""Offices that the article gives to persons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from greffier.annotate.holders import Holder, Names, goes_on, holders
from greffier.model.annotations import Entity, EntityKind, MentionKind, Role
from greffier.model.context import Setting
from greffier.model.language import Language, Naming, Office, Offices
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token

COUNTERPARTS = 9
"""Tokens after « homologue » in which the name of the counterpart stands."""


class Held(NamedTuple):
    """A role of a person; `told`: its own words tell its country; `lent`: else that of the
    holder's other offices."""

    person: str
    role: Role
    told: bool = False
    lent: bool = False


def attach(reading: Reading, language: Language) -> Reading:
    """Gives each person the offices that the article tells, and the country that they imply."""
    people = [e for e in reading.entities if e.kind is EntityKind.PERSON]
    names = _names(people)
    inside = frozenset(o for span, _ in names.values() for o in range(span.start, span.end))
    countries = Countries(reading, language.naming)
    found: list[Held] = []
    for sentence in reading.sentences:
        found += _Sentence(sentence, names, inside, language.offices, countries, found).read()
    held: dict[str, list[Held]] = {}
    for one in found:
        held.setdefault(one.person, []).append(one)
    setting = countries.setting
    return replace(
        reading,
        entities=tuple(_with_roles(e, held.get(e.id, []), setting) for e in reading.entities),
    )


def _names(people: Iterable[Entity]) -> Names:
    return {
        mention.start: (mention.span, person.id)
        for person in people
        for mention in person.mentions
        if mention.kind is MentionKind.NAME
    }


class Countries:
    """Which country an office belongs to, when its own words do not tell."""

    def __init__(self, reading: Reading, naming: Naming) -> None:
        self.setting = Setting(reading, naming)
        self._naming = naming
        self._bodies = {
            naming.folded(reading.passage(m.span)): e.country
            for e in reading.entities
            if e.kind is not EntityKind.PERSON
            for m in e.mentions
        }

    def of(self, office: Office, sentence: Sentence) -> str | None:
        """That of the body or place that the office is of, else the paragraph's or article's."""
        if not office.of:
            return self.setting.near(sentence.block) if office.is_state else None
        key = self._naming.folded(office.of)
        if self._bodies.get(key):
            return self._bodies[key]
        if self._naming.is_known_international(office.of):
            return None
        told = self._naming.told_in(f"de {office.of}", self.setting.countries)
        if told or self._naming.is_international(office.of):
            return told
        if office.is_public or self._naming.is_of_state(office.of):
            return self.setting.near(sentence.block)
        return None if key[:1].isdigit() else self.setting.only


class _Sentence:
    """Reads the offices of one sentence, in order."""

    def __init__(  # noqa: PLR0913 - what a sentence is read with
        self,
        sentence: Sentence,
        names: Names,
        inside: frozenset[int],
        offices: Offices,
        countries: Countries,
        before: list[Held],
    ) -> None:
        self._sentence = sentence
        self._names = names
        self._inside = inside
        self._offices = offices
        self._countries = countries
        self._before = before
        self._found: list[Held] = []
        self._unheld: Office | None = None
        self._last: tuple[Office, list[Holder]] | None = None

    def read(self) -> list[Held]:
        for token in self._sentence.tokens:
            if token.pos not in ("NOUN", "PROPN", "ADJ", "VERB"):
                continue
            if self._offices.same_office(token):
                self._found += self._counterpart(token)
                continue
            office = self._offices.office(self._sentence, token, self._inside)
            if office is None or self._is_title(office, token):
                continue
            if self._is_taken(token) and not (token.pos == "NOUN" and self._is_before_name(office)):
                continue
            alone = office.first == office.last
            if (alone and self._offices.is_feat(token)) or self._is_adjective(token):
                continue
            self._give(office)
        return self._found

    def _give(self, office: Office) -> None:
        found = holders(self._sentence, office, self._names, self._offices)
        last = self._last
        if not found and last and goes_on(self._sentence, last[0], office):
            found = [h._replace(rule="roles.joined") for h in last[1] if not office.plural]
        if len(found) == 1 and self._unheld and goes_on(self._sentence, self._unheld, office):
            chained = found[0]._replace(rule="roles.chained", country=None)
            self._found.append(self._held(self._unheld, chained))
        self._found += [self._held(office, holder) for holder in found]
        self._unheld = None if found or office.plural else office
        self._last = (office, found) if found else None

    def _is_taken(self, token: Token) -> bool:
        return any(h.role.start <= token.start < h.role.end for h in self._found)

    def _is_adjective(self, token: Token) -> bool:
        """« la Compagnie financière »: what qualifies the noun before it is no office."""
        before = self._sentence.tokens[token.i - 1] if token.i else None
        qualifies = token.pos == "ADJ" and token.dep == "amod" and token.head < token.i
        return qualifies and before is not None and before.i == token.head

    def _is_before_name(self, office: Office) -> bool:
        """« le conseiller du président X »: within an office, another whose holder is named."""
        following = self._sentence.tokens[office.last + 1 : office.last + 2]
        return bool(following) and following[0].start in self._names

    def _is_title(self, office: Office, token: Token) -> bool:
        """« le professeur X », « le général X »: said before a name alone, these are no office."""
        tokens = self._sentence.tokens
        following = tokens[token.i + 1].start if token.i + 1 < len(tokens) else -1
        alone = office.first == office.last == token.i
        return alone and self._offices.is_rank(token) and following in self._names

    def _held(self, office: Office, holder: Holder) -> Held:
        tokens = self._sentence.tokens
        own = holder.country or (office.countries[0] if office.countries else None)
        role = Role(
            office.function,
            office.of,
            own or self._countries.of(office, self._sentence),
            tokens[office.first].start,
            tokens[office.last].end,
            holder.rule,
            office.tenure,
        )
        lent = own is None and (office.is_state or (office.is_public and office.possessed))
        return Held(holder.person, role, own is not None, lent)

    def _counterpart(self, token: Token) -> list[Held]:
        """« son homologue syrien, X »: X holds the office last told, in that country."""
        country = None
        before = [*self._before, *self._found]
        for following in self._sentence.tokens[token.i + 1 : token.i + COUNTERPARTS]:
            if following.start in self._names and before:
                others = [h for h in before if h.role.country != country]
                role = replace(
                    (others or before)[-1].role,
                    country=country,
                    of=None,
                    start=token.start,
                    end=token.end,
                    rule="roles.counterpart",
                )
                return [Held(self._names[following.start][1], role, country is not None)]
            told = self._offices.demonym(following.text)
            country = country or told
            if not (told or following.norm in (",", "le", "la", "l'")) and not (
                self._offices.is_rank(following)
            ):
                break
        return []


def _with_roles(entity: Entity, held: list[Held], setting: Setting) -> Entity:
    """The person with their roles, each told once, and the country that they imply."""
    if entity.kind is not EntityKind.PERSON:
        return entity
    own = entity.country or next((h.role.country for h in held if h.told), None)
    kept: list[Role] = []
    for role in _settled(held, own):
        twin = next((k for k in kept if k.function.casefold() == role.function.casefold()), None)
        if twin is None:
            kept.append(role)
        elif twin.country is None and role.country is not None:
            kept[kept.index(twin)] = replace(twin, country=role.country)
    country = own or next((r.country for r in kept if r.country), None) or setting.only
    return replace(entity, roles=tuple(kept), country=country)


def _settled(held: list[Held], own: str | None) -> Iterator[Role]:
    """The roles with the country of their holder. One that only shortens another (« les ministres
    X et Y », « le ministre X » after « ministre de la Pêche ») tells no country of its own, and
    nothing at all of several persons."""
    functions = {h.role.function.casefold() for h in held}
    for _, role, told, lent in held:
        short = any(f.startswith(f"{role.function.casefold()} ") for f in functions)
        if short and role.rule == "roles.shared":
            continue
        if short and not told and not role.of:
            yield replace(role, country=None)
        else:
            yield replace(role, country=own) if own and lent else role
