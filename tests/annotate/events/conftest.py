"""Events as lines: « TYPE trigger: actors > recipients »."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.model.annotations import Event
from greffier.model.reading import Reading

ReadText = Callable[..., Reading]
Tell = Callable[[str], list[str]]


def _names(reading: Reading, ids: tuple[str, ...]) -> str:
    return ", ".join(sorted(reading.entity(i).name for i in ids)) or "?"


def _line(reading: Reading, event: Event) -> str:
    told = reading.passage(event.mentions[0])
    sides = (_names(reading, event.actors), _names(reading, event.recipients))
    return f"{event.type} {told}: {' > '.join(sides)}"


@pytest.fixture(scope="session")
def sides(read_text: ReadText) -> Tell:
    """Who does what to whom in a text, a line an event."""

    def tell(text: str) -> list[str]:
        reading = read_text(text)
        return [_line(reading, event) for event in reading.events]

    return tell
