"""Reads a text as the program does, for the benchmarks."""

from __future__ import annotations

from greffier import pipeline
from greffier.clean.document import document
from greffier.exports.readings import to_json
from greffier.lang.fr import FRENCH
from greffier.model.text import Given


def read_line(
    text: str, uri: str = "gold:", published: str | None = None, outlet: str | None = None
) -> str:
    """The reading of a text, as a line of JSON."""
    given = Given(published=published, outlet=outlet)
    parser = pipeline.french_parser()
    return to_json(pipeline.annotate(document(text, uri, given, FRENCH), parser))
