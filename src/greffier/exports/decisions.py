"""Judgements of persons as JSON lines (decisions.jsonl): they name passages, not entries, so that
they hold in any record that has the articles."""

from __future__ import annotations

import json

from greffier.model.record import Anchor, Judgement, Layer, Reason, Verdict


class NoDecisionError(ValueError):
    """A line that is no judgement."""


def to_json(judgement: Judgement) -> str:
    """One line, without its end."""
    return json.dumps(
        {
            "id": judgement.id,
            "one": judgement.one._asdict(),
            "other": judgement.other._asdict(),
            "verdict": judgement.verdict,
            "reasons": [[reason.feature, reason.detail] for reason in judgement.reasons],
            "author": judgement.author,
            "time": judgement.time,
            "undoes": judgement.undoes,
        },
        ensure_ascii=False,
    )


def from_json(line: str) -> Judgement:
    """The judgement of a line that `to_json` wrote; raises `NoDecisionError`."""
    try:
        told = json.loads(line)
        return Judgement(
            id=str(told["id"]),
            one=_anchor(told["one"]),
            other=_anchor(told["other"]),
            verdict=Verdict(told["verdict"]),
            reasons=tuple(Reason(str(f), str(d)) for f, d in told["reasons"]),
            author=str(told["author"]),
            time=told["time"],
            undoes=told["undoes"],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise NoDecisionError(f"no judgement: {line.strip()[:80]} ({error!r})") from None


def _anchor(told: dict[str, object]) -> Anchor:
    start, end = told["start"], told["end"]
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError("start and end are numbers")
    return Anchor(str(told["document"]), Layer(str(told["layer"])), start, end)
