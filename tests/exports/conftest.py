"""The demo record, to be exported, and an open store of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from greffier.exports import Form
from greffier.store import Store, open_store
from greffier.views import Contents


@pytest.fixture(scope="session")
def demo_store(demo_record: Path) -> Iterator[Store]:
    store = open_store(demo_record)
    yield store
    store.close()


@pytest.fixture(scope="session")
def contents(demo_store: Store) -> Contents:
    return Contents(demo_store)


def written(form: Form, contents: Contents) -> bytes:
    """What a form writes."""
    out = io.BytesIO()
    form.write(contents, out)
    return out.getvalue()
