"""Figures on the same thing: what is counted, of which event, in one story."""

from __future__ import annotations

from greffier.model.facts import FigureFacts
from greffier.model.record import Form, Layer, Link, Reason, Verdict
from greffier.record import policy
from greffier.record.compare.stories import one_story, overlap
from greffier.record.days import apart

PEOPLE = frozenset({"dead", "wounded", "arrested", "freed", "abducted", "displaced", "marchers"})
"""What happened to people, however they are called."""


def judge(one: Form, other: Form) -> Link | None:
    a, b = _facts(one), _facts(other)
    if a.subject[0] != b.subject[0] or one.first.document == other.first.document:
        return None
    if not _one_time(a, b) or not one_story(a.setting, b.setting):
        return None
    if _far_apart(a, b) or _other_people(a, b) or _later(a, b):
        return None
    near = overlap(a.context, b.context)
    equal = a.low is not None and (a.low, a.high) == (b.low, b.high)
    righted = _righted(a, b) or _righted(b, a)
    if not righted and near < _least(a, b, equal):
        return None
    score = 1.0 if righted else round(min(0.99, near + (0.3 if equal else 0.0)), 4)
    reasons = [Reason("counts the same", a.subject[0]), Reason("same context", f"{near:.2f}")]
    if righted:
        reasons.append(Reason("one puts the other right", f"{a.text} / {b.text}"))
    return Link(Layer.FIGURE, one.id, other.id, Verdict.SAME, score, tuple(reasons), "rule:figure")


def _least(a: FigureFacts, b: FigureFacts, equal: bool) -> float:
    """How much of their sentences must be common: less where what is counted tells more."""
    if equal:
        return policy.CONTEXT_OF_EQUAL
    if a.subject[0] not in PEOPLE:
        return policy.CONTEXT_OF_FIGURE
    return policy.CONTEXT_OF_DATED if a.first and b.first else policy.CONTEXT_OF_EVENT


def _other_people(a: FigureFacts, b: FigureFacts) -> bool:
    """Whether people are counted under names that differ, and nothing tells what befell them."""
    x, y = set(a.subject[1:2]), set(b.subject[1:2])
    return a.subject[0] == "people" and bool(x and y) and not x & y


def _later(a: FigureFacts, b: FigureFacts) -> bool:
    """Whether another figure is told days later, when the thing itself has changed; a figure
    without a unit tells too little of what it counts."""
    if (a.low, a.high) == (b.low, b.high) or _righted(a, b) or _righted(b, a):
        return False
    days = apart(a.setting.day, b.setting.day) if a.setting.day and b.setting.day else 0
    return a.subject[0] == "number" or days > policy.DAYS_OF_FIGURE


def _far_apart(a: FigureFacts, b: FigureFacts) -> bool:
    """Whether the figures are too far from one another to be on one thing."""
    sizes = [abs(f.low or f.high or 0.0) for f in (a, b)]
    return min(sizes) * policy.FARTHEST < max(sizes)


def _righted(a: FigureFacts, b: FigureFacts) -> bool:
    return a.instead is not None and a.instead == (b.low, b.high)


def _one_time(a: FigureFacts, b: FigureFacts) -> bool:
    if not (a.first and a.last and b.first and b.last):
        return True
    if a.first <= b.last and b.first <= a.last:
        return True
    return min(apart(a.last, b.first), apart(b.last, a.first)) <= policy.DAY_SLACK


def conflict(one: Form, other: Form) -> bool:
    """Two figures of one article that differ are on two things."""
    a, b = _facts(one), _facts(other)
    return one.first.document == other.first.document and (a.low, a.high) != (b.low, b.high)


def _facts(form: Form) -> FigureFacts:
    if not isinstance(form.facts, FigureFacts):
        raise TypeError(f"{form.id} is no figure")
    return form.facts
