"""Who stands opposite whom in an article, by all that it tells: a clause that leaves out the
other side (« Colombo a protesté ») is about the one that the article sets against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from greffier.annotate.events.cast import Cast
from greffier.annotate.events.telling import Words
from greffier.model.annotations import Entity, EntityKind, Event

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types whose participants are all on both sides."""
UNOPPOSED = frozenset({"PROTEST"})
"""Types that often have one side only; so have visits, meetings and calls."""
GRAVE = frozenset({"ASSAULT"})
"""Types laid at nobody's door that the text does not name."""
FROM_ABROAD = frozenset({"REQUEST", "AID", "SANCTION", "THREATEN", "ACCUSE", "SUPPORT"})
"""What another state or a body does to the country that an article is about."""
REPEATED = 2
"""Times that an article sets two against each other before it is taken for what it is about."""
NEAR = 250
"""Characters back that somebody is still in play."""
AHEAD = 120
"""Characters on that somebody in the same sentence may stand."""
AROUND = 600
"""Characters around a protest in which its protesters are told."""
HOME = 0.5
"""Share of what an article tells of countries from which one is its own."""


class Sides:
    """Pairs of those who act on each other, and of the states that they belong to."""

    def __init__(self, told: Sequence[Event], cast: Cast) -> None:
        self._cast = cast
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._states: Counter[tuple[str, str]] = Counter()
        for event in told:
            for a, b in _opposed(event):
                self._pairs[a, b] += 1
                self._pairs[b, a] += 1
                here, there = self.state(a), self.state(b)
                if here and there and here != there:
                    self._states[here, there] += 1
                    self._states[there, here] += 1

    def state(self, entity: str) -> str | None:
        """The country, told in the article, that somebody belongs to."""
        found = self._cast.by_id[entity]
        country = self._cast.countries.get(found.country or "")
        return country.id if country is not None else None

    def opposite(self, ids: Sequence[str], offset: int, source: str | None) -> str | None:
        """Who stands opposite somebody: the one of those in play there, or set against them more
        than once, that the article sets most against them; a state first against a state."""
        own = (*ids, *((source,) if source else ()))
        states = tuple(s for i in ids if (s := self.state(i)))
        direct = self._best(self._pairs, ids, own, offset)
        between = self._best(self._states, states, own, offset)
        national = all(self._cast.by_id[i].kind is EntityKind.COUNTRY for i in ids)
        if national and direct is not None:
            direct = self._cast.state_of(direct)
        first, second = (between, direct) if national else (direct, between)
        for_state = national or all(self._cast.serves_state(self._cast.by_id[i]) for i in ids)
        return first or second or (self._other(states, own) if for_state else None)

    def at_home(self, event: Event) -> str | None:
        """The article's own country, for what others do from abroad."""
        votes = self._cast.votes
        if event.type not in FROM_ABROAD or not votes:
            return None
        home, most = votes.most_common(1)[0]
        abroad = all(self._is_abroad(self._cast.by_id[i], home) for i in event.actors)
        return home if abroad and most >= HOME * sum(votes.values()) else None

    def _is_abroad(self, entity: Entity, home: str) -> bool:
        kinds = (EntityKind.COUNTRY, EntityKind.ORGANIZATION)
        return entity.kind in kinds and entity.id != home and self.state(entity.id) != home

    def _best(
        self, pairs: Counter[tuple[str, str]], of: Sequence[str], own: Sequence[str], offset: int
    ) -> str | None:
        votes: Counter[str] = Counter()
        for (a, b), count in pairs.items():
            known = count >= REPEATED or self._distance(b, offset) <= NEAR
            acts = self._cast.by_id[b].kind is not EntityKind.PLACE
            if a in of and b not in own and b not in of and known and acts:
                votes[b] += count
        return max(votes, key=lambda i: (votes[i], -self._distance(i, offset)), default=None)

    def _distance(self, entity: str, offset: int) -> int:
        """Characters from the nearest mention at or before a passage."""
        before = [offset - m.start for m in self._cast.by_id[entity].mentions]
        return min((abs(d) if d >= -AHEAD else NEAR + 1) for d in before)

    def _other(self, states: Sequence[str], own: Sequence[str]) -> str | None:
        leading = self._cast.leading
        if len(set(states)) != 1 or states[0] not in leading:
            return None
        return next((i for i in leading if i != states[0] and i not in own), None)


def opposed(told: Sequence[Event], words: Words) -> list[Event]:
    """The events with the other side of their only actor, or of their recipients: who did what
    the act of speech is about, else who stands against them in the article."""
    spoken = [words.addressed(_national(event, words.cast)) for event in told]
    sides = Sides(spoken, words.cast)
    return [_completed(event, sides, words) for event in spoken]


def _completed(event: Event, sides: Sides, words: Words) -> Event:
    if event.type == "PROTEST" and not event.actors:
        event = replace(event, actors=_protesting(event, words.cast))
    offset = event.mentions[0].start
    if not event.actors and not event.recipients:
        return replace(event, actors=words.cast.leading) if words.is_mutual(event) else event
    one_sided = event.type in UNOPPOSED or event.mode is not None
    if event.actors and not event.recipients and not one_sided:
        resigned = event.type == "RETREAT" and all(map(words.cast.is_person, event.actors))
        if words.names(event, "object") or event.type in GRAVE or resigned:
            return event
        alone = len(event.actors) == 1
        other = words.contradicted(event)
        if other is None and alone:
            other = sides.opposite(event.actors, offset, event.source)
        other = other or sides.at_home(event) or _asked(event, words.cast)
        return replace(event, recipients=(other,) if other else ())
    bare = event.recipients and not event.actors and event.type not in GRAVE
    if bare and not words.names(event, "subject"):
        other = sides.opposite(event.recipients, offset, event.source)
        return replace(event, actors=(other,) if other else ())
    return event


def _protesting(event: Event, cast: Cast) -> tuple[str, ...]:
    """The protesters that the article names nearest: « les ouvriers…; la grève »."""
    offset = event.mentions[0].start
    bodies = (EntityKind.GROUP, EntityKind.ORGANIZATION)
    near = [
        (distance, e.id)
        for e in cast.reading.entities
        if e.kind in bodies and cast.clauses.protesting(e.name) and e.id not in event.recipients
        if (distance := min(abs(m.start - offset) for m in e.mentions)) <= AROUND
    ]
    return (min(near)[1],) if near else ()


def _asked(event: Event, cast: Cast) -> str | None:
    """The government, when people of the country ask for something of nobody named."""
    actors = [cast.by_id[i] for i in event.actors]
    if event.type != "REQUEST" or any(cast.serves_state(e) for e in actors):
        return None
    bodies = [e for e in cast.reading.entities if e.kind is EntityKind.ORGANIZATION]
    found = [e.id for e in bodies if cast.clauses.governing(e.name) and e not in actors]
    return found[0] if len(found) == 1 else None


def _national(event: Event, cast: Cast) -> Event:
    """What ministers of several states do together, their states do: « créer une commission »."""
    actors = [cast.by_id[i] for i in event.actors]
    states = [cast.countries.get(e.country or "") for e in actors if cast.serves_state(e)]
    known = tuple(dict.fromkeys(s.id for s in states if s is not None))
    several = len(known) > 1 and len(known) == len(actors)
    if event.type != "COOPERATE" or not several:
        return event
    return replace(event, actors=known, recipients=())


def _opposed(event: Event) -> Iterator[tuple[str, str]]:
    if event.type in MUTUAL and not event.recipients:
        yield from combinations(event.actors, 2)
    for a in event.actors:
        for b in event.recipients:
            yield a, b
