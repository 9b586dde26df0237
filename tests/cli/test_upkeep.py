"""A record kept in order from the command line: backup, verify, repair, forget, diff."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import greffier
from greffier import pipeline
from greffier.cli import app
from greffier.cli.exits import Exit
from greffier.engine import cache
from greffier.model.reading import Reading
from greffier.store import open_store
from greffier.store.codec import COMMON
from tests.contract.stories import all_three
from tests.record.articles import Article

MARK = "Zorglande"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def marked() -> Reading:
    """An article with a name that no other has, beside one that others have."""
    made = Article(f"Le {MARK}", "2020-03-04", title=f"La digue de {MARK}")
    mayor = made.person("Amira Ben Omar Tadouri", "FRA", f"maire de {MARK}")
    guest = made.person(f"Ulric {MARK}", "MLI")
    where = made.place(MARK, "FRA")
    made.event("CONSULT", f"au sommet de {MARK}", ((mayor,), (guest,)), "2020-03-01", where)
    made.says(guest, f"{MARK} tiendra tout l’hiver")
    made.figure(f"La crue de {MARK} a fait", "13 morts", 13.0, "morts")
    return made.reading()


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "digue.record"
    with greffier.open_record(path) as made:
        made.add([*all_three(), marked()])
        people = [e.id for e in made.entries(kind="person")]
        made.differ(people[0], people[-1], MARK, f"le maire de {MARK}")
    return path


def traces(folder: Path) -> list[str]:
    """Where the mark or the article's id stands, in any file, also within packed values and the
    index of words."""
    signs = [MARK.lower().encode(), marked().document.id.encode()]
    files = [path for path in folder.iterdir() if path.is_file()]
    found = [p.name for p in files if any(s in p.read_bytes().lower() for s in signs)]
    for path in folder.glob("*.record"):
        with closing(sqlite3.connect(path)) as file:
            values = [str(value).lower() for value in _values(file)]
        found += [f"{path.name}: {v[:80]}" for v in values if any(s.decode() in v for s in signs)]
    return found


def _values(file: sqlite3.Connection) -> Iterator[object]:
    tables = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        for row in file.execute(f"SELECT * FROM {table}"):
            yield from (_unpacked(v) if isinstance(v, bytes) else v for v in row)
    file.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, words, row)")
    yield from (term for term, *_ in file.execute("SELECT * FROM temp.terms"))


def _unpacked(value: bytes) -> str:
    for read in (zlib.decompressobj(zdict=COMMON), zlib.decompressobj()):
        try:
            return read.decompress(value).decode()
        except zlib.error:
            continue
    return value.decode("latin-1")


def test_what_is_forgotten_leaves_no_trace(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.FOLDER, str(tmp_path / "cache"))
    with cache.Cache() as kept:
        kept.put([(b"key", marked().document.text)])
    assert run("backup", record, tmp_path / "copy.record").exit_code == Exit.READ
    assert {told.partition(":")[0] for told in traces(tmp_path)} >= {"digue.record", "copy.record"}
    again = replace(marked(), document=replace(marked().document, published="2020-03-05"))
    with greffier.open_record(record) as made:
        assert sum(made.add([again]).values()) == 1  # its former ids go too
    result = run("forget", record, marked().document.uri)
    assert result.exit_code == Exit.READ, result.output
    assert "entries that others attest too" in result.stdout
    assert "copy.record: forgotten in this backup too" in result.stderr
    assert traces(tmp_path) == []
    assert list((tmp_path / "cache").iterdir()) == []
    for path in (record, tmp_path / "copy.record"):
        assert run("verify", path).exit_code == Exit.READ
    with greffier.open_record(record) as made, greffier.open_record(tmp_path / "new.rec") as other:
        other.add(all_three())
        assert list(made.timeline()) == list(other.timeline())
    assert run("forget", record, marked().document.id).exit_code == Exit.NOTHING


def test_a_backup_of_an_older_version_is_named_not_changed(record: Path) -> None:
    older = record.with_name(f"{record.name}.v0.backup")
    shutil.copy(record, older)
    with closing(sqlite3.connect(older)) as file:
        file.execute("PRAGMA user_version = 0")
    result = run("forget", record, marked().document.id)
    assert result.exit_code == Exit.FAULTY
    assert "delete this backup" in result.stderr


def test_a_reader_that_holds_the_log_is_told(record: Path) -> None:
    with closing(sqlite3.connect(record)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT COUNT(*) FROM articles").fetchone()
        store = open_store(record)
        store.database.run("PRAGMA busy_timeout = 50")  # type: ignore[attr-defined]
        store.add_judgement(store.judgements()[0])
        with store.writing():
            store.drop_article(marked().document.id)
        (told,) = store.scrub()
        store.close()
    assert "another process reads" in told


def test_backup_and_restore(record: Path, tmp_path: Path) -> None:
    copy, back = tmp_path / "copy.record", tmp_path / "back.record"
    assert run("backup", record, copy).exit_code == Exit.READ
    refused = run("backup", record, copy)
    assert (refused.exit_code, "nothing is overwritten" in refused.stderr) == (Exit.FAILED, True)
    assert run("restore", copy, back).exit_code == Exit.READ
    refused = run("restore", copy, record)
    assert (refused.exit_code, "move it away" in refused.stderr) == (Exit.FAILED, True)
    assert run("timeline", back, "--json").stdout == run("timeline", record, "--json").stdout


def test_verify_says_where_and_what_to_do_and_repair_does_it(record: Path) -> None:
    result = run("verify", record)
    assert result.exit_code == Exit.READ, result.output
    assert "4 articles" in result.stdout
    with closing(sqlite3.connect(record)) as file, file:
        file.execute("UPDATE entries SET label = 'Nemo'")
        file.execute("INSERT INTO words (words) VALUES ('delete-all')")
    result = run("verify", record)
    assert result.exit_code == Exit.FAULTY
    assert "greffier repair" in result.stderr
    assert "index of words" in result.stderr
    assert json.loads(run("verify", record, "--json").stdout)["faults"]
    assert "made again from 4 articles" in run("repair", record).stdout
    assert run("verify", record).exit_code == Exit.READ
    assert json.loads(run("search", record, MARK, "--json").stdout)["total"] == 1


def test_a_damaged_file_is_told(record: Path) -> None:
    data = bytearray(record.read_bytes())
    data[len(data) // 2 :] = b"\xff" * (len(data) - len(data) // 2)
    record.write_bytes(data)
    result = run("verify", record)
    assert result.exit_code in (Exit.FAULTY, Exit.FAILED)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "greffier restore" in result.stderr


TEXT = (
    "La maire de Varno, Amira Tadouri, a rencontré mardi 3 mars 2020 le ministre Paul Korvane. "
    "« La digue tiendra », a déclaré Amira Tadouri."
)


def test_diff_tells_what_is_read_otherwise_and_keeps_judgements(tmp_path: Path) -> None:
    path = tmp_path / "relu.record"
    reading = greffier.read(TEXT, published="2020-03-04")
    assert reading.quotations
    with greffier.open_record(path) as made:
        made.add([replace(reading, quotations=())])  # as an older version may have read it
        people = [e.id for e in made.entries(kind="person")]
        made.differ(people[0], people[1], "Ada")
    told = json.loads(run("diff", path, "--json").stdout)
    assert {(c["layer"], c["became"]) for c in told} == {("quotations", "new")}
    assert "not put into the record" in run("diff", path).stdout
    assert "1 of 1 articles read otherwise" in run("diff", path, "--apply").stdout
    assert "0 of 1 articles read otherwise: nothing" in run("diff", path).stdout
    with greffier.open_record(path) as made:
        assert len(made.quotes()) == len(reading.quotations)
        assert [e.id for e in made.entries(kind="person")] == people
        assert made.status().judgements == 1
    assert pipeline.nodes_of(reading)
