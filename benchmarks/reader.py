"""Reads a text as the program does, for the benchmarks."""

from __future__ import annotations

from greffier import pipeline
from greffier.clean.document import document
from greffier.exports.readings import to_json
from greffier.lang.fr import FRENCH
from greffier.model.reading import Reading
from greffier.model.text import Given


def read(
    text: str, uri: str = "gold:", published: str | None = None, outlet: str | None = None
) -> Reading:
    """The reading of a text."""
    given = Given(published=published, outlet=outlet)
    parser = pipeline.french_parser()
    return pipeline.annotate(document(text, uri, given, FRENCH), parser)


def read_line(
    text: str, uri: str = "gold:", published: str | None = None, outlet: str | None = None
) -> str:
    """The reading of a text, as a line of JSON."""
    return to_json(read(text, uri, published, outlet))
