"""The order of the stages: the only file that knows it."""

from __future__ import annotations

import functools
from collections.abc import Callable

from greffier.annotate import (
    coreference,
    entities,
    events,
    mentions,
    nominals,
    quantities,
    quotations,
    roles,
    timexes,
)
from greffier.annotate.sentences import SpacyParser
from greffier.lang.fr import FRENCH
from greffier.model.language import Language
from greffier.model.reading import Parse, Reading
from greffier.model.text import Document

Stage = Callable[[Reading, Language], Reading]

STAGES: tuple[Stage, ...] = (
    mentions.find,
    nominals.find,
    entities.gather,
    roles.attach,
    timexes.find,
    quantities.find,
    coreference.resolve,
    quotations.find,
    events.find,
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
