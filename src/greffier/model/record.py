"""What the record is made of: candidates, judgements, entries, and where outlets differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Reason:
    """One named feature that a comparison found, with what it saw."""

    feature: str
    detail: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two things are, from 0 to 1, and why."""

    score: float
    reasons: tuple[Reason, ...]
