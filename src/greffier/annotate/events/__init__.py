"""Who did what to whom, when and where (PLOVER), whether it happened, and on whose word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from greffier.annotate.events import status
from greffier.annotate.events.participants import Scene, of_noun, of_verb
from greffier.model.annotations import Event, EventStatus, Quotation, Timex
from greffier.model.language import Language, Trigger
from greffier.model.lookup import Owners
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

WITH_BOTH, WITH_ONE, WITH_NONE = 0.8, 0.68, 0.48
"""How often an event is one of the gold's, with actor and recipient, one of them, or neither."""
NEVER_DATED = ("DURATION",)


def find(reading: Reading, language: Language) -> Reading:
    """The article's events: told once or several times, each is one."""
    owners = Owners(reading)
    told: list[Event] = []
    for sentence in reading.sentences:
        scene = Scene(sentence, owners, language.happenings)
        for token in sentence.tokens:
            trigger = language.happenings.trigger(sentence, token)
            if trigger is None:
                continue
            event = _event(reading, scene, token, trigger)
            if event is not None:
                told.append(event)
    return replace(reading, events=tuple(_merged(told)))


def _event(reading: Reading, scene: Scene, token: Token, trigger: Trigger) -> Event | None:
    """The event that one trigger tells; a noun that nobody takes part in tells none."""
    verb = token.pos == "VERB"
    who = of_verb(scene, token) if verb else of_noun(scene, token)
    if not (who.actors or who.recipients) and not verb:
        return None
    both = bool(who.actors and who.recipients)
    return Event(
        type=trigger.type,
        mode=trigger.mode if trigger.type == "CONSULT" else None,
        mentions=(token.span,),
        actors=who.actors,
        recipients=who.recipients,
        place=who.place,
        date=_date(reading.timexes, scene.sentence, token),
        status=status.of(scene.sentence, token, scene.happenings),
        source=_source(reading.quotations, token.span),
        confidence=WITH_BOTH if both else WITH_ONE if who.actors or who.recipients else WITH_NONE,
        rule=f"events.{'verb' if verb else 'noun'}",
    )


def _date(timexes: tuple[Timex, ...], sentence: Sentence, token: Token) -> str | None:
    """The date told in the trigger's own clause; never the publication's by default."""
    clause = _clause(sentence, token)
    inside = [
        t
        for t in timexes
        if t.type not in NEVER_DATED
        and any(
            t.span.overlaps(word.span) and _clause(sentence, word) == clause
            for word in sentence.tokens
        )
    ]
    if not inside:
        return None
    nearest = min(inside, key=lambda t: (abs(t.start - token.start), t.start))
    return nearest.value


def _clause(sentence: Sentence, token: Token) -> int:
    """The verb that a word belongs to: itself, or the first above it (the root if none is)."""
    if token.pos == "VERB":
        return token.i
    last = token
    for last in sentence.ancestors(token):
        if last.pos == "VERB":
            break
    return last.i


def _source(quotations: tuple[Quotation, ...], trigger: Span) -> str | None:
    """The speaker of the quotation that holds the trigger: it is their word."""
    for quotation in quotations:
        if quotation.span.contains(trigger):
            return quotation.speaker
    return None


def _merged(told: list[Event]) -> Iterator[Event]:
    """Mentions of one event put together: same type, somebody in common, nothing that differs."""
    merged: list[Event] = []
    for event in told:
        for place, earlier in enumerate(merged):
            if _same(earlier, event):
                merged[place] = _joined(earlier, event)
                break
        else:
            merged.append(event)
    yield from merged


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
