"""Events, with the participants, day and place by which two articles' accounts meet."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.model.annotations import EntityKind, Event
from greffier.model.facts import EventFacts, Who
from greffier.model.record import Anchor, Layer, Node
from greffier.record import policy
from greffier.record.days import bounds
from greffier.record.nodes import parties
from greffier.record.nodes.scene import Scene


def nodes(scene: Scene) -> Iterator[Node]:
    for event in scene.reading.events:
        if not event.mentions:
            continue
        anchor = Anchor(scene.document, Layer.EVENT, *min(event.mentions))
        facts = _facts(event, scene)
        keys = tuple(sorted(set(_keys(facts, scene))))
        evidence = tuple(sorted(event.mentions))
        yield Node(anchor, event.type, anchor.id, keys, evidence, scene.published, facts)


def _facts(event: Event, scene: Scene) -> EventFacts:
    first, last = bounds(event.date)
    triggers = {w for m in event.mentions for w in _stems(scene, scene.reading.passage(m))}
    return EventFacts(
        type=event.type,
        mode=event.mode,
        actors=_all(event.actors, scene),
        recipients=_all(event.recipients, scene),
        place=scene.who.get(event.place or ""),
        date=event.date,
        first=first,
        last=last,
        status=event.status,
        source=scene.who.get(event.source or ""),
        triggers=tuple(sorted(triggers)),
        context=tuple(sorted(_context(event, scene))),
        setting=scene.setting,
        block=scene.block_of(min(event.mentions)),
    )


def _context(event: Event, scene: Scene) -> set[str]:
    """The words of its sentences beside the names of who takes part, which are compared apart."""
    told = {scene.sentence_of(mention) for mention in event.mentions}
    parts = _all((*event.actors, *event.recipients), scene)
    named = [who.name for who in parts if who.kind != EntityKind.GROUP]
    names = {word for name in named for word in _stems(scene, name)}
    stems = {w for sentence in told for w in _stems(scene, scene.reading.passage(sentence))}
    return stems - names


def _stems(scene: Scene, text: str) -> tuple[str, ...]:
    return scene.language.merging.words(text)


def _all(ids: tuple[str, ...], scene: Scene) -> tuple[Who, ...]:
    return tuple(scene.who[i] for i in ids if i in scene.who)


def _keys(facts: EventFacts, scene: Scene) -> Iterator[str]:
    """By its day and who takes part, wherever it is told; and by the story it is told in."""
    told = (*facts.actors, *facts.recipients, *((facts.place,) if facts.place else ()))
    if facts.first and facts.first == facts.last:
        for who in parties.telling(told, policy.PARTIES_IN_KEYS):
            yield f"{facts.type}@d{facts.first}:{parties.key(who, scene.language)}"
    for bucket in scene.buckets(policy.STORY_DAYS * 2):
        for term in scene.key_terms:
            yield f"{facts.type}@{bucket}:{term}"
