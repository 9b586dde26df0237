"""CSV and TSV tables: one article a row, read row by row, however large the file."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from greffier.model.text import Refusal
from greffier.sources.kinds import HEAD, LARGEST_ARTICLE, Found, Kind
from greffier.sources.parts import columns
from greffier.sources.parts.columns import Asked

SEPARATORS = "\t;,|"
"""What may stand between cells; where several could, the one that makes most columns."""
_FALLBACK = "windows-1252"
csv.field_size_limit(LARGEST_ARTICLE)


def _captures(stream: BinaryIO, uri: str, asked: Asked) -> Iterator[Found]:
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var] # any binary stream will do
    head = buffered.peek(HEAD)[:HEAD]
    encoding = _encoding(head)
    lines = io.TextIOWrapper(buffered, encoding, "surrogateescape", newline="")
    reader = csv.reader(lines, delimiter=_separator(head.decode(encoding, "replace")))
    faults: list[Refusal] = []
    rows = _rows(reader, uri, faults)
    header = next(rows, None)
    try:
        if header is None:
            yield Refusal(uri, "an empty table", "Give one with a header and rows.")
        else:
            yield from columns.captured(header, rows, uri, asked)
        yield from faults
    finally:
        lines.detach()  # the stream is closed by who opened it


def _rows(reader: Iterator[list[str]], uri: str, faults: list[Refusal]) -> Iterator[list[str]]:
    """The rows, their bytes that are not UTF-8 taken as Windows-1252; broken rows are faults."""
    number = 0
    while True:
        number += 1
        try:
            yield [_mended(cell) for cell in next(reader)]
        except StopIteration:
            return
        except (csv.Error, UnicodeError) as error:
            name = f"{uri}#{number}"
            faults.append(Refusal(name, f"a broken row ({error})", "Mend its quotation marks."))
            if isinstance(error, UnicodeError):
                return


def _mended(cell: str) -> str:
    if cell.isascii() or not any("\udc80" <= c <= "\udcff" for c in cell):
        return cell
    raw = cell.encode("utf-8", "surrogateescape")
    return raw.decode(_FALLBACK, "replace")


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"


def _separator(head: str) -> str:
    line = head.lstrip("\ufeff").split("\n", 1)[0]
    return max(SEPARATORS, key=line.count)


def _begins(head: bytes) -> bool:
    """A first line of at least three names, or two of which one is a known column's."""
    line = head.decode(_encoding(head), "replace").lstrip("\ufeff").split("\n", 1)[0].strip()
    names = [name.strip(' "') for name in line.split(_separator(line))]
    short = all(len(name) <= _LONGEST_NAME for name in names)
    known = sum(columns.is_known(name) for name in names)
    return short and len(names) >= 2 and known >= 2


_LONGEST_NAME = 40


def kind(asked: Asked) -> Kind:
    """CSV and TSV, with the columns that were asked for."""
    return Kind(
        "CSV",
        (".csv", ".tsv", ".tab"),
        _begins,
        partial(_captures, asked=asked),
        "tables with a column of text, one article a row; columns are guessed, and shown",
        many=True,
    )
