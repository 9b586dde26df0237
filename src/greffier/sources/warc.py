"""Web archives: WARC files (plain, gzip, zstd) and WACZ packages of them; their article pages.

Taken are answers with status 200 that hold an HTML page which is an article, each page once,
whatever its addresses. All else is counted and told.
"""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from io import BufferedReader, BytesIO
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from greffier.model.text import Capture, Refusal
from greffier.sources import html, streams
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
    from fastwarc.warc import HeaderMap, WarcRecord

PAGES = ("text/html", "application/xhtml+xml")
_ARCHIVES = (".warc", ".warc.gz", ".warc.zst")
_END = b"\r\n\r\n"
"""How every record ends."""
_GZIP = b"\x1f\x8b"
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

    def __init__(self, inner: BufferedReader | gzip.GzipFile) -> None:
        self._inner = inner
        self._place = 0
        self.end = b""
        self.is_zstd = False  # then fastwarc unpacks it, and tells what is missing

    def read(self, size: int = -1) -> bytes:
        data = self._inner.read1(size)  # what there is, before what is missing is told
        self.is_zstd = self.is_zstd or (not self._place and data.startswith(_ZSTD))
        self._place += len(data)
        self.end = (self.end + data)[-len(_END) :]
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


def _unpacked(stream: IO[bytes]) -> BufferedReader | gzip.GzipFile:
    """The records of a stream, unpacked where it is gzip: unlike fastwarc's own, Python's reader
    tells when a stream breaks off."""
    buffered = cast(BufferedReader, stream)
    if not hasattr(stream, "peek"):
        buffered = streams.buffered(cast(BytesIO, stream))
    if buffered.peek(2).startswith(_GZIP):
        return gzip.GzipFile(fileobj=buffered)
    return buffered


def _records(stream: IO[bytes], uri: str, crawl: _Crawl) -> Iterator[Found]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    count = 0
    unpacked = _Forward(_unpacked(stream))
    try:
        for record in ArchiveIterator(unpacked, auto_decode="none"):
            count += 1
            if record.record_type is WarcRecordType.response:
                yield from _answer(record, uri, crawl)
            elif record.record_type is WarcRecordType.revisit:
                crawl.left_out["page(s) met again"] += 1
    except (OSError, ValueError, EOFError, zlib.error) as error:
        if isinstance(error, UnreadableError):
            raise
        yield _breaks_off(uri, count, str(error))
        return
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of fastwarc's Rust, which is no Exception
            raise
        yield _breaks_off(uri, count, "in a way that its reader did not foresee")
        return
    if not count:
        yield Refusal(uri, "a web archive without records", "Give a WARC file with answers.")
    elif unpacked.end != _END and not unpacked.is_zstd:
        yield _breaks_off(uri, count, "its last record has no end")


def _breaks_off(uri: str, count: int, how: str) -> Refusal:
    told = f"a web archive that breaks off after {count} record(s) ({how})"
    return Refusal(uri, told, "Fetch it again; what came before was read.", partly_read=count > 0)


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
    raw = record.reader.read(LARGEST_ARTICLE + 1)
    cut = len(raw) < record.content_length and len(raw) <= LARGEST_ARTICLE
    try:
        data = _decoded(raw, headers)
    except (OSError, ValueError, EOFError, zlib.error) as error:
        yield Refusal(address, f"broken in its archive ({error})", "Fetch the page itself.")
        return
    if len(data) > LARGEST_ARTICLE:
        yield too_large(address)
        return
    yield from _page(data, address, headers.get("Content-Type"), crawl)
    if cut or record.headers.get("WARC-Truncated"):
        told = "cut short when it was archived"
        yield Refusal(address, told, "Fetch the page itself.", partly_read=True)


def _decoded(raw: bytes, headers: HeaderMap) -> bytes:
    """The body of an answer as it was before it was sent: never much more than an article holds."""
    from fastwarc.stream_io import BrotliReader, ChunkedReader

    if (headers.get("Transfer-Encoding") or "").lower() == "chunked":
        with suppress(OSError, ValueError):  # many archives keep the header but not the chunks
            raw = ChunkedReader(BytesIO(raw)).read(LARGEST_ARTICLE + 1)
    encoding = (headers.get("Content-Encoding") or "").lower()
    if encoding in ("gzip", "x-gzip", "deflate") and raw.startswith((_GZIP, b"\x78")):
        return zlib.decompressobj(47).decompress(raw, LARGEST_ARTICLE + 1)
    if encoding == "br":
        return BrotliReader(BytesIO(raw)).read(LARGEST_ARTICLE + 1)
    return raw


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
    if head.startswith(_GZIP):
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
