"""A record of the bundled articles, served to a client in this process."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from greffier.store import open_store
from greffier.store.base import Store
from greffier.web.app import create_app
from greffier.web.settings import Settings

LOCAL = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def app(demo_record: Path) -> Iterator[FastAPI]:
    store = open_store(demo_record)
    yield create_app(store, Settings(read_only=True))
    store.close()


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    return TestClient(app, base_url=LOCAL, follow_redirects=False)


@pytest.fixture
def own_store(demo_record: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the record, to be changed."""
    copy = tmp_path / "own.record"
    shutil.copyfile(demo_record, copy)
    store = open_store(copy)
    yield store
    store.close()


Serve = Callable[[Settings], TestClient]


@pytest.fixture
def served(own_store: Store) -> Serve:
    """A client of the copy, with settings of one's own."""

    def serve(settings: Settings) -> TestClient:
        return TestClient(create_app(own_store, settings), base_url=LOCAL, follow_redirects=False)

    return serve
