"""Web archives: WARC files (plain, gzip, zstd) and WACZ packages of them; their article pages.

Taken are answers with status 200 that hold an HTML page which is an article, each page once,
whatever its addresses. All else is counted and told.
"""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import IO, TYPE_CHECKING, BinaryIO

from greffier.model.text import Capture, Refusal
from greffier.sources import html
from greffier.sources.kinds import (
    LARGEST_ARTICLE,
    Found,
    Kind,
    UnreadableError,
    note,
    seekable,
    too_large,
)
from greffier.sources.parts import article_pages, markup
from greffier.sources.parts.office import ZIP_FAULTS

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

PAGES = ("text/html", "application/xhtml+xml")
_ARCHIVES = (".warc", ".warc.gz", ".warc.zst")
_ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")
"""How zstd begins, without a dictionary and with one in front."""


class _Crawl:
    """What was met so far in one archive: each page is taken once."""

    def __init__(self) -> None:
        self.met: set[bytes] = set()
        self.left_out: Counter[str] = Counter()

    def is_new(self, *keys: bytes) -> bool:
        short = [sha256(key).digest()[:16] for key in keys]
        new = self.met.isdisjoint(short)
        self.met.update(short)
        return new

    def told(self, uri: str) -> Iterator[Refusal]:
        if self.left_out:
            counts = (f"{count} {what}" for what, count in sorted(self.left_out.items()))
            yield note(uri, f"left out of the web archive: {', '.join(counts)}", "Nothing to do.")


class _Forward:
    """A stream as fastwarc needs it: it tells its place, which those that cannot go back do not."""

    def __init__(self, inner: IO[bytes]) -> None:
        self._inner = inner
        self._place = 0

    def read(self, size: int = -1) -> bytes:
        data = self._inner.read(size)
        self._place += len(data)
        return data

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = 0) -> int:
        raise OSError("a stream that is read forward only")

    def close(self) -> None:
        return  # it is closed by who opened it


def warc(stream: BinaryIO, uri: str) -> Iterator[Found]:
    crawl = _Crawl()
    yield from _records(stream, uri, crawl)
    yield from crawl.told(uri)


def wacz(stream: BinaryIO, uri: str) -> Iterator[Found]:
    """The web archives of a package, as one."""
    crawl = _Crawl()
    with seekable(stream) as file:
        try:
            with zipfile.ZipFile(file) as package:
                names = [n for n in sorted(package.namelist()) if n.lower().endswith(_ARCHIVES)]
                for name in names:
                    with package.open(name) as archive:
                        yield from _records(archive, f"{uri}!/{name}", crawl)
        except ZIP_FAULTS as error:
            told = f"a broken package ({error})"
            raise UnreadableError(told, "Fetch it again, whole.") from error
    if not names:
        yield Refusal(uri, "a package without web archives", "Give a WACZ file with its archives.")
    yield from crawl.told(uri)


def _records(stream: IO[bytes], uri: str, crawl: _Crawl) -> Iterator[Found]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    count = 0
    try:
        for record in ArchiveIterator(_Forward(stream), auto_decode="all"):
            count += 1
            if record.record_type is WarcRecordType.response:
                yield from _answer(record, uri, crawl)
            elif record.record_type is WarcRecordType.revisit:
                crawl.left_out["page(s) met again"] += 1
    except (OSError, ValueError, EOFError) as error:
        if isinstance(error, UnreadableError):
            raise
        told = f"a web archive that breaks off after {count} record(s) ({error})"
        yield Refusal(uri, told, "Fetch it again; what came before was read.", count > 0)
        return
    if not count:
        yield Refusal(uri, "a web archive without records", "Give a WARC file with answers.")


def _answer(record: WarcRecord, uri: str, crawl: _Crawl) -> Iterator[Found]:
    """The page of one answer, where it is an article that was not met before."""
    headers = record.http_headers if record.is_http else None
    media = (record.http_content_type or "").lower() if headers else ""
    if headers is None or not media.startswith(PAGES):
        crawl.left_out["file(s) that are no page"] += 1
        return
    if headers.status_code != 200:
        crawl.left_out["answer(s) of another status than 200"] += 1
        return
    address = (record.headers.get("WARC-Target-URI") or f"{uri}#{record.record_id}").strip("<> ")
    try:
        data = record.reader.read(LARGEST_ARTICLE + 1)
    except (OSError, ValueError) as error:
        remedy = "Fetch the page itself."
        yield Refusal(address, f"broken in its archive ({error})", remedy)
        return
    if len(data) > LARGEST_ARTICLE:
        yield too_large(address)
        return
    yield from _page(data, address, headers.get("Content-Type"), crawl)
    if record.headers.get("WARC-Truncated"):
        told = "cut short when it was archived"
        yield Refusal(address, told, "Fetch the page itself.", partly_read=True)


def _page(data: bytes, address: str, content_type: str | None, crawl: _Crawl) -> Iterator[Found]:
    encoding = article_pages.encoding(data, content_type)
    root = markup.page(data, encoding)
    if root is None or not article_pages.is_article(root, address):
        crawl.left_out["page(s) that are no article"] += 1
        return
    own = article_pages.own_address(root, address)
    _, _, bare = own.partition("://")
    site, _, path = bare.partition("/")
    page = f"{article_pages.site(site)}/{path.rstrip('/')}"
    if crawl.is_new(data, page.encode("utf-8", "replace")):
        yield Capture(own, data, html.MEDIA_TYPE, encoding=encoding)
    else:
        crawl.left_out["page(s) met again"] += 1


def _begins(head: bytes) -> bool:
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, 16)
        except zlib.error:
            return False
    return head.startswith((b"WARC/", *_ZSTD))


WARC = Kind(
    "WARC",
    _ARCHIVES,
    _begins,
    warc,
    "web archives, plain, gzip or zstd: each article page once; the rest is counted",
    many=True,
    extra="warc",
    needs=("fastwarc",),
)
WACZ = Kind(
    "WACZ",
    (".wacz",),
    lambda head: head.startswith(b"PK\x03\x04") and b"archive/" in head,
    wacz,
    "packages of web archives: as WARC, each page once in the whole package",
    many=True,
    extra="warc",
    needs=("fastwarc",),
)
