"""`greffier read SOURCE…`: articles in, readings out."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from greffier.cli import report
from greffier.cli.exits import Exit
from greffier.model.reading import Reading
from greffier.model.text import Capture, Given, Refusal

if TYPE_CHECKING:
    from greffier.engine.cache import Cache

NAME = "read"


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class Wording(StrEnum):
    FRENCH = "fr"
    ENGLISH = "en"


Written = tuple[str | Refusal, ...]
"""What became of one input: readings in the format asked for, and what was not read."""


def command(  # noqa: PLR0913 - a command has as many parameters as options
    source: Annotated[list[str], typer.Argument(help="Files, folders, or - for stdin.")],
    format: Annotated[
        Format, typer.Option("--format", "-f", help="How readings are written.")
    ] = Format.TEXT,
    published: Annotated[
        str | None, typer.Option(help="Publication date (YYYY-MM-DD) of articles that have none.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of articles that have none.")] = None,
    language: Annotated[
        Wording, typer.Option(help="Language of the words around a reading as text.")
    ] = Wording.FRENCH,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here instead of stdout.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes.")] = 1,
    cached: Annotated[
        bool, typer.Option("--cache/--no-cache", help="Keep readings for the next run.")
    ] = True,
) -> None:
    """Read articles and write what each one reports, with the passages that prove it."""
    from greffier import sources
    from greffier.engine import local

    local.settle()
    given = Given(published=_iso(published), outlet=outlet)
    work = Work(format, given, language, cached)
    captures = (capture for argument in source for capture in sources.captures(argument))
    groups = local.groups(captures, _weight)
    console, tally = report.stderr(), report.Tally()
    try:
        with _opened(output) as out, report.progress(console, sources.size(source)) as advance:
            outcomes = chain.from_iterable(local.run(work, groups, jobs))
            for piece in _framed(_tallied(outcomes, tally, advance), format):
                out.write(piece)
    except KeyboardInterrupt:
        report.tell(tally, console)
        raise typer.Exit(Exit.INTERRUPTED) from None
    report.tell(tally, console)
    if tally.exit_code is not Exit.READ:
        raise typer.Exit(tally.exit_code)


def _iso(published: str | None) -> str | None:
    from datetime import date

    try:
        return published and date.fromisoformat(published).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{published!r} is no date; write it as 2019-03-18") from None


def _weight(found: Capture | Refusal) -> int:
    """Bytes that an input holds in memory."""
    return len(found.data) if isinstance(found, Capture) else 0


@dataclass(frozen=True, slots=True)
class Work:
    """How inputs are read and written; handed to each process with `--jobs`."""

    format: Format
    given: Given
    language: Wording
    cached: bool

    def __call__(self, found: tuple[Capture | Refusal, ...]) -> list[Written]:
        """What became of a few inputs; those read before, with all else the same, are not read
        again."""
        kept = cache() if self.cached else None
        keys = [self._key(one) for one in found]
        known = [kept.get(key) if kept and key else None for key in keys]
        unread = [one for one, text in zip(found, known, strict=True) if text is None]
        read = iter(self._read(unread) if unread else ())
        written = [next(read) if text is None else _from_text(text) for text in known]
        if kept and unread:
            told = zip(keys, known, written, strict=True)
            kept.put((key, _to_text(w)) for key, text, w in told if key and text is None)
        return written

    def _key(self, found: Capture | Refusal) -> bytes | None:
        from greffier.engine.cache import key

        if isinstance(found, Refusal):
            return None
        how = (self.format, self.language, repr(self.given))
        what = (found.uri, found.media_type, found.encoding, repr(found.given), found.data)
        return key(*how, *what)

    def _read(self, found: list[Capture | Refusal]) -> Iterator[Written]:
        from greffier.pipeline import read_captures

        for outcomes in read_captures(found, self.given):
            yield tuple(o if isinstance(o, Refusal) else self._write(o) for o in outcomes)

    def _write(self, reading: Reading) -> str:
        from greffier.exports import readings, text

        if self.format is Format.TEXT:
            return text.render(reading, self.language.value)
        return readings.to_json(reading)


@functools.cache
def cache() -> Cache:
    """The cache of this process."""
    from greffier.engine.cache import Cache

    return Cache()


def _to_text(written: Written) -> str:
    return json.dumps([o if isinstance(o, str) else asdict(o) for o in written])


def _from_text(text: str) -> Written:
    return tuple(o if isinstance(o, str) else Refusal(**o) for o in json.loads(text))


def _tallied(
    outcomes: Iterable[Written], tally: report.Tally, advance: report.Advance
) -> Iterator[str]:
    """The readings written; refusals are counted and kept for the summary."""
    for outcome in outcomes:
        for told in outcome:
            if isinstance(told, Refusal):
                tally.refusals.append(told)
            else:
                tally.read += 1
                yield told
        advance(tally)


def _framed(readings: Iterable[str], format: Format) -> Iterator[str]:
    """Readings as one output: a JSON array, JSON lines, or texts set apart."""
    opening, between, closing = {
        Format.TEXT: ("", "\n\n", "\n"),
        Format.JSON: ("[\n", ",\n", "\n]\n"),
        Format.JSONL: ("", "\n", "\n"),
    }[format]
    empty = True
    for reading in readings:
        yield opening if empty else between
        empty = False
        yield reading
    if not empty:
        yield closing
    elif format is Format.JSON:
        yield "[]\n"


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    try:
        with output.open("w", encoding="utf-8") as out:
            yield out
    except OSError as error:
        raise typer.BadParameter(f"cannot write to {output}: {error.strerror}") from None
