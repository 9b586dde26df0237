"""Persons' judgements on a record: same, different, unsure; undone by a later one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from greffier.model.record import Anchor, Judgement, Reason, Verdict
from greffier.recording.disagreeing import refresh
from greffier.recording.merging import resettle
from greffier.store.base import Store


class JudgementError(ValueError):
    """A judgement that cannot be made: the message says why."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of judgements brought in: how many were new, and known already."""

    new: int
    known: int


def judge(  # noqa: PLR0913 - who says what of which two, and why
    store: Store, one: str, other: str, verdict: Verdict, author: str, reason: str = ""
) -> Judgement:
    """Say of two things (ids of entries or nodes) that they are the same, or not. Raises
    `JudgementError` when they cannot be compared."""
    sides = _anchor(store, one), _anchor(store, other)
    if sides[0].layer is not sides[1].layer:
        raise JudgementError(f"{one} is of {sides[0].layer}, {other} of {sides[1].layer}")
    if sides[0] == sides[1]:
        raise JudgementError(f"{one} and {other} are one passage")
    reasons = (Reason("person", reason),) if reason else ()
    made = _judgement(sides, verdict, reasons, author)
    with store.writing():
        store.add_judgement(made)
        refresh(store, resettle(store, store.judgements()))
    return made


def undo(store: Store, judgement: str, author: str) -> Judgement:
    """Take a judgement back; one that itself undoes another puts that one in force again."""
    known = {j.id: j for j in store.judgements()}
    found = known.get(judgement)
    if found is None:
        raise JudgementError(f"no judgement {judgement} in this record")
    made = _judgement((found.one, found.other), found.verdict, (), author, undoes=found.id)
    with store.writing():
        store.add_judgement(made)
        refresh(store, resettle(store, store.judgements()))
    return made


def take_in(store: Store, judgements: Iterable[Judgement]) -> Taken:
    """Add judgements made elsewhere, or before; those that the record has are left aside."""
    new, known = 0, 0
    with store.writing():
        for judgement in judgements:
            if store.add_judgement(judgement):
                new += 1
            else:
                known += 1
        if new:
            refresh(store, resettle(store, store.judgements()))
    return Taken(new, known)


def resettled(store: Store, document: str) -> set[str]:
    """Settle the judgements again when some are about an article that came or went; returns the
    entries that changed."""
    told = store.judgements()
    if any(document in (j.one.document, j.other.document) for j in told):
        return resettle(store, told)
    return set()


def _anchor(store: Store, id: str) -> Anchor:
    """The passage by which a node or the first attestation of an entry is known."""
    found = store.nodes([id])
    if not found:
        entry = store.resolve([id]).get(id)
        found = store.nodes([entry]) if entry else []
    if not found:
        raise JudgementError(f"{id}: no such thing in this record")
    return found[0].anchor


def _judgement(
    sides: tuple[Anchor, Anchor],
    verdict: Verdict,
    reasons: Sequence[Reason],
    author: str,
    undoes: str | None = None,
) -> Judgement:
    time = datetime.now(UTC).isoformat(timespec="microseconds")
    told = f"{sides[0].id}/{sides[1].id}/{verdict}/{author}/{time}/{undoes}"
    id = f"ju-{hashlib.sha256(told.encode()).hexdigest()[:12]}"
    return Judgement(id, *sides, verdict, tuple(reasons), author, time, undoes)
