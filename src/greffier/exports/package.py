"""A record as a Frictionless Data Package: tables with their columns described, and the readings
and judgements of which a record is made, so that the package imported is the same record."""

from __future__ import annotations

import csv
import importlib.util
import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from greffier.exports import decisions
from greffier.exports.columns import BOOLEAN, DATE, INTEGER, NUMBER, STRING, TABLES, Table
from greffier.exports.flat import Row, rows
from greffier.exports.form import FolderForm
from greffier.exports.readings import to_json
from greffier.exports.tables import safe
from greffier.model.reading import Reading
from greffier.model.readings import from_dict
from greffier.model.record import Judgement
from greffier.views import Contents

READINGS, DECISIONS, PRINTED = "readings.jsonl", "decisions.jsonl", "printings.csv"
BATCH = 5000
"""Rows of a Parquet row group."""


class NoPackageError(ValueError):
    """A folder that is not such a package; the message says what is missing."""


def write(contents: Contents, folder: Path) -> None:
    """CSV always, Parquet too where pyarrow is there."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds: list[type[_Csv] | type[_Parquet]] = [_Csv]
    if importlib.util.find_spec("pyarrow"):
        kinds.append(_Parquet)
    with ExitStack() as stack:
        writers: dict[str, list[_Writer]] = {table.name: [] for table in TABLES}
        for table in TABLES:
            for kind in kinds:
                writer: _Writer = kind(folder, table)
                stack.callback(writer.close)
                writers[table.name].append(writer)
        for table, row in rows(contents):
            for each in writers[table.name]:
                each.add(row)
    _lines(folder / READINGS, (to_json(reading) for reading, _, _ in contents.readings()))
    _lines(folder / DECISIONS, map(decisions.to_json, contents.judgements()))
    told = json.dumps(description(), ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(told + "\n", encoding="utf-8")


FORM = FolderForm("package", "Frictionless Data Package: tables, readings, judgements", write)


def readings(folder: Path) -> Iterator[Reading]:
    """The readings of a package, then once more for each further place where one was printed.
    Raises `NoPackageError`."""
    if not (folder / READINGS).is_file():
        raise NoPackageError(f"{folder} is no package of greffier: it has no {READINGS}")
    elsewhere: dict[str, list[Mapping[str, str]]] = {}
    if (folder / PRINTED).is_file():
        with (folder / PRINTED).open(encoding="utf-8", newline="") as file:
            for place in csv.DictReader(file):
                elsewhere.setdefault(place["article"], []).append(place)
    with (folder / READINGS).open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                found = from_dict(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise NoPackageError(f"{READINGS}, line {number}: no reading ({error!r})") from None
            yield found
            for row in elsewhere.get(found.document.id, ()):
                if row["uri"] != found.document.uri:
                    yield _printed(found, row)


def judgements(folder: Path) -> list[Judgement]:
    """The judgements of a package; raises `decisions.NoDecisionError`."""
    path = folder / DECISIONS
    told = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [decisions.from_json(line) for line in told]


def _printed(reading: Reading, row: Mapping[str, str]) -> Reading:
    document = replace(
        reading.document,
        uri=row["uri"],
        outlet=row["outlet"] or None,
        title=row["title"] or None,
        published=row["published"] or None,
    )
    return replace(reading, document=document)


def description() -> dict[str, Any]:
    """What `datapackage.json` says; the Parquet files, which say the same as the CSV, are not in
    it, so that a reader need not know them."""
    files = [
        {"name": "readings", "path": READINGS, "description": "Each article with all found in it."},
        {"name": "decisions", "path": DECISIONS, "description": "Judgements of persons."},
    ]
    lines = {"format": "jsonl", "mediatype": "application/jsonl", "encoding": "utf-8"}
    return {
        "name": "greffier-record",
        "title": "What articles report, with the passages that prove it",
        "profile": "data-package",
        "resources": [*map(_resource, TABLES), *({**file, **lines} for file in files)],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [
            {"name": column.name, "type": column.type, "description": column.about}
            for column in table.columns
        ],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = [table.key]
    keys = [
        {"fields": [column.name], "reference": {"resource": column.refers, "fields": ["id"]}}
        for column in table.columns
        if column.refers
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": table.name,
        "description": table.about,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


class _Writer(Protocol):
    def add(self, row: Row) -> None: ...
    def close(self) -> None: ...


class _Csv:
    """A table as CSV (RFC 4180)."""

    def __init__(self, folder: Path, table: Table) -> None:
        path = folder / f"{table.name}.csv"
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.DictWriter(self._file, table.names, lineterminator="\r\n")
        self._writer.writeheader()

    def add(self, row: Row) -> None:
        self._writer.writerow({name: _cell(value) for name, value in row.items()})

    def close(self) -> None:
        self._file.close()


class _Parquet:
    """A table as Parquet, a row group at a time."""

    def __init__(self, folder: Path, table: Table) -> None:
        import pyarrow
        from pyarrow import parquet

        types = {
            STRING: pyarrow.string(),
            INTEGER: pyarrow.int64(),
            NUMBER: pyarrow.float64(),
            BOOLEAN: pyarrow.bool_(),
            DATE: pyarrow.string(),  # days before year 1 and after 9999 are no dates of Arrow's
        }
        self._schema = pyarrow.schema([(c.name, types[c.type]) for c in table.columns])
        self._writer = parquet.ParquetWriter(folder / f"{table.name}.parquet", self._schema)
        self._table = pyarrow.Table
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) == BATCH:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        self._writer.write_table(self._table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return safe(value)


def _lines(path: Path, lines: Iterator[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
