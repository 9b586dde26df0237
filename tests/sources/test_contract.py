"""What holds of every kind of source: a new kind joins by adding itself to `all_kinds`."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greffier import clean, sources
from greffier.lang.fr import FRENCH
from greffier.model.text import Capture, Document, Refusal
from greffier.sources import streams
from greffier.sources.kinds import HEAD, Found, Kind
from tests.sources.samples import SAMPLES

EVERY_KIND = pytest.mark.parametrize("kind", sources.KINDS, ids=lambda kind: kind.name)


def found(kind: Kind, data: bytes, uri: str = "sample") -> list[Found]:
    """What a stream holds, read as a kind whatever it is."""
    taken = replace(kind, suffixes=(".taken",))
    stream = streams.buffered(BytesIO(data))
    return list(streams.captures(stream, "a.taken", uri, (taken,)))


def test_every_kind_has_a_sample() -> None:
    assert {kind.name for kind in sources.KINDS} == set(SAMPLES)


@EVERY_KIND
def test_a_sample_is_captured(kind: Kind) -> None:
    taken = found(kind, SAMPLES[kind.name])
    captures = [item for item in taken if isinstance(item, Capture)]
    assert captures
    for capture in captures:
        documents = clean.documents(capture, FRENCH)
        assert any(isinstance(one, Document) and one.text for one in documents)


@EVERY_KIND
def test_a_sample_is_known_by_how_it_begins(kind: Kind) -> None:
    head = SAMPLES[kind.name][:HEAD]
    assert next(other for other in sources.KINDS if other.begins(head)) is kind


@EVERY_KIND
def test_a_sample_is_known_by_its_name(kind: Kind, tmp_path: Path) -> None:
    for suffix in kind.suffixes:
        head = SAMPLES[kind.name][:HEAD]
        assert streams.kind_of(f"a{suffix.upper()}", head, sources.KINDS) is kind
    path = tmp_path / f"a{kind.suffixes[0].upper()}"
    path.write_bytes(SAMPLES[kind.name])
    assert list(sources.captures(str(path))) == found(kind, SAMPLES[kind.name], str(path))


@EVERY_KIND
def test_a_sample_is_read_from_a_stream_that_cannot_go_back(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, offset: int, whence: int = 0) -> int:
            raise io.UnsupportedOperation

    data = SAMPLES[kind.name]
    stdin = io.TextIOWrapper(io.BufferedReader(Pipe(data)))
    monkeypatch.setattr("sys.stdin", stdin)
    piped = list(sources.captures("-"))
    assert [type(item) for item in piped] == [type(item) for item in found(kind, data, "-")]


@EVERY_KIND
@settings(max_examples=30, deadline=None)
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=100).map(str.encode)))
def test_any_bytes_are_captured_or_refused(kind: Kind, data: bytes) -> None:
    first = found(kind, data)
    assert all(isinstance(item, Capture | Refusal) for item in first)
    assert first == found(kind, data)


@EVERY_KIND
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_sample_cut_or_broken_is_captured_or_refused(kind: Kind, data: st.DataObject) -> None:
    sample = SAMPLES[kind.name]
    at = data.draw(st.integers(0, len(sample)))
    put = data.draw(st.binary(max_size=20))
    after = data.draw(st.integers(at, len(sample)))
    for broken in (sample[:at], sample[:at] + put + sample[after:]):
        for item in found(kind, broken):
            assert isinstance(item, Capture) or item.remedy.endswith(".")
            assert isinstance(item, Capture) or streams.UNFORESEEN not in item.reason


@EVERY_KIND
def test_every_refusal_says_what_to_do(kind: Kind) -> None:
    for data in (b"", b"{", b"[1, {}]", b'{"text": 3}', b"\xff\xfe\x00", b"null\nnull"):
        for item in found(kind, data, "bad"):
            if isinstance(item, Refusal):
                assert item.uri.startswith("bad")
                assert item.reason
                assert item.remedy.endswith(".")


@EVERY_KIND
def test_what_is_too_large_for_one_article_is_refused(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("kinds", "json_lines", "records", "parts.articles", "feed", "json_feed"):
        monkeypatch.setattr(f"greffier.sources.{module}.LARGEST_ARTICLE", 1000)
    monkeypatch.setattr("greffier.sources.json_document.LARGEST", 1000)
    large = json.dumps({"text": "mot " * 2000}).encode()
    assert not [item for item in found(kind, large, "large") if isinstance(item, Capture)]


@EVERY_KIND
def test_a_missing_extra_is_named(kind: Kind) -> None:
    bare = replace(kind, extra="night", needs=("no_such_module_of_greffier",))
    (told,) = found(bare, SAMPLES[kind.name])
    assert isinstance(told, Refusal)
    assert "extra [night]" in told.reason
    assert 'pip install "greffier[night]"' in told.remedy


@EVERY_KIND
def test_what_is_taken_is_said(kind: Kind) -> None:
    assert kind.takes
    assert bool(kind.extra) == bool(kind.needs)
