"""A record from the command line, as a user meets it."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import greffier
from greffier import demo
from greffier.cli import app
from greffier.cli.exits import Exit
from tests.contract.stories import all_three


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def answer(*arguments: object) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == Exit.READ, result.output
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the bundled articles."""
    path = tmp_path_factory.mktemp("record") / "demo.record"
    result = run("add", path, *demo.articles())
    assert result.exit_code == Exit.READ, result.output
    assert result.stdout == "8 added\n"
    return path


@pytest.fixture
def record(built: Path, tmp_path: Path) -> Path:
    """A copy, to be changed."""
    return Path(shutil.copy(built, tmp_path / "demo.record"))


def test_what_is_known_is_not_read_twice(record: Path) -> None:
    result = run("add", record, *demo.articles())
    assert result.stdout == "8 known already\n"
    assert answer("add", record, *demo.articles(), "--again") == {
        "new": 0,
        "same": 8,
        "again": 0,
        "copy": 0,
        "skipped": 0,
    }


def test_two_processes_make_the_same_record(tmp_path: Path) -> None:
    some = [path for path in demo.articles() if path.name.startswith("pont")]
    one, other = tmp_path / "one.record", tmp_path / "other.record"
    run("add", one, *some)
    run("add", other, *reversed(some), "--jobs", "2")
    for question in ("timeline", "quotes", "story"):
        assert answer(question, one) == answer(question, other)


def test_a_run_that_is_killed_is_taken_up_again(built: Path, tmp_path: Path) -> None:
    path = tmp_path / "killed.record"
    command = [sys.executable, "-m", "greffier", "add", str(path), *map(str, demo.articles())]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(600):
        if path.exists() and run("status", path, "--json").stdout.count('"articles": 0') == 0:
            break
        time.sleep(0.1)
    running.send_signal(signal.SIGKILL)
    running.wait()
    kept = answer("status", path)["articles"]
    assert 1 <= kept <= 8
    told = answer("add", path, *demo.articles())
    assert told["same"] == kept
    assert told["new"] == 8 - kept
    assert answer("timeline", path) == answer("timeline", built)


def test_status_counts(built: Path) -> None:
    told = answer("status", built)
    assert told["articles"] == 8
    assert told["events"] > 10
    shown = run("status", built)
    assert "8 articles" in shown.stdout


def test_timeline_by_name_and_day(built: Path) -> None:
    whole = answer("timeline", built)
    some = answer("timeline", built, "--who", "Storheim", "--from", "2023-06-01")
    assert 0 < some["total"] < whole["total"]
    for one in some["items"]:
        assert any(p["entry"]["label"] == "Olav Storheim" for p in one["parts"] if p["entry"])
        for attestation in one["attestations"]:
            assert attestation["passages"]
    shown = run("timeline", built, "--who", "Storheim")
    assert "Olav Storheim" in shown.stdout


def test_quotes_of_a_speaker(built: Path) -> None:
    told = answer("quotes", built, "--speaker", "Justine Delvigne")
    assert told["total"]
    shown = run("quotes", built, "--speaker", "Justine Delvigne", "--kind", "direct")
    assert "« " in shown.stdout


def test_person_search_and_story(built: Path) -> None:
    assert answer("person", built, "Storheim")["entry"]["country"] == "NOR"
    assert "ministre de la Pêche" in run("person", built, "Storheim").stdout
    assert answer("search", built, "pont", "Kehl")["total"] >= 2
    assert "Kehl" in run("search", built, "pont de Kehl").stdout
    stories = answer("story", built)
    first = stories["items"][0]["story"]["id"]
    assert answer("story", built, first)["story"]["articles"]
    assert run("story", built, first).exit_code == Exit.READ


def test_disagreements_show_both_passages(tmp_path: Path) -> None:
    path = tmp_path / "digue.record"
    with greffier.open_record(path) as record:
        record.add(all_three())
    (found,) = answer("disagreements", path)["items"]
    assert found["kind"] == "figure"
    shown = run("disagreements", path).stdout
    assert "La crue de la digue a fait 12 morts" in shown
    assert "La crue de la digue a fait 14 morts" in shown
    assert run("disagreements", path, "--kind", "status").exit_code == Exit.NOTHING


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("timeline", "{}", "--who", "Nemo Personne"), Exit.NOTHING, "called 'Nemo Personne'"),
        (("timeline", "{}", "--from", "hier"), Exit.USAGE, "is no date"),
        (("search", "{}", "introuvablement"), Exit.NOTHING, "nothing found"),
        (("person", "{}", "Nemo Personne"), Exit.NOTHING, "nothing found"),
        (("story", "{}", "ar-000"), Exit.NOTHING, "nothing found"),
        (("status", "{}.none"), Exit.FAILED, "no such record"),
        (("review", "same", "{}", "en-000", "en-001"), Exit.NOTHING, "no such thing"),
        (("review", "undo", "{}", "ju-000"), Exit.NOTHING, "no judgement ju-000"),
    ],
)
def test_what_cannot_be_answered_says_why(
    built: Path, arguments: tuple[str, ...], code: Exit, told: str
) -> None:
    result = run(*(a.format(built) for a in arguments))
    assert result.exit_code == code
    assert told in result.stderr


def test_a_file_that_is_no_record_says_so(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Ceci n’est pas un registre. " * 200, encoding="utf-8")
    result = run("status", path)
    assert result.exit_code == Exit.FAILED
    assert "no record of greffier" in result.stderr


def test_a_person_joins_parts_and_undoes(record: Path) -> None:
    (pair,) = [
        p
        for p in answer("review", "list", record)["items"]
        if {"Olaf Storheim", "Olav Storheim"} == {p["one"]["name"], p["other"]["name"]}
    ]
    one, other = pair["one"]["node"], pair["other"]["node"]
    before = answer("person", record, one)["entry"]["id"], answer("person", record, other)
    made = run("review", "same", record, one, other, "--author", "Ada", "--reason", "une coquille")
    assert made.exit_code == Exit.READ
    judgement = made.stdout.partition(":")[0]
    joined = answer("person", record, one)
    assert joined == answer("person", record, other)
    assert {"Olaf Storheim", "Olav Storheim"} <= {v["name"] for v in joined["variants"]}
    assert answer("person", record, before[0]) == joined
    (told,) = answer("review", "history", record)["items"]
    assert (told["judgement"]["author"], told["undone"]) == ("Ada", False)
    assert run("review", "undo", record, judgement).exit_code == Exit.READ
    assert answer("person", record, one)["entry"]["id"] == before[0]
    assert answer("person", record, other) == before[1]


def test_judgements_hold_in_another_record(record: Path, built: Path, tmp_path: Path) -> None:
    people = answer("timeline", record, "--who", "Storheim")["items"][0]["parts"]
    one, other = (p["entry"]["id"] for p in people if p["role"] == "actor")
    run("review", "same", record, one, other, "--author", "Ada")
    decisions = tmp_path / "decisions.jsonl"
    run("review", "export", record, "-o", decisions)
    fresh = tmp_path / "fresh.record"
    assert run("review", "list", fresh).exit_code == Exit.FAILED
    run("add", fresh, demo.articles()[0])
    assert "1 new" in run("review", "import", fresh, decisions).stdout
    assert "1 known already" in run("review", "import", fresh, decisions).stdout
    run("add", fresh, *demo.articles())
    assert answer("timeline", fresh) == answer("timeline", record)
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "ju-1"}\n', encoding="utf-8")
    assert run("review", "import", fresh, bad).exit_code == Exit.USAGE


def test_readings_leave_with_the_ids_of_the_record(built: Path) -> None:
    lines = run("export", built, "--format", "readings").stdout.splitlines()
    assert len(lines) == 8
    readings = [json.loads(line) for line in lines]
    ids = {e["record_id"] for r in readings for e in r["entities"] if e["name"] == "Olav Storheim"}
    assert len(ids) == 1
    assert None not in ids
    assert all(r["document"]["story"] for r in readings)
