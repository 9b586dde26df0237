"""Are two names, bodies, places or groups the same? By kind; others never meet."""

from __future__ import annotations

from greffier.model.annotations import EntityKind
from greffier.model.facts import EntityFacts
from greffier.model.record import Form, Layer, Likeness, Link, Reason, Verdict
from greffier.record import policy
from greffier.record.compare import bodies, groups, people, places


def judge(one: Form, other: Form) -> Link | None:
    if one.kind != other.kind or (one.leans and other.leans):
        return None
    weak = one.leans or other.leans
    found = _verdict(one, other, weak)
    if found is None:
        return None
    verdict, likeness, rule = found
    score = likeness.score - (policy.OWN_FORM if "#" in one.id + other.id else 0.0)
    return Link(
        Layer.ENTITY, one.id, other.id, verdict, round(score, 4), likeness.reasons, rule, weak
    )


def _verdict(one: Form, other: Form, weak: bool) -> tuple[Verdict, Likeness, str] | None:
    a, b = facts(one), facts(other)
    if one.kind == EntityKind.PERSON:
        found = people.leaning(a, b) if weak else people.judge(a, b)
    elif one.kind == EntityKind.ORGANIZATION:
        found = bodies.leaning(a, b) if weak else bodies.judge(a, b)
    elif one.kind == EntityKind.PLACE:
        found = places.judge(a, b)
    elif one.kind == EntityKind.GROUP:
        found = groups.judge(a, b)
    else:
        same = Likeness(1.0, (Reason("same country", a.country or a.name),))
        found = (Verdict.SAME, same) if a.country == b.country else None
    return None if found is None else (*found, f"rule:{one.kind}")


def conflict(one: Form, other: Form) -> bool:
    """Whether two forms must not meet in one entry; what leans contradicts nothing."""
    if one.leans or other.leans:
        return False
    a, b = facts(one), facts(other)
    if one.kind == EntityKind.PERSON:
        return people.conflict(a, b)
    if one.kind == EntityKind.ORGANIZATION:
        return bodies.conflict(a, b)
    if one.kind == EntityKind.PLACE:
        return places.conflict(a, b)
    return False


def facts(form: Form) -> EntityFacts:
    if not isinstance(form.facts, EntityFacts):
        raise TypeError(f"{form.id} is no entity")
    return form.facts
