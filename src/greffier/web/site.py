"""The pages of a record as a folder that opens from disk, without a server.

Every page that the first one leads to is asked of the application itself; its links are made
relative. What needs a server is left out: search, review, forms, scripts, the API.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections import deque
from collections.abc import Iterator
from html import escape
from importlib import resources
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urldefrag, urlsplit

from anyio.from_thread import start_blocking_portal
from lxml import html
from starlette.types import ASGIApp, Message, Scope

from greffier.exports.form import FolderForm
from greffier.model.questions import EVERYTHING
from greffier.views import Contents
from greffier.web.app import create_app
from greffier.web.settings import Settings

HOST = "127.0.0.1"
LEFT_OUT = ("/api/", "/search", "/review")
"""What answers only when there is a server."""
AT_HOME = (".atom", ".ttl")
"""What holds the address of the server."""
DATA = (".json", ".csv", ".gexf")
"""Lists as data: those of the whole record only, since there is one for each name besides."""
SAFE = re.compile(r"/[\w./~-]*", re.ASCII)
"""Paths that are also names of files."""
LINKS = ("href", "src")
DROPPED = "//script | //form | //link[@rel='alternate'] | //footer/nav"
"""Scripts, forms, feeds, and the choice of language, which is a cookie's."""


class Filtered(ValueError):
    """A site is of a whole record."""


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def write(contents: Contents, folder: Path) -> None:
    """The pages in French. Raises `Filtered` when only a part is asked for."""
    if contents.asked != EVERYTHING:
        raise Filtered("a site is of the whole record: leave the filters out")
    assets = resources.files("greffier.web") / "static"
    (folder / "static").mkdir(parents=True, exist_ok=True)
    for asset in assets.iterdir():
        if asset.name.endswith((".css", ".svg")):
            (folder / "static" / asset.name).write_bytes(asset.read_bytes())
    app = create_app(contents.store, Settings(read_only=True))
    # a loop in a thread of its own: whoever calls may have one running (a notebook does)
    with start_blocking_portal() as portal:
        portal.call(_crawl, app, folder)


FORM = FolderForm("site", "the web pages as a folder that opens from disk", write)


async def _crawl(app: ASGIApp, folder: Path) -> None:
    todo, known = deque(["/"]), {"/"}
    while todo:
        address = todo.popleft()
        answer = await ask(app, address)
        body, found = relative(answer, address)
        target = folder / name(address)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
        for link in found:
            if link not in known:
                known.add(link)
                todo.append(link)


async def ask(app: ASGIApp, address: str) -> Answer:
    """What the application answers to a reader of French."""
    told = urlsplit(address)
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": told.path,
        "raw_path": told.path.encode(),
        "root_path": "",
        "query_string": told.query.encode(),
        "headers": [
            (b"host", HOST.encode()),
            (b"accept", b"text/html"),
            (b"accept-language", b"fr"),
        ],
        "client": (HOST, 0),
        "server": (HOST, 80),
    }
    status, headers, body = 0, dict[str, str](), bytearray()

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
            headers.update((k.decode().lower(), v.decode("latin-1")) for k, v in message["headers"])
        else:
            body.extend(message.get("body", b""))

    await app(scope, receive, send)
    return Answer(status, headers, bytes(body))


def relative(answer: Answer, address: str) -> tuple[bytes, list[str]]:
    """A page with its links made relative, and the addresses that they lead to; what is no page
    stays as it is."""
    if "location" in answer.headers:
        onward = _inside(answer.headers["location"])
        if onward is None:
            return b"", []
        where = escape(_from(address, onward))
        return f'<meta http-equiv="refresh" content="0; url={where}">'.encode(), [onward]
    if not answer.headers.get("content-type", "").startswith("text/html"):
        return answer.body, []
    page = html.document_fromstring(answer.body.decode())
    for element in page.xpath(DROPPED):
        element.drop_tree()
    found = list(_links(page, address))
    written: bytes = html.tostring(page, encoding="utf-8", doctype="<!doctype html>")
    return written, found


def _links(page: html.HtmlElement, address: str) -> Iterator[str]:
    for element in list(page.iter()):
        for attribute in LINKS:
            told = element.get(attribute)
            if told is None or not told.startswith(("/", "?")):
                continue
            link, fragment = urldefrag(told)
            inside = _inside(link if link.startswith("/") else urlsplit(address).path + link)
            if inside is None:
                _unlink(element, attribute)
                continue
            relative_link = _from(address, inside)
            element.set(attribute, f"{relative_link}#{fragment}" if fragment else relative_link)
            if not inside.startswith("/static/"):
                yield inside


def _unlink(element: html.HtmlElement, attribute: str) -> None:
    """Take out a link that leads nowhere; its words stay where they stand in a sentence."""
    parent, link = element.getparent(), urlsplit(element.get(attribute, ""))
    if element.tag != "a":
        del element.attrib[attribute]
    elif link.path.endswith((*AT_HOME, *DATA)) or (parent is not None and parent.tag == "nav"):
        element.drop_tree()
    else:
        element.drop_tag()


def _inside(link: str) -> str | None:
    """The address of a page of the site; null for what is left out."""
    told = urlsplit(link)
    if not SAFE.fullmatch(told.path) or ".." in told.path:
        return None
    narrowed = bool(told.query) and told.path.endswith(DATA)
    if narrowed or told.path.startswith(LEFT_OUT) or told.path.endswith(AT_HOME):
        return None
    return f"{told.path}?{told.query}" if told.query else told.path


def name(address: str) -> str:
    """The file of an address, from the folder of the site."""
    told = urlsplit(address)
    path = told.path.strip("/") or "index"
    stem, ending = posixpath.splitext(path)
    if told.query:
        stem += f"-{hashlib.sha256(told.query.encode()).hexdigest()[:12]}"
    return stem + (ending or ".html")


def _from(address: str, link: str) -> str:
    return posixpath.relpath(name(link), posixpath.dirname(name(address)) or ".")
