"""`greffier demo`: the bundled articles, read, summed up, put into a record and shown."""

from __future__ import annotations

import getpass
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from greffier.cli import serve
from greffier.cli.exits import Exit
from greffier.model.reading import Reading

NAME = "demo"


def command(
    full: Annotated[bool, typer.Option("--full", help="Show each whole reading.")] = False,
    pages: Annotated[
        bool | None,
        typer.Option(
            "--pages/--no-pages", help="End in the browser (or not); unless told, on a terminal."
        ),
    ] = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of the pages.")] = 8000,
) -> None:
    """Read the bundled articles (invented persons), sum them up and show their record."""
    from greffier import demo, views
    from greffier.exports import text
    from greffier.model.text import Given, Refusal
    from greffier.pipeline import add, read_sources
    from greffier.store import open_store
    from greffier.web.settings import Settings

    typer.echo(demo.NOTE)
    readings: list[Reading] = []
    for path in demo.articles():
        (outcome,) = read_sources([str(path)], Given(outlet=demo.OUTLETS.get(path.name)))
        if isinstance(outcome, Refusal):
            typer.echo(f"{outcome.uri}: {outcome.reason}. {outcome.remedy}", err=True)
            raise typer.Exit(Exit.FAILED)
        readings.append(outcome)
        typer.echo(text.render(outcome) if full else text.summary(outcome))
        typer.echo()
    typer.echo(text.totals(readings))
    record = Path(tempfile.mkdtemp(prefix="greffier-")) / "demo.record"
    store = open_store(record)
    for _ in add(store, readings):
        pass
    for one in views.disagreements(store).items:
        sides = " / ".join(side.value for side in one.sides)
        typer.echo(f"≠ {one.entry.label}: {sides}")
    typer.echo(f"\ngreffier serve {record} --open")
    if pages if pages is not None else sys.stdout.isatty():
        settings = Settings(port=port, author=getpass.getuser())
        serve.run(store, settings, open_browser=True)
    store.close()
