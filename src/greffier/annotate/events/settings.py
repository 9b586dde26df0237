"""When and where an event is told to take place."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.annotate.events.cast import Cast
from greffier.model.annotations import EntityKind, Timex
from greffier.model.syntax import Sentence, Token

UNDATED = ("DURATION",)
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
    """The place that the trigger's clause names."""
    own = clause(sentence, token)
    for word in sentence.tokens:
        if word.pos not in ("PROPN", "NOUN"):
            continue
        entity = cast.owners.of(sentence, word)
        if entity is not None and entity.kind is EntityKind.PLACE and clause(sentence, word) == own:
            return entity.id
    return None
