"""Office documents that are ZIP files inside (DOCX, XLSX): opened within limits."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from greffier.sources.kinds import LARGEST_FILE, UnreadableError, seekable

MOST_SWELLING = 500
"""Bytes out for each byte in, all parts together; the XML of tables shrinks to a hundredth."""
ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,  # a password is needed
    NotImplementedError,  # a way to compress that the library does not know
    ValueError,
    IndexError,
    OverflowError,
)
"""How the standard library gives up on ZIP files that are broken."""
_REMEDY = "Open it in an office program and save it again."


@contextmanager
def opened(stream: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """The parts of a document; raises `UnreadableError` for what is broken, or would swell.

    A part never gives more bytes than the archive declares for it, so the declared sizes are
    limits that hold.
    """
    with seekable(stream) as file:
        try:
            with zipfile.ZipFile(file) as archive:
                out = sum(member.file_size for member in archive.infolist())
                stored = sum(member.compress_size for member in archive.infolist())
                if out > LARGEST_FILE or out > max(1_000_000, stored * MOST_SWELLING):
                    told = "swells out of all proportion when it is opened"
                    raise UnreadableError(told, "Do not open it unless you know who made it.")
                yield archive
        except ZIP_FAULTS as error:
            locked = "password" in str(error) or "encrypted" in str(error)
            told = "locked with a password" if locked else f"broken or cut short ({error})"
            raise UnreadableError(told, _REMEDY) from error


def part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one part; null where the document has none of that name."""
    try:
        return archive.read(name)
    except KeyError:
        return None
