"""The command line as a user meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from greffier.cli import app
from greffier.cli.exits import Exit

ARTICLE = (
    "Le port de Brest rouvre\n\n"
    "La maire de Brest, Nolwenn Kerbiriou, a déclaré lundi : « Le port rouvrira demain. »\n\n"
    "Quelque 1 200 dockers attendaient cette décision depuis trois semaines, selon la préfecture.\n"
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_text_tells_who_said_what(article: Path) -> None:
    result = run("read", str(article), "--published", "2024-03-05")
    assert result.exit_code == Exit.READ
    assert "Nolwenn Kerbiriou" in result.stdout
    assert "« Le port rouvrira demain. »" in result.stdout
    assert "2024-03-04" in result.stdout
    assert "1 article read" in result.stderr


def test_words_around_in_english(article: Path) -> None:
    assert "PERSONS" in run("read", str(article), "--language", "en").stdout


def test_jsonl_is_one_reading_a_line_in_order(tmp_path: Path, article: Path) -> None:
    second = tmp_path / "b.txt"
    second.write_text(ARTICLE.replace("Brest", "Lorient"), encoding="utf-8")
    once = run("read", str(tmp_path), "--format", "jsonl").stdout
    twice = run("read", str(tmp_path), "--format", "jsonl", "--jobs", "2").stdout
    readings = [json.loads(line) for line in once.splitlines()]
    assert [r["text"] for r in readings] == [
        ARTICLE,
        second.read_text(encoding="utf-8"),
    ]
    assert once == twice


def test_what_was_read_once_is_not_read_again(article: Path) -> None:
    given = ["read", str(article.parent), "--format", "jsonl"]
    first = run(*given)
    script = (
        f"import sys; from greffier.cli import app; app({given!r}, standalone_mode=False);"
        "sys.exit('spacy' in sys.modules)"
    )
    again = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert again.stdout == first.stdout
    assert again.returncode == 0


def test_only_what_is_new_is_read(article: Path) -> None:
    given = ("read", str(article.parent), "--format", "jsonl")
    run(*given)
    (article.parent / "a.txt").write_text(ARTICLE.replace("Brest", "Sète"), encoding="utf-8")
    (article.parent / "b.txt").touch()
    both = run(*given)
    assert both.exit_code == Exit.SKIPPED
    assert both.stdout == run(*given, "--no-cache").stdout


@pytest.mark.parametrize(
    "changed", [("--published", "2024-03-06"), ("--outlet", "Nordavis"), ("--format", "text")]
)
def test_what_is_asked_otherwise_is_read_anew(article: Path, changed: tuple[str, str]) -> None:
    given = ("read", str(article), "--format", "jsonl", "--published", "2024-03-05")
    first = run(*given)
    assert run(*given, *changed).stdout == run(*given, *changed, "--no-cache").stdout
    assert run(*given, *changed).stdout != first.stdout


def test_without_cache_nothing_is_kept(article: Path, cache_of_its_own: Path) -> None:
    run("read", str(article), "--no-cache")
    assert not cache_of_its_own.exists()
    run("read", str(article))
    assert list(cache_of_its_own.glob("readings-*.sqlite"))


def test_json_is_an_array(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    result = run("read", str(article), "--format", "json", "--output", str(output))
    assert result.exit_code == Exit.READ
    (reading,) = json.loads(output.read_text(encoding="utf-8"))
    figure = reading["figures"][0]
    assert reading["text"][figure["start"] : figure["end"]] == "Quelque 1 200 dockers"


def test_stdin_is_read() -> None:
    command = [sys.executable, "-m", "greffier", "read", "-", "--format", "jsonl"]
    done = subprocess.run(command, input=ARTICLE.encode(), capture_output=True, check=True)
    assert json.loads(done.stdout)["text"] == ARTICLE


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"),
        (
            "english.txt",
            b"The mayor said on Monday that the harbour would open again this week. "
            b"She added that the workers had been waiting for this decision for three weeks.",
        ),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_read(
    name: str, content: bytes, article: Path
) -> None:
    bad = article.parent / name
    bad.write_bytes(content)
    alone = run("read", str(bad))
    assert alone.exit_code == Exit.NOTHING
    assert f"{name}: skipped: " in alone.stderr
    both = run("read", str(article.parent), "--format", "jsonl")
    assert both.exit_code == Exit.SKIPPED
    assert len(both.stdout.splitlines()) == 1
    assert "1 article read, 1 skipped" in both.stderr


def test_a_broken_line_of_jsonl_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    line = json.dumps({"uri": "a:1", "text": ARTICLE})
    path.write_text(f'{line}\n{{"text": "cut\n', encoding="utf-8")
    result = run("read", str(path), "--format", "jsonl")
    assert result.exit_code == Exit.SKIPPED
    assert json.loads(result.stdout)["document"]["uri"] == "a:1"


def test_a_file_that_is_not_there() -> None:
    result = run("read", "nowhere.txt")
    assert result.exit_code == Exit.NOTHING
    assert "nowhere.txt" in result.stderr


def test_a_wrong_date_is_told() -> None:
    result = run("read", "-", "--published", "lundi")
    assert result.exit_code == Exit.USAGE


def test_explain_names_the_rules(article: Path) -> None:
    result = run("explain", str(article), "--layer", "quotations")
    assert result.exit_code == Exit.READ
    assert "quotations.colon" in result.stdout
    assert run("explain", str(article), "--layer", "dreams").exit_code == Exit.USAGE


def test_demo_sums_up_its_articles() -> None:
    result = run("demo")
    assert result.exit_code == Exit.READ
    assert "8 articles" in result.stdout


def test_doctor_finds_all_in_order() -> None:
    result = run("doctor")
    assert result.exit_code == Exit.READ, result.stdout
    assert "BAD" not in result.stdout
