"""ZIP and tar archives, and compressed files: each file inside is read as its own kind.

Nothing is unpacked to disk. Sizes are counted as bytes come out, never believed: an archive that
swells past its limits is left, and what was left is told.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from greffier.model.text import Refusal
from greffier.sources import kinds, streams
from greffier.sources.kinds import Found, Kind, UnreadableError
from greffier.sources.parts.office import ZIP_FAULTS
from greffier.sources.streams import Kinds

MOST_SWELLING = 200
"""Bytes out for each byte in. Text shrinks to a fifth, HTML to a twentieth at best, and deflate can
never give more than 1,032."""
FREE = 10_000_000
"""Bytes that may come out of anything, however small: a bomb of this size harms nobody."""
MOST_OUT = 50_000_000_000
"""Bytes that may come out of one archive, all its files together."""
MOST_MEMBERS = 1_000_000
"""Files in one archive; a year of a large newspaper has some hundred thousand articles."""
LARGEST_HEADER = 1_000_000
"""Bytes of the header of a file in a tar archive, which are read at once; paths take some 200."""
INSIDE = "!/"
"""Between the name of an archive and that of a file inside it, as in Java's jar addresses."""

_FAULTS = (*ZIP_FAULTS, tarfile.TarError, lzma.LZMAError)


class _Meter:
    """How many bytes may still come out of an archive."""

    def __init__(self, left: int) -> None:
        self.left = left

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise UnreadableError(
                "swells out of all proportion when it is decompressed",
                "Do not open it, unless you know who made it; then unpack it yourself.",
            )


class _Metered(io.RawIOBase):
    """A stream out of an archive: it counts what comes out and names what is broken."""

    def __init__(self, inner: Callable[[int], bytes], *meters: _Meter) -> None:
        self._inner = inner
        self._meters = meters

    def readable(self) -> bool:
        return True

    def readinto(self, view: memoryview) -> int:  # type: ignore[override] # all that is given
        try:
            data = self._inner(len(view))
        except UnreadableError:
            raise
        except (*_FAULTS, OSError) as error:
            raise _broken(error) from error
        for meter in self._meters:
            meter.take(len(data))
        view[: len(data)] = data
        return len(data)


def _broken(error: Exception) -> UnreadableError:
    if "password" in str(error) or "encrypted" in str(error):
        return UnreadableError("locked with a password", "Unpack it with its password first.")
    return UnreadableError(
        f"broken or cut short ({str(error) or type(error).__name__})",
        "Fetch it again; what came before was read.",
    )


def _member(
    inner: IO[bytes], name: str, uri: str, inside: Kinds, *meters: _Meter
) -> Iterator[Found]:
    """What one file of an archive holds; its name is only a name, nothing is written there."""
    uri = f"{uri}{INSIDE}{name}"
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if name.startswith(("/", "\\")) or ".." in parts or "\0" in name or ":" in name[:2]:
        yield Refusal(uri, "a name that leads out of the archive", "Beware of this archive.")
    elif any(part.startswith((".", "__MACOSX")) for part in parts):
        return  # hidden, as in folders
    elif not streams.is_named(name, inside):
        yield _no_kind(name, uri, inside)
    else:
        stream = streams.buffered(_Metered(inner.read, *meters))
        yield from streams.captures(stream, name, uri, inside)


def _no_kind(name: str, uri: str, inside: Kinds) -> Refusal:
    if name.lower().endswith(_PACKED):
        return Refusal(uri, "an archive within archives", "Unpack it, then read it by itself.")
    return streams.no_kind(name, uri, inside)


def _zip(stream: BinaryIO, uri: str, inside: Kinds) -> Iterator[Found]:
    total = _Meter(MOST_OUT)
    with kinds.seekable(stream) as file:
        try:
            with zipfile.ZipFile(file) as archive:
                yield from _zipped(archive, uri, inside, total)
        except _FAULTS as error:
            raise _broken(error) from error


def _zipped(archive: zipfile.ZipFile, uri: str, inside: Kinds, total: _Meter) -> Iterator[Found]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if not members:
        yield Refusal(uri, "an empty archive", "Give one that holds articles.")
    for member in sorted(members, key=lambda m: m.filename)[:MOST_MEMBERS]:
        own = _Meter(max(FREE, member.compress_size * MOST_SWELLING))
        try:
            with archive.open(member) as opened:
                yield from _member(opened, member.filename, uri, inside, own, total)
            if total.left < 0:
                return  # as was told of that file
        except (*_FAULTS, OSError) as error:
            yield streams.failed(f"{uri}{INSIDE}{member.filename}", _broken(error))
    if len(members) > MOST_MEMBERS:
        yield _too_many(uri)


class _Header(tarfile.TarInfo):
    """A header that is not read into memory where it claims to be huge."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str | None, errors: str) -> _Header:
        header = super().frombuf(buf, encoding, errors)  # type: ignore[arg-type] # null is allowed
        if header.type in _LONG_HEADERS and header.size > LARGEST_HEADER:
            raise tarfile.ReadError("a header too large to be one")
        return header


_LONG_HEADERS = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)


def _tar(stream: BinaryIO, uri: str, inside: Kinds) -> Iterator[Found]:
    total = _Meter(MOST_OUT)
    count = 0
    try:
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header) as archive:
            for count, member in enumerate(archive, start=1):
                if count > MOST_MEMBERS:
                    yield _too_many(uri)
                    return
                yield from _tarred(archive, member, uri, inside, total)
    except _FAULTS as error:
        raise _broken(error) from error
    if not count:
        yield Refusal(uri, "an empty archive", "Give one that holds articles.")


def _tarred(
    archive: tarfile.TarFile, member: tarfile.TarInfo, uri: str, inside: Kinds, total: _Meter
) -> Iterator[Found]:
    if member.isdir():
        return
    name = member.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    opened = archive.extractfile(member) if member.isreg() else None
    if opened is None:
        reason = "a link or a device in an archive, not a file"
        yield Refusal(
            f"{uri}{INSIDE}{name}", reason, "Read the file it stands for, if there is one."
        )
        return
    yield from _member(opened, name, uri, inside, total)


def _too_many(uri: str) -> Refusal:
    reason = f"more than {MOST_MEMBERS:,} files; the rest was not read"
    return Refusal(uri, reason, "Split the archive.", partly_read=True)


class _Counted(io.RawIOBase):
    """A compressed stream that allows more out, the more is read of it."""

    def __init__(self, inner: BinaryIO, meter: _Meter) -> None:
        self._inner = inner
        self._meter = meter

    def readable(self) -> bool:
        return True

    def readinto(self, view: memoryview) -> int:  # type: ignore[override] # all that is given
        data = self._inner.read(len(view))
        self._meter.left += len(data) * MOST_SWELLING
        view[: len(data)] = data
        return len(data)


def _compressed(stream: BinaryIO, uri: str, inside: Kinds) -> Iterator[Found]:
    meter = _Meter(FREE)
    counted = streams.buffered(_Counted(stream, meter))
    head = counted.peek(8)
    opener = next((opened for magic, opened in _OPENERS if head.startswith(magic)), None)
    if opener is None:
        yield Refusal(uri, "no compressed file, whatever its name", "Rename it as what it is.")
        return
    name = uri.rpartition(".")[0]
    read = opener(counted).read
    out = streams.buffered(_Metered(read, meter, _Meter(MOST_OUT)))
    known = name if streams.is_named(name, inside) else ""
    yield from streams.captures(out, known, uri, inside)


_OPENERS: tuple[tuple[bytes, Callable[[io.BufferedReader], IO[bytes]]], ...] = (
    (b"\x1f\x8b", lambda stream: cast(IO[bytes], gzip.open(stream))),  # noqa: SIM115
    (b"BZh", lambda stream: cast(IO[bytes], bz2.open(stream))),  # noqa: SIM115
    (b"\xfd7zXZ\x00", lambda stream: cast(IO[bytes], lzma.open(stream))),  # noqa: SIM115
)
"""How each way to compress begins, and what undoes it; they hold no file of their own to close."""
_MAGIC = tuple(magic for magic, _ in _OPENERS)
_PACKED = (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar")


def reading(inside: Kinds) -> Kinds:
    """The kinds of archives whose files are read as one of `inside`."""
    return (
        Kind(
            "ZIP",
            (".zip",),
            lambda head: head.startswith((b"PK\x03\x04", b"PK\x05\x06")),
            partial(_zip, inside=inside),
            "archives: each file inside, by its own kind; nothing is unpacked to disk",
            many=True,
        ),
        Kind(
            "tar",
            (".tar",),
            lambda head: head[257:262] == b"ustar",
            partial(_tar, inside=inside),
            "archives: each file inside, by its own kind; links are left out",
            many=True,
        ),
        Kind(
            "compressed",
            (".gz", ".bz2", ".xz", ".tgz", ".tbz2", ".txz"),
            lambda head: head.startswith(_MAGIC),
            partial(_compressed, inside=inside),
            "a file or a tar archive compressed by gzip, bzip2 or xz",
            many=True,
        ),
    )
