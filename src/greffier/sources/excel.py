"""Excel workbooks (XLSX): each sheet that is a table with a column of text, one article a row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from greffier.model.text import Refusal
from greffier.sources.kinds import Found, Kind, UnreadableError, seekable
from greffier.sources.parts import columns, office
from greffier.sources.parts.columns import Asked
from greffier.sources.parts.office import ZIP_FAULTS

FAULTS = (*ZIP_FAULTS, KeyError, TypeError, AttributeError, SyntaxError, IndexError)
"""How openpyxl gives up on files that break the format."""


def _captures(stream: BinaryIO, uri: str, asked: Asked) -> Iterator[Found]:
    with seekable(stream) as file:
        with office.opened(file):
            pass  # its limits are kept
        file.seek(0)
        yield from _sheets(file, uri, asked)


def _sheets(file: BinaryIO, uri: str, asked: Asked) -> Iterator[Found]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        sheets = list(book.worksheets)
        for sheet in sheets:
            name = f"{uri}#{sheet.title}" if len(sheets) > 1 else uri
            rows = (tuple(row) for row in sheet.iter_rows(values_only=True))
            header = next(rows, None)
            if header is not None:
                yield from _sheet(columns.captured(header, rows, name, asked), len(sheets) > 1)
    except FAULTS as error:
        told = f"a broken workbook ({error})"
        raise UnreadableError(told, "Open it in an office program, save it again.") from error


def _sheet(found: Iterator[Found], among: bool) -> Iterator[Found]:
    """A sheet's articles; among others, one without text is only worth knowing."""
    for number, item in enumerate(found):
        if among and number == 0 and isinstance(item, Refusal) and not item.partly_read:
            yield Refusal(item.uri, item.reason, item.remedy, partly_read=True, expected=True)
        else:
            yield item


def kind(asked: Asked) -> Kind:
    """Workbooks, with the columns that were asked for."""
    return Kind(
        "Excel",
        (".xlsx", ".xlsm"),
        lambda head: head.startswith(b"PK\x03\x04") and b"xl/" in head,
        partial(_captures, asked=asked),
        "workbooks: each sheet with a column of text, one article a row; formulas by their values",
        many=True,
        extra="tables",
        needs=("openpyxl",),
    )
