"""Lists as JSON, CSV and feeds, with the same filters as the pages."""

from __future__ import annotations

import csv
import io

import feedparser
import pytest
from starlette.testclient import TestClient

from greffier.exports.tables import to_csv


@pytest.mark.parametrize("name", ["chronology", "quotations", "entries", "disagreements"])
def test_a_list_is_the_same_as_json_and_as_csv(client: TestClient, name: str) -> None:
    page = client.get(f"/{name}.json").json()
    rows = list(csv.DictReader(io.StringIO(client.get(f"/{name}.csv").text)))
    assert [row["id"] for row in rows] == [item["id"] for item in page["items"]]


def test_a_filter_narrows_the_data_as_it_does_the_page(client: TestClient) -> None:
    kinds = {i["kind"] for i in client.get("/chronology.json?type=CONSULT").json()["items"]}
    assert kinds == {"CONSULT"}


def test_a_feed_is_one_that_readers_of_feeds_read(client: TestClient) -> None:
    feed = feedparser.parse(client.get("/chronology.atom").content)
    assert not feed.bozo
    assert feed.entries
    assert all(entry.link.startswith("http://127.0.0.1:8000/reports/") for entry in feed.entries)
    assert all(entry.id and entry.updated_parsed and entry.summary for entry in feed.entries)


def test_no_cell_is_a_formula() -> None:
    cells = ("=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "plain")
    (row,) = csv.DictReader(
        io.StringIO(to_csv([dict(zip("abcdef", cells, strict=True))], "abcdef"))
    )
    assert list(row.values()) == ["'=1+1", "'+33", "'-2", "'@SUM(A1)", "'\t=1", "plain"]


def test_numbers_stay_numbers() -> None:
    assert to_csv([{"value": -3.5}], ["value"]) == "value\r\n-3.5\r\n"
