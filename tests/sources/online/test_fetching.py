"""Fetching from a real server: redirects, limits of size and time, addresses checked each hop."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import time
from dataclasses import replace

import pytest

from greffier.sources.kinds import PassingError, UnreadableError
from greffier.sources.online.addresses import resolved
from greffier.sources.online.fetching import MOST_REDIRECTS, Client, Limits
from tests.sources.server import Site

HERE = (ipaddress.ip_network("127.0.0.1/32"),)
CLIENT = Client(HERE, Limits(size=10_000, connect=2.0, answer=0.3, end=0.6))


def refused(address: str, client: Client = CLIENT) -> UnreadableError:
    with pytest.raises(UnreadableError) as told:
        client.get(address)
    assert told.value.remedy.endswith(".")
    return told.value


def test_a_page_is_fetched(site: Site) -> None:
    site.page("/a?b=c", b"<p>Le pont ferme.")
    found = CLIENT.get(site.at("/a?b=c"))
    assert (found.status, found.body) == (200, b"<p>Le pont ferme.")
    assert found.headers["content-type"] == "text/html"
    ((_, asked),) = site.asked
    assert asked["user-agent"].startswith("greffier/")
    assert asked["host"] == f"127.0.0.1:{site.port}"


def test_redirects_are_followed_to_the_last_address(site: Site) -> None:
    site.moved("/a", "/b", 301)
    site.moved("/b", site.at("/c"), 308)
    site.page("/c", b"x")
    found = CLIENT.get(site.at("/a"))
    assert found.address == site.at("/c")
    assert found.moved
    site.moved("/b", "/c", 302)
    assert not CLIENT.get(site.at("/a")).moved


def test_redirects_without_end_are_left(site: Site) -> None:
    site.moved("/a", "/a")
    assert "redirected" in refused(site.at("/a")).reason
    assert len(site.asked) == MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2/",
        "http://localhost.:1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.2]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://2130706434/",
        "http://0/",
        "file:///etc/passwd",
        "ftp://a.example/",
        "//10.0.0.1/a",
        "http://[::1",
        "http://a:b@127.0.0.1/",
    ],
)
def test_no_redirect_leads_to_a_private_address(site: Site, target: str) -> None:
    def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.2"] if host == "localhost" else resolved(host, port)

    site.moved("/a", target)
    told_of = refused(site.at("/a"), replace(CLIENT, resolve=resolve))
    assert any(told in told_of.reason for told in ("private", "no web address", "password"))


def test_a_private_address_is_refused_unless_allowed(site: Site) -> None:
    site.page("/", b"x")
    told = refused(site.at("/"), Client(limits=CLIENT.limits))
    assert "private" in told.reason
    assert "--allow-network" in told.remedy
    assert not site.asked


def test_the_address_that_was_checked_is_the_one_that_is_called(site: Site) -> None:
    # a host whose name leads elsewhere at each question, as in an attack by DNS
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    site.page("/a", b"x")
    client = replace(CLIENT, resolve=resolve)
    assert client.get(site.at("/a", "rebind.example")).body == b"x"
    assert asked == ["rebind.example"]
    assert "private" in refused(site.at("/a", "rebind.example"), client).reason


def test_the_next_address_of_a_host_is_tried(site: Site) -> None:
    site.page("/a", b"x")
    allowed = (ipaddress.ip_network("127.0.0.0/8"),)
    client = replace(CLIENT, allowed=allowed, resolve=lambda host, port: ["127.0.0.9", "127.0.0.1"])
    assert client.get(site.at("/a", "two.example")).body == b"x"


@pytest.mark.parametrize("packed", [False, True])
def test_a_body_that_is_too_large_is_left(site: Site, packed: bool) -> None:
    body = b"a" * 50_000_000 if packed else b"a" * 10_001
    headers = {"Content_Encoding": "gzip"} if packed else {}
    site.page("/a", gzip.compress(body, 1) if packed else body, **headers)
    assert "larger than 0.01 MB" in refused(site.at("/a")).reason


def test_a_compressed_body_is_unpacked(site: Site) -> None:
    site.page("/a", gzip.compress(b"Le pont ferme."), Content_Encoding="gzip")
    assert CLIENT.get(site.at("/a")).body == b"Le pont ferme."


def drip(connection: socket.socket, opening: bytes) -> None:
    try:
        connection.sendall(opening)
        for _ in range(60):
            connection.sendall(b"x")
            time.sleep(0.05)
    except OSError:
        return  # hung up


@pytest.mark.parametrize(
    "opening", [b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-A: "]
)
def test_a_server_that_drips_is_left_when_time_is_over(site: Site, opening: bytes) -> None:
    site.raw["/a"] = lambda connection: drip(connection, opening)
    start = time.perf_counter()
    assert isinstance(told := refused(site.at("/a")), PassingError)
    assert "slow" in told.reason
    assert time.perf_counter() - start < 1.5


def test_a_server_that_says_nothing_is_left(site: Site) -> None:
    site.raw["/a"] = lambda connection: time.sleep(1)
    assert "slow" in refused(site.at("/a")).reason


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\x00\xff\n\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000 + b"\r\n\r\n",
    ],
)
def test_an_improper_answer_is_told(site: Site, answer: bytes) -> None:
    def send(connection: socket.socket) -> None:
        connection.sendall(answer)
        connection.shutdown(socket.SHUT_WR)

    site.raw["/a"] = send
    assert isinstance(refused(site.at("/a")), PassingError)


def test_encryption_that_is_not_in_order_is_told(site: Site) -> None:
    told = refused(site.at("/a").replace("http:", "https:"))
    assert "encryption" in told.reason


def test_a_site_that_is_not_there_is_told() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    assert "no site" in refused("http://nowhere.invalid/", Client(resolve=resolve)).reason
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    assert "no proper answer" in refused(f"http://127.0.0.1:{port}/").reason
