"""Forms put together by links, within what persons and contradictions allow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from greffier.model.record import Form, Link, Reason, Verdict
from greffier.record import policy

Conflict = Callable[[Form, Form], bool]


@dataclass(frozen=True, slots=True)
class Clusters:
    """Sets of form ids, links that were left out for want of one best candidate, and persons'
    judgements that others contradict."""

    groups: tuple[frozenset[str], ...]
    unsure: tuple[Link, ...]
    contradicted: tuple[Link, ...]


def pair(link: Link) -> frozenset[str]:
    return frozenset((link.one, link.other))


def build(
    forms: Mapping[str, Form],
    links: Iterable[Link],
    rulings: Iterable[Link],
    conflict: Conflict,
) -> Clusters:
    """A function of its arguments as sets: their order never matters.

    Persons' « different » always hold, their « same » unless a « different » forbids it; then
    rule links, the surest first, unless two forms that conflict would meet.
    """
    told = sorted(rulings, key=lambda link: (link.one, link.other))
    apart = {pair(link) for link in told if link.verdict == Verdict.DIFFERENT}
    group = {form: frozenset((form,)) for form in forms}

    def unite(link: Link, strict: bool) -> bool:
        if link.one not in group or link.other not in group:
            return True
        a, b = group[link.one], group[link.other]
        if a is b:
            return True
        if any(frozenset((x, y)) in apart for x in a for y in b):
            return False
        if strict and any(conflict(forms[x], forms[y]) for x in a for y in b):
            return False
        joined = a | b
        for form in joined:
            group[form] = joined
        return True

    same = [link for link in told if link.verdict == Verdict.SAME]
    contradicted = [link for link in same if not unite(link, strict=False)]
    ruled = {pair(link) for link in told}
    usable = [link for link in links if link.verdict == Verdict.SAME and pair(link) not in ruled]
    tied = _tied(forms, usable, apart, conflict)
    for link in sorted(usable, key=lambda link: (-link.score, link.one, link.other)):
        if pair(link) not in tied:
            unite(link, strict=True)
    unsure = [link for link in usable if group[link.one] is not group[link.other]]
    groups = {min(members): members for members in group.values()}
    return Clusters(
        tuple(groups[key] for key in sorted(groups)),
        tuple(_left_out(link) for link in sorted(unsure, key=lambda link: (link.one, link.other))),
        tuple(contradicted),
    )


def _left_out(link: Link) -> Link:
    reason = Reason("two candidates", f"{link.one} / {link.other}")
    return replace(link, verdict=Verdict.UNSURE, reasons=(*link.reasons, reason))


def _tied(
    forms: Mapping[str, Form],
    links: list[Link],
    apart: set[frozenset[str]],
    conflict: Conflict,
) -> set[frozenset[str]]:
    """Links of a form to candidates that are as good as each other and cannot be one."""
    near: dict[str, list[tuple[float, str, Link]]] = {}
    for link in links:
        near.setdefault(link.one, []).append((link.score, link.other, link))
        near.setdefault(link.other, []).append((link.score, link.one, link))
    tied: set[frozenset[str]] = set()
    for candidates in near.values():
        best = max(score for score, _, _ in candidates)
        rivals = [c for c in candidates if c[0] > best - policy.TIE]
        for i, (_, a, one) in enumerate(rivals):
            for _, b, other in rivals[i + 1 :]:
                if frozenset((a, b)) in apart or conflict(forms[a], forms[b]):
                    tied |= {pair(one), pair(other)}
    return tied
