"""Whom the pages answer: hosts, origins, tokens, sizes and rates."""

from __future__ import annotations

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from greffier.store import open_store
from greffier.web.app import create_app
from greffier.web.guard import LARGEST_BODY, LONGEST_QUERY, PERIOD, RATE, Guard
from greffier.web.settings import Settings, UnsafeError

LOCAL = "http://127.0.0.1:8000"
TOKEN = "abc-123-def-456"
ELSEWHERE = Settings(host="192.0.2.7", token=TOKEN, names=("record.example",))
BEARER = {"Authorization": f"Bearer {TOKEN}"}


def client(settings: Settings | None = None, base: str = LOCAL) -> TestClient:
    return TestClient(
        create_app(open_store(":memory:"), settings or Settings()),
        base_url=base,
        follow_redirects=False,
    )


def test_a_host_that_is_not_ours_is_refused() -> None:
    assert client().get("/static/style.css").status_code == 200
    assert client(base="http://localhost:8000").get("/static/style.css").status_code == 200
    assert client(base="http://evil.example").get("/static/style.css").status_code == 421


def test_a_form_from_another_site_is_refused() -> None:
    sent = client()
    assert sent.post("/x", headers={"Origin": "http://evil.example"}).status_code == 403
    assert sent.post("/x", headers={"Origin": "null"}).status_code == 403
    assert sent.post("/x", headers={"Origin": LOCAL}).status_code == 404
    assert sent.post("/x").status_code == 404


def test_every_answer_says_what_it_may_load() -> None:
    for path in ("/static/style.css", "/nowhere"):
        headers = client().get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'self'")
        assert headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"


def test_large_requests_are_refused() -> None:
    assert client().post("/x", content=b"a" * (LARGEST_BODY + 1)).status_code == 413
    assert client().get("/x?" + "a" * (LONGEST_QUERY + 1)).status_code == 414


def test_serving_elsewhere_asks_for_a_token() -> None:
    with pytest.raises(UnsafeError, match="--token"):
        Settings(host="0.0.0.0")
    with pytest.raises(UnsafeError, match="--token"):
        Settings(host="192.0.2.7")


@pytest.mark.parametrize("token", ["short", "clé-secrète-longue", "with space inside"])
def test_a_token_is_long_and_can_be_sent_anywhere(token: str) -> None:
    with pytest.raises(UnsafeError, match="token"):
        Settings(host="192.0.2.7", token=token)


def test_a_stranger_is_let_in_by_the_token_only() -> None:
    strange = client(ELSEWHERE, "http://record.example")
    assert strange.get("/static/icon.svg").status_code == 401
    assert strange.get("/static/icon.svg?token=wrong").status_code == 401
    assert (
        strange.get("/static/icon.svg", headers={"Authorization": "Bearer no"}).status_code == 401
    )
    assert strange.get("/static/icon.svg", headers=BEARER).status_code == 200


def test_a_token_in_the_address_moves_to_a_cookie() -> None:
    strange = client(ELSEWHERE, "http://record.example")
    moved = strange.get(f"/static/icon.svg?token={TOKEN}")
    assert moved.status_code == 303
    assert "token" not in moved.headers["location"]
    assert strange.get("/static/icon.svg").status_code == 200


def test_too_many_requests_of_one_address_are_held_back_until_time_passes() -> None:
    now = [0.0]
    guard = Guard(PlainTextResponse("page"), ELSEWHERE, clock=lambda: now[0])
    inside = TestClient(guard, base_url="http://192.0.2.7")
    statuses = [inside.get("/", headers=BEARER).status_code for _ in range(RATE + 1)]
    assert statuses == [200] * RATE + [429]
    now[0] = PERIOD + 1
    assert inside.get("/", headers=BEARER).status_code == 200
