"""The main paths, walked in a real browser in both languages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from greffier import views
from greffier.store import open_store
from greffier.store.base import Store
from greffier.web.app import create_app
from greffier.web.settings import Settings
from tests.browser.conftest import Serve, Watched

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
    "/search?q=accord",
)
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
READY = 1000
"""Milliseconds in which the first page must be usable."""


@pytest.fixture(scope="module")
def store(demo_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    copy = tmp_path_factory.mktemp("browser") / "own.record"
    shutil.copyfile(demo_record, copy)
    opened = open_store(copy)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def home(store: Store, serve: Serve) -> str:
    return serve(create_app(store, Settings(author="Maud Kerval")))


@pytest.fixture
def watch(browser: Browser, home: str, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """A page in a browser of its own; what it asked of others or complained of fails the test."""
    told = getattr(request, "param", {})
    width, height = SIZES[told.get("size", "desktop")]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=told.get("scheme", "light"),
        locale=told.get("locale", "fr-FR"),
        permissions=["clipboard-read", "clipboard-write"],
    )
    watched = Watched(context.new_page(), home)
    yield watched
    context.close()
    assert watched.foreign == []
    assert watched.errors == []


def every_kind(store: Store) -> list[str]:
    """One address of each kind of page about one thing."""
    kinds = ("person", "place")
    entries = [next(e for e in views.entries(store).items if e.kind == kind) for kind in kinds]
    return [
        *(f"/entries/{entry.id}" for entry in entries),
        f"/reports/{views.timeline(store).items[0].id}",
        f"/reports/{views.quotes(store).items[0].id}",
        f"/articles/{views.articles(store).items[0].document}",
        f"/stories/{views.stories(store).items[0].story.id}",
    ]


@pytest.mark.parametrize(
    "watch",
    [
        {"size": "desktop", "scheme": "light"},
        {"size": "phone", "scheme": "dark", "locale": "en-GB"},
    ],
    indirect=True,
    ids=["desktop-light-fr", "phone-dark-en"],
)
def test_no_page_shuts_anybody_out(watch: Watched, store: Store) -> None:
    found = []
    for path in (*PAGES, *every_kind(store)):
        watch.open(path)
        found += [f"{path}: {violation}" for violation in watch.violations()]
        wide = watch.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            found.append(f"{path}: {wide} pixels wider than the screen")
    assert found == []


def test_the_first_page_is_soon_usable(watch: Watched) -> None:
    watch.open("/")
    timing = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
    assert watch.page.evaluate(timing) < READY


def test_from_the_first_page_to_a_passage_and_back(watch: Watched) -> None:
    page = watch.page
    watch.open("/")
    page.get_by_role("link", name="Chronologie").click()
    page.get_by_role("link", name="preuve").first.click()
    page.get_by_role("link", name="Dans l’article").first.click()
    anchor = page.evaluate("location.hash.slice(1)")
    assert page.locator(f"[id='{anchor}']").count() == 1
    page.get_by_role("link", name="passage").first.click()
    assert page.evaluate("location.hash").startswith("#p-")


def test_the_proof_is_copied(watch: Watched, store: Store) -> None:
    page = watch.page
    (saying,) = views.quotes(store, part=views.Slice(1)).items
    watch.open(f"/reports/{saying.id}")
    page.get_by_text("Copier la preuve").first.click()
    page.get_by_role("button", name="Copier").first.click()
    page.get_by_role("button", name="Copié").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert saying.attestations[0].passages[0].text in copied
    assert f"/reports/{saying.attestations[0].node}" in copied


@pytest.mark.parametrize(
    "watch", [{"locale": "fr-FR"}, {"locale": "en-GB"}], indirect=True, ids=["fr", "en"]
)
def test_the_keyboard_alone_puts_two_together_and_takes_it_back(
    watch: Watched, store: Store
) -> None:
    page = watch.page
    watch.open("/review")
    ends = [page.locator(f"input[name={name}]").first.input_value() for name in ("one", "other")]
    before = store.resolve(ends)
    with page.expect_navigation():
        page.keyboard.press("s")
    after = store.resolve(ends)
    assert before[ends[0]] != before[ends[1]]
    assert after[ends[0]] == after[ends[1]]
    with page.expect_navigation():
        page.keyboard.press("z")
    assert store.resolve(ends) == before


def test_the_slash_leads_to_the_search(watch: Watched) -> None:
    page = watch.page
    watch.open("/stories")
    page.keyboard.press("/")
    page.keyboard.type("accord")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=accord")
    assert page.locator("mark.sought").count() > 0


def test_pages_work_without_scripts(browser: Browser, home: str, store: Store) -> None:
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")
    page = context.new_page()
    page.goto(f"{home}/review")
    ends = [page.locator(f"input[name={name}]").first.input_value() for name in ("one", "other")]
    page.get_by_role("button", name="Différents : séparer").click()
    assert page.locator("td", has_text="différents").count() > 0
    assert len({*store.resolve(ends).values()}) == 2
    context.close()
