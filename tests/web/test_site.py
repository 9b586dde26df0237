"""The pages as a folder that opens from disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from typer.testing import CliRunner

from greffier.cli import app as commands
from greffier.store import open_store
from greffier.views import Contents
from greffier.web import site


@pytest.fixture(scope="module")
def folder(demo_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site")
    run = CliRunner().invoke(commands, ["export", str(demo_record), "-f", "site", "-o", str(path)])
    assert run.exit_code == 0, run.output
    return path


def links(page: Path) -> list[str]:
    tree = html.fromstring(page.read_bytes())
    return [str(link) for link in tree.xpath("//@href | //@src")]


def test_every_link_leads_to_a_file(folder: Path) -> None:
    pages = list(folder.rglob("*.html"))
    assert len(pages) > 30
    for page in pages:
        for link in links(page):
            if link.startswith(("http://", "https://", "#")):
                continue
            path, _, fragment = link.partition("#")
            target = (page.parent / path).resolve()
            assert target.is_file(), (page, link)
            assert target.is_relative_to(folder.resolve())
            if fragment and target.suffix == ".html":
                assert html.fromstring(target.read_bytes()).xpath("//*[@id=$id]", id=fragment)


def test_every_article_and_report_has_its_page(folder: Path, demo_record: Path) -> None:
    store = open_store(demo_record)
    contents = Contents(store)
    assert all((folder / f"articles/{a.document}.html").is_file() for a in contents.articles())
    assert all((folder / f"reports/{one.id}.html").is_file() for one in contents.events())
    store.close()


def test_nothing_needs_a_server(folder: Path) -> None:
    for page in folder.rglob("*.html"):
        tree = html.fromstring(page.read_bytes())
        assert not tree.xpath("//form | //script")


def test_the_same_record_gives_the_same_site(
    folder: Path, demo_record: Path, tmp_path: Path
) -> None:
    store = open_store(demo_record)
    site.write(Contents(store), tmp_path)
    store.close()
    for page in folder.rglob("*"):
        if page.is_file():
            assert (tmp_path / page.relative_to(folder)).read_bytes() == page.read_bytes(), page


def test_a_part_of_a_record_is_no_site(demo_record: Path, tmp_path: Path) -> None:
    arguments = ["export", str(demo_record), "-f", "site", "-o", str(tmp_path), "--type", "AID"]
    assert CliRunner().invoke(commands, arguments).exit_code == 2
