"""One body or two: full names, acronyms, and the country of those that every country has."""

from __future__ import annotations

from greffier.model.facts import EntityFacts
from greffier.model.record import Likeness, Reason, Verdict
from greffier.record import policy
from greffier.record.compare.acronyms import initials

Found = tuple[Verdict, Likeness]


def judge(a: EntityFacts, b: EntityFacts) -> Found | None:
    if a.vague or b.vague:
        return _vague(a, b)
    shared = sorted(set(a.known_as) & set(b.known_as), key=lambda name: (-len(name), name))
    other_country = bool(a.country and b.country and a.country != b.country)
    if shared:
        told = (Reason("same name", shared[0]),)
        if not other_country or " " in shared[0]:
            return Verdict.SAME, Likeness(1.0, told)
        return (Verdict.SAME, Likeness(policy.NAME_ALONE, told)) if _own_name(a, b) else None
    if other_country:
        return None
    short = _acronym_of(a, b) or _acronym_of(b, a)
    if short:
        reason = Reason("acronym and full form", short)
        return Verdict.SAME, Likeness(policy.ACRONYM, (reason,))
    return None


def _own_name(a: EntityFacts, b: EntityFacts) -> bool:
    """Whether both are called by one word with a capital (« Airbus »), whose country was misread;
    an acronym or a common noun is another body's in another country."""
    shared = set(a.spellings) & set(b.spellings)
    return any(" " not in name and name[:1].isupper() and not name.isupper() for name in shared)


def _vague(a: EntityFacts, b: EntityFacts) -> Found | None:
    shared = sorted(set(a.known_as) & set(b.known_as))
    if not shared or not a.country or a.country != b.country:
        return None
    reasons = (Reason("same body", shared[0]), Reason("same country", a.country))
    return Verdict.SAME, Likeness(1.0, reasons)


def leaning(a: EntityFacts, b: EntityFacts) -> Found | None:
    """« Le gouvernement », of a country untold, and one of a country in the same story."""
    shared = sorted(set(a.known_as) & set(b.known_as))
    if not shared:
        return None
    reason = Reason("same body in one story", shared[0])
    return Verdict.SAME, Likeness(policy.ACRONYM, (reason,))


def _acronym_of(a: EntityFacts, b: EntityFacts) -> str | None:
    """An acronym that one article writes and whose letters are those of the other's full name:
    a short one only within a country, and none that has another full name."""
    full = {short for name in b.spellings for short in initials(name) if len(short) > 2}
    if any(" " in name for name in a.known_as):
        return None
    short = min(set(a.acronyms) & full, default=None)
    told = short and (len(short) > policy.SHORT_ACRONYM or (a.country and a.country == b.country))
    return short if told else None


def conflict(a: EntityFacts, b: EntityFacts) -> bool:
    """Two full names with little in common, or the bodies of two countries; an acronym or a
    nickname contradicts no full name."""
    if a.country and b.country and a.country != b.country and (a.vague or b.vague):
        return True
    if set(a.known_as) & set(b.known_as) or set(a.acronyms) & set(b.acronyms):
        return False
    full = all(any(" " in name for name in f.known_as) for f in (a, b))
    return full and judge(a, b) is None and _alike(a, b) < policy.SAME_BODY


def _alike(a: EntityFacts, b: EntityFacts) -> float:
    """How many words the closest full names share."""
    best = 0.0
    for one in a.known_as:
        for other in b.known_as:
            x, y = set(one.split()), set(other.split())
            best = max(best, len(x & y) / len(x | y))
    return best
