"""One page over HTTP, within limits of size, time and redirects, from checked addresses only."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import metadata
from types import MappingProxyType
from urllib.parse import urljoin

from greffier.sources.kinds import LARGEST_ARTICLE, PassingError, UnreadableError
from greffier.sources.online.addresses import (
    Address,
    Networks,
    Resolve,
    parsed,
    reachable,
    resolved,
)

AGENT = f"greffier/{metadata.version('greffier')}"
"""What greffier calls itself; robots.txt may name it by what stands before the slash."""
MOST_REDIRECTS = 5
"""As many as RFC 9309 follows for robots.txt; browsers follow 20, pages need 1 to 3."""
TO_CONNECT = 10.0
"""Seconds."""
TO_ANSWER = 20.0
"""Seconds without a byte."""
TO_END = 60.0
"""Seconds for one hop, headers and body, however the server drips them."""
BLOCK = 65_536
ACCEPTED = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"
NO_HEADERS: Mapping[str, str] = MappingProxyType({})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: the address that gave it, after redirects, its status, headers and body.
    `moved` says that every redirect on the way was permanent."""

    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """How much and how long; the constants of this file unless a caller needs less."""

    size: int = LARGEST_ARTICLE
    cut: bool = False  # what passes the size is left out, and the rest taken
    connect: float = TO_CONNECT
    answer: float = TO_ANSWER
    end: float = TO_END


@dataclass(frozen=True, slots=True)
class Client:
    """Fetches pages; `allowed` networks may be reached though they are private."""

    allowed: Networks = ()
    limits: Limits = field(default_factory=Limits)
    resolve: Resolve = resolved

    def get(
        self,
        told: str,
        headers: Mapping[str, str] = NO_HEADERS,
        before: Callable[[Address], None] = lambda address: None,
    ) -> Fetched:
        """The answer of an address, whatever its status; each hop is checked as the first was,
        also by `before`, which may raise. Raises `UnreadableError` where there is no answer, or
        where it passes the limits."""
        moved = True
        for hop in range(MOST_REDIRECTS + 1):
            address = parsed(told)
            before(address)
            found = self._hop(address, headers)
            target = found.headers.get("location")
            if found.status not in _REDIRECTS or not target:
                return Fetched(
                    found.address, found.status, found.headers, found.body, moved and hop > 0
                )
            moved = moved and found.status in (301, 308)
            told = _joined(address, target)
        reason = f"redirected more than {MOST_REDIRECTS} times"
        raise UnreadableError(reason, "Open it in a browser and give the address it ends at.")

    def _hop(self, address: Address, headers: Mapping[str, str]) -> Fetched:
        """One request and its answer, from an IP address that was checked."""
        ips = reachable(address, self.allowed, self.resolve)
        try:
            with _timed(self._connected(address, ips), self.limits.end) as connection:
                if isinstance(connection.sock, ssl.SSLSocket):
                    connection.sock.do_handshake()  # within the time for the hop
                sent = {"User-Agent": AGENT, "Accept": ACCEPTED, "Accept-Encoding": "gzip"}
                sent |= {"Connection": "close", **headers}
                connection.request("GET", address.target, headers=sent)
                answer = connection.getresponse()
                given = {name.lower(): value for name, value in answer.getheaders()}
                body = _body(answer, given, self.limits)
        except TimeoutError:
            raise PassingError("too slow to answer", "Try again later.") from None
        except ssl.SSLError as error:
            told = f"its certificate or encryption is not in order ({error.reason})"
            raise UnreadableError(told, "Save the page from your browser.") from None
        except UnreadableError:
            raise
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            told = f"gives no proper answer ({error or type(error).__name__})"
            raise PassingError(told, "Try again later.") from None
        return Fetched(str(address), answer.status, MappingProxyType(given), body)

    def _connected(self, address: Address, ips: list[str]) -> http.client.HTTPConnection:
        """A connection to the first of the IP addresses that takes one."""
        refused: OSError = OSError("no address")
        for ip in ips:
            try:
                sock = socket.create_connection((ip, address.port), self.limits.connect)
            except OSError as error:
                refused = error
                continue
            sock.settimeout(self.limits.answer)
            if address.scheme == "https":
                sock = _trusted().wrap_socket(
                    sock, server_hostname=address.host, do_handshake_on_connect=False
                )
            connection = http.client.HTTPConnection(address.authority)
            connection.sock = sock  # already connected: it never resolves the name itself
            connection.auto_open = 0
            return connection
        raise refused


def _joined(address: Address, target: str) -> str:
    """Where a redirect leads; what is no address is told when it is parsed."""
    try:
        return urljoin(str(address), target)
    except ValueError:
        return target


@lru_cache(maxsize=1)
def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context()


@contextmanager
def _timed(
    connection: http.client.HTTPConnection, seconds: float
) -> Iterator[http.client.HTTPConnection]:
    """The connection, which is cut when its time is over, even if bytes still drip."""
    over = threading.Event()
    sock = connection.sock

    def cut() -> None:
        over.set()
        try:
            sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # closed already

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield connection
    except Exception:
        if over.is_set():
            raise TimeoutError from None
        raise
    finally:
        timer.cancel()
        connection.close()
    if over.is_set():
        raise TimeoutError


def _body(answer: http.client.HTTPResponse, headers: Mapping[str, str], limits: Limits) -> bytes:
    """The body as it was before it was compressed, never more than the limit."""
    largest = limits.size
    packed = headers.get("content-encoding", "").lower()
    unpack = zlib.decompressobj(47) if packed in ("gzip", "x-gzip", "deflate") else None
    if unpack is None and packed not in ("", "identity"):
        told = f"compressed in a way that was not asked for ({packed})"
        raise UnreadableError(told, "Save the page from your browser.")
    parts: list[bytes] = []
    size = 0
    while block := answer.read(BLOCK):
        part = unpack.decompress(block, largest + 1 - size) if unpack else block
        size += len(part)
        parts.append(part)
        if size > largest and limits.cut:
            return b"".join(parts)[:largest]
        if size > largest:
            told = f"larger than {largest / 1_000_000:g} MB"
            raise UnreadableError(told, "It is hardly an article; if it is, save it and read that.")
    length = headers.get("content-length", "")
    if unpack is None and length.isdigit() and size < int(length):
        raise PassingError("breaks off before its end", "Try again later.")
    return b"".join(parts)
