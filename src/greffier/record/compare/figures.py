"""Figures on the same thing: what is counted, of which event, in one story."""

from __future__ import annotations

from greffier.model.facts import FigureFacts
from greffier.model.record import Form, Layer, Link, Reason, Verdict
from greffier.record import policy
from greffier.record.compare.stories import one_story
from greffier.record.days import apart

PEOPLE = frozenset({"dead", "wounded", "arrested", "freed", "abducted", "displaced", "marchers"})
"""What happened to people, however they are called."""


def judge(one: Form, other: Form) -> Link | None:
    a, b = _facts(one), _facts(other)
    if a.subject[0] != b.subject[0] or conflict(one, other):
        return None
    if not _one_time(a, b) or not one_story(a.setting, b.setting):
        return None
    near = _context(a, b)
    least = policy.CONTEXT_OF_EVENT if a.subject[0] in PEOPLE else policy.CONTEXT_OF_FIGURE
    if a.subject[0] == "money" and a.unit != b.unit:
        return None
    equal = a.low is not None and (a.low, a.high) == (b.low, b.high)
    if near < (policy.CONTEXT_OF_EQUAL if equal else least):
        return None
    score = round(min(1.0, near + (0.3 if equal else 0.0)), 4)
    reasons = [Reason("counts the same", a.subject[0]), Reason("same context", f"{near:.2f}")]
    return Link(Layer.FIGURE, one.id, other.id, Verdict.SAME, score, tuple(reasons), "rule:figure")


def _one_time(a: FigureFacts, b: FigureFacts) -> bool:
    if not (a.first and a.last and b.first and b.last):
        return True
    if a.first <= b.last and b.first <= a.last:
        return True
    return min(apart(a.last, b.first), apart(b.last, a.first)) <= policy.DAY_SLACK


def _context(a: FigureFacts, b: FigureFacts) -> float:
    """How many content words of the shorter sentence the other holds, beside the unit."""
    x, y = set(a.context), set(b.context)
    return len(x & y) / max(1, min(len(x), len(y)))


def conflict(one: Form, other: Form) -> bool:
    """Two figures of one article are on two things."""
    return one.first.document == other.first.document


def _facts(form: Form) -> FigureFacts:
    if not isinstance(form.facts, FigureFacts):
        raise TypeError(f"{form.id} is no figure")
    return form.facts
