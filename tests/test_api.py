"""`greffier.read`, the Python way in."""

from __future__ import annotations

from pathlib import Path

import pytest

import greffier

TEXT = "Le ministre finlandais de la Pêche, Aarne Lehto, a démissionné mardi à Helsinki."


def test_a_text_is_read() -> None:
    reading = greffier.read(TEXT, published="2024-05-15")
    (person,) = [e for e in reading.entities if e.kind == "person"]
    assert person.name == "Aarne Lehto"
    assert person.country == "FIN"
    assert [t.value for t in reading.timexes] == ["2024-05-14"]


def test_a_file_is_read_by_path_or_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert greffier.read(path).document.text == TEXT
    assert greffier.read(str(path)).document.id == greffier.read(path).document.id


def test_no_article_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(greffier.NotReadError, match=r"nowhere\.txt"):
        greffier.read(tmp_path / "nowhere.txt")
    with pytest.raises(greffier.NotReadError, match="empty"):
        greffier.read("   ")


def test_several_articles_are_too_many(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"{TEXT} {name}", encoding="utf-8")
    with pytest.raises(greffier.NotReadError, match="2 articles"):
        greffier.read(tmp_path)
