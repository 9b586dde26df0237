"""`greffier read SOURCE…`: articles in, readings out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Annotated, TextIO

import typer

from greffier.cli import asked, report
from greffier.cli.exits import Exit
from greffier.cli.work import Format, Wording, Work, Written, weight
from greffier.model.text import Given, Refusal

NAME = "read"


def command(  # noqa: PLR0913 - a command has as many parameters as options
    source: Annotated[list[str], typer.Argument(help="Files, folders, addresses, or - for stdin.")],
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
    column: asked.Columns = None,
    allow_network: asked.Networks = None,
    report_at: asked.Report = None,
) -> None:
    """Read articles and write what each one reports, with the passages that prove it."""
    from greffier import sources
    from greffier.engine import local

    local.settle()
    given = Given(published=iso(published), outlet=outlet)
    work = Work(format, given, language, cached)
    columns, networks = asked.columns(column), asked.networks(allow_network)
    captures = (found for told in source for found in sources.captures(told, columns, networks))
    groups = local.groups(captures, weight)
    console = report.stderr()
    with report.logged(report_at) as tally:
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


def iso(published: str | None) -> str | None:
    """A date told on the command line; ends the program when it is none."""
    from datetime import date

    try:
        return published and date.fromisoformat(published).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{published!r} is no date; write it as 2019-03-18") from None


def _tallied(
    outcomes: Iterable[Written], tally: report.Tally, advance: report.Advance
) -> Iterator[str]:
    """The readings written; refusals are counted and kept for the summary."""
    for outcome in outcomes:
        for told in outcome:
            if isinstance(told, Refusal):
                tally.refuse(told)
            else:
                tally.took(told.uri)
                yield told.text
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
