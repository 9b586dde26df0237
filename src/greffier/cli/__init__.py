"""The command line: one file a command, listed here in the order of the help."""

from __future__ import annotations

from typing import Annotated

import typer

from greffier.cli import (
    add,
    demo,
    disagreements,
    doctor,
    explain,
    export,
    person,
    quotes,
    read,
    review,
    search,
    serve,
    sources,
    status,
    story,
    timeline,
    watch,
)

COMMANDS = (
    read,
    explain,
    add,
    watch,
    serve,
    status,
    search,
    person,
    timeline,
    quotes,
    story,
    disagreements,
    export,
    sources,
    demo,
    doctor,
)

app = typer.Typer(
    name="greffier",
    help="Reads French-language press and keeps the record: who met whom, who said what, what was"
    " done, which figures were given, each with the passage that proves it.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in COMMANDS:
    app.command(module.NAME)(module.command)
app.add_typer(review.app, name=review.NAME)


def _tell_version(asked: bool) -> None:
    if asked:
        from greffier import __version__

        typer.echo(f"greffier {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the version and exit.", callback=_tell_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Options of the program itself."""


def main() -> None:
    """Run the command line."""
    app()
