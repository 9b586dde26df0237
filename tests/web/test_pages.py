"""Every page answers in both languages, leads to its passages and escapes what articles hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from greffier import pipeline, sources, views
from greffier.model.reading import Reading
from greffier.store import open_store
from greffier.web.app import create_app
from greffier.web.settings import Settings

PAGES = (
    "/",
    "/chronology",
    "/quotations",
    "/entries",
    "/stories",
    "/disagreements",
    "/map",
    "/review",
    "/about",
    "/articles",
    "/search",
    "/search?q=accord",
)
LARGEST = 300_000
"""Bytes of a page, uncompressed."""
HOSTILE = (
    'Le maire de <script>alert(1)</script> Vauclair, Jean "onload=alert(2)" Morvan, a rencontré'
    " lundi 3 juin 2024 à Rennes la préfète Anne <img src=x onerror=alert(3)> Kerval."
    " « <b>Nous {{ 7*7 }} signerons</b> », a déclaré M. Morvan."
)


def links(page: str) -> Iterator[str]:
    for element, name, address, _ in html.fromstring(page).iterlinks():
        if element.tag == "a" and name == "href" and address.startswith("/"):
            yield address.partition("#")[0]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_answers_in_its_language(client: TestClient, path: str, language: str) -> None:
    answer = client.get(path, headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert len(answer.content) < LARGEST
    chosen = "Chronologie" if language == "fr" else "Chronology"
    assert chosen in answer.text


def test_every_link_of_every_kind_of_page_leads_somewhere(client: TestClient) -> None:
    """A walk from the first page; of each kind of address a few are followed."""
    waiting, seen, kinds = ["/"], {"/"}, dict[str, int]()
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        assert answer.status_code in (200, 301), f"{address}: {answer.status_code}"
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        for link in links(answer.text or "<p></p>"):
            kind = re.sub(r"(-[0-9a-f]{12,16})|(\?.*)", "", link)
            if link not in seen and kinds.get(kind, 0) < 4:
                seen.add(link)
                kinds[kind] = kinds.get(kind, 0) + 1
                waiting.append(link)
    assert {"/entries/en", "/reports/ev", "/reports/st", "/articles/d", "/stories/ar"} <= set(kinds)


def test_a_report_leads_to_the_passage_in_the_article(client: TestClient) -> None:
    report = next(a for a in links(client.get("/chronology").text) if a.startswith("/reports/"))
    page = client.get(report).text
    article, anchor = re.findall(r'href="(/articles/[\w-]+)#(p-[\w-]+)"', page)[0]
    assert f'id="{anchor}"' in client.get(article).text


def test_what_an_article_holds_is_never_taken_for_html(tmp_path: Path) -> None:
    store = open_store(tmp_path / "hostile.record")
    capture = sources.of_text(HOSTILE)
    readings = [r for r in pipeline.read_capture(capture) if isinstance(r, Reading)]
    assert len(list(pipeline.add(store, readings))) == 1
    client = TestClient(create_app(store, Settings()), base_url="http://127.0.0.1:8000")
    (article,) = views.articles(store).items
    entries = views.entries(store).items
    assert entries
    paths = [f"/articles/{article.document}", *(f"/entries/{e.id}" for e in entries), *PAGES]
    for path in paths:
        page = html.fromstring(client.get(path).text)
        scripts = [s.get("src") for s in page.iter("script")]
        assert scripts == ["/static/htmx.min.js", "/static/pages.js"], path
        assert not page.xpath("//*[@onload or @onerror or @style]"), path
        assert "49" not in "".join(page.xpath("//blockquote//text()")), path
    store.close()


def test_nothing_here_is_said_in_the_readers_language(client: TestClient) -> None:
    answer = client.get("/entries/en-000000000000", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "Rien ici" in answer.text
    assert client.get("/nowhere").text == "Not Found"


def test_an_address_of_an_attestation_leads_to_its_report(client: TestClient) -> None:
    reports = client.get("/api/v1/statements").json()["items"]
    several = next((r for r in reports if len(r["attestations"]) > 1), None)
    assert several is not None
    other = several["attestations"][1]["node"]
    answer = client.get(f"/reports/{other}")
    assert answer.headers["location"] == f"/reports/{several['id']}"


def test_the_language_chosen_is_kept(client: TestClient) -> None:
    assert '<html lang="en">' in client.get("/?lang=en").text
    assert '<html lang="en">' in client.get("/about").text


def test_the_first_page_tells_what_came_since_the_last_visit(client: TestClient) -> None:
    assert "Depuis votre dernière visite" not in client.get("/").text
    assert "Rien de neuf." in client.get("/").text
    client.cookies.set("greffier_visited", "2001-01-01T00:00:00+00:00")
    assert "8 nouveaux articles" in client.get("/").text
    client.cookies.set("greffier_visited", "' OR 1=1 --")
    assert "Depuis votre dernière visite" not in client.get("/").text
