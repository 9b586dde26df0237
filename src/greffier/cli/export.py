"""`greffier export RECORD`: what a record holds, in other programs' forms."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.records import RecordPath, opened

if TYPE_CHECKING:
    from greffier.store import Store

NAME = "export"


class Format(StrEnum):
    READINGS = "readings"


def command(
    record: RecordPath,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="readings: one a line, with record_id, story.")
    ] = Format.READINGS,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here instead of stdout.")
    ] = None,
) -> None:
    """Write what a record holds."""
    with opened(record) as store:
        target = output.open("w", encoding="utf-8") if output else nullcontext(sys.stdout)
        with target as out:
            for line in {Format.READINGS: _readings}[format](store):
                out.write(line + "\n")


def _readings(store: Store) -> Iterator[str]:
    """The readings, by document, with the record's ids."""
    import json

    from greffier.exports.readings import recorded
    from greffier.views import readings

    for reading, entries, story in readings(store):
        yield json.dumps(recorded(reading, entries, story), ensure_ascii=False)
