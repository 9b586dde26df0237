"""How the pages are served; decided once, when the server starts."""

from __future__ import annotations

import ipaddress
import re
import secrets
from dataclasses import dataclass, field
from importlib import metadata

VERSION = metadata.version("greffier")
LOOPBACK_NAMES = ("localhost",)
TOKEN = re.compile(r"[\w.~-]{12,}", re.ASCII)
"""Long enough not to be guessed, of signs that need no quoting in an address or a cookie."""


class UnsafeError(ValueError):
    """A way of serving that would let anybody in: the message says what to add."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`host`, `port`: the address served. `token`: what readers elsewhere must show, null on this
    machine only. `names`: further host names by which the server may be called (a proxy's).
    `secret` signs forms; each start has its own, so that a form does not outlive the server."""

    host: str = "127.0.0.1"
    port: int = 8000
    read_only: bool = False
    token: str | None = None
    author: str = "lecteur"
    names: tuple[str, ...] = ()
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def __post_init__(self) -> None:
        if not is_loopback(self.host) and not self.token:
            raise UnsafeError(
                f"{self.host} can be reached from other machines: add --token SECRET,"
                " or serve on 127.0.0.1"
            )
        if self.token is not None and not TOKEN.fullmatch(self.token):
            raise UnsafeError(
                "the token must have 12 letters, digits or . _ ~ - at least, without accents"
            )

    @property
    def hosts(self) -> frozenset[str]:
        """The names and addresses by which requests may call this server, without ports."""
        local = {"127.0.0.1", "[::1]", *LOOPBACK_NAMES} if is_loopback(self.host) else set()
        return frozenset(name.lower() for name in {self.host, *self.names, *local})


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host.lower() in LOOPBACK_NAMES:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
