"""One place or two: the gazetteer's number, else the name as it sounds with its country."""

from __future__ import annotations

from greffier.model.facts import EntityFacts
from greffier.model.record import Likeness, Reason, Verdict
from greffier.record import policy
from greffier.record.compare.romanise import keys, near_vowels

Found = tuple[Verdict, Likeness]


def judge(a: EntityFacts, b: EntityFacts) -> Found | None:
    if conflict(a, b):
        return None
    exact = sorted(set(a.known_as) & set(b.known_as))
    here = bool(a.country) and a.country == b.country
    sounding = exact or sorted(x for x in a.known_as for y in b.known_as if _sounds(x, y, here))
    if not sounding or _site_of_town(a, b, sounding) or _site_of_town(b, a, sounding):
        return None
    agrees = policy.AGREES if here else 0.0
    if _other_country(a, b):
        agrees = -policy.OTHER_COUNTRY
    reason = Reason("same name" if exact else "same sound", sounding[0])
    score = (1.0 if exact else policy.SURE_NAME) + agrees
    country = (Reason("same country", a.country or ""),) if agrees > 0 else ()
    return Verdict.SAME, Likeness(score, (reason, *country))


def _site_of_town(site: EntityFacts, town: EntityFacts, shared: list[str]) -> bool:
    """Whether one is a site (« lac X ») that has only its bare name in common with a town."""
    bare = [name for name in site.known_as if any(n.endswith(f" {name}") for n in site.known_as)]
    return bool(bare) and set(shared) <= set(bare) and town.geonames_id is not None


def _sounds(one: str, other: str, same_country: bool) -> bool:
    """Word by word alike; vowels may be exchanged (Idleb, Idlib) within one country."""
    x, y = one.split(), other.split()
    return len(x) == len(y) and all(
        keys(v) & keys(w) or (same_country and min(len(v), len(w)) > 3 and near_vowels(v, w))
        for v, w in zip(x, y, strict=True)
    )


def _other_country(a: EntityFacts, b: EntityFacts) -> bool:
    return bool(a.country and b.country and a.country != b.country)


def conflict(a: EntityFacts, b: EntityFacts) -> bool:
    """Two places of the gazetteer; a country that only the passage tells may be wrong, save for
    names so short that many places bear them."""
    if a.geonames_id and b.geonames_id:
        return a.geonames_id != b.geonames_id
    longest = max((len(name) for name in (*a.known_as, *b.known_as)), default=0)
    return _other_country(a, b) and longest < policy.LONG_WORD
