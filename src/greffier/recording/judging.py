"""Persons' judgements on a record: same, different, unsure; undone by a later one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from greffier.model.record import Anchor, Judgement, Reason, Verdict
from greffier.recording.disagreeing import refresh
from greffier.recording.merging import resettle
from greffier.store.base import Store

TICK = timedelta(microseconds=1)


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
    with store.writing():
        made = _judgement(store, sides, verdict, reasons, author)
        store.add_judgement(made)
        refresh(store, resettle(store, store.judgements()))
    return made


def undo(store: Store, judgement: str, author: str) -> Judgement:
    """Take a judgement back; one that itself undoes another puts that one in force again."""
    known = {j.id: j for j in store.judgements()}
    found = known.get(judgement)
    if found is None:
        raise JudgementError(f"no judgement {judgement} in this record")
    with store.writing():
        sides = found.one, found.other
        made = _judgement(store, sides, found.verdict, (), author, undoes=found.id)
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


def _now(store: Store) -> str:
    """The time, but after every judgement of the record: a clock that was set back must not make
    a later judgement an earlier one."""
    now = datetime.now(UTC)
    for told in store.judgements():
        try:
            now = max(now, datetime.fromisoformat(told.time or "").astimezone(UTC) + TICK)
        except (ValueError, OverflowError):
            continue  # brought in from elsewhere, with no time or another way to write it
    return now.isoformat(timespec="microseconds")


def _judgement(  # noqa: PLR0913 - what a judgement is made of
    store: Store,
    sides: tuple[Anchor, Anchor],
    verdict: Verdict,
    reasons: Sequence[Reason],
    author: str,
    undoes: str | None = None,
) -> Judgement:
    time = _now(store)
    made = Judgement("", *sides, verdict, tuple(reasons), author, time, undoes)
    return replace(made, id=judgement_id(made))


def judgement_id(told: Judgement) -> str:
    """The name of a judgement, made from what it says."""
    said = f"{told.one.id}/{told.other.id}/{told.verdict}/{told.author}/{told.time}/{told.undoes}"
    return f"ju-{hashlib.sha256(said.encode()).hexdigest()[:12]}"
