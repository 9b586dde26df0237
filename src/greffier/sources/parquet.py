"""Parquet tables: one article a row, read a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from greffier.sources.kinds import Found, Kind, UnreadableError, seekable
from greffier.sources.parts import columns
from greffier.sources.parts.columns import Asked

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

ROWS = 64
"""Rows in memory at a time."""


def _captures(stream: BinaryIO, uri: str, asked: Asked) -> Iterator[Found]:
    import pyarrow
    from pyarrow import parquet

    with seekable(stream) as file:
        try:
            table = parquet.ParquetFile(file)
            names = table.schema_arrow.names
            yield from columns.captured(names, _rows(table, names), uri, asked)
        except (pyarrow.ArrowException, ValueError, OSError) as error:
            if isinstance(error, UnreadableError):
                raise
            told = f"a broken Parquet file ({str(error).splitlines()[0][:200]})"
            raise UnreadableError(told, "Write it again, or fetch it whole.") from error


def _rows(table: ParquetFile, names: list[str]) -> Iterator[tuple[object, ...]]:
    for batch in table.iter_batches(batch_size=ROWS):
        for row in batch.to_pylist():
            yield tuple(row.get(name) for name in names)


def kind(asked: Asked) -> Kind:
    """Parquet, with the columns that were asked for."""
    return Kind(
        "Parquet",
        (".parquet", ".pq"),
        lambda head: head.startswith(b"PAR1"),
        partial(_captures, asked=asked),
        "tables with a column of text, one article a row; columns are guessed, and shown",
        many=True,
        extra="tables",
        needs=("pyarrow",),
    )
