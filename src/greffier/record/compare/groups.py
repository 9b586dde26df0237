"""Described people or bodies: one across articles only when equal and of one story."""

from __future__ import annotations

from greffier.model.facts import EntityFacts
from greffier.model.record import Likeness, Reason, Verdict
from greffier.record.compare.stories import one_story

Found = tuple[Verdict, Likeness]


def judge(a: EntityFacts, b: EntityFacts) -> Found | None:
    shared = sorted(set(a.known_as) & set(b.known_as))
    if not shared or a.setting is None or b.setting is None:
        return None
    if a.country and b.country and a.country != b.country:
        return None
    if not one_story(a.setting, b.setting):
        return None
    return Verdict.SAME, Likeness(0.9, (Reason("same words in one story", shared[0]),))
