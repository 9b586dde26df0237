"""Do two articles tell the same story? By the people, bodies, places and rare words they share,
within a few days."""

from __future__ import annotations

from collections.abc import Collection

from greffier.model.facts import ArticleFacts, Setting
from greffier.model.record import Form, Layer, Link, Reason, Verdict
from greffier.record import policy
from greffier.record.days import apart


def judge(one: Form, other: Form) -> Link | None:
    a, b = _facts(one), _facts(other)
    if not _within(a.days, b.days):
        return None
    if not _same(a.setting, b.setting):
        return None
    told = shared_weight(a.setting, b.setting)
    reasons = tuple(Reason("both tell of", term) for term in shared_terms(a.setting, b.setting)[:6])
    score = round(told / (told + policy.SAME_STORY), 4)
    return Link(Layer.ARTICLE, one.id, other.id, Verdict.SAME, score, reasons, "rule:story")


def conflict(one: Form, other: Form) -> bool:
    return False


def _within(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one and not other:
        return True
    return any(apart(x, y) <= policy.STORY_DAYS for x in one for y in other)


def shared_terms(a: Setting, b: Setting) -> list[str]:
    """What two articles have in common, the weightiest first."""
    shared = set(a.terms) & set(b.terms)
    return sorted(shared, key=lambda term: (-policy.term_weight(term), term))


def shared_weight(a: Setting, b: Setting) -> float:
    return sum(policy.term_weight(term) for term in set(a.terms) & set(b.terms))


def _same(a: Setting, b: Setting) -> bool:
    """Enough in common, of several kinds, and not words alone: sports results and weather are
    told alike, and who is in the news every day tells little by himself."""
    shared = set(a.terms) & set(b.terms)
    weights = {term: policy.term_weight(term) for term in shared}
    named = [w for term, w in weights.items() if term[0] in policy.NAMED_TERMS]
    telling = len(named) + sum(term[0] == "x" for term in shared)
    return (
        telling >= policy.LEAST_SHARED
        and sum(named) >= policy.LEAST_NAMED
        and sum(weights.values()) >= policy.SAME_STORY
    )


def one_story(a: Setting, b: Setting) -> bool:
    """Whether two things are told by articles of one story."""
    near = a.day is None or b.day is None or apart(a.day, b.day) <= policy.STORY_DAYS
    return near and _same(a, b)


def overlap(one: Collection[str], other: Collection[str]) -> float:
    """How many words of the shorter passage the other holds."""
    shorter = min(len(set(one)), len(set(other)))
    return len(set(one) & set(other)) / shorter if shorter else 0.0


def _facts(form: Form) -> ArticleFacts:
    if not isinstance(form.facts, ArticleFacts):
        raise TypeError(f"{form.id} is no article")
    return form.facts
