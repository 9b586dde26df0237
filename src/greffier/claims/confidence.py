"""How often such a claim is right: log-odds of named features, fitted on the gold.

The weights are data (`confidence.toml`, written by `python -m benchmarks.calibration --write`);
the reliability table is in docs/reference/confidence.md.
"""

from __future__ import annotations

import functools
import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib import resources

from greffier.model.annotations import Event, Figure, MentionKind, Quotation
from greffier.model.language import Language
from greffier.model.reading import Reading

ALWAYS = "always"
"""The feature that every claim has: how often one is right, other things being equal."""
LONG, SHORT = 300, 25
"""Code points: contents outside this range are more often cut wrongly."""
DIGITS = 2


def judge(reading: Reading, language: Language) -> Reading:
    """The reading with the confidence of each event; it rests on the whole event, so this comes
    after all that tells of it."""
    judged = (replace(e, confidence=of("event", event_features(e))) for e in reading.events)
    return replace(reading, events=tuple(judged))


def of(kind: str, features: Iterable[str]) -> float:
    """The share of claims with these features that are right; a feature unseen in the gold
    counts for nothing."""
    return share(_weights()[kind], features)


def share(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """From log-odds to the share that is right."""
    odds = sum(weights.get(feature, 0.0) for feature in (ALWAYS, *features))
    return round(1 / (1 + math.exp(-odds)), DIGITS)


def event_features(event: Event) -> tuple[str, ...]:
    """What an event's confidence rests on."""
    both = bool(event.actors and event.recipients)
    who = "both" if both else "one" if event.actors or event.recipients else "nobody"
    return (
        f"who {who}",
        f"type {event.type}",
        f"status {event.status}",
        event.rule,
        *(["told again"] if len(event.mentions) > 1 else []),
        *(["dated"] if event.date else []),
        *(["placed"] if event.place else []),
        *(["in somebody's words"] if event.source else []),
    )


def statement_features(reading: Reading, quotation: Quotation) -> tuple[str, ...]:
    """What a statement's confidence rests on."""
    length = quotation.end - quotation.start
    size = "long" if length > LONG else "short" if length < SHORT else "usual"
    return (
        f"form {quotation.kind}",
        quotation.rule,
        f"speaker {_speaker(reading, quotation)}",
        f"content {size}",
        *(["addressed"] if quotation.addressee else []),
        *(["relayed"] if quotation.via else []),
        *([] if quotation.cue else ["no cue"]),
    )


def _speaker(reading: Reading, quotation: Quotation) -> str:
    """How the article names the speaker, seen from the statement."""
    if quotation.speaker is None:
        return "unknown"
    speaker = reading.entity(quotation.speaker)
    beside = min(
        speaker.mentions,
        key=lambda m: min(abs(m.start - quotation.end), abs(quotation.start - m.end)),
    )
    return f"{speaker.kind} by {MentionKind(beside.kind)}"


def figure_features(figure: Figure) -> tuple[str, ...]:
    """What a figure's confidence rests on."""
    return (
        f"comparison {figure.comparison}",
        figure.rule,
        "unit" if figure.unit else "no unit",
        "no value" if figure.value is None else "value",
    )


@functools.cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    told = resources.files(__package__).joinpath("confidence.toml").read_text(encoding="utf-8")
    return tomllib.loads(told)
