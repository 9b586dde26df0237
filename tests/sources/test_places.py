"""Files, folders and stdin: everything is read or named, in a fixed order."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from greffier import sources
from greffier.model.text import Capture, Refusal


def names(found: list[Capture | Refusal]) -> list[str]:
    return [f"{Path(item.uri).name}{'' if isinstance(item, Capture) else '!'}" for item in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "c/d.txt", "c/.hidden.txt", ".git/e.txt", "photo.jpg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Le pont de Vercourt ferme.")
    return tmp_path


def test_a_folder_is_read_in_order_of_names(folder: Path) -> None:
    found = list(sources.captures(str(folder)))
    assert names(found) == ["a.html", "b.txt", "photo.jpg!", "d.txt"]
    assert sources.size([str(folder)]) == 4


def test_a_file_of_unknown_ending_is_read_when_named(folder: Path) -> None:
    assert names(list(sources.captures(str(folder / "photo.jpg")))) == ["photo.jpg"]


def test_a_folder_of_json_lines_has_no_known_size(folder: Path) -> None:
    (folder / "z.jsonl").write_text("")
    assert sources.size([str(folder)]) is None
    assert sources.size(["-"]) is None


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (found,) = sources.captures(str(tmp_path))
    assert isinstance(found, Refusal)
    assert "empty" in found.reason


def test_a_file_that_is_not_there_is_told() -> None:
    (found,) = sources.captures("no/such/file.txt")
    assert isinstance(found, Refusal)
    assert "no such" in found.reason


def test_a_file_that_vanishes_is_told_and_the_others_read(folder: Path) -> None:
    found = sources.captures(str(folder))
    first = next(found)
    (folder / "b.txt").unlink()
    assert names([first, *found]) == ["a.html", "b.txt!", "photo.jpg!", "d.txt"]


def test_a_file_that_may_not_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # the tests may run as root, who may read anything: the system's answer is played
    def forbidden(*args: object, **kwargs: object) -> io.BufferedReader:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    found = list(sources.captures(str(folder / "b.txt")))
    assert names(found) == ["b.txt!"]


def test_a_name_that_no_system_allows_is_told() -> None:
    assert isinstance(next(sources.captures("a\0b.txt")), Refusal)


def test_a_name_that_is_not_utf_8_can_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        path.write_text("Le pont de Vercourt ferme.")
    except OSError:
        pytest.skip("this file system keeps names in UTF-8")
    (found,) = sources.captures(str(path))
    assert found.uri.encode("utf-8").endswith("caf\ufffd.txt".encode())


def test_a_link_to_its_own_folder_is_not_followed(folder: Path) -> None:
    (folder / "c" / "loop").symlink_to(folder)
    assert len(list(sources.captures(str(folder)))) == 4


@pytest.mark.parametrize(
    ("data", "media_types"),
    [
        (b"Le pont ferme.", ["text/plain"]),
        (b"<!doctype html><p>Le pont ferme.", ["text/html"]),
        (b'{"text": "a"}\n{"html": "b"}\n', ["text/plain", "text/html"]),
        (b'[{"text": "a"}]', ["text/plain"]),
        (b'{\n "text": "a"\n}', ["text/plain"]),
        (b"[Mise \xc3\xa0 jour] Le pont ferme.", ["text/plain"]),
    ],
)
def test_stdin_is_known_by_how_it_begins(
    data: bytes, media_types: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(data)))
    monkeypatch.setattr("sys.stdin", stdin)
    found = list(sources.captures("-"))
    assert [f.media_type for f in found if isinstance(f, Capture)] == media_types
