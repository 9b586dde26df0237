"""Where streams come from: stdin, a file, every file of a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import cast

from greffier.model.text import Refusal
from greffier.sources import streams
from greffier.sources.kinds import Found
from greffier.sources.streams import Kinds

STDIN = "-"


def captures(argument: str, kinds: Kinds) -> Iterator[Found]:
    """What a place holds, in a fixed order; what cannot be opened or read is a refusal."""
    if argument == STDIN:
        yield from streams.captures(_stdin(), "", STDIN, kinds)
        return
    for path in files(Path(argument)):
        if isinstance(path, Refusal):
            yield path
        elif argument != str(path) and not streams.is_named(path.name, kinds):
            yield streams.no_kind(path.name, uri_of(path), kinds)
        else:
            yield from _opened(path, kinds)


def files(place: Path) -> Iterator[Path | Refusal]:
    """The files of a folder and of its folders, in order of name (hidden ones left out), or the
    file itself."""
    if not place.is_dir():
        yield place
        return
    failures: list[OSError] = []
    count = 0
    for folder, inner, names in os.walk(place, onerror=failures.append):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                count += 1
                yield Path(folder, name)
    yield from (streams.failed(os.fsdecode(error.filename), error) for error in failures)
    if not count and not failures:
        yield Refusal(uri_of(place), "an empty folder", "Give a folder that holds articles.")


def _stdin() -> BufferedReader:
    """The bytes of stdin; where it was replaced, as in a notebook, it may not look ahead."""
    stream = sys.stdin.buffer
    return cast(BufferedReader, stream) if hasattr(stream, "peek") else streams.buffered(stream)


def _opened(path: Path, kinds: Kinds) -> Iterator[Found]:
    uri = uri_of(path)
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield streams.failed(uri, error)
        return
    with stream:
        # a file without a known ending is known by how it begins, and text begins like anything
        yield from streams.captures(stream, path.name, uri, kinds)


def uri_of(path: Path) -> str:
    """The path as text that can be printed, even where the file system's names are not UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")
