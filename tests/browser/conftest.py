"""A real browser (Debian's Chromium) on pages served by a real server on this machine."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.types import ASGIApp

AXE = Path(__file__).with_name("assets") / "axe.min.js"
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
"""Chromium must ask nothing of any network by itself: the tests count its requests."""
SERIOUS = ("serious", "critical")


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("google-chrome")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without Chromium the browser tests cannot run: CI fails, a person is told what to install."""
    if chromium() or os.environ.get("CI"):
        return
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.skip(reason="needs Chromium: apt-get install chromium"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    assert path, "no Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield launched
        launched.close()


Serve = Callable[[ASGIApp], str]


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Starts a server on a free port; returns its address."""
    started: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(app: ASGIApp) -> str:
        config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        started.append((server, thread))
        while not server.started:
            assert thread.is_alive(), "the server stopped while starting"
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    yield start
    for server, thread in started:
        server.should_exit = True
        thread.join(5)


class Watched:
    """A page whose requests and console are kept: tests fail on what should not be there."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.home = home
        self.foreign: list[str] = []
        self.errors: list[str] = []
        page.on("request", self._requested)
        page.on("console", self._told)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _requested(self, request: object) -> None:
        url = str(getattr(request, "url"))  # noqa: B009 - the driver's class has no public name
        if not url.startswith((self.home, "data:", "blob:")):
            self.foreign.append(url)

    def _told(self, message: object) -> None:
        if getattr(message, "type") == "error":  # noqa: B009 - the same
            self.errors.append(str(getattr(message, "text")))  # noqa: B009

    def open(self, path: str) -> None:
        answer = self.page.goto(self.home + path)
        assert answer is not None
        assert answer.ok, f"{path}: {answer.status}"

    def violations(self) -> list[str]:
        """What axe-core finds serious or critical on the page shown."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("async () => (await axe.run()).violations")
        return [
            f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:120]}"
            for v in found
            if v["impact"] in SERIOUS
        ]
