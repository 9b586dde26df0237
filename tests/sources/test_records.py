"""JSON records and JSON lines: what is given is kept, what is broken is named."""

from __future__ import annotations

import io
import json
import tracemalloc
from io import BytesIO

import pytest

from greffier import sources
from greffier.model.text import Capture, PublishedFrom, Refusal
from greffier.sources import json_document, json_lines, records


def capture(record: object) -> Capture:
    (found,) = records.capture(record, "here#1")
    assert isinstance(found, Capture)
    return found


def test_a_text_is_kept_character_for_character() -> None:
    text = "\ufeff Un\r\ntexte\u2028 à\x00 garder\t\n"
    found = capture({"text": text})
    assert found.data.decode("utf-8") == text
    assert found.encoding == "utf-8"


def test_what_is_known_beside_the_text_is_kept() -> None:
    found = capture(
        {
            "text": "x",
            "uri": "u:1",
            "published": "2021-03-03T18:00:00+01:00",
            "outlet": "Le Réveil",
            "title": "Le pont",
        }
    )
    assert found.uri == "u:1"
    assert found.given.published == "2021-03-03"
    assert found.given.published_from is PublishedFrom.GIVEN
    assert (found.given.outlet, found.given.title) == ("Le Réveil", "Le pont")


def test_a_record_without_uri_is_named_by_its_line() -> None:
    lines = b'{"text": "a"}\n\n{"text": "b"}\n'
    assert [found.uri for found in json_lines.captures(BytesIO(lines), "f")] == ["f#1", "f#3"]


def test_html_is_taken_where_there_is_no_text() -> None:
    assert capture({"html": "<p>x</p>", "text": " "}).media_type == "text/html"


def test_a_date_that_is_none_is_left_out_and_told() -> None:
    told, found = records.capture({"text": "x", "published": "hier"}, "here")
    assert isinstance(told, Refusal)
    assert told.partly_read
    assert isinstance(found, Capture)
    assert found.given.published is None


def test_a_broken_line_does_not_stop_the_others() -> None:
    data = b'{"text": "a"}\n{"text": \n\xe9\xe8\n[]\n{"text": "b"}'
    found = list(json_lines.captures(BytesIO(data), "f"))
    assert [isinstance(item, Capture) for item in found] == [True, False, False, False, True]


def test_json_lines_under_the_name_of_a_json_document_are_read() -> None:
    found = list(json_document.captures(BytesIO(b'{"text": "a"}\n{"text": "b"}\n'), "f.json"))
    assert [item.uri for item in found] == ["f.json#1", "f.json#2"]


class Endless(io.RawIOBase):
    """A stream of `count` records of a quarter of a megabyte each, made as it is read."""

    def __init__(self, count: int) -> None:
        self.lines = (json.dumps({"text": f"{i} " * 60_000}).encode() + b"\n" for i in range(count))
        self.rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self.rest = self.rest or next(self.lines, b"")
        part, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def test_json_lines_stream_in_flat_memory() -> None:
    tracemalloc.start()
    stream = io.BufferedReader(Endless(100))
    count = sum(1 for _ in json_lines.captures(stream, "f"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 100
    assert peak < 5_000_000


def test_a_line_that_is_too_large_is_skipped_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "LARGEST_ARTICLE", 50)
    data = b'{"text": "a"}\n' + b"x" * 500 + b'\n{"text": "b"}\n'
    found = list(json_lines.captures(BytesIO(data), "f"))
    assert [isinstance(item, Capture) for item in found] == [True, False, True]


def test_a_text_of_the_caller_is_a_capture() -> None:
    assert sources.of_text("é\ud800").data == "é\ud800".encode("utf-8", "surrogatepass")
