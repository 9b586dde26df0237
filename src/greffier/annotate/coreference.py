"""Pronouns and plain nouns given to the entity they stand for.

One pass in the order of the text keeps who was named, how recently and how prominently. A
pronoun goes to the most prominent person that its gender allows; a noun of office to the person
who holds it. When two remain, none is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from greffier.model.annotations import Entity, EntityKind, Mention, MentionKind
from greffier.model.language import Anaphora, Language, Reference
from greffier.model.marks import Marked, marked
from greffier.model.reading import Reading
from greffier.model.syntax import Sentence, Token

BODIES = (EntityKind.ORGANIZATION, EntityKind.GROUP)
JUST_BEFORE = 2
"""Sentences back that « ce dernier » and « l'intéressé » reach."""
NEAR = 6
"""Sentences back that a pronoun reaches."""
MARKS = '«»“”"'


@dataclass(slots=True)
class Known:
    """A person or body as far as the text has gone."""

    entity: Entity
    gender: str | None
    last: int = -1  # the sentence of the last mention
    offset: int = -1  # where that mention stood
    subject: bool = False  # whether it was the subject there


def resolve(reading: Reading, language: Language) -> Reading:
    """Adds pronoun and nominal mentions to the entities they stand for."""
    anaphora = language.anaphora
    known = {e.id: Known(e, _gender(e, reading, anaphora)) for e in reading.entities}
    starts = {m.start: e.id for e in reading.entities for m in e.mentions}
    spans = [m.span for e in reading.entities for m in e.mentions]
    spans += [r.span for e in reading.entities for r in e.roles]  # an office told with its name
    taken = {offset for span in spans for offset in range(span.start, span.end)}
    marks = {
        index: marked(reading.document.text, reading.document.blocks[index].span)
        for index in {s.block for s in reading.sentences}
    }
    found: dict[str, list[Mention]] = {}
    says = language.reporting.says
    spoke: Known | None = None
    for number, sentence in enumerate(reading.sentences):
        for token in sentence.tokens:
            inverted = token.text.startswith("-")  # « …, dit-il, … » is the journalist's
            quoted = not inverted and _holds(marks.get(sentence.block, ()), token)
            if token.start in starts:
                if not quoted:
                    named = known[starts[token.start]]
                    _seen(named, number, token, sentence)
                    spoke = named if _speaks(named, sentence, token, says) else spoke
                continue
            if token.start in taken or quoted:
                continue
            reference = anaphora.reference(sentence, token)
            if reference is None:
                continue
            chosen = None
            if inverted and says(sentence.head(token)) and spoke and _agrees(spoke, reference):
                chosen = spoke  # « …, a-t-il ajouté »: who spoke goes on speaking
            else:
                chosen = _choose(reference, number, sentence, token, known.values(), anaphora)
            if chosen is not None:
                _seen(chosen, number, token, sentence)
                spoke = chosen if _speaks(chosen, sentence, token, says) else spoke
                found.setdefault(chosen.entity.id, []).append(_mention(token, reference))
    return replace(
        reading,
        entities=tuple(_extended(e, known[e.id], found.get(e.id, [])) for e in reading.entities),
    )


def _speaks(known: Known, sentence: Sentence, token: Token, says: Callable[[Token], bool]) -> bool:
    """Whether a person's name or pronoun is the subject of a reporting verb, or put after one."""
    if known.entity.kind is not EntityKind.PERSON or sentence.children(token, "case"):
        return False
    head = sentence.head(token)
    if token.dep in ("appos", "flat:name", "flat"):
        token, head = head, sentence.head(head)
    put_after = any(says(t) and t.pos == "VERB" for t in sentence.tokens[token.i - 2 : token.i])
    return (token.dep.startswith("nsubj") and says(head)) or (put_after and token.dep != "obj")


def _holds(marks: Iterable[Marked], token: Token) -> bool:
    """Whether a token stands between quotation marks: its pronouns are somebody else's."""
    return any(mark.content.contains(token.span) for mark in marks)


def _extended(entity: Entity, known: Known, mentions: list[Mention]) -> Entity:
    return replace(entity, mentions=(*entity.mentions, *mentions), gender=known.gender)


def _mention(token: Token, reference: Reference) -> Mention:
    kind = MentionKind.PRONOUN if reference.kind == "pronoun" else MentionKind.NOMINAL
    return Mention(token.start, token.end, kind, None, f"coreference.{reference.kind}")


def _seen(known: Known, number: int, token: Token, sentence: Sentence) -> None:
    subject = token.dep.startswith("nsubj") or sentence.head(token).dep.startswith("nsubj")
    known.subject = subject or (known.subject and known.last == number)
    known.last, known.offset = number, token.start


def _gender(entity: Entity, reading: Reading, anaphora: Anaphora) -> str | None:
    """The gender that the article shows of a person: civility, office, given name."""
    if entity.kind is not EntityKind.PERSON:
        return None
    starts = {m.start for m in entity.mentions}
    told = [
        gender
        for sentence in reading.sentences
        for token in sentence.tokens
        if token.start in starts and (gender := anaphora.gender_before_name(sentence, token.i))
    ]
    offices = [g for r in entity.roles if (g := anaphora.gender_of_office(r.function))]
    civil = told[0] if told else None
    return civil or (offices[0] if offices else None) or anaphora.gender_of_name(entity.name)


def _choose(  # noqa: PLR0913 - the reference and where it stands
    reference: Reference,
    number: int,
    sentence: Sentence,
    token: Token,
    known: Iterable[Known],
    anaphora: Anaphora,
) -> Known | None:
    people = [k for k in known if k.entity.kind is EntityKind.PERSON]
    fitting = [k for k in people if _agrees(k, reference)]
    if reference.number == "Plur":
        return _only(_recent([k for k in known if k.entity.kind is EntityKind.GROUP], number, 2))
    if reference.kind == "body":
        bodies = (k for k in known if k.entity.kind in BODIES)
        return _only(k for k in bodies if anaphora.is_headed(k.entity.name, reference.word))
    if reference.kind == "noun":
        holders = [
            k
            for k in fitting
            if anaphora.noun_fits(reference.word, tuple(r.function for r in k.entity.roles))
        ]
        return _nearest(holders) or _without_office(fitting, number)
    recent = list(_recent(fitting, number, JUST_BEFORE if reference.kind == "last" else NEAR))
    if reference.kind == "last":
        return max(recent, key=lambda k: k.offset, default=None)
    return _prominent(recent, number) or _body(known, reference, number)


def _agrees(known: Known, reference: Reference) -> bool:
    return not reference.gender or known.gender in (None, reference.gender)


def _recent(known: Iterable[Known], number: int, reach: int) -> Iterator[Known]:
    return (k for k in known if k.last >= 0 and number - k.last <= reach)


def _only(candidates: Iterator[Known]) -> Known | None:
    found = list(candidates)
    return found[0] if len(found) == 1 else None


def _nearest(holders: list[Known]) -> Known | None:
    """The only holder of an office; of several, the one named last before."""
    named = [k for k in holders if k.last >= 0]
    if len(holders) == 1:
        return holders[0]
    return max(named, key=lambda k: k.offset, default=None)


def _without_office(people: Iterable[Known], number: int) -> Known | None:
    """« le député » after somebody of whom nothing was told: the only one just named."""
    return _only(k for k in _recent(people, number, 1) if not k.entity.roles)


def _prominent(recent: list[Known], number: int) -> Known | None:
    """The nearest sentence decides; within it the subject, then the gender that is known."""
    if not recent:
        return None
    latest = max(k.last for k in recent)
    there = [k for k in recent if k.last == latest]
    subjects = [k for k in there if k.subject]
    sure = [k for k in (subjects or there) if k.gender]
    ranked = sure or subjects or there
    return max(ranked, key=lambda k: k.offset if not k.subject else -k.offset)


def _body(known: Iterable[Known], reference: Reference, number: int) -> Known | None:
    """« elle » and « il » for an organisation, when no person is near."""
    bodies = (k for k in known if k.subject and k.entity.kind in BODIES)
    return _only(_recent(list(bodies), number, 1))
