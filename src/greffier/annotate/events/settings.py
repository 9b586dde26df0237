"""When and where an event is told to take place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.annotate.events.arguments import described
from greffier.annotate.events.cast import Cast
from greffier.model.annotations import Entity, EntityKind, Event, EventStatus, Timex
from greffier.model.syntax import Sentence, Token

UNDATED = ("DURATION",)
PRESENT = "PRESENT_REF"
DAY = 10
"""Characters of a value that tell its day."""
ISO_YEAR = re.compile(r"\d{4}")
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
UNPLACED = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
"""Types of acts of speech whose clause names the place of what they are about."""
PHYSICAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
"""Types of acts that take place where the article is set, when they are not told elsewhere."""
PLACED = (EntityKind.PLACE, EntityKind.COUNTRY)
DIVIDING = (":", ";")
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
    for verb in _clauses(sentence, token):
        words = [(t, w) for t in told for w in sentence.tokens if t.span.overlaps(w.span)]
        inside = [
            t for t, w in words if _dated(sentence, w) == verb and not _divided(sentence, w, token)
        ]
        if inside:
            nearest = min(inside, key=lambda t: (_is_vague(t), abs(t.start - token.start), t.start))
            return cast.clauses.bounded(sentence, nearest)
    return None


def _dated(sentence: Sentence, word: Token) -> int:
    """The verb that a word of a date belongs to: of the clause, or the infinitive between them that
    completes it: « soupçonne X d'avoir menti hier »."""
    verb = clause(sentence, word)
    for last in reversed(sentence.tokens[verb + 1 : word.i]):
        if last.text == ",":
            break
        if last.pos in VERBS and last.dep == "xcomp" and verb in _above(sentence, last):
            return last.i
    return verb


def _above(sentence: Sentence, token: Token) -> set[int]:
    return {t.i for t in sentence.ancestors(token)}


def possible(cast: Cast, token: Token, event: Event) -> str | None:
    """The event's date, unless it cannot be of it: what was done is not of « now » nor, told by a
    past participle, of a day to come (« a pris un billet pour mardi »); what a noun tells as
    offered or feared is not of a day gone by (« a craint lundi une émeute »)."""
    date, published = event.date, cast.reading.document.published
    if date is None:
        return None
    day = date.removeprefix("../")[:DAY]
    told = published if published is not None and ISO_DAY.match(day) else day
    if event.status is EventStatus.OCCURRED:
        past = token.pos in VERBS and token.morph.form == "Part" and token.morph.tense == "Past"
        return None if date == PRESENT or (past and day > told) else date
    gone = event.status is EventStatus.HYPOTHETICAL and token.pos not in VERBS and day < told
    return None if gone and not date.startswith("../") else date


def _is_vague(timex: Timex) -> bool:
    return not timex.value[:1].isdigit() and timex.value.endswith("_REF")


def _clauses(sentence: Sentence, token: Token) -> Iterator[int]:
    """The clauses that say when and where, nearest first: the participle of an event's noun
    (« les coups portés lundi »), its own clause, those that this one continues."""
    if token.pos not in VERBS:
        yield from (t.i for t in sentence.children(token, "acl") if t.morph.form == "Part")
    own = clause(sentence, token)
    yield own
    yield from _continued(sentence, own)


def _continued(sentence: Sentence, verb: int) -> Iterator[int]:
    """The clauses that a coordinated verb, or a participle beside one, shares its date with."""
    token = sentence.tokens[verb]
    for _ in sentence.tokens:
        beside = token.dep == "conj" or (token.dep == "advcl" and token.morph.form == "Part")
        if not beside:
            return
        token = sentence.head(token)
        yield token.i


def _divided(sentence: Sentence, a: Token, b: Token) -> bool:
    """Whether a colon or a semicolon stands between two words."""
    first, last = min(a.i, b.i), max(a.i, b.i)
    return any(t.text in DIVIDING for t in sentence.tokens[first:last])


def place(cast: Cast, sentence: Sentence, token: Token) -> str | None:
    """The most precise place that the trigger's clause, or the one it continues, is located in
    or bears on; that of « X, où … », or of « … y rencontrera »."""
    located = list(_located(cast, sentence))
    for verb in _clauses(sentence, token):
        inside = [
            e
            for word, e in located
            if clause(sentence, word) == verb and not _divided(sentence, word, token)
        ]
        precise = [e for e in inside if e.kind is EntityKind.PLACE]
        if inside:
            return (precise or inside)[0].id
    return _pointed_at(cast, sentence, token, located)


def _pointed_at(
    cast: Cast, sentence: Sentence, token: Token, located: Sequence[tuple[Token, Entity]]
) -> str | None:
    """The place that « où » or « y » stands for: the last one told before it."""
    verb = sentence.tokens[clause(sentence, token)]
    words = cast.clauses
    pointing = [
        t for t in sentence.children(verb) if t.norm in words.where_to or t.norm in words.there
    ]
    for pointer in pointing:
        before = [e for word, e in located if word.i < pointer.i]
        if before:
            return before[-1].id
        if pointer.norm in words.there:
            return cast.last_place(sentence.start)
    return None


def scene(cast: Cast) -> str | None:
    """Where a title says that an article takes place: « Gabon : … »."""
    for sentence in cast.reading.sentences[:1]:
        for word in sentence.tokens:
            if word.text == ":" and word.i:
                found = cast.owners.covering(sentence.tokens[word.i - 1].span)
                first = found is not None and any(m.start == sentence.start for m in found.mentions)
                placed = found is not None and found.kind in PLACED
                return found.id if found is not None and first and placed else None
    return None


def is_of_another_year(cast: Cast, event: Event) -> bool:
    """Whether an event is dated in a year that is not the article's: not of its scene."""
    published, date = cast.reading.document.published, event.date or ""
    return published is not None and ISO_YEAR.match(date) is not None and date[:4] < published[:4]


def _located(cast: Cast, sentence: Sentence) -> Iterator[tuple[Token, Entity]]:
    """The places and countries that the sentence puts something in."""
    for word in sentence.tokens:
        if word.pos not in ("PROPN", "NOUN") or word.dep.startswith("flat"):
            continue
        entity = cast.owners.of(sentence, word)
        if entity is None or entity.kind not in PLACED:
            continue
        if cast.in_office(word):
            continue
        case, _ = cast.clauses.complement(sentence, described(sentence, word))
        if entity.kind is EntityKind.PLACE or case in cast.clauses.within:
            yield word, entity
