"""One person or two: the ladder of names, then country, office and gender."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from greffier.model.facts import EntityFacts
from greffier.model.record import Likeness, Reason, Verdict
from greffier.record import policy
from greffier.record.compare.names import parse
from greffier.record.compare.persons import SHORTEST_TYPO, SURNAME_ALONE, VOWEL, compare, word

Found = tuple[Verdict, Likeness]


def judge(a: EntityFacts, b: EntityFacts) -> Found | None:
    """Two full names."""
    if _other_initials(a, b):
        return None
    likeness = compare(a.name, b.name)
    if likeness.score < policy.SAME_NAME:
        return _truncated(a, b) or _slipped(a, b)
    agreeing = _agreeing(a, b)
    score = likeness.score + policy.AGREES * len(agreeing)
    told = Likeness(score, (*likeness.reasons, *agreeing))
    if a.country and b.country and a.country != b.country:
        return _other_country(a, b, likeness)
    slipped = likeness.score < policy.SURE_NAME
    if slipped and not _same_office(a, b) and not _long_slip(a.name, b.name):
        return Verdict.UNSURE, told
    return Verdict.SAME, told


def _other_initials(a: EntityFacts, b: EntityFacts) -> bool:
    """Whether both are told from their namesakes by initials, which are not the same."""
    x, y = ({w for w in parse(f.name).words[1:-1] if len(w) == 1} for f in (a, b))
    return bool(x and y) and x != y


def _other_country(a: EntityFacts, b: EntityFacts, likeness: Likeness) -> Found:
    """A country may be misread: the very same name, or the same office, outweighs it."""
    reason = Reason("other country", f"{a.country} / {b.country}")
    doubt = Likeness(likeness.score, (*likeness.reasons, reason))
    if _same_office(a, b):
        return Verdict.SAME, doubt
    told_apart = _offices(a) and _offices(b)
    return (Verdict.SAME if _one_name(a, b) and not told_apart else Verdict.UNSURE), doubt


def _long_slip(one: str, other: str) -> bool:
    """Whether the words that differ, otherwise than romanisations do, are too long for the slip
    to make another name."""
    x, y = parse(one).words, parse(other).words
    if len(x) != len(y):
        return False
    slips = [
        pair
        for i, pair in enumerate(zip(x, y, strict=True))
        if word(*pair, last=i == len(x) - 1).score < VOWEL
    ]
    return all(min(map(len, pair)) >= policy.LONG_WORD for pair in slips)


def _slipped(a: EntityFacts, b: EntityFacts) -> Found | None:
    """A slip in more than one word, in the same office of the same country."""
    x, y = parse(a.name).words, parse(b.name).words
    agreeing = _agreeing(a, b)
    if len(x) != len(y) or len(x) < 2 or len(agreeing) < 2:
        return None
    for v, w in zip(x, y, strict=True):
        slack = 0 if min(len(v), len(w)) < SHORTEST_TYPO else 1
        if v[0] != w[0] or OSA.distance(v, w) > slack:
            return None
    reason = Reason("slips in several words", f"{a.name} / {b.name}")
    return Verdict.SAME, Likeness(policy.SAME_NAME, (reason, *agreeing))


def _truncated(a: EntityFacts, b: EntityFacts) -> Found | None:
    """A surname cut short by one outlet (« Tanaka », « Tanakaraya »): with the same given name,
    country and office."""
    x, y = parse(a.name).words, parse(b.name).words
    if len(x) < 2 or len(x) != len(y) or x[:-1] != y[:-1]:
        return None
    cut = _cut(x[-1], y[-1])
    if cut is None:
        return None
    agreeing = _agreeing(a, b)
    told = Likeness(policy.SAME_NAME, (cut, *agreeing))
    return (Verdict.SAME, told) if _same_office(a, b) else (Verdict.UNSURE, told)


def _cut(one: str, other: str) -> Reason | None:
    short, long = sorted((one, other), key=len)
    if not long.startswith(short) or len(short) < policy.SHORTEST_CUT:
        return None
    if len(long) - len(short) > policy.LONGEST_CUT:
        return None
    return Reason("surname cut short", f"{short} / {long}")


def leaning(a: EntityFacts, b: EntityFacts) -> Found | None:
    """A surname told alone and a full name that share an office or the people around them."""
    likeness = compare(a.name, b.name)
    if likeness.score < SURNAME_ALONE * VOWEL:
        cut = _cut(parse(a.name).surname, parse(b.name).surname)
        if cut is None:
            return None
        likeness = Likeness(SURNAME_ALONE * VOWEL, (cut,))
    if a.country and b.country and a.country != b.country:
        return None
    reason = Reason("shared context", "office, or the same people told in the same days")
    return Verdict.SAME, Likeness(likeness.score, (*likeness.reasons, reason))


def conflict(a: EntityFacts, b: EntityFacts) -> bool:
    return not _one_name(a, b) and judge(a, b) is None


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
