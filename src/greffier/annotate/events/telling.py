"""The events of an article by the words that tell them: what a word leaves out or points to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from greffier.annotate.events.arguments import VERBAL, Arguments, is_infinitive, is_passive, of_verb
from greffier.annotate.events.cast import Cast
from greffier.model.annotations import Event
from greffier.model.happenings import Happenings
from greffier.model.syntax import Sentence, Token

SPOKEN = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
"""Types of acts that bear on another act, whose doer they concern."""
BEARING = frozenset({"THREATEN", "AGREE", "CONCEDE"})
"""Of these, those that concern who undergoes it."""
CONTENT = ("obj", "obl", "xcomp", "ccomp", "nmod", "acl")
"""Relations of what an act of speech is about."""
REACH = 3
"""Sentences back that « ce crime » reaches."""


class Words:
    """The events of an article, found by where they are told."""

    def __init__(self, told: Sequence[Event], cast: Cast, words: Happenings) -> None:
        self.cast = cast
        self._words = words
        self._events = {m.start: event for event in told for m in event.mentions}
        self._places = {
            token.start: (number, sentence, token)
            for number, sentence in enumerate(cast.reading.sentences)
            for token in sentence.tokens
            if token.start in self._events
        }

    def _of(self, event: Event) -> Iterator[tuple[int, Sentence, Token]]:
        found = (self._places.get(m.start) for m in event.mentions)
        return (place for place in found if place is not None)

    def names(self, event: Event, part: str) -> bool:
        """Whether a verb of the event has such a part in its own clause, known or not: a finite
        verb has a subject; people are told as its object."""
        return any(
            self._has(part, sentence, token)
            for _, sentence, token in self._of(event)
            if token.pos in VERBAL
        )

    def _has(self, part: str, sentence: Sentence, verb: Token) -> bool:
        clauses = self.cast.clauses
        arguments: Arguments = of_verb(sentence, verb, clauses)
        if part == "subject":
            free = is_passive(sentence, verb, clauses) or is_infinitive(sentence, verb)
            return bool(arguments.subject) or not free
        trigger = self._words.trigger(sentence, verb)
        slots = trigger.recipient if trigger is not None else ()
        objects = arguments.object if "object" in slots else ()
        told = (*objects, *(arguments.dative if "dative" in slots else ()))
        return any(t.pos == "NOUN" and self._words.somebody(sentence, t) for t in told)

    def is_mutual(self, event: Event) -> bool:
        """Whether it is what two sides do to each other: « les combats », « l'accord signé »."""
        mutual = self.cast.clauses.mutual
        found = list(self._of(event))
        return any(
            mutual(token)
            or any(mutual(t) for t in of_verb(sentence, token, self.cast.clauses).object)
            for _, sentence, token in found
        )

    def contradicted(self, event: Event) -> str | None:
        """« Le gouvernement dément. »: whose word was reported just before."""
        for number, _, token in self._of(event):
            if event.type != "REJECT" or not self.cast.clauses.denies(token):
                continue
            first = self.cast.reading.sentences[max(0, number - REACH)]
            spoken = [
                q.speaker
                for q in self.cast.reading.quotations
                if first.start <= q.start < token.start and q.speaker not in event.actors
            ]
            return next((s for s in reversed(spoken) if s is not None), None)
        return None

    def addressed(self, event: Event) -> Event:
        """An act of speech with those who did what it is about."""
        if event.recipients or event.type not in SPOKEN:
            return event
        for other in self._about(event):
            part = other.recipients if event.type in BEARING else other.actors
            recipients = tuple(i for i in part if i not in event.actors)
            if recipients:
                return replace(event, recipients=recipients)
        return event

    def _about(self, event: Event) -> Iterator[Event]:
        """The events that an act of speech is about: told by words below its own, else told just
        before what « ce » points to."""
        for number, sentence, token in self._of(event):
            contents = sentence.children(token, *CONTENT)
            below = [t for c in contents for t in sentence.subtree(c) if t.i > token.i]
            told = (self._events.get(t.start) for t in below)
            yield from (e for e in told if e is not None and e is not event)
            objects = sentence.children(token, "obj", "obl:arg")
            pointing = (t for o in objects for t in sentence.children(o, "det"))
            if any(t.norm in self.cast.clauses.demonstratives for t in pointing):
                yield from self._before(event, number)

    def _before(self, event: Event, number: int) -> Iterator[Event]:
        near = [
            (start, self._events[start])
            for start, (there, *_) in self._places.items()
            if number - REACH <= there < number
        ]
        found = (e for _, e in sorted(near, key=lambda pair: -pair[0]))
        return (e for e in found if e is not event)
