"""What stands before every page: whom it answers, what it lets in, what a page may load."""

from __future__ import annotations

import hmac
import time
from collections import deque
from collections.abc import Awaitable, Callable
from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from greffier.web.settings import Settings, is_loopback

LARGEST_BODY = 64 * 1024
"""Bytes. The longest form is a judgement with its reason."""
LONGEST_QUERY = 4096
"""Bytes of a query string; longer ones come from no form of ours."""
RATE, PERIOD = 600, 60.0
"""Requests of one address in so many seconds; a page asks for a dozen at most."""
MOST_ADDRESSES = 4096
"""Addresses whose requests are counted; beyond, the longest unseen is forgotten."""
COOKIE = "greffier_token"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
        " object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer, browsers send forms without an origin
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """ASGI middleware: Host and Origin checked, token asked for, sizes and rates limited, and the
    headers of every answer."""

    def __init__(
        self, app: ASGIApp, settings: Settings, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.app = app
        self.settings = settings
        self.clock = clock
        self.seen: dict[str, deque[float]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        guarded = _with_headers(send)
        refusal = self.refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, guarded)
            return
        await self.app(scope, _limited(receive), guarded)

    def refusal(self, scope: Scope) -> Response | None:
        """Why a request gets no page, as the answer it gets instead; null when it may go on."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name(host) not in self.settings.hosts:
            return PlainTextResponse("unknown host: call the address shown at the start", 421)
        origin = headers.get("origin")
        if scope["method"] not in ("GET", "HEAD", "OPTIONS") and not _same(origin, host):
            return PlainTextResponse("this form was sent from another site", 403)
        if int(headers.get("content-length") or 0) > LARGEST_BODY:
            return PlainTextResponse("request too large", 413)
        if len(scope["query_string"]) > LONGEST_QUERY:
            return PlainTextResponse("address too long", 414)
        if self._too_many((scope.get("client") or ("", 0))[0]):
            return PlainTextResponse("too many requests: wait a minute", 429)
        return self._stranger(scope, headers)

    def _too_many(self, address: str) -> bool:
        if is_loopback(self.settings.host):
            return False  # whoever is on this machine may work it as hard as they like
        now = self.clock()
        times = self.seen.pop(address, None) or deque()
        self.seen[address] = times  # put last: the first is the longest unseen
        while len(self.seen) > MOST_ADDRESSES:
            del self.seen[next(iter(self.seen))]
        while times and times[0] <= now - PERIOD:
            times.popleft()
        if len(times) >= RATE:
            return True
        times.append(now)
        return False

    def _stranger(self, scope: Scope, headers: Headers) -> Response | None:
        """A token in the address is moved to a cookie, so that it does not stay in histories."""
        token = self.settings.token
        if token is None:
            return None
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])
        if _equal(asked[0], token):
            answer = RedirectResponse(scope["path"], 303)
            answer.set_cookie(COOKIE, token, httponly=True, samesite="strict")
            return answer
        cookies = SimpleCookie(headers.get("cookie", ""))
        shown = cookies[COOKIE].value if COOKIE in cookies else ""
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        if _equal(shown, token) or _equal(bearer, token):
            return None
        return PlainTextResponse("this record asks for its token", 401)


def _equal(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode(), token.encode())


def _name(host: str) -> str:
    """A Host header without its port, in lower case."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()


def _same(origin: str | None, host: str) -> bool:
    """Whether a form comes from our own pages; programs (no browser) send no Origin."""
    return origin is None or origin.partition("://")[2] == host


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return guarded


def _limited(receive: Receive) -> Callable[[], Awaitable[Message]]:
    """The body, cut off once it is larger than told or allowed."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            return {"type": "http.disconnect"}
        return message

    return limited
