"""Input made to do harm: text on which patterns could run for hours, names that cannot be printed,
files past every limit. Each is read or refused within its time."""

from __future__ import annotations

import io
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import greffier.sources
from greffier import sources
from greffier.model.text import Capture, Refusal
from greffier.sources import kinds, mail, streams
from greffier.sources.kinds import Found, Kind, UnreadableError
from greffier.sources.parts import wrapping
from tests.sources.samples import SAMPLES

SLOWEST = 3.0
"""Processor seconds for `SIZE` bytes of the worst text; a pattern that backtracks without end takes
hours."""
SIZE = 100_000
LINE = 2_000
"""Characters that patterns are tried on; they see names and lines of 200, and heads of 8,192."""


def read(data: bytes, kind: Kind) -> list[Found]:
    name = f"a{kind.suffixes[0]}"
    return list(streams.captures(streams.buffered(io.BytesIO(data)), name, name, (kind,)))


def worst(kind: Kind) -> Iterator[bytes]:
    """A sample whose texts are blown up by what patterns repeat."""
    sample = SAMPLES[kind.name]
    for unit in (b" ", "\u00a0".encode(), b"a-", b"<!---->", b"From 1111 ", b'"', b"<p>"):
        blown = unit * (SIZE // len(unit))
        yield blown
        yield sample[: len(sample) // 2] + blown + sample[len(sample) // 2 :]


@pytest.mark.parametrize("kind", sources.KINDS, ids=lambda kind: kind.name)
def test_the_worst_text_is_read_or_refused_in_time(kind: Kind) -> None:
    for data in worst(kind):
        start = time.process_time()
        for other in sources.KINDS:
            other.begins(data[: kinds.HEAD])
        read(data, kind)
        assert time.process_time() - start < SLOWEST, data[:40]


UNITS = (" ", "\u00a0", "a", "a-", "1", "1 ", ".", "<!---->", "From 1111", "no 1", "(site")
"""What patterns repeat."""


def patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    """Every pattern of the package, by its name."""
    package = Path(greffier.sources.__file__).parent
    for path in package.rglob("*.py"):
        name = ".".join(path.relative_to(package).with_suffix("").parts)
        module = getattr(greffier.sources, name, None) or __import__(
            f"greffier.sources.{name}", fromlist=["x"]
        )
        if isinstance(module, ModuleType):
            for held, value in vars(module).items():
                if isinstance(value, re.Pattern):
                    yield f"{name}.{held}", value


@pytest.mark.parametrize(
    ("name", "pattern"), dict(patterns()).items(), ids=lambda v: v if isinstance(v, str) else ""
)
def test_no_pattern_runs_without_end(
    name: str, pattern: re.Pattern[str] | re.Pattern[bytes]
) -> None:
    for unit in UNITS:
        text = (unit * LINE)[:LINE]
        start = time.process_time()
        for told in (text, text + "!"):
            if isinstance(pattern.pattern, bytes):
                pattern.search(told.encode())
            else:
                pattern.search(told)
        assert time.process_time() - start < SLOWEST / 10, unit


def test_lines_are_joined_in_linear_time() -> None:
    text = "\n".join(["mot " * 20 + "a-"] * (SIZE // 82))
    start = time.process_time()
    assert len(wrapping.unwrapped(text)) > SIZE / 2
    assert time.process_time() - start < SLOWEST


def test_names_that_cannot_be_printed_are_mended() -> None:
    record = {"text": "Le pont ferme.", "title": "a\ud800", "uri": "u\ud800", "outlet": "\udfff"}
    (found,) = read(json.dumps(record).encode(), sources.json_lines.KIND)
    assert isinstance(found, Capture)
    assert (found.uri, found.given.title, found.given.outlet) == ("u\ufffd", "a\ufffd", "\ufffd")
    (refused,) = read(json.dumps({"uri": "u\ud800"}).encode(), sources.json_lines.KIND)
    assert refused.uri == "u\ufffd"


def test_a_file_that_must_be_read_whole_has_a_limit() -> None:
    assert kinds.all_of(io.BytesIO(b"abc"), 3) == b"abc"
    with pytest.raises(UnreadableError, match="too large"):
        kinds.all_of(io.BytesIO(b"abcd"), 3)


def test_a_stream_is_copied_up_to_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    with kinds.seekable(Pipe(b"abc")) as copy:
        assert copy.seek(1) == 1
        assert copy.read() == b"bc"
    monkeypatch.setattr(kinds, "LARGEST_SPOOLED", 2)
    with pytest.raises(UnreadableError, match="larger"), kinds.seekable(Pipe(b"abc")):
        pass


def test_a_message_that_is_too_large_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "LARGEST_MESSAGE", 200)
    opening = b"From a@b Tue Mar  4 10:00:00 2025\n"
    small = opening + b"Subject: a\nX: b\n\nLe pont ferme.\n\n"
    found = read(small + opening + b"x\n" * 500 + b"\n" + small, mail.MBOX)
    assert [type(item) for item in found] == [Capture, Refusal, Capture]
