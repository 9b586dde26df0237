"""`greffier explain FILE`: which rule made what."""

from __future__ import annotations

from typing import Annotated

import typer

from greffier.cli import report
from greffier.cli.exits import Exit

NAME = "explain"


def command(
    file: Annotated[str, typer.Argument(help="The article (a file, or - for stdin).")],
    layer: Annotated[
        list[str] | None, typer.Option(help="Only this layer (blocks, roles, quotations…).")
    ] = None,
    published: Annotated[str | None, typer.Option(help="Publication date, YYYY-MM-DD.")] = None,
) -> None:
    """Show which rule made what in an article, layer by layer."""
    from greffier.model.show import LAYERS
    from greffier.model.text import Given, Refusal
    from greffier.pipeline import read_sources

    unknown = sorted(set(layer or ()) - set(LAYERS))
    if unknown:
        raise typer.BadParameter(f"no layer {', '.join(unknown)}; there are: {', '.join(LAYERS)}")
    tally = report.Tally()
    for outcome in read_sources([file], Given(published=published)):
        if isinstance(outcome, Refusal):
            tally.refuse(outcome)
            continue
        tally.took(outcome.document.uri)
        typer.echo(f"# {outcome.document.uri}")
        for name in layer or LAYERS:
            typer.echo(f"\n## {name}")
            for rule, line in LAYERS[name](outcome):
                typer.echo(f"{rule:36} {line}")
    report.tell(tally, report.stderr())
    if tally.exit_code is not Exit.READ:
        raise typer.Exit(tally.exit_code)
