"""The Data Package, by frictionless, and imported again."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from frictionless import Package, system
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet
from typer.testing import CliRunner

from greffier import pipeline
from greffier.cli import app
from greffier.exports import package
from greffier.model.reading import Reading
from greffier.model.record import Verdict
from greffier.recording import judging
from greffier.store import Store, open_store
from greffier.views import Contents


@pytest.fixture(scope="module")
def folder(contents: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("package")
    package.write(contents, path)
    return path


def test_frictionless_finds_it_valid(folder: Path) -> None:
    with system.use_context(trusted=True):
        told = Package(folder / "datapackage.json")
        tables = [r.name for r in told.resources if r.schema.fields]
        for name in set(told.resource_names) - set(tables):
            told.remove_resource(name)
        report = told.validate()
    assert len(tables) == 12
    assert report.valid, report.to_summary()


def test_parquet_says_what_csv_says(folder: Path) -> None:
    with (folder / "quotations.csv").open(encoding="utf-8", newline="") as file:
        by_csv = [row["id"] for row in csv.DictReader(file)]
    by_parquet = parquet.read_table(folder / "quotations.parquet").column("id").to_pylist()
    assert by_csv == by_parquet != []


def test_passages_stand_in_the_readings(folder: Path) -> None:
    texts = {r.document.id: r.document.text for r in package.readings(folder)}
    for row in parquet.read_table(folder / "attestations.parquet").to_pylist():
        assert texts[row["article"]][row["start"] : row["end"]] == row["passage"]


def _elsewhere(reading: Reading) -> Reading:
    """The same text, printed by another outlet."""
    uri = f"https://autre.example/{reading.document.id}"
    return replace(reading, document=replace(reading.document, uri=uri, outlet="L’Autre"))


def whole(store: Store, folder: Path) -> dict[str, bytes]:
    package.write(Contents(store), folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_imported_again_it_is_the_same_record(
    demo_store: Store, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever articles and judgements it has, and in whatever order they come back."""
    tmp = tmp_path_factory.mktemp("again")
    known = [reading for reading, _, _ in Contents(demo_store).readings()]
    chosen = data.draw(st.lists(st.sampled_from(known), unique_by=lambda r: r.document.id))
    copies = [_elsewhere(reading) for reading in chosen if data.draw(st.booleans())]
    one = open_store(tmp / "one.record")
    for _ in pipeline.add(one, [*chosen, *copies]):
        pass
    people = [e.entry.id for e in Contents(one).entities() if e.entry.kind == "person"]
    if len(people) > 1:
        pair = data.draw(st.permutations(people))[:2]
        judging.judge(one, pair[0], pair[1], data.draw(st.sampled_from(Verdict)), "Test")
    before = whole(one, tmp / "before")
    other = open_store(tmp / "other.record")
    for _ in pipeline.add(
        other, data.draw(st.permutations(list(package.readings(tmp / "before"))))
    ):
        pass
    judging.take_in(other, package.judgements(tmp / "before"))
    assert whole(other, tmp / "after") == before
    one.close()
    other.close()


def test_the_command_line_takes_it_back(folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "again.record"
    run = CliRunner().invoke(app, ["import", str(record), str(folder)])
    assert run.exit_code == 0
    again = tmp_path / "again"
    told = CliRunner().invoke(app, ["export", str(record), "-f", "package", "-o", str(again)])
    assert told.exit_code == 0
    assert {p.name: p.read_bytes() for p in again.iterdir()} == {
        p.name: p.read_bytes() for p in folder.iterdir()
    }


def test_another_folder_is_refused(tmp_path: Path) -> None:
    run = CliRunner().invoke(app, ["import", str(tmp_path / "r.record"), str(tmp_path)])
    assert run.exit_code == 2
    assert "readings.jsonl" in run.output
