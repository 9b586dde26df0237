"""Web archives written by warcio (and zstd by fastwarc's own writer): article pages, each once."""

from __future__ import annotations

import gzip
import io
import random
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from fastwarc.stream_io import ZstdWriter
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from greffier import clean, sources
from greffier.lang.fr import FRENCH
from greffier.model.text import Capture, Document, Refusal
from greffier.sources import warc as archive
from greffier.sources.kinds import Found
from tests.sources.samples import page, warc, zipped

Record = tuple[str, str, str, bytes]
ARTICLES = 200
FEWEST = 0.98
"""Share of the articles of a crawl that must be found."""
WHO = (
    "La maire",
    "Le préfet",
    "La présidente du port",
    "Le syndicat",
    "L’association des riverains",
)
DID = ("a annoncé", "a refusé", "a confirmé", "a reporté", "dénonce", "promet", "prépare")
WHAT = ("la fermeture", "la réouverture", "la vente", "les travaux", "l’extension", "le transfert")
WHERE = ("du pont de Vercourt", "de la halle de Lambrec", "du bac de Tréhou", "du musée du Sel")
WHEN = ("lundi", "mardi", "jeudi soir", "avant l’été", "dans un mois", "pour l’an prochain")


class Story(NamedTuple):
    slug: str
    title: str
    paragraphs: list[str]


def stories(chance: random.Random) -> Iterator[Story]:
    """Invented articles, long and short, no two alike."""
    for number in range(ARTICLES):
        paragraphs = [
            f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)}"
            f" {chance.choice(WHERE)} {chance.choice(WHEN)}, pour la {number + 2}e fois en"
            f" {chance.randrange(2, 90)} ans, devant {chance.randrange(20, 900)} personnes réunies."
            for _ in range(chance.randrange(4, 12))
        ]
        title = f"{chance.choice(WHAT).capitalize()} {chance.choice(WHERE)}, épisode {number}"
        yield Story(f"article-{number}", title, paragraphs)


NAV = "".join(f"<li><a href='/r{n}'>Rubrique {n}</a></li>" for n in range(12))
TEASERS = "".join(
    f"<div class=card><h3><a href='/article-{n}'>Un autre titre de la semaine, {n}</a></h3></div>"
    for n in range(4)
)
MARKS = (
    "<meta property='og:type' content='article'>",
    "<meta property='article:published_time' content='2025-03-04T10:00:00+01:00'>",
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type":'
    ' "NewsArticle", "headline": "x", "datePublished": "2025-03-04"}</script>',
    '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type":'
    ' ["ReportageNewsArticle"]}]}</script>',
    "<meta property='og:type' content='website'>",
    "",
    "",
)
"""What a head says of its page; the last ones say nothing, or nothing true."""


def article(story: Story, mark: str, address: str) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in story.paragraphs)
    return (
        f"<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>{story.title} - Le Phare"
        f"</title>{mark}<link rel=canonical href='{address}'></head><body><nav><ul>{NAV}</ul></nav>"
        f"<main><article><h1>{story.title}</h1>{body}</article></main><aside><h2>À lire aussi</h2>"
        f"{TEASERS}</aside><footer><p>Tous droits réservés.</p></footer></body></html>"
    ).encode()


def noise(chance: random.Random, host: str) -> Iterator[Record]:
    """What a crawl brings beside articles."""
    html = "text/html; charset=utf-8"
    cards = "".join(
        f"<article><h2><a href='/a{n}'>Titre d’un article du jour, le {n}</a></h2>"
        f"<p>Un chapeau qui résume l’article en une phrase assez longue, sans plus, numéro {n}.</p>"
        f"</article>"
        for n in range(25)
    )
    lists = '<script type="application/ld+json">{"@type": "CollectionPage"}</script>'
    yield host, "200 OK", html, f"<html><body><nav>{NAV}</nav>{cards}</body></html>".encode()
    for n in range(12):
        body = f"<html><head>{lists if n % 2 else ''}</head><body><h1>Rubrique</h1>{cards}</body>"
        yield f"{host}rubrique-{n}", "200 OK", html, body.encode()
    for n in range(10):
        form = "<html><body><h1>Contact</h1><form><label>Nom <input></label></form></body></html>"
        yield f"{host}contact-{n}", "200 OK", html, form.encode()
        yield f"{host}perdu-{n}", "404 Not Found", html, page("Page introuvable")
        yield f"{host}old-{n}", "301 Moved Permanently", html, b""
        yield f"{host}p{n}.jpg", "200 OK", "image/jpeg", bytes(chance.randbytes(500))
        yield f"{host}s{n}.css", "200 OK", "text/css", b"p { color: red }"
        yield f"{host}api/{n}", "200 OK", "application/json", b'{"text": "Le pont ferme."}'


def crawl(seed: int) -> tuple[list[Story], list[Record]]:
    """A crawl of a site: its stories, some at several addresses, among noise, in any order."""
    chance = random.Random(seed)
    host = "https://www.phare.example/"
    told = list(stories(chance))
    records = list(noise(chance, host))
    for number, story in enumerate(told):
        address = host + story.slug
        data = article(story, MARKS[number % len(MARKS)], address)
        records.append((address, "200 OK", "text/html; charset=utf-8", data))
        if number % 3 == 0:  # again: with tracking, by another scheme, on the mobile site
            again = data.replace(b"droits", b"les droits") if number % 2 else data
            for other in (f"{address}?utm_source=x", address.replace("https", "http")):
                records.append((other, "200 OK", "text/html; charset=utf-8", again))
    chance.shuffle(records)
    return told, records


def captures(found: list[Found]) -> list[Capture]:
    return [item for item in found if isinstance(item, Capture)]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_articles_of_a_crawl_are_found_and_none_twice(tmp_path: Path, seed: int) -> None:
    told, records = crawl(seed)
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(warc(records, encoded=bool(seed % 2)))
    found = list(sources.captures(str(path)))
    taken = [capture.uri.rpartition("/")[2].partition("?")[0] for capture in captures(found)]
    slugs = {story.slug for story in told}
    assert len(taken) == len(set(taken))
    assert len(slugs & set(taken)) >= FEWEST * ARTICLES
    assert set(taken) <= slugs
    (note,) = (item for item in found if isinstance(item, Refusal))
    assert note.expected
    with path.open("rb") as stream:
        answers = sum(record.rec_type == "response" for record in ArchiveIterator(stream))
    left_out = sum(int(n) for n in re.findall(r"(\d+) (?:page|file|answer)", note.reason))
    assert left_out == answers - len(taken)  # nothing is lost uncounted


def test_what_is_found_is_the_page_as_it_was_archived(tmp_path: Path) -> None:
    told, records = crawl(3)
    path = tmp_path / "crawl.warc"
    path.write_bytes(warc(records, compressed=False))
    bodies = {body for _, _, _, body in records}
    found = captures(list(sources.captures(str(path))))
    for capture in found:
        assert capture.data in bodies
    texts = {story.slug: story.paragraphs for story in told}
    for capture in found[:20]:
        (document,) = clean.documents(capture, FRENCH)
        assert isinstance(document, Document)
        for paragraph in texts[capture.uri.rpartition("/")[2]]:
            assert paragraph in document.text


def answer(path: str = "a", body: bytes | None = None, media: str = "text/html") -> Record:
    data = page(f"Le pont {path}", f"Le pont {path} ferme.") if body is None else body
    return f"https://phare.example/{path}", "200 OK", media, data


def read(data: bytes, kind: str = "a.warc") -> list[Found]:
    """What bytes hold, as a file of that name."""
    known = archive.WACZ if kind.endswith("wacz") else archive.WARC
    return list(known.captures(io.BytesIO(data), kind))


def test_zstd_is_read() -> None:
    out = io.BytesIO()
    writer = ZstdWriter(out)
    writer.write(warc([answer()], compressed=False))
    writer.close()
    assert out.getvalue().startswith(b"\x28\xb5\x2f\xfd")
    assert len(captures(read(out.getvalue(), "a.warc.zst"))) == 1


def test_a_package_is_read_as_one_crawl() -> None:
    first, second = warc([answer("a"), answer("b")]), warc([answer("b"), answer("c")])
    data = zipped(
        {"archive/1.warc.gz": first, "archive/2.warc.gz": second, "pages/pages.jsonl": b""}
    )
    found = read(data, "a.wacz")
    assert [c.uri[-1] for c in captures(found)] == ["a", "b", "c"]
    assert "1 page(s) met again" in str(found[-1])


def test_the_encoding_of_the_server_is_kept_where_it_fits() -> None:
    body = page("Été", "Le musée a rouvert.").decode().encode("windows-1252")
    (found,) = captures(read(warc([answer(body=body, media="text/html; charset=iso-8859-1")])))
    assert found.encoding == "windows-1252"


@pytest.mark.parametrize("compressed", [False, True])
def test_an_archive_that_breaks_off_keeps_what_came_before_and_is_told(compressed: bool) -> None:
    data = warc([answer(str(n)) for n in range(5)], compressed)
    place = gzip.compress(b"")[:3] if compressed else b"WARC/1.0\r\nWARC-Type: response"
    start = [found.start() for found in re.finditer(re.escape(place), data)][3]
    found = read(data[: start + (200 if compressed else 700)])
    assert captures(found)
    told = [item.reason for item in found if isinstance(item, Refusal) and not item.expected]
    assert any("breaks off" in one for one in told)


@pytest.mark.parametrize("way", ["gzip", "deflate", "chunked", "kept only the header"])
def test_a_body_is_taken_as_it_was_before_it_was_sent(way: str) -> None:
    body = page("Le pont")
    sent = {
        "gzip": gzip.compress(body),
        "deflate": zlib.compress(body),
        "chunked": b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body),
        "kept only the header": body,
    }[way]
    name = "Content-Encoding" if way in ("gzip", "deflate") else "Transfer-Encoding"
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    headers = [("Content-Type", "text/html"), (name, way if way[0] != "k" else "chunked")]
    http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
    record = writer.create_warc_record(
        "https://phare.example/a", "response", payload=io.BytesIO(sent), http_headers=http
    )
    writer.write_record(record)
    (found,) = captures(read(out.getvalue()))
    assert found.data == body


def test_a_page_that_is_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_ARTICLE", 10_000)
    large = page("Le pont", "mot " * 5000)
    found = read(warc([answer("a", large), answer("b")], encoded=True))
    assert [c.uri[-1] for c in captures(found)] == ["b"]
    assert "too large" in str(found[0])
