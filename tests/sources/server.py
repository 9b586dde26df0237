"""A real web server on this machine, whose answers a test writes."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Headers = dict[str, str]
Answer = tuple[int, Headers, bytes]


class Site:
    """Answers by path; `asked` holds each request that came, as its path and headers."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer | Callable[[Headers], Answer]] = {}
        self.raw: dict[str, Callable[[socket.socket], None]] = {}
        self.asked: list[tuple[str, Headers]] = []
        self.port = 0

    def page(self, path: str, body: bytes, media: str = "text/html", **headers: str) -> None:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (200, {"Content-Type": media, **told}, body)

    def moved(self, path: str, to: str, status: int = 302) -> None:
        self.answers[path] = (status, {"Location": to}, b"")

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            given = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, given))
            if self.path in site.raw:
                site.raw[self.path](self.connection)
                self.close_connection = True
                return
            found = site.answers.get(self.path, (404, {}, b""))
            status, headers, body = found(given) if callable(found) else found
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            return

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            return  # clients that hang up are what some tests are about

    server = Quiet(("127.0.0.1", 0), Handler)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
