"""Is one paragraph a copy of another? By the runs of words they share."""

from __future__ import annotations

from greffier.model.facts import TextFacts
from greffier.model.record import Form, Layer, Link, Reason, Verdict
from greffier.record import policy
from greffier.record.nodes.texts import alike


def judge(one: Form, other: Form) -> Link | None:
    likeness = alike(_facts(one).sketch, _facts(other).sketch)
    if likeness < policy.SAME_TEXT:
        return None
    reason = Reason("shared runs of words", f"{likeness:.2f}")
    return Link(
        Layer.TEXT, one.id, other.id, Verdict.SAME, round(likeness, 4), (reason,), "rule:copy"
    )


def conflict(one: Form, other: Form) -> bool:
    return False


def _facts(form: Form) -> TextFacts:
    if not isinstance(form.facts, TextFacts):
        raise TypeError(f"{form.id} is no text")
    return form.facts
