"""One event told twice, or two: by type, participants, day and place."""

from __future__ import annotations

from dataclasses import dataclass

from greffier.model.annotations import EntityKind
from greffier.model.facts import EventFacts, Who
from greffier.model.record import Form, Layer, Link, Reason, Verdict
from greffier.record import policy
from greffier.record.compare import parties
from greffier.record.compare.stories import one_story, overlap
from greffier.record.days import apart

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types whose sides may be told either way round."""


@dataclass(frozen=True, slots=True)
class _Sides:
    """Whom two accounts share on each side, and whether a side of one contradicts the other's."""

    shared: list[Who]
    actors: bool
    recipients: bool
    opposed: bool


def judge(one: Form, other: Form) -> Link | None:
    a, b = _facts(one), _facts(other)
    if a.type != b.type or one.first.document == other.first.document:
        return None
    if conflict(one, other) or (a.mode == "visit") != (b.mode == "visit"):
        return None
    gap = _gap(a, b)
    if gap is not None and gap > policy.DAY_SLACK:
        return None
    story = one_story(a.setting, b.setting)
    sides = _sides(a, b)
    score = _score(a, b, sides, gap, story)
    if score is None:
        return None
    return Link(
        Layer.EVENT, one.id, other.id, Verdict.SAME, score, _reasons(a, b, sides, gap), "rule:event"
    )


def _score(
    a: EventFacts, b: EventFacts, sides: _Sides, gap: int | None, story: bool
) -> float | None:
    """How sure it is that both tell one event; null when it is not."""
    if sides.opposed:
        return 0.84 if story and gap == 0 and _one_deed(a, b, sides) else None
    telling = [w for w in sides.shared if w.kind != EntityKind.GROUP]
    there = _places(a, b)
    if gap == 0 and there is not False and (len(telling) > 1 or (telling and there)):
        return 0.95
    if not story:
        return None
    words = bool(set(a.triggers) & set(b.triggers))
    near = overlap(a.context, b.context)
    if gap is None:
        return None if there is False else _undated(a, b, sides, words, near)
    if gap == 0 and there is not False and words and (telling or there):
        return 0.88
    if gap <= 1 and sides.actors and sides.recipients and len(telling) > 1:
        return 0.86 if a.status == b.status else None
    least = policy.SAME_SENTENCE_AND_DAY if words and gap == 0 else policy.SAME_SENTENCE
    return 0.85 if near >= least and (words or a.status == b.status) else None


def _one_deed(a: EventFacts, b: EventFacts, sides: _Sides) -> bool:
    """Whether the accounts differ by one side alone: the same word, day, and place or other side,
    in sentences alike. Who did it is then what they disagree on."""
    words = bool(set(a.triggers) & set(b.triggers))
    there = _places(a, b) or sides.actors or sides.recipients
    return bool(words and there) and overlap(a.context, b.context) >= policy.SAME_SENTENCE


def _undated(a: EventFacts, b: EventFacts, sides: _Sides, words: bool, near: float) -> float | None:
    """Where a day is not told, the same people do the same in sentences alike, within days."""
    if not any(w.kind != EntityKind.GROUP for w in sides.shared):
        together = words and _places(a, b) and near >= policy.SAME_SENTENCE
        return 0.84 if together and _days_told(a, b) <= 1 else None
    if sides.actors and sides.recipients and words and near >= policy.SAME_SENTENCE_AND_DAY:
        return 0.9
    if words and near >= policy.SAME_SENTENCE and _days_told(a, b) <= policy.DAY_SLACK:
        return 0.86
    return None


def _days_told(a: EventFacts, b: EventFacts) -> int:
    """Days between the articles."""
    known = a.setting.day and b.setting.day
    return apart(a.setting.day or "", b.setting.day or "") if known else 0


def _gap(a: EventFacts, b: EventFacts) -> int | None:
    """Days between two dates; 0 where one covers the other; null where one is unknown."""
    if not (a.first and a.last and b.first and b.last):
        return None
    if a.first <= b.last and b.first <= a.last:
        return 0 if a.first == a.last and b.first == b.last else None
    return min(apart(a.last, b.first), apart(b.last, a.first))


def _places(a: EventFacts, b: EventFacts) -> bool | None:
    """Whether both are told at one place; null where one is not told, or may hold the other."""
    if a.place is None or b.place is None:
        return None
    if parties.same(a.place, b.place):
        return True
    holds = EntityKind.COUNTRY in (a.place.kind, b.place.kind)
    fits = not a.place.country or not b.place.country or a.place.country == b.place.country
    return None if holds and fits else False


def _sides(a: EventFacts, b: EventFacts) -> _Sides:
    if a.type in MUTUAL:
        x, y = (*a.actors, *a.recipients), (*b.actors, *b.recipients)
        shared = parties.shared(x, y)
        return _Sides(shared, bool(shared), len(shared) > 1, parties.opposed(x, y))
    actors = parties.shared(a.actors, b.actors)
    recipients = parties.shared(a.recipients, b.recipients)
    opposed = parties.opposed(a.actors, b.actors) or parties.opposed(a.recipients, b.recipients)
    return _Sides([*actors, *recipients], bool(actors), bool(recipients), opposed)


def _reasons(a: EventFacts, b: EventFacts, sides: _Sides, gap: int | None) -> tuple[Reason, ...]:
    found = [Reason("same type", a.type)]
    found += [Reason("takes part in both", who.name) for who in sides.shared[:4]]
    if gap is not None:
        found.append(Reason("same day" if gap == 0 else "days apart", f"{a.date} / {b.date}"))
    if _places(a, b) and a.place:
        found.append(Reason("same place", a.place.name))
    words = sorted(set(a.triggers) & set(b.triggers))
    if words:
        found.append(Reason("same word", words[0]))
    return tuple(found)


def conflict(one: Form, other: Form) -> bool:
    """Days far apart are two events, and so are two accounts of one article that differ: those
    that do not may be one event told twice."""
    a, b = _facts(one), _facts(other)
    gap = _gap(a, b) or 0
    if one.first.document != other.first.document:
        return gap > policy.DAY_SLACK
    return gap > 0 or _sides(a, b).opposed or _places(a, b) is False


def _facts(form: Form) -> EventFacts:
    if not isinstance(form.facts, EventFacts):
        raise TypeError(f"{form.id} is no event")
    return form.facts
