"""One statement told twice, whole, cut or turned into reported speech: by its words in order."""

from __future__ import annotations

from collections import Counter

from greffier.model.facts import StatementFacts
from greffier.model.record import Form, Layer, Link, Reason, Verdict
from greffier.record import policy
from greffier.record.compare import parties
from greffier.record.compare.romanise import fold
from greffier.record.compare.stories import one_story


def judge(one: Form, other: Form) -> Link | None:
    a, b = _facts(one), _facts(other)
    shorter = min(len(a.words), len(b.words))
    if shorter < policy.LEAST_WORDS and not _verbatim(a, b):
        return None
    words = _held(Counter(a.words), Counter(b.words), max(1, shorter))
    runs = _held(Counter(_pairs(a)), Counter(_pairs(b)), max(1, shorter - 1))
    speaker = _speaker(a, b)
    if not _verbatim(a, b) and not _same(
        words, runs, shorter, speaker, one_story(a.setting, b.setting)
    ):
        return None
    reasons = [Reason("same words", f"{words:.2f}")]
    if speaker is True and a.speaker:
        reasons.append(Reason("same speaker", a.speaker.name))
    if speaker is False and a.speaker and b.speaker:
        reasons.append(Reason("other speaker", f"{a.speaker.name} / {b.speaker.name}"))
    score = round((words + runs) / 2, 4)
    return Link(
        Layer.STATEMENT, one.id, other.id, Verdict.SAME, score, tuple(reasons), "rule:words"
    )


def _verbatim(a: StatementFacts, b: StatementFacts) -> bool:
    """The very same short words, alone or with more of the speech, in one story."""
    short, long = sorted((fold(a.text), fold(b.text)), key=len)
    enough = len(short.split()) >= policy.LEAST_VERBATIM
    return enough and f" {short} " in f" {long} " and one_story(a.setting, b.setting)


def _same(words: float, runs: float, length: int, speaker: bool | None, story: bool) -> bool:
    if speaker:
        return words >= policy.WORDS_HELD and runs >= policy.RUNS_HELD
    exact = words >= policy.WORDS_OF_ANYBODY and runs >= policy.RUNS_OF_ANYBODY
    return exact and (story or length >= policy.LONG_STATEMENT)


def _held(a: Counter[object], b: Counter[object], of: int) -> float:
    """How much of the shorter one the other holds."""
    return sum((a & b).values()) / of


def _pairs(facts: StatementFacts) -> list[tuple[str, str]]:
    return list(zip(facts.words, facts.words[1:], strict=False))


def _speaker(a: StatementFacts, b: StatementFacts) -> bool | None:
    if a.speaker is None or b.speaker is None:
        return None
    return parties.same(a.speaker, b.speaker)


def conflict(one: Form, other: Form) -> bool:
    return False


def _facts(form: Form) -> StatementFacts:
    if not isinstance(form.facts, StatementFacts):
        raise TypeError(f"{form.id} is no statement")
    return form.facts
