"""Who does and who undergoes what a trigger tells, by the syntax of its clause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from greffier.annotate.events.arguments import (
    Arguments,
    is_passive,
    nearby_objects,
    nearby_subject,
    of_noun,
    of_verb,
)
from greffier.annotate.events.cast import Cast
from greffier.model.annotations import Entity
from greffier.model.language import Trigger
from greffier.model.syntax import Sentence, Token

VOICED = ("nsubj", "expl:subj", "aux:pass")
VISIBLE = ("subject", "object", "dative")


@dataclass(frozen=True, slots=True)
class Participants:
    """Entity ids, each once, in the order of the text."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        return self.actors + self.recipients

    def satisfy(self, needs: str) -> bool:
        """Whether the part that a trigger needs is there."""
        return {
            "": True,
            "actor": bool(self.actors),
            "recipient": bool(self.recipients),
            "anyone": bool(self.all),
            "both": bool(self.actors and self.recipients),
        }[needs]


def told(cast: Cast, sentence: Sentence, token: Token, trigger: Trigger) -> Participants:
    """Who takes part in what a token tells."""
    find = of_verb if token.pos == "VERB" else of_noun
    arguments = find(sentence, token, cast.clauses)
    actors = _fill(cast, sentence, trigger.actor, arguments)
    recipients = _fill(cast, sentence, trigger.recipient, arguments)
    if token.pos == "VERB":
        actors = actors or _missed_subject(cast, sentence, token, trigger, arguments)
        recipients = recipients or _missed_objects(cast, sentence, token, trigger)
    speaker = cast.cued(token) if token.pos == "VERB" else None
    if speaker is not None and "subject" in trigger.actor:
        actors = [speaker]
    ids = tuple(e.id for e in actors)
    return Participants(ids, tuple(e.id for e in recipients if e.id not in ids))


def _fill(
    cast: Cast, sentence: Sentence, slots: tuple[str, ...], arguments: Arguments
) -> list[Entity]:
    found: list[Entity] = []
    for slot in slots:
        if slot != "owner":
            named = cast.actors(sentence, _heads(slot, arguments))
        else:
            named = [] if found else _owners_of(cast, sentence, arguments.object)
        found += [e for e in named if e not in found]
    return found


def _heads(slot: str, arguments: Arguments) -> Iterable[Token]:
    found: Iterable[Token] = getattr(arguments, slot) if slot in VISIBLE else arguments.after(slot)
    return found


def _owners_of(cast: Cast, sentence: Sentence, objects: Iterable[Token]) -> list[Entity]:
    """« dénonce la politique de X », « demande le retrait des forces de X »."""
    inside = [t for o in objects for t in sentence.subtree(o)]
    named = cast.actors(sentence, (t for t in inside if t.dep.startswith("nmod")))
    return named or [e for t in inside if (e := cast.demonym(t)) is not None]


def _missed_subject(
    cast: Cast, sentence: Sentence, verb: Token, trigger: Trigger, arguments: Arguments
) -> list[Entity]:
    """Who stands before a finite verb that the parser left without subject."""
    if arguments.subject or "subject" not in trigger.actor or sentence.children(verb, *VOICED):
        return []
    for noun in nearby_subject(sentence, verb):
        found = cast.actors(sentence, [noun])
        if found:
            return found
    return []


def _missed_objects(cast: Cast, sentence: Sentence, verb: Token, trigger: Trigger) -> list[Entity]:
    """Who stands after a verb, with a preposition that its frame knows or none."""
    passive = is_passive(sentence, verb, cast.clauses)
    for case, noun in nearby_objects(sentence, verb, cast.clauses):
        fits = case in trigger.recipient or (not case and "object" in trigger.recipient)
        found = cast.actors(sentence, [noun]) if fits and not (passive and not case) else []
        if found:
            return found
    return []
