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
        return None
    words = bool(set(a.triggers) & set(b.triggers))
    if story and _one_account(a, b, gap, words):
        return 0.85
    if _places(a, b) is False:
        return None
    telling = [w for w in sides.shared if w.kind != EntityKind.GROUP]
    both = sides.actors and sides.recipients
    if gap == 0 and (len(telling) > 1 or (telling and _places(a, b))):
        return 0.95
    if not story:
        return None
    if both and (gap == 0 or words):
        return 0.9
    if gap == 0 and words and (telling or _places(a, b)):
        return 0.88
    if both and a.type in MUTUAL and len(telling) > 1:
        return 0.87
    if words and telling and gap is None and _one_sided(a, b):
        return 0.86
    return None


def _one_account(a: EventFacts, b: EventFacts, gap: int | None, words: bool) -> bool:
    """Whether the sentences have so much in common that their days or places disagree rather
    than tell two events."""
    near = overlap(a.context, b.context)
    if words and gap == 0:
        return near >= policy.SAME_SENTENCE_AND_DAY
    return near >= policy.SAME_SENTENCE and (words or gap is not None)


def _one_sided(a: EventFacts, b: EventFacts) -> bool:
    """Whether what one account leaves out is all that they differ by."""
    return bool(
        (a.actors and b.actors and not (a.recipients and b.recipients))
        or (a.recipients and b.recipients and not (a.actors and b.actors))
    )


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
        return _Sides(shared, bool(shared), len(shared) > 1, bool(x and y) and not shared)
    actors = parties.shared(a.actors, b.actors)
    recipients = parties.shared(a.recipients, b.recipients)
    opposed = (_named(a.actors, b.actors) and not actors) or (
        _named(a.recipients, b.recipients) and not recipients
    )
    return _Sides([*actors, *recipients], bool(actors), bool(recipients), opposed)


def _named(one: tuple[Who, ...], other: tuple[Who, ...]) -> bool:
    """Whether both sides are named: two descriptions may be of the same people."""
    return all(any(w.kind != EntityKind.GROUP for w in side) for side in (one, other))


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
