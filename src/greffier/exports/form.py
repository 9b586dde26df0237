"""What a form is: its name, and how what a record contains is written in it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from greffier.views import Contents

HOME = "urn:greffier:"
"""What ids begin with where a form needs addresses and the record is not served anywhere."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form that is one file. `write` streams into it; what it writes is the same each time.
    `needs` are
    modules that the extra of the package brings."""

    name: str
    about: str
    ending: str
    write: Callable[[Contents, BinaryIO], None]
    extra: str | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderForm:
    """A form that is a folder; `write` makes it where it is not there and replaces its own
    files."""

    name: str
    about: str
    write: Callable[[Contents, Path], None]
    extra: str | None = None
    needs: tuple[str, ...] = ()


def text(out: BinaryIO, newline: str = "\n") -> io.TextIOWrapper:
    """A binary file as UTF-8 text. Detach it when done: `out` is not ours to close."""
    return io.TextIOWrapper(out, "utf-8", newline=newline, write_through=True)
