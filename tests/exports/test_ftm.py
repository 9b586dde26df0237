"""FollowTheMoney entities, as its own model checks them."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from greffier.exports import ftm
from greffier.views import Contents

followthemoney = pytest.importorskip(
    "followthemoney", reason="needs pip install followthemoney, which builds pyicu (libicu-dev)"
)


@pytest.fixture(scope="module")
def entities(contents: Contents) -> list[dict[str, Any]]:
    out = io.BytesIO()
    ftm.write(contents, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_model_takes_every_property(entities: list[dict[str, Any]]) -> None:
    schemata = set()
    for told in entities:
        proxy = followthemoney.EntityProxy.from_dict(told)
        proxy.schema.validate(told)
        schemata.add(proxy.schema.name)
        for name, values in told["properties"].items():
            assert sorted(proxy.get(name)) == sorted(set(values)), (name, values)
    assert {"Person", "Event", "Note", "Article", "Address"} <= schemata


def test_what_is_named_is_there(entities: list[dict[str, Any]]) -> None:
    schemata = {told["id"]: followthemoney.model.get(told["schema"]) for told in entities}
    for told in entities:
        for name, values in told["properties"].items():
            kind = followthemoney.model.get(told["schema"]).get(name)
            if kind.type.name == "entity":
                for value in values:
                    assert schemata[value].is_a(kind.range.name), (name, value)


def test_countries_are_iso_3166_alpha_2() -> None:
    assert [ftm.code("FRA"), ftm.code("NOR"), ftm.code("???"), ftm.code(None)] == [
        "fr", "no", None, None,
    ]  # fmt: skip
