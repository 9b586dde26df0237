"""What holds of every kind of source: a new kind joins by adding itself to `KINDS`."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier import sources
from greffier.model.text import Capture, Refusal
from greffier.sources.kinds import Kind

ARTICLE = "Le pont de Vercourt ferme.\r\n\r\nLe maire l’a annoncé mardi."
RECORD = json.dumps({"text": ARTICLE})
SAMPLES = {
    "text": ARTICLE.encode(),
    "html": f"<!DOCTYPE html><html><body><p>{ARTICLE}</p></body></html>".encode(),
    "JSON": f"[{RECORD},\n {RECORD}]".encode(),
    "JSON lines": f"{RECORD}\n{RECORD}\n".encode(),
}
EVERY_KIND = pytest.mark.parametrize("kind", sources.KINDS, ids=lambda kind: kind.name)


def test_every_kind_has_a_sample() -> None:
    assert {kind.name for kind in sources.KINDS} == set(SAMPLES)


@EVERY_KIND
def test_a_sample_is_captured(kind: Kind) -> None:
    found = list(kind.captures(BytesIO(SAMPLES[kind.name]), "sample"))
    assert found
    assert all(isinstance(item, Capture) for item in found)


@EVERY_KIND
def test_a_sample_is_known_by_how_it_begins(kind: Kind) -> None:
    head = SAMPLES[kind.name]
    assert next(other for other in sources.KINDS if other.begins(head)) is kind


@EVERY_KIND
def test_a_sample_is_known_by_its_name(kind: Kind, tmp_path: Path) -> None:
    for suffix in kind.suffixes:
        path = tmp_path / f"a{suffix.upper()}"
        path.write_bytes(SAMPLES[kind.name])
        direct = list(kind.captures(BytesIO(SAMPLES[kind.name]), str(path)))
        assert list(sources.captures(str(path))) == direct
        path.unlink()


@EVERY_KIND
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=100).map(str.encode)))
def test_any_bytes_are_captured_or_refused(kind: Kind, data: bytes) -> None:
    first = list(kind.captures(BytesIO(data), "any"))
    assert all(isinstance(item, Capture | Refusal) for item in first)
    assert first == list(kind.captures(BytesIO(data), "any"))


@EVERY_KIND
def test_every_refusal_says_what_to_do(kind: Kind) -> None:
    for data in (b"", b"{", b"[1, {}]", b'{"text": 3}', b"\xff\xfe\x00", b"null\nnull"):
        for found in kind.captures(BytesIO(data), "bad"):
            if isinstance(found, Refusal):
                assert found.uri.startswith("bad")
                assert found.reason
                assert found.remedy.endswith(".")


@EVERY_KIND
def test_what_is_too_large_for_one_article_is_refused(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("kinds", "json_lines", "records"):
        monkeypatch.setattr(f"greffier.sources.{module}.LARGEST_ARTICLE", 1000)
    monkeypatch.setattr("greffier.sources.json_document.LARGEST", 1000)
    large = json.dumps({"text": "mot " * 2000}).encode()
    found = list(kind.captures(BytesIO(large), "large"))
    assert [type(item) for item in found] == [Refusal]
