"""Judging in the pages: put together, keep apart, take back; never without our own form."""

from __future__ import annotations

import getpass
import re
from collections.abc import Callable

from starlette.testclient import TestClient

from greffier import views
from greffier.store.base import Store
from greffier.web.settings import Settings

Serve = Callable[[Settings], TestClient]


def fields(page: str) -> dict[str, str]:
    """The hidden fields of the first form that judges."""
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page)[:3])


def test_two_are_put_together_and_taken_apart_again(served: Serve, own_store: Store) -> None:
    client = served(Settings(author="Maud Kerval"))
    form = fields(client.get("/review").text)
    one, other = form["one"], form["other"]
    before = own_store.resolve([one, other])
    assert before[one] != before[other]
    sent = client.post("/review", data={**form, "verdict": "same", "reason": "même personne"})
    assert sent.status_code == 303
    after = own_store.resolve([one, other])
    assert after[one] == after[other]
    (made,) = views.judgements(own_store).items
    assert made.judgement.author == "Maud Kerval"
    assert made.judgement.reasons[0].detail == "même personne"
    undone = {"proof": form["proof"], "judgement": made.judgement.id}
    assert client.post("/review/undo", data=undone).status_code == 303
    assert own_store.resolve([one, other]) == before


def test_what_was_judged_is_asked_no_more(served: Serve) -> None:
    client = served(Settings())
    form = fields(client.get("/review").text)
    client.post("/review", data={**form, "verdict": "different"})
    asked = fields(client.get("/review").text)
    assert (asked.get("one"), asked.get("other")) != (form["one"], form["other"])


def test_a_form_without_our_proof_changes_nothing(served: Serve, own_store: Store) -> None:
    client = served(Settings())
    form = fields(client.get("/review").text) | {"verdict": "same"}
    assert client.post("/review", data={**form, "proof": "0" * 64}).status_code == 403
    assert client.post("/review", data={**form, "proof": "é" * 10}).status_code == 403
    client.cookies.clear()
    assert client.post("/review", data=form).status_code == 403
    assert views.judgements(own_store).total == 0


def test_a_record_served_read_only_takes_no_judgement(served: Serve, own_store: Store) -> None:
    form = fields(served(Settings()).get("/review").text) | {"verdict": "same"}
    client = served(Settings(read_only=True))
    assert 'method="post"' not in client.get("/review").text
    assert client.post("/review", data=form).status_code == 403
    assert views.judgements(own_store).total == 0


def test_a_judgement_of_things_that_are_not_there_is_refused(served: Serve) -> None:
    client = served(Settings(author=getpass.getuser()))
    form = fields(client.get("/review").text) | {"verdict": "same", "other": "en-000000000000"}
    assert client.post("/review", data=form).status_code == 400
