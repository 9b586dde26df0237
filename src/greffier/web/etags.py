"""Answers carry a digest of themselves; who has that very answer is told so, and sent nothing."""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Etags:
    """ASGI middleware for the addresses under a prefix; their answers are small enough to be held
    whole."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self.app = app
        self.prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        wanted = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if not wanted or not scope["path"].startswith(self.prefix):
            await self.app(scope, receive, send)
            return
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)

        await self.app(scope, receive, hold)
        start, *bodies = held
        if start["status"] == 200:
            body = b"".join(message.get("body", b"") for message in bodies)
            tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            headers = MutableHeaders(scope=start)
            headers["ETag"] = tag
            headers["Cache-Control"] = "no-cache"
            if tag in Headers(scope=scope).get("if-none-match", ""):
                start["status"] = 304
                del headers["content-length"]
                bodies = [{"type": "http.response.body", "body": b""}]
        for message in (start, *bodies):
            await send(message)
