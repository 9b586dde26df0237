"""Who does and who undergoes what a trigger tells, by the syntax of its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from greffier.annotate.events.arguments import (
    NOMINAL,
    VERBAL,
    Arguments,
    earlier_subjects,
    is_passive,
    of_adjective,
    of_noun,
    of_verb,
)
from greffier.annotate.events.cast import Cast
from greffier.annotate.events.nearby import (
    above_finite,
    first_verb,
    named_before,
    nearby_agents,
    nearby_antecedents,
    nearby_objects,
    nearby_subjects,
    told_subjects,
)
from greffier.model.annotations import Entity, EntityKind
from greffier.model.happenings import Trigger
from greffier.model.syntax import Sentence, Token

OPPOSING = ("contre", "envers", "visant")
"""Prepositions of those whom only who undergoes an act comes after."""
AGAINST = ("à", "contre", "envers")
"""Prepositions of those whom what was imposed concerns."""
TOLD = ("REQUEST", "THREATEN")
"""Types of acts addressed to who would do what the clause below says."""
OF_THINGS = ("REJECT", "CONCEDE", "AGREE")
"""Types of acts whose pronoun object stands for a thing."""
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
    """Who takes part in what a token tells: by the tree, else by position, else whose word it is
    reported with."""
    word = sentence.head(token) if token.dep.startswith("aux") else token
    arguments = _arguments(cast, sentence, word, trigger)
    towns = ("subject", "object") if trigger.mode == "visit" else ("subject",)
    actors = _fill(cast, sentence, trigger.actor, arguments, towns)
    recipients = _fill(cast, sentence, trigger.recipient, arguments, towns)
    if word.pos in VERBAL:
        actors = _set_apart(cast, sentence, word, actors) if "subject" in trigger.actor else actors
    else:
        actors, recipients = _turned(cast, sentence, trigger, arguments, actors, recipients)
    missed = _missed(cast, sentence, word, trigger, arguments)
    actors = _themselves(cast, arguments, actors or missed[0], recipients or missed[1])
    ids = tuple(e.id for e in actors)
    others = (e.id for e in recipients or missed[1])
    return Participants(ids, tuple(i for i in others if i not in ids))


def _missed(
    cast: Cast, sentence: Sentence, word: Token, trigger: Trigger, arguments: Arguments
) -> tuple[list[Entity], list[Entity]]:
    """Both sides of a verb by position, also of one that the tagger took for something else."""
    verbal = word.pos in VERBAL
    if not verbal and trigger.actor[:1] != ("subject",):
        return [], []
    subject = _missed_subject(cast, sentence, word, trigger, arguments)
    if word.pos == "NOUN" and cast.clauses.participle(word):  # « X a été battu et Y enlevés »
        return [], subject if "object" in trigger.recipient else []
    objects = _missed_objects(cast, sentence, word, trigger)
    if verbal and not objects and trigger.type in TOLD:
        objects = cast.actors(sentence, told_subjects(sentence, word, cast.clauses), True)
    speaker = cast.cued(word) if verbal and "subject" in trigger.actor else None
    return subject or ([speaker] if speaker is not None else []), objects


def _turned(  # noqa: PLR0913 - both sides as found, and where they were found
    cast: Cast,
    sentence: Sentence,
    trigger: Trigger,
    arguments: Arguments,
    actors: list[Entity],
    recipients: list[Entity],
) -> tuple[list[Entity], list[Entity]]:
    """« l'embargo de X contre Y »: X does it, where the frame has « de » for who undergoes it."""
    against = [t for case in OPPOSING for t in arguments.after(case)]
    if actors or "de" not in trigger.recipient or not against:
        return actors, recipients
    opposed = cast.actors(sentence, against)
    owners = [e for e in cast.actors(sentence, arguments.after("de")) if e not in opposed]
    return (owners, opposed) if owners and opposed else (actors, recipients)


def _themselves(
    cast: Cast, arguments: Arguments, actors: list[Entity], recipients: list[Entity]
) -> list[Entity]:
    """Who says « nous » of themselves when the state that they might mean undergoes the act."""
    saying = [t for t in arguments.subject if t.norm in cast.clauses.spokesmen]
    speaker = cast.speaker_of(saying[0]) if saying else None
    clash = any(e in recipients for e in actors)
    return [speaker] if speaker is not None and clash else actors


def _arguments(cast: Cast, sentence: Sentence, word: Token, trigger: Trigger) -> Arguments:
    """A word's arguments, with the complements of the nouns of its phrase: « porter plainte
    contre X »."""
    if word.pos in VERBAL:
        found = of_verb(sentence, word, cast.clauses)
        if trigger.type in OF_THINGS:  # « l'a déclinée »: an offer
            things = (t for t in found.object if t.norm not in cast.clauses.clitics)
            found = found._replace(object=tuple(things))
    elif word.pos == "ADJ":
        found = of_adjective(sentence, word, cast.clauses)
    else:
        return of_noun(sentence, word, cast.clauses)
    nouns = [sentence.tokens[i] for i in trigger.taken if sentence.tokens[i].pos == "NOUN"]
    own = [pair for n in nouns for pair in of_noun(sentence, n, cast.clauses).obliques]
    below = tuple((case, noun) for case, noun in own if case and noun.pos in NOMINAL)
    return found._replace(obliques=found.obliques + below)


def _fill(
    cast: Cast,
    sentence: Sentence,
    slots: tuple[str, ...],
    arguments: Arguments,
    towns: tuple[str, ...],
) -> list[Entity]:
    """The entities in the slots of a part; towns too in those that make them act."""
    found: list[Entity] = []
    for slot in slots:
        if slot != "owner":
            heads = _heads(slot, arguments)
            named = cast.actors(sentence, heads, slot in towns, slot in VISIBLE)
        else:
            named = [] if found else _owners_of(cast, sentence, arguments.object)
        found += [e for e in named if e not in found]
    return found


def _heads(slot: str, arguments: Arguments) -> Iterable[Token]:
    found: Iterable[Token] = getattr(arguments, slot) if slot in VISIBLE else arguments.after(slot)
    return found


def _owners_of(cast: Cast, sentence: Sentence, objects: Iterable[Token]) -> list[Entity]:
    """« dénonce la politique de X », « demande le retrait des forces de X », « réclame sa
    démission »."""
    inside = [t for o in objects for t in sentence.subtree(o)]
    owning = ("nmod", "obl:agent")
    named = cast.actors(sentence, (t for t in inside if t.dep.startswith(owning)))
    named = named or cast.actors(sentence, _concerned(cast, sentence, inside))
    named = named or [e for t in inside if (e := cast.demonym(t)) is not None]
    return named or cast.actors(sentence, (t for t in inside if t.norm in cast.clauses.possessives))


def _set_apart(cast: Cast, sentence: Sentence, verb: Token, actors: list[Entity]) -> list[Entity]:
    """« Selon le porte-parole, X, Y a promis »: Y did, whatever the parser says."""
    if not actors:
        return actors
    name = next(named_before(sentence, first_verb(sentence, verb)), None)
    comma = name is not None and cast.comma_before(sentence, name)
    last = cast.owners.covering(name.span) if name is not None and comma else None
    if last is None or last in actors or last.kind is not EntityKind.PERSON:
        return actors
    before = sentence.tokens[: name.i] if name is not None else ()
    listed = any(t.pos == "CCONJ" for t in before)
    return actors if listed or is_passive(sentence, verb, cast.clauses) else [last]


def _concerned(cast: Cast, sentence: Sentence, inside: Iterable[Token]) -> Iterator[Token]:
    """« les sanctions imposées à X », « un blocus contre Y »."""
    for token in inside:
        if token.dep.startswith("obl"):
            case, noun = cast.clauses.complement(sentence, token)
            if case in AGAINST:
                yield noun


def _missed_subject(
    cast: Cast, sentence: Sentence, verb: Token, trigger: Trigger, arguments: Arguments
) -> list[Entity]:
    """Who does what a verb tells when the parser left it without subject or hung it wrongly: the
    nouns before « qui », before a finite verb, or the subject of the clause before."""
    if "subject" not in trigger.actor:
        return []
    passive = is_passive(sentence, verb, cast.clauses)
    nouns = (
        (nearby_agents(sentence, verb, cast.clauses))
        if passive
        else (_elsewhere(cast, sentence, verb))
    )
    found = (cast.actors(sentence, [noun], True, True) for noun in nouns)
    return next((named for named in found if named), [])


def _elsewhere(cast: Cast, sentence: Sentence, verb: Token) -> Iterator[Token]:
    verb = above_finite(sentence, verb)
    own = sentence.children(verb, "nsubj", "expl:subj")
    if any(t.norm in cast.clauses.relatives for t in own):
        yield from nearby_antecedents(sentence, verb, cast.clauses)
    elif not own:
        yield from nearby_subjects(sentence, verb, cast.clauses)
        yield from earlier_subjects(sentence, verb, cast.clauses)


def _missed_objects(cast: Cast, sentence: Sentence, verb: Token, trigger: Trigger) -> list[Entity]:
    """Who stands after a verb, with a preposition that its frame knows or none."""
    passive = is_passive(sentence, verb, cast.clauses)
    for case, noun in nearby_objects(sentence, verb, cast.clauses):
        fits = case in trigger.recipient or (not case and "object" in trigger.recipient)
        found = cast.actors(sentence, [noun]) if fits and not (passive and not case) else []
        if found:
            return found
    return []
