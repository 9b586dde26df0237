"""A web server for the tests of what is fetched."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sources.server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found
