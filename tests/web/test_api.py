"""The API answers as its OpenAPI says, whatever it is asked; ETags; reconciliation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
)
from starlette.testclient import TestClient

from greffier.store import open_store
from greffier.web.app import create_app
from greffier.web.settings import Settings

QUESTIONS = 15
"""Asked of each address; `make test` must stay quick."""
CHECKS = [not_a_server_error, response_schema_conformance, content_type_conformance]


def test_no_question_breaks_the_api(demo_record: Path) -> None:
    store = open_store(demo_record)
    app = create_app(store, Settings(read_only=True, names=("testserver",)))
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    asked = 0
    for operation in schema.get_all_operations():
        assert isinstance(operation, Ok)

        @settings(max_examples=QUESTIONS, deadline=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.ok().as_strategy())
        def ask(case: schemathesis.Case[Any]) -> None:
            nonlocal asked
            asked += 1
            case.call_and_validate(checks=CHECKS)

        ask()
    assert asked > 18 * QUESTIONS / 2
    store.close()


def test_who_has_an_answer_is_not_sent_it_again(client: TestClient) -> None:
    first = client.get("/api/v1/events?limit=3")
    again = client.get("/api/v1/events?limit=3", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    assert again.content == b""
    other = client.get("/api/v1/events?limit=4", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_pages_of_a_list_hold_all_of_it_once(client: TestClient) -> None:
    whole = client.get("/api/v1/entries?limit=200").json()
    parts = [client.get(f"/api/v1/entries?limit=7&offset={o}").json() for o in range(0, 210, 7)]
    ids = [entry["id"] for part in parts for entry in part["items"]]
    assert len(ids) == len(set(ids))
    assert ids[: len(whole["items"])] == [entry["id"] for entry in whole["items"]]


def test_every_report_holds_the_passage_that_proves_it(client: TestClient) -> None:
    for report in client.get("/api/v1/events?limit=200").json()["items"]:
        for told in report["attestations"]:
            article = client.get(f"/api/v1/articles/{told['article']['document']}").json()
            for passage in told["passages"]:
                assert article["text"][passage["start"] : passage["end"]] == passage["text"]


def test_openrefine_finds_a_person_under_another_spelling(client: TestClient) -> None:
    manifest = client.get("/api/reconcile").json()
    assert manifest["versions"] == ["0.2"]
    assert manifest["view"]["url"].endswith("/entries/{{id}}")
    queries = {
        "q0": {"query": "AISSATOU WADE", "type": "person", "limit": 1},
        "q1": {"query": "Zz"},
    }
    answer = client.post("/api/reconcile", data={"queries": json.dumps(queries)}).json()
    assert answer["q0"]["result"][0]["name"] == "Aïssatou Wade"
    assert answer["q1"]["result"] == []


@pytest.mark.parametrize("queries", ["no JSON", "[]", '{"q0": {"query": 3}}', '{"q0": 1}'])
def test_queries_that_cannot_be_understood_are_refused(client: TestClient, queries: str) -> None:
    assert client.post("/api/reconcile", data={"queries": queries}).status_code == 400
