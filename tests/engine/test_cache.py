"""Results kept from run to run: by content, by the state of the program, never in the way."""

from __future__ import annotations

import multiprocessing
import os
import time
from pathlib import Path

import pytest

from greffier.engine import cache
from greffier.engine.cache import Cache, key


def put_many(where: Path, first: int) -> None:
    with Cache(where) as kept:
        for i in range(first, first + 50):
            kept.put([(key(str(i)), f"text {i}")])


def test_what_is_put_is_got_by_another(tmp_path: Path) -> None:
    with Cache(tmp_path) as kept:
        kept.put([(key("a"), "« Ça »"), (key("b"), "")])
    with Cache(tmp_path) as kept:
        assert kept.get(key("a")) == "« Ça »"
        assert kept.get(key("b")) == ""
        assert kept.get(key("c")) is None


def test_keys_tell_parts_apart() -> None:
    parts = [("ab", "c"), ("a", "bc"), ("abc",), ("abc", None), ("abc", ""), (b"abc", "\ud800")]
    assert len({key(*some) for some in parts}) == len(parts)


def test_another_state_of_the_program_finds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Cache(tmp_path) as kept:
        kept.put([(key("a"), "old")])
    monkeypatch.setattr(cache, "state", lambda: "another" * 4)
    with Cache(tmp_path) as kept:
        assert kept.get(key("a")) is None


def test_the_state_changes_with_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "PACKAGE", tmp_path)
    states = set()
    for content in ("verbs = []", "verbs = ['dire']", "verbs = ['dire']  # so"):
        (tmp_path / "lexicon.toml").write_text(content, encoding="utf-8")
        states.add(cache.state.__wrapped__())
    assert len(states) == 3


def test_several_processes_may_write(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=put_many, args=(tmp_path, 50 * i)) for i in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Cache(tmp_path) as kept:
        assert [kept.get(key(str(i))) for i in range(150)] == [f"text {i}" for i in range(150)]


def test_a_broken_file_is_begun_anew(tmp_path: Path) -> None:
    with Cache(tmp_path) as kept:
        kept.put([(key("a"), "text")])
    (path,) = tmp_path.glob("*.sqlite")
    path.write_bytes(b"no database at all, but long enough to look like one" * 100)
    with Cache(tmp_path) as kept:
        assert kept.get(key("a")) is None
        kept.put([(key("a"), "text")])
        assert kept.get(key("a")) == "text"


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with Cache(tmp_path / "file" / "cache") as kept:
        kept.put([(key("a"), "text")])
        assert kept.get(key("a")) is None


def test_the_oldest_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 3)
    with Cache(tmp_path) as kept:
        for i in range(5):
            kept.put([(key(str(i)), str(i))])
        assert [kept.get(key(str(i))) for i in range(5)] == [None, None, "2", "3", "4"]


def test_files_long_unused_are_removed(tmp_path: Path) -> None:
    old, recent = tmp_path / "readings-old.sqlite", tmp_path / "readings-recent.sqlite"
    for path, days in ((old, cache.UNUSED_DAYS + 1), (recent, 1)):
        path.touch()
        os.utime(path, (time.time() - days * 86_400,) * 2)
    Cache(tmp_path).close()
    assert not old.exists()
    assert recent.exists()
