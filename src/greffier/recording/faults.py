"""Is a record what its articles and judgements make it? Each fault says where, and what to do."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from greffier.model.ids import document_id
from greffier.model.language import Language
from greffier.model.reading import Reading
from greffier.model.readings import from_dict
from greffier.model.record import Judgement, Node
from greffier.model.text import Span
from greffier.model.told import Kept, Passage
from greffier.record.nodes import nodes
from greffier.recording import additions
from greffier.recording.disagreeing import refresh
from greffier.recording.judging import judgement_id
from greffier.recording.merging import apply, resettle
from greffier.recording.spans import spans
from greffier.store.base import DERIVED, Store, StoreError

RESTORE = "restore a backup (`greffier restore`), or forget the article and add it again"
REPAIR = "run `greffier repair`"
AGAIN = "run `greffier add --again` on its source, or `greffier repair`"
UNREADABLE = (zlib.error, ValueError, TypeError, KeyError)
"""What a row that was damaged fails with when it is decoded."""
MOST = 20
"""Faults told of one table: more say no more."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`what` is wrong, `where` (a document, a table, an id), and what to do about it."""

    what: str
    where: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Verified:
    """How much was checked, and what was wrong."""

    articles: int
    spans: int
    nodes: int
    judgements: int
    faults: tuple[Fault, ...]


class UnreadableError(ValueError):
    """A kept article that cannot be used: the message says why."""


def reading_of(article: Kept) -> Reading:
    """The reading of a kept article. Raises `UnreadableError` when it is not that of its text."""
    try:
        reading = from_dict(json.loads(article.reading))
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableError(f"its reading cannot be decoded ({error})") from None
    document = reading.document
    if document_id(document.text) != article.document or document.id != article.document:
        raise UnreadableError("its text is not the one that was read (hashes differ)")
    if document.sha256 != article.sha256:
        raise UnreadableError("the hash of its source is told in two ways")
    return reading


def verify(store: Store, scratch: Store, language: Language) -> Verified:
    """Check all of a record. `scratch` is an empty store, in which it is assembled anew."""
    faults = [Fault(told, store.name, RESTORE) for told in store.file_faults()]
    counts = Counter[str]()
    try:
        faults += _checked(store, scratch, language, counts)
    except StoreError as error:  # pages that cannot be read: nothing more can be checked
        faults.append(Fault(str(error), store.name, RESTORE))
    return Verified(
        counts["articles"], counts["spans"], counts["nodes"], counts["judgements"], tuple(faults)
    )


def _checked(
    store: Store, scratch: Store, language: Language, counts: Counter[str]
) -> Iterator[Fault]:
    """The faults of a record whose pages can be read; counts what it checks."""
    yield from (Fault(why, "words", REPAIR) for why in store.index_faults())
    for table, count in store.strays().items():
        yield Fault(f"{count} rows of {table} tell of no article", table, REPAIR)
    for article in store.unread():
        counts["articles"] += 1
        try:
            reading = reading_of(article)
        except UnreadableError as error:
            yield Fault(str(error), article.document, RESTORE)
            continue
        told = spans(reading)
        counts["spans"] += len(told)
        wrong = [*_of_spans(reading, told), *_of_claims(reading)]
        yield from wrong
        if not wrong:
            made = nodes(reading, language)
            kept = _kept_nodes(store, article.document)
            counts["nodes"] += len(kept)
            yield from _of_nodes(reading, kept, made)
            yield from _of_contents(store, reading, made)
            _put(scratch, reading, kept or made)
    judgements = store.judgements()
    counts["judgements"] = len(judgements)
    yield from _of_judgements(judgements)
    yield from _of_assembly(store, scratch, judgements)


def _kept_nodes(store: Store, document: str) -> tuple[Node, ...]:
    """The nodes of an article, none when their tables do not fit each other."""
    try:
        return tuple(store.nodes_of_document(document))
    except UNREADABLE:
        return ()


def _of_spans(reading: Reading, told: Iterable[Span]) -> Iterator[Fault]:
    length = len(reading.document.text)
    for start, end in told:
        if not 0 <= start < end <= length:
            yield Fault(f"span {start}-{end} is outside of the text", reading.document.id, AGAIN)


def _of_claims(reading: Reading) -> Iterator[Fault]:
    document, known = reading.document.id, {entity.id for entity in reading.entities}
    for entity in reading.entities:
        if not entity.mentions:
            yield Fault(f"entity {entity.id} has no evidence", document, AGAIN)
    for event in reading.events:
        if not event.mentions:
            yield Fault(f"an event ({event.type}) has no evidence", document, AGAIN)
    named = {id for e in reading.events for id in (*e.actors, *e.recipients, e.place, e.source)}
    named |= {id for q in reading.quotations for id in (q.speaker, q.addressee, q.via)}
    for id in sorted(named - known - {None}, key=str):
        yield Fault(f"a claim names {id}, which is no entity of the article", document, AGAIN)


def _of_nodes(reading: Reading, kept: Sequence[Node], made: Sequence[Node]) -> Iterator[Fault]:
    document, length = reading.document.id, len(reading.document.text)
    for node in kept:
        if not node.evidence:
            yield Fault(f"{node.id} has no evidence", document, REPAIR)
        for start, end in ((node.anchor.start, node.anchor.end), *node.evidence):
            if not 0 <= start < end <= length:
                why = f"evidence {start}-{end} of {node.id} is outside of the text"
                yield Fault(why, document, REPAIR)
    if set(map(_compared, kept)) != set(map(_compared, made)):
        yield Fault("its nodes are not those that its reading gives", document, REPAIR)


def _compared(node: Node) -> tuple[object, ...]:
    return (node.id, node.kind, node.form, node.evidence, node.published, frozenset(node.keys))


def _of_contents(store: Store, reading: Reading, made: Sequence[Node]) -> Iterator[Fault]:
    """What is kept to be shown and searched against what the reading gives."""
    document, found = reading.document.id, additions.addition(reading, made)
    try:
        told = store.told(node.id for node in made)
    except UNREADABLE:
        told = []
    if {t.node: t for t in told} != {t.node: t for t in found.told}:
        yield Fault("its claims are not those that its reading gives", document, REPAIR)
    for claim in told:
        if not claim.passages:
            yield Fault(f"claim {claim.node} has no passage", document, REPAIR)
        for passage in claim.passages:
            if not _proves(passage, reading):
                why = f"a passage of {claim.node} does not stand at {passage.start}-{passage.end}"
                yield Fault(why, document, REPAIR)
    for key in store.words_amiss(document, found.words):
        yield Fault(f"the words of {key} are not indexed as they are told", document, REPAIR)


def _proves(passage: Passage, reading: Reading) -> bool:
    text, begin = reading.document.text, passage.context_start
    return (
        passage.document == reading.document.id
        and bool(passage.text)
        and text[passage.start : passage.end] == passage.text
        and text[begin : begin + len(passage.context)] == passage.context
    )


def _of_judgements(judgements: Iterable[Judgement]) -> Iterator[Fault]:
    remedy = "bring in the decisions that you exported (`greffier review import`) into a new record"
    for told in judgements:
        if told.id.startswith("ju-") and told.id != judgement_id(told):
            yield Fault("a judgement is not the one that was made (hashes differ)", told.id, remedy)


def _put(scratch: Store, reading: Reading, kept: Sequence[Node]) -> None:
    """An article into the record that is assembled anew."""
    with scratch.writing():
        scratch.put_article(additions.addition(reading, kept), kept, {})
        refresh(scratch, apply(scratch, kept, {}))


def _of_assembly(store: Store, scratch: Store, judgements: Iterable[Judgement]) -> Iterator[Fault]:
    """Merging's tables against those of the record assembled anew, judgements replayed."""
    with scratch.writing():
        for told in judgements:
            scratch.add_judgement(told)
        refresh(scratch, resettle(scratch, scratch.judgements()))
    for table in DERIVED:
        had, made = set(store.derived(table)), set(scratch.derived(table))
        names = dict.fromkeys(name for name, _ in sorted(had ^ made))
        for name in islice(names, MOST):
            why = "is not what nodes and judgements give"
            yield Fault(f"{table} {name} {why}", table, REPAIR)
