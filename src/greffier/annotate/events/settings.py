"""When and where an event is told to take place."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.annotate.events.arguments import described
from greffier.annotate.events.cast import Cast
from greffier.model.annotations import Entity, EntityKind, Timex
from greffier.model.syntax import Sentence, Token

UNDATED = ("DURATION",)
UNPLACED = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
"""Types of acts of speech whose clause names the place of what they are about."""
VERBS = ("VERB", "AUX")


def clause(sentence: Sentence, token: Token) -> int:
    """The verb that a word belongs to: itself, or the first above it (the root if none is)."""
    if token.pos in VERBS and not token.dep.startswith("aux"):
        return token.i
    last = token
    for last in sentence.ancestors(token):
        if last.pos in VERBS:
            break
    return last.i


def date(cast: Cast, sentence: Sentence, token: Token) -> str | None:
    """The date told in the trigger's own clause, else in the one that it continues; never the
    publication's by default."""
    told = [
        t for t in cast.reading.timexes if t.type not in UNDATED and sentence.span.contains(t.span)
    ]
    if not told:
        return None
    own = clause(sentence, token)
    for verb in (own, *_continued(sentence, own)):
        inside = [t for t in told if verb in _clauses_of(sentence, t)]
        if inside:
            nearest = min(inside, key=lambda t: (abs(t.start - token.start), t.start))
            return cast.clauses.bounded(sentence, nearest)
    return None


def _continued(sentence: Sentence, verb: int) -> Iterator[int]:
    """The clauses that a coordinated verb, or a participle beside one, shares its date with."""
    token = sentence.tokens[verb]
    for _ in sentence.tokens:
        beside = token.dep == "conj" or (token.dep == "advcl" and token.morph.form == "Part")
        if not beside:
            return
        token = sentence.head(token)
        yield token.i


def _clauses_of(sentence: Sentence, timex: Timex) -> set[int]:
    return {clause(sentence, word) for word in sentence.tokens if timex.span.overlaps(word.span)}


def place(cast: Cast, sentence: Sentence, token: Token) -> str | None:
    """The most precise place that the trigger's clause, or the one it continues, is located in
    or bears on."""
    own = clause(sentence, token)
    located = list(_located(cast, sentence))
    for verb in (own, *_continued(sentence, own)):
        inside = [e for word, e in located if clause(sentence, word) == verb]
        precise = [e for e in inside if e.kind is EntityKind.PLACE]
        if inside:
            return (precise or inside)[0].id
    return None


def _located(cast: Cast, sentence: Sentence) -> Iterator[tuple[Token, Entity]]:
    """The places and countries that the sentence puts something in."""
    for word in sentence.tokens:
        if word.pos not in ("PROPN", "NOUN") or word.dep.startswith("flat"):
            continue
        entity = cast.owners.of(sentence, word)
        if entity is None or entity.kind not in (EntityKind.PLACE, EntityKind.COUNTRY):
            continue
        if cast.in_office(word):
            continue
        case, _ = cast.clauses.complement(sentence, described(sentence, word))
        if entity.kind is EntityKind.PLACE or case in cast.clauses.within:
            yield word, entity
