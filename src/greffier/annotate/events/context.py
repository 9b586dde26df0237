"""Participants that a clause leaves out and the article has told: the other side of an answer,
the state visited, who is threatened by the act that is threatened.

Only what the text names somewhere is filled in, and only where one candidate remains.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from greffier.annotate.events.cast import Cast
from greffier.annotate.events.merging import Told
from greffier.annotate.events.settings import UNPLACED

ANSWERS = {
    "REJECT": ("REQUEST", "ACCUSE", "AGREE", "THREATEN"),
    "AGREE": ("REQUEST",),
    "CONCEDE": ("REQUEST", "THREATEN"),
    "COOPERATE": ("REQUEST",),
}
"""What each type may answer: its recipient is then who did the other."""
BEARING = ("THREATEN", "AGREE", "CONCEDE")
"""Acts of speech addressed to those who would undergo the act that they are about."""
CALLING = ("REQUEST", "ACCUSE")
"""Acts of speech addressed to those who would do, or did, the act that they are about."""
UNDONE = {"release": "COERCE"}
"""Who releases is who arrested."""
REACH = 3
"""Sentences back that an answer reaches."""


def completed(told: Sequence[Told], cast: Cast) -> list[Told]:
    """The tellings with the participants that their context gives."""
    found: list[Told] = []
    for position, one in enumerate(told):
        event = one.event
        if not event.recipients:
            others = _others(one, position, told, found, cast)
            event = replace(event, recipients=tuple(i for i in others if i not in event.actors))
        if not event.actors:
            event = replace(event, actors=_undone(one, found))
        found.append(replace(one, event=event))
    return found


def _others(
    one: Told, position: int, told: Sequence[Told], before: Sequence[Told], cast: Cast
) -> tuple[str, ...]:
    return _visited(one, cast) or _subordinate(one, told[position + 1 :]) or _answered(one, before)


def _visited(one: Told, cast: Cast) -> tuple[str, ...]:
    """The state of the place that somebody from elsewhere visits."""
    if one.event.mode != "visit" or one.event.place is None:
        return ()
    place = cast.by_id[one.event.place]
    country = cast.countries.get(place.country or "")
    visitors = {cast.by_id[a].country for a in one.event.actors}
    if country is None or country.country in visitors:
        return ()
    return (country.id,)


def _subordinate(one: Told, after: Sequence[Told]) -> tuple[str, ...]:
    """« menace X de … », « accuse … d'avoir … »: from the act that the speech is about."""
    kind = one.event.type
    if kind not in BEARING + CALLING:
        return ()
    for other in after:
        if other.sentence != one.sentence:
            return ()
        if other.token.head == one.token.i:
            part = other.event.recipients if kind in BEARING else other.event.actors
            return tuple(i for i in part if i not in one.event.actors)
    return ()


def _answered(one: Told, before: Sequence[Told]) -> tuple[str, ...]:
    """Who asked, accused or offered, just before somebody answers."""
    kinds = ANSWERS.get(one.event.type, ())
    for other in reversed(before):
        distance = one.sentence - other.sentence
        if distance > REACH:
            break
        if other.event.type not in kinds or set(other.event.actors) & set(one.event.actors):
            continue
        addressed = set(other.event.recipients) & set(one.event.actors)
        if addressed or (distance <= 1 and not other.event.recipients):
            return other.event.actors
    return ()


def _undone(one: Told, before: Sequence[Told]) -> tuple[str, ...]:
    kind = UNDONE.get(one.trigger.mode or "")
    for other in reversed(before):
        shared = set(other.event.recipients) & set(one.event.recipients)
        if other.event.type == kind and shared:
            return other.event.actors
    return ()


def settled(told: Sequence[Told]) -> list[Told]:
    """The tellings with the date and place of their sentence: « le port a été bloqué dimanche ;
    la marine a interpellé onze pêcheurs »."""
    found: list[Told] = []
    day: Told | None = None
    spot: Told | None = None
    for one in told:
        event = one.event
        if not one.foreground:
            found.append(one)
            continue
        if event.date is not None:
            day = one
        elif day is not None and day.sentence == one.sentence:
            event = replace(event, date=day.event.date)
        if event.place is not None:
            spot = one
        elif spot is not None and spot.sentence == one.sentence and event.type not in UNPLACED:
            event = replace(event, place=spot.event.place)
        found.append(replace(one, event=event))
    return found
