"""`greffier watch FEEDS`: what feeds bring, as it comes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from greffier.cli import asked, report
from greffier.cli.exits import Exit
from greffier.model.text import Capture, Refusal

if TYPE_CHECKING:
    from greffier.sources.online.watching import Watched

NAME = "watch"


class Format(StrEnum):
    READINGS = "readings"
    CAPTURES = "captures"


Lines = Callable[[Capture], Iterator[str | Refusal]]
"""A capture as lines of JSON, and what could not be read of it."""


def command(  # noqa: PLR0913 - a command has as many parameters as options
    feeds: Annotated[Path, typer.Argument(help="A TOML file that lists feeds.")],
    once: Annotated[bool, typer.Option("--once", help="Ask each feed once, then stop.")] = False,
    format: Annotated[
        Format,
        typer.Option(
            "--format", "-f", help="What is written: readings, or captures for `greffier read -`."
        ),
    ] = Format.READINGS,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Add to this file instead of stdout.")
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option("--state", help="What was seen so far (default: beside FEEDS)."),
    ] = None,
    allow_network: asked.Networks = None,
    report_at: asked.Report = None,
) -> None:
    """Follow feeds and write each new article once, as JSON lines; polite, and resumable."""
    from greffier import sources
    from greffier.sources.online import watching
    from greffier.sources.online.fetching import Client
    from greffier.sources.online.manners import Visitor
    from greffier.sources.online.memory import State

    watched = _watched(feeds)
    visitor = Visitor(Client(asked.networks(allow_network)))
    state = state or feeds.with_suffix(".state.json")
    lines = _reading if format is Format.READINGS else _capture
    console = report.stderr()
    with report.logged(report_at) as tally, _added(output) as out:
        receive = _receiver(lines, out, tally)
        try:
            watching.run(watched, State.read(state), visitor, receive, sources.KINDS, once)
        except KeyboardInterrupt:
            report.tell(tally, console)
            raise typer.Exit(Exit.INTERRUPTED) from None
        except (OSError, ValueError) as error:
            raise typer.BadParameter(f"{state}: {error}") from None
    report.tell(tally, console)
    if tally.faults:
        raise typer.Exit(Exit.SKIPPED)


def _watched(feeds: Path) -> tuple[Watched, ...]:
    from greffier.sources.online import watching

    try:
        return watching.feeds(feeds)
    except OSError as error:
        raise typer.BadParameter(f"cannot read {feeds}: {error.strerror}") from None
    except ValueError as error:
        raise typer.BadParameter(f"{feeds}: {error}") from None


def _receiver(
    lines: Lines, out: TextIO, tally: report.Tally
) -> Callable[[Capture | Refusal], None]:
    """What takes each article: it is written before it counts as delivered."""
    console = report.stderr()

    def receive(found: Capture | Refusal) -> None:
        if isinstance(found, Refusal):
            tally.tell(found, console)
            return
        for line in lines(found):
            if isinstance(line, Refusal):
                tally.tell(line, console)
            else:
                out.write(line + "\n")
                out.flush()
                tally.took(found.uri)

    return receive


def _reading(capture: Capture) -> Iterator[str | Refusal]:
    from greffier.exports import readings
    from greffier.pipeline import read_capture

    for outcome in read_capture(capture):
        yield outcome if isinstance(outcome, Refusal) else readings.to_json(outcome)


def _capture(capture: Capture) -> Iterator[str | Refusal]:
    from greffier.clean import decoding
    from greffier.exports import captures

    markup = capture.media_type == "text/html"
    try:
        decoded = decoding.decode(capture.data, capture.encoding, markup)
    except decoding.NoText as error:
        yield Refusal(capture.uri, f"no text but {error}", "Save the article as text or HTML.")
        return
    yield captures.to_json(capture, decoded.text)


@contextmanager
def _added(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    try:
        with output.open("a", encoding="utf-8") as out:
            yield out
    except OSError as error:
        raise typer.BadParameter(f"cannot write to {output}: {error.strerror}") from None
