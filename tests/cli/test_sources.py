"""The commands around sources, as a user meets them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from greffier import sources
from greffier.cli import app, report
from greffier.cli.exits import Exit
from greffier.sources.online import manners
from tests.sources import samples
from tests.sources.server import Site, serving

ARTICLE = (
    "La maire de Brest, Nolwenn Kerbiriou, a déclaré lundi : « Le port rouvrira demain. »\n\n"
    "Quelque 1 200 dockers attendaient cette décision depuis trois semaines.\n"
)
WHOLE = "".join(f"<p>{ARTICLE} C’est la {n}e fois en dix ans.</p>" for n in range(6))


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(manners, "DELAY", 0.0)
    sources.web._visitor.cache_clear()
    with serving() as found:
        yield found


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=given)


def lines(told: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in told.splitlines()]


def test_sources_lists_every_kind() -> None:
    told = run("sources").stdout
    listed = json.loads(run("sources", "--json").stdout)
    for kind in sources.KINDS:
        assert f"{kind.name}  ({', '.join(kind.suffixes)})" in told
        assert kind.takes in told
    assert len(listed) == len(sources.KINDS) + len(sources.PLACES)
    assert all(kind["installed"] for kind in listed)


def test_read_takes_all_kinds_and_reports_each_outcome(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.csv").write_text(f'corps;date\n"{ARTICLE}";04/03/2024\n;\n')
    (folder / "b.zip").write_bytes(samples.zipped({"c.txt": ARTICLE.encode(), "d.jpg": b"x"}))
    (folder / "e.docx").write_bytes(samples.document(ARTICLE))
    (folder / "f.pdf").write_bytes(b"%PDF-1.4 broken")
    log = tmp_path / "report.jsonl"
    done = run("read", str(folder), "-f", "jsonl", "--report", str(log))
    assert done.exit_code == Exit.SKIPPED
    uris = [json.loads(line)["document"]["uri"] for line in done.stdout.splitlines()]
    assert [Path(uri).name for uri in uris] == ["a.csv#2", "c.txt", "e.docx"]
    outcomes = [(Path(line["uri"]).name, line["outcome"]) for line in lines(log.read_text())]
    assert sorted(outcomes) == [
        ("a.csv", "note"),
        ("a.csv#2", "read"),
        ("c.txt", "read"),
        ("d.jpg", "skipped"),
        ("e.docx", "read"),
        ("f.pdf", "skipped"),
    ]
    assert "3 articles read, 2 skipped" in done.stderr
    assert "1 skipped: a broken PDF" in done.stderr


def test_columns_are_named_on_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("x;y\nmot;Le port de Brest rouvre lundi.\n")
    assert run("read", str(path)).exit_code == Exit.NOTHING
    done = run("read", str(path), "--column", "text=y", "-f", "jsonl")
    assert done.exit_code == Exit.READ, done.stderr
    assert "columns taken: text = y" in done.stderr
    for wrong in ("y", "body=y", "text="):
        assert run("read", str(path), "--column", wrong).exit_code == Exit.USAGE


def test_reasons_told_often_are_summed_up(tmp_path: Path) -> None:
    for number in range(report.MOST_TOLD + 5):
        (tmp_path / f"{number:02}.jpg").write_bytes(b"x")
    log = tmp_path.with_suffix(".report")
    done = run("read", str(tmp_path), "--report", str(log))
    assert done.stderr.count(": skipped: ") == report.MOST_TOLD
    assert "and 5 more: no kind of file that holds articles (.jpg)" in done.stderr
    assert len(lines(log.read_text())) == report.MOST_TOLD + 5


def test_read_fetches_an_address(site: Site) -> None:
    site.page("/a", samples.page("Le port de Brest rouvre", ARTICLE * 3))
    address = site.at("/a")
    refused = run("read", address)
    assert refused.exit_code == Exit.NOTHING
    assert "private" in refused.stderr
    done = run("read", address, "--allow-network", "127.0.0.1", "-f", "jsonl")
    assert done.exit_code == Exit.READ, done.stderr
    assert json.loads(done.stdout)["document"]["uri"] == address
    assert run("read", address, "--allow-network", "here").exit_code == Exit.USAGE


@pytest.fixture
def feeds(site: Site, tmp_path: Path) -> Path:
    entry = "<item><title>Le port</title><link>{}</link><description>{}</description></item>"
    items = entry.format(site.at("/a"), f"<![CDATA[{WHOLE}]]>") + entry.format(
        site.at("/b"), "Le port rouvre."
    )
    body = f"<rss version='2.0'><channel><title>Le Phare</title>{items}</channel></rss>"
    site.page("/rss", body.encode(), "application/rss+xml")
    site.page("/b", samples.page("Le port de Brest rouvre", ARTICLE * 3))
    path = tmp_path / "feeds.toml"
    path.write_text(f'[[feed]]\naddress = "{site.at("/rss")}"\n')
    return path


def watch(feeds: Path, *more: str) -> Result:
    return run("watch", str(feeds), "--once", "--allow-network", "127.0.0.0/8", *more)


def test_watch_writes_each_article_once(feeds: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    first = watch(feeds, "-o", str(out))
    assert first.exit_code == Exit.READ, first.stderr
    assert "2 articles read" in first.stderr
    readings = [json.loads(line) for line in out.read_text().splitlines()]
    assert [reading["document"]["outlet"] for reading in readings] == ["Le Phare", "Le Phare"]
    again = watch(feeds, "-o", str(out))
    assert again.exit_code == Exit.READ
    assert len(out.read_text().splitlines()) == 2
    assert feeds.with_suffix(".state.json").exists()


def test_what_watch_captures_read_takes(feeds: Path) -> None:
    captured = watch(feeds, "-f", "captures")
    assert captured.exit_code == Exit.READ, captured.stderr
    assert ["html" in line for line in lines(captured.stdout)] == [False, True]
    done = run("read", "-", "-f", "jsonl", given=captured.stdout)
    assert done.exit_code == Exit.READ, done.stderr
    direct = run(
        "watch", str(feeds), "--once", "--allow-network", "127.0.0.1", "--state", str(feeds) + ".2"
    )
    assert done.stdout == direct.stdout


def test_watch_tells_what_fails(feeds: Path, site: Site, tmp_path: Path) -> None:
    site.answers["/rss"] = (500, {}, b"")
    log = tmp_path / "report.jsonl"
    done = watch(feeds, "--report", str(log))
    assert done.exit_code == Exit.SKIPPED
    assert "status 500" in done.stderr
    assert [line["outcome"] for line in lines(log.read_text())] == ["skipped"]


def test_a_fault_in_feeds_or_state_is_told(feeds: Path, tmp_path: Path) -> None:
    feeds.with_suffix(".state.json").write_text("[]")
    assert watch(feeds).exit_code == Exit.USAGE
    feeds.write_text("[[feed]]")
    assert watch(feeds).exit_code == Exit.USAGE
    assert watch(tmp_path / "none.toml").exit_code == Exit.USAGE


def test_a_compressed_stream_is_read_from_stdin() -> None:
    data = gzip.compress(json.dumps({"text": ARTICLE}).encode())
    done = CliRunner().invoke(app, ["read", "-", "-f", "jsonl"], input=data)
    assert done.exit_code == Exit.READ, done.stderr
    assert json.loads(done.stdout)["text"] == ARTICLE
