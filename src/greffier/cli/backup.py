"""`greffier backup RECORD COPY`: a checked copy of a record, made while it is used."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from greffier.cli.exits import Exit

NAME = "backup"


def command(
    record: Annotated[Path, typer.Argument(help="The record's file.")],
    copy: Annotated[Path, typer.Argument(help="The file to make; nothing is overwritten.")],
) -> None:
    """Copy a record while it is used. The copy is checked, and listed beside the record."""
    from greffier.store import StoreError, backups

    try:
        backups.back_up(record, copy)
    except StoreError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(Exit.FAILED) from None
    typer.echo(f"{copy}: whole and checked")
