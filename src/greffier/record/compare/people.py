"""One person or two: the ladder of names, then country, office and gender."""

from __future__ import annotations

from greffier.model.facts import EntityFacts
from greffier.model.record import Likeness, Reason, Verdict
from greffier.record import policy
from greffier.record.compare.names import parse
from greffier.record.compare.persons import SURNAME_ALONE, VOWEL, compare

Found = tuple[Verdict, Likeness]


def judge(a: EntityFacts, b: EntityFacts) -> Found | None:
    """Two full names."""
    likeness = compare(a.name, b.name)
    if likeness.score < policy.SAME_NAME:
        return _truncated(a, b)
    agreeing = _agreeing(a, b)
    differ = bool(a.country and b.country and a.country != b.country)
    score = min(1.0, likeness.score) + policy.AGREES * len(agreeing)
    told = Likeness(score, (*likeness.reasons, *agreeing))
    if differ and not _one_name(a, b):
        reason = Reason("other country", f"{a.country} / {b.country}")
        doubt = Likeness(likeness.score, (*told.reasons, reason))
        return (Verdict.SAME, doubt) if _same_office(a, b) else (Verdict.UNSURE, doubt)
    if differ and _offices(a) and _offices(b) and not _same_office(a, b):
        reason = Reason("other country and office", f"{a.country} / {b.country}")
        return Verdict.UNSURE, Likeness(likeness.score, (*told.reasons, reason))
    if likeness.score < policy.SURE_NAME and not agreeing:
        return Verdict.UNSURE, told
    return Verdict.SAME, told


def _truncated(a: EntityFacts, b: EntityFacts) -> Found | None:
    """A surname cut short by one outlet (« Tanaka », « Tanakaraya »): with the same given name,
    country and office."""
    x, y = parse(a.name).words, parse(b.name).words
    if len(x) < 2 or len(x) != len(y) or x[:-1] != y[:-1]:
        return None
    short, long = sorted((x[-1], y[-1]), key=len)
    cut = long.startswith(short) and len(short) >= policy.SHORTEST_CUT
    if not cut or len(long) - len(short) > policy.LONGEST_CUT:
        return None
    agreeing = _agreeing(a, b)
    told = Likeness(policy.SAME_NAME, (Reason("surname cut short", f"{short} / {long}"), *agreeing))
    return (Verdict.SAME, told) if _same_office(a, b) else (Verdict.UNSURE, told)


def leaning(a: EntityFacts, b: EntityFacts) -> Found | None:
    """A surname told alone and a full name that share an office or the people around them."""
    likeness = compare(a.name, b.name)
    if likeness.score < SURNAME_ALONE * VOWEL:
        return None
    if a.country and b.country and a.country != b.country:
        return None
    reason = Reason("shared context", "office, or the same people told in the same days")
    return Verdict.SAME, Likeness(likeness.score, (*likeness.reasons, reason))


def conflict(a: EntityFacts, b: EntityFacts) -> bool:
    return (
        not _one_name(a, b)
        and _truncated(a, b) is None
        and (compare(a.name, b.name).score < policy.SAME_NAME)
    )


def _one_name(a: EntityFacts, b: EntityFacts) -> bool:
    return parse(a.name).words == parse(b.name).words


def _offices(facts: EntityFacts) -> set[str]:
    return {role.function for role in facts.roles}


def _same_office(a: EntityFacts, b: EntityFacts) -> bool:
    return bool(_offices(a) & _offices(b))


def _agreeing(a: EntityFacts, b: EntityFacts) -> tuple[Reason, ...]:
    found = []
    if a.country and a.country == b.country:
        found.append(Reason("same country", a.country))
    shared = sorted(_offices(a) & _offices(b))
    if shared:
        found.append(Reason("same office", shared[0]))
    return tuple(found)
