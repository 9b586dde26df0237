"""Where streams come from: stdin, a file, every file of a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from io import BufferedReader
from pathlib import Path
from typing import cast

from greffier.model.text import Refusal
from greffier.sources.kinds import HEAD, Found, Kind

STDIN = "-"
Kinds = tuple[Kind, ...]


def captures(argument: str, kinds: Kinds) -> Iterator[Found]:
    """What a place holds, in a fixed order; what cannot be opened or read is a refusal."""
    if argument == STDIN:
        yield from _read(nullcontext(cast(BufferedReader, sys.stdin.buffer)), STDIN, "", kinds)
        return
    for path in files(Path(argument)):
        if isinstance(path, Refusal):
            yield path
            continue
        known = path.suffix.lower()
        if argument != str(path) and not any(known in kind.suffixes for kind in kinds):
            yield _no_kind(path, kinds)
        else:
            yield from _opened(path, known, kinds)


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
    yield from (failed(os.fsdecode(error.filename), error) for error in failures)
    if not count and not failures:
        yield Refusal(uri_of(place), "an empty folder", "Give a folder that holds articles.")


def _opened(path: Path, known: str, kinds: Kinds) -> Iterator[Found]:
    uri = uri_of(path)
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield failed(uri, error)
        return
    yield from _read(stream, uri, known, kinds)


def _read(
    opened: AbstractContextManager[BufferedReader], uri: str, known: str, kinds: Kinds
) -> Iterator[Found]:
    """The captures of an open stream, by its name's ending, else by how it begins."""
    try:
        with opened as stream:
            kind = next((k for k in kinds if known in k.suffixes), None) or _sniffed(stream, kinds)
            yield from kind.captures(stream, uri)
    except OSError as error:
        yield failed(uri, error)


def _sniffed(stream: BufferedReader, kinds: Kinds) -> Kind:
    head = stream.peek(HEAD)[:HEAD]
    return next(kind for kind in kinds if kind.begins(head))


def uri_of(path: Path) -> str:
    """The path as text that can be printed, even where the file system's names are not UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def failed(uri: str, error: OSError | ValueError) -> Refusal:
    """The refusal that tells why the system gave no access."""
    for kind, reason, remedy in FAILURES:
        if isinstance(error, kind):
            return Refusal(uri, reason, remedy)
    told = getattr(error, "strerror", None) or str(error)
    return Refusal(uri, f"cannot be read ({told})", "Check the file and the disk, then try again.")


FAILURES = (
    (
        FileNotFoundError,
        "no such file or folder",
        "Check the name; if it was moved while reading, try again.",
    ),
    (PermissionError, "not yours to read", "Ask its owner for leave, or copy it: chmod u+r."),
    (IsADirectoryError, "a folder where a file was", "Try again."),
)
"""What the system says, in plain words, and what to do."""


def _no_kind(path: Path, kinds: Kinds) -> Refusal:
    known = ", ".join(suffix for kind in kinds for suffix in kind.suffixes)
    return Refusal(
        uri_of(path),
        f"no kind of file that holds articles ({path.suffix or 'no ending'})",
        f"Greffier reads {known}; name such a file itself to have it read anyway.",
    )
