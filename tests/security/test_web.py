"""The pages under attack: forged headers and forms, paths, queries, slow clients, hostile texts."""

from __future__ import annotations

import asyncio
import itertools
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

import greffier
from greffier import pipeline
from greffier.model.scripts import mixed
from greffier.store import open_store
from greffier.views import Filter
from greffier.web import patience
from greffier.web.app import create_app
from greffier.web.settings import Settings
from greffier.web.shell import visible
from tests.record.articles import Article

LOCAL = "http://127.0.0.1:8000"
TOKEN = "abc-123-def-456"
LISTS = (
    "/chronology",
    "/quotations",
    "/entries",
    "/disagreements",
    "/stories",
    "/search",
    "/map",
    "/chronology.csv",
    "/quotations.json",
    "/chronology.atom",
    "/api/v1/events",
    "/api/v1/statements",
    "/api/v1/figures",
    "/api/v1/entries",
    "/api/v1/articles",
    "/api/v1/places",
    "/api/v1/stories",
    "/api/v1/disagreements",
)
INJECTIONS = (
    "' OR 1=1 --",
    '" OR ""="',
    "'); DROP TABLE articles; --",
    "1 UNION SELECT data FROM judgements",
    "a* NEAR(b c)",
    'words : "x" OR',
    "%_\\",
    "\0",
    "\ud800",
    "9" * 400,
    "{{7*7}}",
    "<script>alert(1)</script>",
    "\u202egpj.exe",
)
MARK = "Zorglande"
HOSTILE = f"<img src=x onerror=alert(1)>\u202e{MARK}\u2066"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one article that is hostile in every field that pages show."""
    path = tmp_path_factory.mktemp("attacked") / "a.record"
    made = Article(f"Le {HOSTILE}", "2020-03-02", title=f"{HOSTILE}\0")
    one = made.person(f"Paul {HOSTILE}", "MLI", HOSTILE)
    other = made.person("Р\u0430ul Korvane", "MLI")  # Cyrillic letters that look Latin
    third = made.person("Paul Korvane", "MLI")
    where = made.place(HOSTILE, "FRA")
    made.event("CONSULT", f"rencontre {HOSTILE}", ((one, other), (third,)), "2020-03-01", where)
    made.says(one, f"{HOSTILE} tiendra tout l’hiver")
    made.figure(f"=cmd|{HOSTILE} a fait", "13 morts", 13.0, "morts")
    store = open_store(path)
    list(pipeline.add(store, [made.reading()]))
    store.close()
    return path


@pytest.fixture(scope="module")
def client(record: Path) -> Iterator[TestClient]:
    store = open_store(record)
    app = create_app(store, Settings())
    yield TestClient(app, base_url=LOCAL, follow_redirects=False, raise_server_exceptions=False)
    store.close()


@pytest.mark.parametrize("path", LISTS)
def test_no_filter_reaches_the_database_as_sql(client: TestClient, path: str) -> None:
    whole = client.get("/api/v1/status").json()
    names = [*(field.name for field in fields(Filter)), "q", "offset", "limit", "lang"]
    for name, told in zip(names * 2, itertools.cycle(INJECTIONS), strict=False):
        query = {name: told.encode("utf-8", "surrogatepass")}
        answer = client.get(path, params={"q": "x", **query})
        assert answer.status_code < 500, (path, name, told)
    assert client.get("/api/v1/status").json() == whole


@pytest.mark.parametrize("told", INJECTIONS)
def test_no_search_reaches_the_index_as_its_language(client: TestClient, told: str) -> None:
    query = told.encode("utf-8", "surrogatepass")
    for path in ("/search", "/api/v1/search"):
        answer = client.get(path, params={"q": query})
        assert answer.status_code < 500
        assert b"syntax error" not in answer.content


@pytest.mark.parametrize(
    "begin", ["/static/", "/entries/", "/articles/", "/stories/", "/api/v1/articles/"]
)
@pytest.mark.parametrize(
    "path",
    [
        "../guard.py",
        "..%2fguard.py",
        "%2e%2e/guard.py",
        "..%5cguard.py",
        "....//guard.py",
        "/etc/passwd",
        "%00",
        "style.css%00.py",
        "%ff%fe",
        "a" * 3000,
    ],
)
def test_no_path_leads_outside(client: TestClient, begin: str, path: str) -> None:
    answer = client.get(begin + path)
    assert answer.status_code in (400, 404, 422)
    assert b"Guard" not in answer.content
    assert b"root:" not in answer.content


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Host": "evil.example"}, 421),
        ({"Host": "127.0.0.1.evil.example"}, 421),
        ({"Host": ""}, 421),
        ({"Host": "127.0.0.1:8000@evil.example"}, 421),
        ({"Host": "evil.example", "X-Forwarded-Host": "127.0.0.1:8000"}, 421),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:8001"}, 403),
        ({"Origin": "http://127.0.0.1:8000.evil.example"}, 403),
        ({"Origin": LOCAL}, 403),  # ours, but no proof
        ({"Content-Length": "-1"}, 400),
        ({"Content-Length": "٣"}, 400),
        ({"Content-Length": "9" * 5000}, 413),
    ],
)
def test_forged_headers_change_nothing(
    client: TestClient, headers: dict[str, str], code: int
) -> None:
    form = {"one": "en-1", "other": "en-2", "verdict": "same", "proof": "0" * 64}
    told = {name: value.encode() for name, value in headers.items()}
    answer = client.post("/review", data=form, headers=told)
    assert answer.status_code == code
    assert client.get("/api/v1/status").json()["judgements"] == 0


def test_a_proof_of_another_visitor_is_refused(client: TestClient) -> None:
    page = client.get("/review").text
    assert "onerror=alert(1)>" not in page
    client.cookies.clear()
    form = {"one": "en-1", "other": "en-2", "verdict": "same", "proof": "a" * 64}
    sent = client.post("/review", data=form, cookies={"greffier_form": "me"})
    assert sent.status_code == 403


def test_a_token_never_leads_to_another_host(record: Path) -> None:
    store = open_store(record)
    app = create_app(store, Settings(host="192.0.2.7", token=TOKEN))
    strange = TestClient(app, base_url="http://192.0.2.7", follow_redirects=False)
    for path in ("//evil.example/", "/\\evil.example/", "///evil.example"):
        answer = strange.get(f"http://192.0.2.7{path}?token={TOKEN}")
        assert not answer.headers.get("location", "/").startswith(("//", "/\\", "http"))
    store.close()


def test_hostile_texts_are_shown_as_text(client: TestClient, record: Path) -> None:
    with greffier.open_record(record) as kept:
        entries = [f"/entries/{e.id}" for e in kept.entries()]
        articles = [f"/articles/{a.document}" for a in kept.articles()]
    pages = ["/", *LISTS[:7], *entries, *articles]
    shown = [client.get(path, params={"q": MARK} if path == "/search" else {}) for path in pages]
    assert [page.status_code for page in shown] == [200] * len(pages)
    assert sum(MARK in page.text for page in shown) > 5
    for page in shown:
        assert "<img src=x" not in page.text
        assert "\u202e" not in page.text
        assert "\0" not in page.text
    for row in client.get("/quotations.csv").text.splitlines():
        assert not row.startswith(("=", "+", "@"))


def test_look_alike_names_are_two_and_are_flagged(client: TestClient, record: Path) -> None:
    with greffier.open_record(record) as kept:
        found = {e.label: e.id for e in kept.entries(kind="person") if "Korvane" in e.label}
    assert len({*found.values()}) == 2
    flags = {
        name: "several alphabets" in client.get(f"/entries/{id}?lang=en").text
        for name, id in found.items()
    }
    assert flags == {"Р\u0430ul Korvane": True, "Paul Korvane": False}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Paul Korvane", False),
        ("Pаul", True),
        ("Владимир Korvane", False),
        ("Élodie Œrstedt", False),
        ("Αlice", True),
        ("صالح", False),
        ("", False),
    ],
)
def test_names_that_mix_scripts(name: str, told: bool) -> None:
    assert mixed(name) is told


def test_signs_that_turn_the_direction_are_shown() -> None:
    assert visible("a\u202eb\u2066\0\n") == "a\N{REPLACEMENT CHARACTER}b\ufffd\ufffd\n"
    assert visible(3) == 3


@pytest.fixture
def port(record: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A real server, in a hurry."""
    monkeypatch.setattr(patience, "HEADERS_WITHIN", 0.6)
    monkeypatch.setattr("greffier.web.guard.BODY_WITHIN", 0.6)
    store = open_store(record)
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    app = create_app(store, Settings(port=number))
    config = uvicorn.Config(app, port=number, log_level="critical", http=patience.Patient)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve()))
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield number
    server.should_exit = True
    thread.join()
    store.close()


POST = b"POST /review HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n"


@pytest.mark.parametrize(
    "begin", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-", POST]
)
def test_who_drips_is_cut_off_and_others_are_answered(port: int, begin: bytes) -> None:
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(30)]
    for connection in slow:
        connection.sendall(begin)
    with closing(socket.create_connection(("127.0.0.1", port))) as quick:
        quick.settimeout(20)
        quick.sendall(
            b"GET /api/v1/status HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        )
        assert b" 200 " in quick.recv(4096)
    for connection in slow:
        connection.settimeout(20)
        while connection.recv(4096):  # an empty answer is the end of the connection
            pass
        connection.close()
