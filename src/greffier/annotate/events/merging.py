"""The mentions of one event, told several times in an article, put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from greffier.model.annotations import Event, EventStatus
from greffier.model.language import Trigger
from greffier.model.syntax import Token


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an event: the sentence's number in the article, and the trigger."""

    event: Event
    sentence: int
    token: Token
    trigger: Trigger


def merged(told: Iterable[Told]) -> list[Event]:
    """The events, in order of their first mention: same type, somebody in common, nothing that
    differs."""
    found: list[Event] = []
    for one in told:
        for place, earlier in enumerate(found):
            if _same(earlier, one.event):
                found[place] = _joined(earlier, one.event)
                break
        else:
            found.append(one.event)
    return found


def _same(a: Event, b: Event) -> bool:
    shared = set(a.actors + a.recipients) & set(b.actors + b.recipients)
    dates = {d for d in (a.date, b.date) if d}
    return (
        a.type == b.type
        and a.mode == b.mode
        and a.source == b.source
        and (a.status == b.status or EventStatus.OCCURRED in (a.status, b.status))
        and bool(shared)
        and len(dates) < 2
    )


def _joined(a: Event, b: Event) -> Event:
    actors = tuple(dict.fromkeys(a.actors + b.actors))
    recipients = tuple(r for r in dict.fromkeys(a.recipients + b.recipients) if r not in actors)
    return replace(
        a,
        mentions=tuple(sorted({*a.mentions, *b.mentions})),
        actors=actors,
        recipients=recipients,
        place=a.place or b.place,
        date=a.date or b.date,
        confidence=max(a.confidence, b.confidence),
    )
