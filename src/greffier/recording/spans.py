"""All spans of a reading, to be checked against its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from greffier.model.reading import Reading
from greffier.model.readings import to_dict
from greffier.model.text import Span


def spans(reading: Reading) -> list[Span]:
    """Every span of every layer, as it is kept."""
    told = to_dict(reading)
    return [span for layer in told.values() for span in _inside(layer)]


def _inside(value: Any) -> Iterator[Span]:
    if isinstance(value, Mapping):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield Span(value["start"], value["end"])
        for held in value.values():
            yield from _inside(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _inside(held)
