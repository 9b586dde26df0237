"""The order of the stages: the only file that knows it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator

from greffier import clean, recording, sources
from greffier.annotate import (
    belonging,
    careers,
    coreference,
    entities,
    events,
    mentions,
    nominals,
    quantities,
    quotations,
    roles,
    sectors,
    timexes,
)
from greffier.annotate.sentences import SpacyParser
from greffier.claims import confidence
from greffier.lang.fr import FRENCH
from greffier.model.language import Language
from greffier.model.reading import Parse, Reading
from greffier.model.readings import kept
from greffier.model.record import Node
from greffier.model.text import Capture, Document, Given, Refusal
from greffier.record.memory import Memory
from greffier.record.nodes import nodes
from greffier.recording import Added
from greffier.store.base import Store

Stage = Callable[[Reading, Language], Reading]

STAGES: tuple[Stage, ...] = (
    mentions.find,
    nominals.find,
    entities.gather,
    belonging.find,
    roles.attach,
    timexes.find,
    quantities.find,
    coreference.resolve,
    careers.attach,
    quotations.find,
    events.find,
    sectors.find,
    confidence.judge,
)

COMPANY = 1 << 16
"""Code points of the documents that the model reads together, about: more save no time."""


@functools.lru_cache(maxsize=1)
def french_parser() -> SpacyParser:
    """The parser of this process; its model is loaded at the first document."""
    return SpacyParser(FRENCH.parser)


def annotate(document: Document, parse: Parse, language: Language = FRENCH) -> Reading:
    """All that one document reports: the model pass, then every stage in order."""
    return _staged(Reading(document, parse(document)), language)


def annotate_all(
    documents: Iterable[Document], parser: SpacyParser, language: Language = FRENCH
) -> Iterator[Reading]:
    """The readings of several documents, in order, each as `annotate` gives it. The model reads
    those of a company together, which takes less time."""
    for company in _companies(documents):
        for document, sentences in zip(company, parser.together(company), strict=True):
            yield _staged(Reading(document, sentences), language)


def _companies(documents: Iterable[Document]) -> Iterator[list[Document]]:
    company: list[Document] = []
    size = 0
    for document in documents:
        if company and size + len(document.text) > COMPANY:
            yield company
            company, size = [], 0
        company.append(document)
        size += len(document.text)
    if company:
        yield company


def _staged(reading: Reading, language: Language) -> Reading:
    for stage in STAGES:
        reading = stage(reading, language)
    return reading


def read_captures(
    found: Iterable[Capture | Refusal], default: Given | None = None
) -> Iterator[tuple[Reading | Refusal, ...]]:
    """For each that a source delivered, in order, its reading after what could not be read of it.

    `default` fills what neither the capture nor its page tells. A refusal passes through
    unchanged. All that is found is held in memory: hand over a few at a time (`engine.groups`).
    """
    outcomes = [
        (one,) if isinstance(one, Refusal) else tuple(clean.documents(one, FRENCH, default))
        for one in found
    ]
    documents = (told for each in outcomes for told in each if isinstance(told, Document))
    readings = annotate_all(documents, french_parser())
    for each in outcomes:
        yield tuple(next(readings) if isinstance(told, Document) else told for told in each)


def read_capture(
    found: Capture | Refusal, default: Given | None = None
) -> Iterator[Reading | Refusal]:
    """What `read_captures` tells of one."""
    for outcomes in read_captures([found], default):
        yield from outcomes


def documents(
    found: Iterable[Capture | Refusal], default: Given | None = None
) -> Iterator[Document | Refusal]:
    """The documents that sources delivered, before they are read, and what was refused."""
    for one in found:
        if isinstance(one, Refusal):
            yield one
        else:
            yield from clean.documents(one, FRENCH, default)


def read_documents(documents: Iterable[Document]) -> list[Reading]:
    """The readings of a few documents, without the stages' working layers."""
    return [kept(reading) for reading in annotate_all(documents, french_parser())]


def read_sources(
    arguments: Iterable[str], default: Given | None = None
) -> Iterator[Reading | Refusal]:
    """The readings of files, folders or stdin, and what was not read, in order, one at a time."""
    for argument in arguments:
        for found in sources.captures(argument):
            yield from read_capture(found, default)


def nodes_of(reading: Reading, language: Language = FRENCH) -> tuple[Node, ...]:
    """What a reading gives to merging."""
    return nodes(reading, language)


def add(store: Store, readings: Iterable[Reading]) -> Iterator[tuple[Reading, Added]]:
    """Put readings into a record, one transaction each; what became of each, as it is done. The
    record is the same whatever their order."""
    for reading in readings:
        yield reading, recording.add(store, reading, FRENCH)


def merged(readings: Iterable[Reading]) -> Memory:
    """The record of some readings, in memory; their order does not matter."""
    memory = Memory()
    memory.add(node for reading in readings for node in nodes_of(reading))
    return memory
