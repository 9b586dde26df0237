"""Shared by all tests: the real French parser, loaded once, and a reader of short texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from greffier import demo, pipeline
from greffier.clean.document import document
from greffier.lang.fr import FRENCH
from greffier.model.reading import Reading
from greffier.model.text import Given
from greffier.store import open_store

ReadText = Callable[..., Reading]


@pytest.fixture(autouse=True)
def cache_of_its_own(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Each test begins with an empty cache, and leaves the user's alone."""
    from greffier.cli.work import cache

    folder = tmp_path_factory.mktemp("kept") / "cache"
    monkeypatch.setenv("GREFFIER_CACHE", str(folder))
    cache.cache_clear()
    return folder


@pytest.fixture(scope="session")
def read_text() -> ReadText:
    """Reads a text through the whole pipeline, with the real model."""
    parser = pipeline.french_parser()

    def read(text: str, published: str | None = None, outlet: str | None = None) -> Reading:
        given = Given(published=published, outlet=outlet)
        return pipeline.annotate(document(text, "test:", given, FRENCH), parser)

    return read


@pytest.fixture(scope="session")
def demo_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that holds the bundled articles; not to be changed: copy it to judge in it."""
    path = tmp_path_factory.mktemp("record") / "demo.record"
    store = open_store(path)
    outcomes = pipeline.read_sources([str(article) for article in demo.articles()])
    readings = [found for found in outcomes if isinstance(found, Reading)]
    for _ in pipeline.add(store, readings):
        pass
    store.close()
    return path
