"""Which addresses may be fetched: http and https, on the public network unless allowed."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from greffier.sources.kinds import PassingError, UnreadableError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Networks = tuple[Network, ...]
Ip = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]
"""The IP addresses of a host, in order of preference; raises OSError."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}
LONGEST = 4000
"""Code points of an address; servers refuse longer ones."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address taken apart; `target` is what is asked of the host."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        shown = f"[{self.host}]" if ":" in self.host else self.host
        told = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{shown}{told}"

    @property
    def authority(self) -> str:
        return self.origin.partition("://")[2]

    def __str__(self) -> str:
        return self.origin + self.target


def parsed(told: str) -> Address:
    """An address as text, taken apart; raises `UnreadableError` for what is none."""
    try:
        parts = urlsplit(told.strip())
        scheme, host = parts.scheme.lower(), parts.hostname or ""
        port = parts.port or _PORTS.get(scheme, 0)
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        scheme = host = ""
    if scheme not in _PORTS or not host or len(told) > LONGEST:
        raise UnreadableError("no web address", "Write it as https://…, as the browser shows it.")
    if parts.username or parts.password:
        told = "an address with a name or password in it"
        raise UnreadableError(told, "Save the page from your browser and read the file.")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    return Address(scheme, host.rstrip("."), port, urlunsplit(("", "", path, query, "")))


def resolved(host: str, port: int) -> list[str]:
    """The IP addresses that the system's resolver gives."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def reachable(address: Address, allowed: Networks, resolve: Resolve) -> list[str]:
    """The IP addresses to connect to: those of the host that are public or allowed.

    The connection must go to one of these, not to the name again, which may by then lead
    elsewhere. Raises `UnreadableError` when there is none.
    """
    try:
        found = resolve(address.host, address.port)
    except (OSError, UnicodeError):
        told = f"no site of the name {address.host}"
        raise PassingError(told, "Check the address and the network.") from None
    open_to_us = [ip for ip in found if is_open(ip, allowed)]
    if not open_to_us:
        told = f"leads to a private address ({address.host})"
        remedy = "If it is one of yours, allow it: --allow-network ADDRESS."
        raise UnreadableError(told, remedy)
    return open_to_us


def is_open(told: str, allowed: Networks = ()) -> bool:
    """Whether an IP address is public or allowed, and so is every one wrapped in it."""
    try:
        ip = ipaddress.ip_address(told.partition("%")[0])
    except ValueError:
        return False
    return all(
        any(one in network for network in allowed if network.version == one.version)
        or (one.is_global and not one.is_multicast and not one.is_reserved)
        for one in _inside(ip)
    )


def _inside(ip: Ip) -> Iterator[Ip]:
    """The addresses that packets may end up at: an IPv6 address may wrap an IPv4 one."""
    if isinstance(ip, ipaddress.IPv4Address):
        yield ip
        return
    wrapped = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _NAT64:
        wrapped.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    inner = [one for one in wrapped if one is not None]
    if ip.ipv4_mapped is None and ip not in _NAT64:
        yield ip
    yield from inner
