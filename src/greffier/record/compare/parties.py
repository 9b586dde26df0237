"""Is somebody who takes part in one account the one of another? By kind and name alone."""

from __future__ import annotations

from collections.abc import Iterable

from greffier.model.annotations import EntityKind
from greffier.model.facts import Who
from greffier.record import policy
from greffier.record.compare.persons import SURNAME_ALONE, VOWEL, compare


def same(a: Who, b: Who) -> bool:
    """Within one story or one day: a surname alone is enough."""
    if a.form == b.form:
        return True
    if a.kind != b.kind:
        return False
    if a.kind == EntityKind.PERSON:
        likeness = compare(a.name, b.name)
        return likeness.score >= policy.SAME_NAME or (
            likeness.score >= SURNAME_ALONE * VOWEL and " " in f"{a.name}{b.name}"
        )
    if a.kind == EntityKind.COUNTRY:
        return bool(a.country) and a.country == b.country
    if a.geonames_id and a.geonames_id == b.geonames_id:
        return True
    words_a, words_b = a.form.split(":")[1], b.form.split(":")[1]
    fits = not a.country or not b.country or a.country == b.country
    return words_a == words_b and fits


def may_stand_for(a: Who, b: Who) -> bool:
    """Whether one may act for the other: a country and its minister, a body and its head."""
    described = EntityKind.GROUP in (a.kind, b.kind)
    return described or (a.kind != b.kind and bool(a.country) and a.country == b.country)


def opposed(one: Iterable[Who], other: Iterable[Who]) -> bool:
    """Whether both name somebody and nobody of one may be anybody of the other."""
    x, y = list(one), list(other)
    return bool(x and y) and not any(same(a, b) or may_stand_for(a, b) for a in x for b in y)


def shared(one: Iterable[Who], other: Iterable[Who]) -> list[Who]:
    others = list(other)
    return [a for a in one if any(same(a, b) for b in others)]
