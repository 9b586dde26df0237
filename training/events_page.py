"""Builds docs/reference/events.md from the lexicon of events: types, words, examples.

    python -m training.events_page

A test holds the page to the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from greffier.lang.fr.events.frames import FILES, NOTHING, Frame, frames
from greffier.lang.fr.events.syntax import PACKAGE

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "events.md"
HEAD = """# Events: types, words, examples

What Greffier reads as an event, and of which [PLOVER](https://github.com/openeventdata/PLOVER)
type. This page is built from the lexicon (`python -m training.events_page`); every example below
is a test.

An event's word opens a *frame*: what must stand around it, and where its actor and recipient are.
A word may open several frames; the longest phrase is tried first, then the frame that asks for
most. Conditions name classes of words (`lexicon/classes.toml`): `object: someone` wants a person
or a body as object, `with: à place` a complement that names a place, `under: doing` a noun that
is the object of a verb such as « lancer », `governs: yielding` an infinitive such as « libérer ».

An event's status is read from tense, mood, negation and the words above it (`status.toml`):
`occurred`, `ongoing`, `planned`, `requested`, `hypothetical`, `denied`. CONSULT has a mode (`meet`
is ours, the others are PLOVER's); the modes that other types have below are not told in readings.
"""
EMPTY = """## No event

Words and phrases that are looked at first, so that none of the above is read into them.
"""


def page() -> str:
    """The whole page."""
    return (
        "\n".join((HEAD, *(part for name in FILES if name != NOTHING for part in _type(name))))
        + "\n"
        + "\n".join((EMPTY, *_frames(None)))
    )


def _type(name: str) -> Iterator[str]:
    kind = name.upper()
    yield f"## {kind}\n\n{_gloss(name, kind)}\n"
    yield from _frames(kind)


def _gloss(name: str, kind: str) -> str:
    """What the first comment of the type's file says of it."""
    text = (resources.files(PACKAGE) / "lexicon" / f"{name}.toml").read_text(encoding="utf-8")
    said = text.splitlines()[0].removeprefix(f"# {kind}: ")
    return said[0].upper() + said[1:]


def _frames(kind: str | None) -> Iterator[str]:
    for frame in frames():
        if frame.type == kind:
            yield _shown(frame)


def _shown(frame: Frame) -> str:
    """A frame as an entry of a list: its words, what it asks for, its examples."""
    words = ", ".join(entry.word for entry in frame.entries)
    asked = [f"{name}: {', '.join(values)}" for name, values in frame.conditions]
    asked += [f"needs: {frame.needs}"] if frame.needs else []
    mode = f"**{frame.mode}** · " if frame.mode else ""
    lines = [f"- {mode}{words}"]
    lines += [f"  - {'; '.join(f'`{a}`' for a in asked)}"] if asked else []
    lines += [f"  - « {frame.yes} »", f"  - not « {frame.no} »", ""]
    return "\n".join(lines)


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
