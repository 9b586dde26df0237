"""Pages by address, from a real server: named by their own address, told when not to be had."""

from __future__ import annotations

import ipaddress

import pytest

from greffier import clean, sources
from greffier.lang.fr import FRENCH
from greffier.model.text import Capture, Document, Refusal
from greffier.sources.kinds import Found
from greffier.sources.online import manners
from tests.sources.samples import document, file, page, pdf
from tests.sources.server import Site

HERE = (ipaddress.ip_network("127.0.0.1/32"),)
LONG = "La criée de Port-Brévan a rouvert mardi, après trois mois de travaux menés par la commune. "


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manners, "DELAY", 0.0)
    sources.web._visitor.cache_clear()


def found(address: str) -> list[Found]:
    return list(sources.captures(address, allowed=HERE))


def test_a_page_is_captured_and_read(site: Site) -> None:
    site.page("/a", page("La criée rouvre", LONG * 3))
    (capture,) = found(site.at("/a#haut"))
    assert isinstance(capture, Capture)
    assert (capture.uri, capture.media_type) == (site.at("/a"), "text/html")
    (read,) = clean.documents(capture, FRENCH)
    assert isinstance(read, Document)
    assert read.title == "La criée rouvre"


def test_a_page_is_named_by_its_own_address_on_its_site(site: Site) -> None:
    head = b'<link rel="canonical" href="/criee">'
    site.moved("/go", "/criee?utm_source=x")
    site.page("/criee?utm_source=x", head + page("La criée"))
    (capture,) = found(site.at("/go"))
    assert capture.uri == site.at("/criee")
    site.page("/a", b'<link rel="canonical" href="https://elsewhere.example/x">' + page("La criée"))
    (capture,) = found(site.at("/a"))
    assert capture.uri == site.at("/a")


def test_the_encoding_that_the_server_gives_is_believed_where_it_fits(site: Site) -> None:
    text = page("La criée", LONG * 3).decode()
    site.page("/a", text.encode("windows-1252"), "text/html; charset=ISO-8859-1")
    site.page("/b", text.encode(), "text/html; charset=ascii")
    for path in ("/a", "/b"):
        (capture,) = found(site.at(path))
        assert isinstance(capture, Capture)
        (read,) = clean.documents(capture, FRENCH)
        assert isinstance(read, Document)
        assert "criée de Port-Brévan" in read.text


@pytest.mark.parametrize(
    ("path", "body", "media", "count"),
    [
        ("/rss", file("rss.xml"), "application/rss+xml; charset=utf-8", 2),
        ("/feed.json", file("feed.json"), "application/feed+json", 2),
        ("/a.pdf", pdf("Le pont de Vercourt ferme lundi."), "application/pdf", 1),
        ("/a.docx", document("Le pont de Vercourt ferme."), "application/octet-stream", 1),
        ("/texte", b"Le pont ferme.", "text/plain", 1),
        ("/sans-nom", page("Le pont"), "", 1),
    ],
)
def test_other_sources_lie_at_addresses_too(
    site: Site, path: str, body: bytes, media: str, count: int
) -> None:
    site.page(path, body, media)
    assert sum(isinstance(item, Capture) for item in found(site.at(path))) == count


@pytest.mark.parametrize(
    ("status", "reason"),
    [(404, "no such page"), (403, "refuses"), (410, "taken down"), (500, "status 500")],
)
def test_an_answer_that_is_no_page_is_told(site: Site, status: int, reason: str) -> None:
    site.answers["/a"] = (status, {"Content-Type": "text/html"}, page("Erreur"))
    (told,) = found(site.at("/a"))
    assert isinstance(told, Refusal)
    assert reason in told.reason


def test_a_picture_is_told(site: Site) -> None:
    site.page("/a.jpg", b"\xff\xd8\xff", "image/jpeg")
    (told,) = found(site.at("/a.jpg"))
    assert isinstance(told, Refusal)
    assert "image/jpeg" in told.reason


def test_a_private_address_is_told() -> None:
    (told,) = sources.captures("http://127.0.0.1:9/a")
    assert isinstance(told, Refusal)
    assert "private" in told.reason
