"""The page of events is the one that the lexicon gives."""

from __future__ import annotations

from greffier.lang.fr.events.frames import FILES, NOTHING, frames
from training import events_page


def test_the_page_is_up_to_date() -> None:
    told = "run `python -m training.events_page`"
    assert events_page.PAGE.read_text(encoding="utf-8") == events_page.page(), told


def test_every_type_and_example_is_there() -> None:
    page = events_page.page()
    assert all(f"## {name.upper()}\n" in page for name in FILES if name != NOTHING)
    assert all(f"« {frame.yes} »" in page for frame in frames())
