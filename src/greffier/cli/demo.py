"""`greffier demo`: the bundled articles, read and summed up."""

from __future__ import annotations

from typing import Annotated

import typer

from greffier.cli.exits import Exit

NAME = "demo"


def command(
    full: Annotated[bool, typer.Option("--full", help="Show each whole reading.")] = False,
) -> None:
    """Read the bundled articles (invented persons and outlets) and sum them up."""
    from greffier import demo
    from greffier.exports import text
    from greffier.model.text import Refusal
    from greffier.pipeline import read_sources

    typer.echo(demo.NOTE)
    readings = []
    for outcome in read_sources([str(path) for path in demo.articles()]):
        if isinstance(outcome, Refusal):
            typer.echo(f"{outcome.uri}: {outcome.reason}. {outcome.remedy}", err=True)
            raise typer.Exit(Exit.FAILED)
        readings.append(outcome)
        typer.echo(text.render(outcome) if full else text.summary(outcome))
        typer.echo()
    typer.echo(text.totals(readings))
