"""`greffier restore COPY RECORD`: a backup put back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from greffier.cli.exits import Exit

NAME = "restore"


def command(
    copy: Annotated[Path, typer.Argument(help="The backup.")],
    record: Annotated[Path, typer.Argument(help="The record to make; nothing is overwritten.")],
) -> None:
    """Put a backup where a record is to be, after it was checked."""
    from greffier.store import StoreError, backups

    try:
        backups.restore(copy, record)
    except StoreError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(Exit.FAILED) from None
    typer.echo(f"{record}: whole and checked; `greffier verify {record}` checks what it says")
