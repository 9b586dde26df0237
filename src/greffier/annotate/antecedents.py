"""Who a pronoun or plain noun may stand for, among those known so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from greffier.model.annotations import Entity, EntityKind, MentionKind
from greffier.model.language import Anaphora, Reference

EXACT = 2
"""How well an office fits a noun with its complement; 1 where the office lacks a complement."""
BODIES = (EntityKind.ORGANIZATION, EntityKind.GROUP)
ACTORS = (*BODIES, EntityKind.COUNTRY)
JUST_BEFORE = 2
"""Sentences back that « ce dernier » and « l'intéressé » reach."""
NEAR = 6
"""Sentences back that a pronoun reaches."""


@dataclass(slots=True, eq=False)
class Known:
    """Somebody or a body as far as the text has gone."""

    entity: Entity
    gender: str | None
    offices: tuple[str, ...] = ()  # functions, and nouns told right before the name
    last: int = -1  # the sentence of the last mention
    offset: int = -1  # where that mention stood
    subject: bool = False  # whether it was the subject there

    @property
    def is_person(self) -> bool:
        return self.entity.kind is EntityKind.PERSON


@dataclass(slots=True)
class Discourse:
    """What has been told up to a word: who is known, who spoke, who was the subject last, and
    the persons of each sentence in order."""

    known: dict[str, Known]
    number: int = 0
    spoke: Known | None = None
    spoke_at: int = -1
    subject: Known | None = None
    subject_at: int = -1
    told: dict[int, list[Known]] = field(default_factory=dict)

    def of_kind(self, *kinds: EntityKind) -> list[Known]:
        return [k for k in self.known.values() if k.entity.kind in kinds]

    def agreeing(self, reference: Reference) -> list[Known]:
        """The persons whose gender the reference allows."""
        return [k for k in self.of_kind(EntityKind.PERSON) if agrees(k, reference)]

    def speaker(self, reference: Reference) -> Known | None:
        """« …, a-t-il ajouté »: who was the subject since somebody spoke, else who spoke."""
        subject = self.subject
        fits = subject is not None and agrees(subject, reference)
        later = fits and self.subject_at > self.spoke_at
        if later and subject is not None and subject.is_person:
            return subject
        if self.spoke is not None and agrees(self.spoke, reference):
            return self.spoke
        sure = later and subject is not None and subject.gender == reference.gender
        return subject if sure else None


def agrees(known: Known, reference: Reference) -> bool:
    return not reference.gender or known.gender in (None, reference.gender)


def choose(reference: Reference, told: Discourse, anaphora: Anaphora) -> Known | None:
    """Whom a reference stands for; null when nobody fits or two do."""
    match reference.kind:
        case _ if reference.number == "Plur":
            return _only(_recent(told.of_kind(EntityKind.GROUP), told.number, 2))
        case "body":
            return _body_named(reference, told, anaphora)
        case "noun":
            return _holder(reference, told, anaphora)
        case "counterpart":
            return _counterpart(reference, told)
        case "partner":
            return _partner(reference, told)
        case "first" | "second":
            return _of_two(reference, told)
        case "last":
            near = _recent(told.agreeing(reference), told.number, JUST_BEFORE)
            return max(near, key=lambda k: k.offset, default=None)
    return _pronoun(reference, told)


def _pronoun(reference: Reference, told: Discourse) -> Known | None:
    near = list(_recent(told.agreeing(reference), told.number, NEAR))
    # « Interrogé sur X, il répond »: X is not he
    apart = [k for k in near if k.subject or k.last < told.number]
    close = any(told.number - k.last <= JUST_BEFORE for k in apart)
    person = _prominent(apart if close else near, reference)
    body = _body(reference, told)
    if person is None or body is None:
        return person or body
    prominent = body.last == person.last and body.subject and not person.subject
    return body if body.last > person.last or prominent else person


def _recent(known: Iterable[Known], number: int, reach: int) -> Iterator[Known]:
    return (k for k in known if k.last >= 0 and number - k.last <= reach)


def _only(candidates: Iterable[Known]) -> Known | None:
    found = list(candidates)
    return found[0] if len(found) == 1 else None


def _prominent(recent: list[Known], reference: Reference) -> Known | None:
    """The nearest sentence decides; within it the subject, then the gender that is known. « Elle »
    is sooner a woman told just before than a subject of unknown gender."""
    if not recent:
        return None
    latest = max(k.last for k in recent)
    there = [k for k in recent if k.last == latest]
    subjects = [k for k in there if k.subject]
    sure = [k for k in (subjects or there) if k.gender]
    if not sure and reference.gender == "Fem":
        sure = [k for k in recent if k.gender and latest - k.last <= 1]
    ranked = sure or subjects or there
    return max(ranked, key=lambda k: (k.last, k.offset if not k.subject else -k.offset))


def _body(reference: Reference, told: Discourse) -> Known | None:
    """« elle » and « il » for an organisation or country that was the subject just before."""
    kinds = (EntityKind.ORGANIZATION, EntityKind.COUNTRY)
    bodies = [k for k in told.of_kind(*kinds) if k.subject and _may_be(k, reference)]
    return _only(_recent(bodies, told.number, 1))


def _may_be(body: Known, reference: Reference) -> bool:
    """Whether a body may be « il » or « elle »: its gender is told, or it bears a name that tells
    none."""
    if not reference.gender or body.gender == reference.gender:
        return True
    named = any(m.kind is MentionKind.NAME for m in body.entity.mentions)
    return body.gender is None and named and body.entity.kind is EntityKind.ORGANIZATION


def _body_named(reference: Reference, told: Discourse, anaphora: Anaphora) -> Known | None:
    """« le collectif » for « collectif K. »; « l'agence » for the only body just told."""
    bodies = told.of_kind(*BODIES)
    headed = [k for k in bodies if anaphora.is_headed(k.entity.name, reference.word)]
    if headed:
        return _only(headed) or max(
            (k for k in headed if k.last >= 0), key=lambda k: k.offset, default=None
        )
    if reference.more or not anaphora.is_any_body(reference.word):
        return None
    near = [k for k in _recent(told.of_kind(EntityKind.ORGANIZATION), told.number, 1) if k.subject]
    return _only(near)


def _holder(reference: Reference, told: Discourse, anaphora: Anaphora) -> Known | None:
    """The only holder of an office; of several, the one told last before."""
    people = _of_gender(told.agreeing(reference), reference)
    if reference.country:
        people = [k for k in people if _country(k) in (None, reference.country)]
    fits = {id(k): anaphora.noun_fits(reference, k.offices) for k in people}
    exact = [k for k in people if fits[id(k)] == EXACT]
    spoke = told.spoke if told.spoke in people and told.number - told.spoke_at <= 1 else None
    if not exact and spoke is not None and not spoke.offices and not reference.country:
        return spoke  # « …, a dit X. Le député de Y a ajouté »: nothing was told of X
    loose = _only(k for k in people if fits[id(k)])
    holders = exact or ([loose] if loose else [])
    if reference.country:
        compatriots = [k for k in holders or people if _country(k) == reference.country]
        if not holders and (reference.more or not anaphora.is_any_official(reference.word)):
            compatriots = []
        holders = compatriots or holders
    if len(holders) == 1:
        return holders[0]
    if holders:
        return max((k for k in holders if k.last >= 0), key=lambda k: k.offset, default=None)
    if reference.pointing:  # « ce spécialiste de X »: who was told just before
        return told.spoke if told.spoke in people else _only(_recent(people, told.number, 1))
    if reference.more or reference.country:
        return None
    return _only(k for k in _recent(people, told.number, 1) if not k.offices)


def _of_gender(people: list[Known], reference: Reference) -> list[Known]:
    """Those of the reference's own gender before those whose gender nobody tells."""
    if reference.gender != "Fem":
        return people
    return [k for k in people if k.gender] or people


def _country(known: Known) -> str | None:
    offices = (r.country for r in known.entity.roles if r.country)
    return next(offices, known.entity.country)


def _counterpart(reference: Reference, told: Discourse) -> Known | None:
    """« son homologue »: who holds elsewhere the office of the last subject, of the country just
    told where there are several."""
    one = told.subject or told.spoke
    if one is None:
        return None
    held = {r.function for r in one.entity.roles}
    others = [
        k
        for k in told.agreeing(reference)
        if k is not one and held.intersection(r.function for r in k.entity.roles)
    ]
    if reference.country:
        others = [k for k in others if _country(k) == reference.country]
    if len(others) > 1:
        near = _recent(told.of_kind(EntityKind.COUNTRY), told.number, 1)
        countries = {k.entity.country for k in near}
        others = [k for k in others if _country(k) in countries]
    return _only(others)


def _partner(reference: Reference, told: Discourse) -> Known | None:
    """« son hôte », « son visiteur »: the other person told last before whoever spoke or acted."""
    one = told.subject or told.spoke
    near = _recent(told.agreeing(reference), told.number, NEAR)
    return max((k for k in near if k is not one), key=lambda k: k.offset, default=None)


def _of_two(reference: Reference, told: Discourse) -> Known | None:
    """« la première », « le second »: of the two persons told in the last sentence that tells
    two."""
    for number in range(told.number, max(-1, told.number - JUST_BEFORE - 1), -1):
        there = told.told.get(number, [])
        if len(there) == 2:
            found = there[reference.kind == "second"]
            return found if agrees(found, reference) else None
    return None
