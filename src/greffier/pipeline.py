"""The order of the stages: the only file that knows it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator

from greffier import clean, sources
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
from greffier.lang.fr import FRENCH
from greffier.model.language import Language
from greffier.model.reading import Parse, Reading
from greffier.model.text import Capture, Document, Given, Refusal

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
)


@functools.lru_cache(maxsize=1)
def french_parser() -> SpacyParser:
    """The parser of this process; its model is loaded at the first document."""
    return SpacyParser(FRENCH.parser)


def annotate(document: Document, parse: Parse, language: Language = FRENCH) -> Reading:
    """All that one document reports: the model pass, then every stage in order."""
    reading = Reading(document, parse(document))
    for stage in STAGES:
        reading = stage(reading, language)
    return reading


def read_capture(
    found: Capture | Refusal, default: Given | None = None
) -> Iterator[Reading | Refusal]:
    """The reading of what a source delivered, after what could not be read of it; `default`
    fills what neither the capture nor its page tells. A refusal passes through unchanged."""
    if isinstance(found, Refusal):
        yield found
        return
    for outcome in clean.documents(found, FRENCH, default):
        if isinstance(outcome, Refusal):
            yield outcome
        else:
            yield annotate(outcome, french_parser())


def read_sources(
    arguments: Iterable[str], default: Given | None = None
) -> Iterator[Reading | Refusal]:
    """The readings of files, folders or stdin, and what was not read, in order, one at a time."""
    for argument in arguments:
        for found in sources.captures(argument):
            yield from read_capture(found, default)
