"""Who does and who undergoes what a trigger tells, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from greffier.model.annotations import Entity, EntityKind
from greffier.model.language import Happenings
from greffier.model.lookup import Owners
from greffier.model.phrases import subject_of
from greffier.model.syntax import Sentence, Token

ACTORS = frozenset(
    {EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.COUNTRY, EntityKind.GROUP}
)
SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Participants:
    """Entity ids, each once, in the order of the text."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what names its entities."""

    sentence: Sentence
    owners: Owners
    happenings: Happenings

    def entities(self, heads: Iterable[Token | None]) -> list[Entity]:
        """The entities that noun phrases stand for, with those coordinated to them."""
        found: dict[str, Entity] = {}
        for head in heads:
            if head is None:
                continue
            for token in (head, *self.sentence.children(head, "conj")):
                entity = self.owners.of(self.sentence, token)
                if entity is not None:
                    found.setdefault(entity.id, entity)
        return list(found.values())


def of_verb(scene: Scene, verb: Token) -> Participants:
    """Subject, object and complements of a verb; a passive turns them round."""
    sentence = scene.sentence
    subjects = scene.entities([subject_of(sentence, verb)])
    objects = scene.entities(_objects(sentence, verb))
    agents = scene.entities(sentence.children(verb, "obl:agent"))
    others = scene.entities(_toward(scene, verb))
    passive = bool(sentence.children(verb, "nsubj:pass", "aux:pass"))
    doers, undergoers = (agents, subjects) if passive else (subjects, objects)
    undergoers = [*undergoers, *others]
    if not [e for e in undergoers if e.kind in ACTORS]:
        undergoers += scene.entities(_inside_objects(scene, verb))
    return _participants(doers, undergoers, _places(scene, verb))


def of_noun(scene: Scene, noun: Token) -> Participants:
    """« l'offensive de X contre Y », « la visite de X à Y », « la rencontre entre X et Y »."""
    doers: list[Token] = []
    undergoers: list[Token] = []
    for child in scene.sentence.children(noun, "nmod", "obl", "appos"):
        cases = scene.sentence.children(child, "case")
        if any(scene.happenings.toward(c) for c in cases):
            undergoers.append(child)
        elif any(scene.happenings.of(c) or c.norm == "entre" for c in cases):
            doers.append(child)
    found = scene.entities(doers)
    adjectives = scene.entities(
        t for t in scene.sentence.children(noun, "amod") if t.text[0].islower()
    )
    if not found:
        found = adjectives or scene.entities([_light_subject(scene.sentence, noun)])
    return _participants(found, scene.entities(undergoers), _places(scene, noun))


def _light_subject(sentence: Sentence, noun: Token) -> Token | None:
    """« X a lancé une offensive »: the subject of the verb whose object the noun is."""
    verb = sentence.head(noun)
    return subject_of(sentence, verb) if noun.dep == "obj" and verb.pos == "VERB" else None


def _objects(sentence: Sentence, verb: Token) -> Iterator[Token]:
    yield from sentence.children(verb, "obj", "iobj")


def _toward(scene: Scene, verb: Token) -> Iterator[Token]:
    for child in scene.sentence.children(verb, "obl"):
        if child.dep == "obl:agent":
            continue
        if any(scene.happenings.toward(c) for c in scene.sentence.children(child, "case")):
            yield child


def _inside_objects(scene: Scene, verb: Token) -> Iterator[Token]:
    """« dénonce la politique de X », « demande le retrait des forces de X »."""
    for found in _objects(scene.sentence, verb):
        for token in scene.sentence.subtree(found):
            if token.dep.startswith("nmod"):
                yield token


def _places(scene: Scene, head: Token) -> list[Entity]:
    near = [t for t in scene.sentence.subtree(head) if t.pos == "PROPN"]
    return [e for e in scene.entities(near) if e.kind is EntityKind.PLACE]


def _participants(
    doers: list[Entity], undergoers: list[Entity], places: list[Entity]
) -> Participants:
    actors = tuple(dict.fromkeys(e.id for e in doers if e.kind in ACTORS))
    recipients = tuple(
        dict.fromkeys(e.id for e in undergoers if e.kind in ACTORS and e.id not in actors)
    )
    return Participants(actors, recipients, places[0].id if places else None)
