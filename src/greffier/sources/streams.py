"""An open stream to its captures: its kind is told by its name, else by how it begins."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import PurePath
from typing import BinaryIO, cast

from greffier.model.text import Refusal
from greffier.sources import kinds
from greffier.sources.kinds import HEAD, Found, Kind, UnreadableError

UNFORESEEN = "cannot be read, in a way that was not foreseen"
"""What a refusal says where a library failed otherwise than it says it does."""
Kinds = tuple[Kind, ...]


def captures(stream: BufferedReader, name: str, uri: str, known: Kinds) -> Iterator[Found]:
    """What a stream holds; never raises for what the stream is."""
    yield from guarded(_captures(stream, name, uri, known), uri)


def _captures(stream: BufferedReader, name: str, uri: str, known: Kinds) -> Iterator[Found]:
    kind = kind_of(name, stream.peek(HEAD)[:HEAD], known)
    if kind is None:
        yield no_kind(name, uri, known)
    elif not kind.installed:
        yield kinds.missing(kind, uri)
    else:
        yield from kind.captures(stream, uri)


def guarded(taken: Iterator[Found], uri: str) -> Iterator[Found]:
    """What is found, with names that can be printed; what is raised on the way is a refusal."""
    try:
        for found in taken:
            yield printable(found)
    except OSError as error:
        yield failed(uri, error)
    except Exception as error:
        yield unforeseen(uri, error)


def unforeseen(uri: str, error: Exception) -> Refusal:
    """The refusal of what a library gave up on in a way that nobody foresaw: one file, or one
    page, stops no run."""
    told = f"{UNFORESEEN} ({type(error).__name__}: {error})"
    return Refusal(uri, told, "Save it in another form, and tell greffier's authors.")


def buffered(raw: RawIOBase | BytesIO | BinaryIO) -> BufferedReader:
    """A stream that can be looked into before it is read."""
    return cast(BufferedReader, io.BufferedReader(cast(RawIOBase, raw)))


_HALF = re.compile("[\ud800-\udfff]")
"""Halves of a character, which JSON may hold and no output can."""


def printable(found: Found) -> Found:
    """What was found, with names that can be printed; its text is `clean.decoding`'s care."""
    if isinstance(found, Refusal):
        return replace(found, uri=_whole(found.uri), reason=_whole(found.reason))
    given = found.given
    outlet = given.outlet and _whole(given.outlet)
    title = given.title and _whole(given.title)
    return replace(found, uri=_whole(found.uri), given=replace(given, outlet=outlet, title=title))


def _whole(told: str) -> str:
    return _HALF.sub("\ufffd", told)


def kind_of(name: str, head: bytes, known: Kinds) -> Kind | None:
    """The first kind that has the longest ending of the name and begins like the stream; the last
    that has the ending, where none begins so; by its beginning alone where no ending tells."""
    endings = [(ending(name, kind), kind) for kind in known]
    longest = max((len(found) for found, _ in endings), default=0)
    named = [kind for found, kind in endings if len(found) == longest]
    begun = next((kind for kind in named if kind.begins(head)), None)
    return begun or (named[-1] if longest else None)


def ending(name: str, kind: Kind) -> str:
    """The longest of a kind's endings that a file's name has; empty when it has none."""
    return max((s for s in kind.suffixes if name.lower().endswith(s)), key=len, default="")


def is_named(name: str, known: Kinds) -> bool:
    return any(ending(name, kind) for kind in known)


def no_kind(name: str, uri: str, known: Kinds) -> Refusal:
    endings = dict.fromkeys(suffix for kind in known for suffix in kind.suffixes)
    return Refusal(
        uri,
        f"no kind of file that holds articles ({PurePath(name).suffix or 'no ending'})",
        f"Greffier reads {', '.join(endings)}; name such a file itself to have it read anyway.",
    )


def failed(uri: str, error: OSError | ValueError) -> Refusal:
    """The refusal that tells why the system gave no access."""
    if isinstance(error, UnreadableError):
        return Refusal(uri, error.reason, error.remedy)
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
