"""The mentions of one event, told several times in an article, put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from greffier.model.annotations import Event, EventStatus
from greffier.model.happenings import Trigger
from greffier.model.syntax import Token

STEM = 5
"""Letters that words of one family share: « libérer », « libération »."""
SPOKEN = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of acts of speech."""
SUREST = (
    EventStatus.OCCURRED,
    EventStatus.ONGOING,
    EventStatus.DENIED,
    EventStatus.PLANNED,
    EventStatus.REQUESTED,
    EventStatus.HYPOTHETICAL,
)
SURE = 99
"""How much what is one phrase has in common."""
NEAR = 1
"""Sentences between two tellings that only their type and what is left out bring together."""


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an event: the sentence's number in the article, and the trigger; whether it
    moves the story on, points back (« cette rencontre »), or tells nothing unless it takes up what
    was told (« la rencontre », by whom is not said)."""

    event: Event
    sentence: int
    token: Token
    trigger: Trigger
    foreground: bool = False
    back: bool = False
    mere: bool = False


def merged(told: Iterable[Told]) -> list[Event]:
    """The events, in order of their first mention: same type and mode, nothing that differs, and
    somebody, a word or the sentence in common."""
    groups: list[list[Told]] = []
    for one in told:
        fitting = [g for g in groups if _fits(g, one)]
        best = max(fitting, key=lambda g: _likeness(g, one), default=None)
        if best is not None and _likeness(best, one):
            best.append(one)
        elif not one.mere:
            groups.append([one])
    return [_joined(group) for group in groups]


def _fits(group: Sequence[Told], one: Told) -> bool:
    """Whether nothing sets a telling apart from all the others of an event."""
    if group[0].event.type != one.event.type:
        return False
    if any(_are_one_phrase(other, one) for other in group):
        return True
    return all(_compatible(other, one) for other in group)


def _are_one_phrase(a: Told, b: Told) -> bool:
    """« ont mené une attaque », « tués dans l'attaque »: a noun and the verb above it; « prêt à
    lever les sanctions »: an act of speech and what it is about, when they are of one type."""
    if a.sentence != b.sentence:
        return False
    outer, inner = (a, b) if b.token.head == a.token.i else (b, a)
    if inner.token.i in outer.trigger.taken:
        return True
    if inner.token.head != outer.token.i:
        return False
    verbs = (outer.token.pos == "VERB", inner.token.pos == "VERB")
    return verbs[1] if outer.event.type in SPOKEN else verbs == (True, False)


def _compatible(one: Told, other: Told) -> bool:
    a, b = one.event, other.event
    result = one.trigger.result or other.trigger.result
    return (
        a.type == b.type
        and a.mode == b.mode
        and _agree(a.actors, b.actors)
        and (result or _agree(a.recipients, b.recipients))
        and (a.date is None or b.date is None or a.date[:10] == b.date[:10])
        and (a.source is None or b.source is None or a.source == b.source)
        and (a.status == b.status or EventStatus.OCCURRED in (a.status, b.status))
    )


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return not a or not b or bool(set(a) & set(b))


def _likeness(group: Sequence[Told], one: Told) -> int:
    """How much a telling has in common with an event: nothing is zero."""
    return max(_alike(other, one) for other in group)


def _alike(a: Told, b: Told) -> int:
    here, there = a.event, b.event
    if _are_one_phrase(a, b):
        return SURE
    acting = bool(set(here.actors) & set(there.actors))
    undergoing = bool(set(here.recipients) & set(there.recipients))
    family = _same_family(a.token.lemma, b.token.lemma)
    if here.type in SPOKEN and not (family or b.back) and not (acting and undergoing):
        return 0  # who asks twice may ask for two things
    near = b.sentence - a.sentence <= NEAR
    if b.back or (near and (a.trigger.result or b.trigger.result)):
        return 1 + near + 4 * family
    if near and here.type not in SPOKEN and _takes_up(a, b):
        return 1 + 4 * family
    shared = acting or undergoing
    noun = "NOUN" in (a.token.pos, b.token.pos)
    if not shared and not (family and (near or noun or here.type not in SPOKEN)):
        return 0
    return 4 * family + 2 * shared + near


def _takes_up(a: Told, b: Told) -> bool:
    """« arrive à Dakar … La visite »; « Visite à Dakar » in the title, told by the lede."""
    if a.sentence == b.sentence and a.event.type != "CONSULT":
        return False  # « attaque … tirs »: acts of one sentence are several, but one comes to visit
    return _is_bare_noun(b) or (_is_bare_noun(a) and a.sentence == 0)


def _is_bare_noun(one: Told) -> bool:
    """« la visite », of which nothing is said of who takes part."""
    return one.token.pos == "NOUN" and not (one.event.actors or one.event.recipients)


def _same_family(a: str, b: str) -> bool:
    return a == b or (a[:STEM] == b[:STEM] and len(a) >= STEM)


def _joined(group: Sequence[Told]) -> Event:
    """What all the tellings of an event say together."""
    first, *others = (one.event for one in group)
    actors = tuple(dict.fromkeys(a for e in (first, *others) for a in e.actors))
    recipients = dict.fromkeys(r for e in (first, *others) for r in e.recipients)
    return replace(
        first,
        mentions=tuple(sorted({m for e in (first, *others) for m in e.mentions})),
        actors=actors,
        recipients=tuple(r for r in recipients if r not in actors),
        place=next((e.place for e in (first, *others) if e.place), None),
        date=next((e.date for e in (first, *others) if e.date), None),
        status=_status(group),
        source=_source(group),
    )


def _source(group: Sequence[Told]) -> str | None:
    """Whose word it is: nobody's where the article itself tells the same (« l'incendie »)."""
    first = group[0].event
    alike = [one.event.source for one in group if one.event.status is first.status]
    return None if None in alike else first.source


def _status(group: Sequence[Told]) -> EventStatus:
    """What was done beats what was to be; a noun (« la visite ») says it of neither, and what an
    event brought about says nothing of it."""
    acts = [one for one in group if not one.trigger.result] or group
    told = [one.event.status for one in acts]
    if EventStatus.ONGOING in told and EventStatus.DENIED not in told:
        return EventStatus.ONGOING
    verbs = [one.event.status for one in acts if one.token.pos == "VERB"]
    nouns = [one.event.status for one in acts if one.token.pos != "VERB"]
    if verbs:
        return min(verbs, key=SUREST.index)
    return max(nouns, key=SUREST.index)
