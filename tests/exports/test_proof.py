"""The proof of a report, in each form that it is pasted in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from greffier import views
from greffier.exports import proof
from greffier.store import open_store
from greffier.views.shown import Attestation

PERMALINK = "http://127.0.0.1:8000/reports/x"


@pytest.fixture(scope="module")
def attestations(demo_record: Path) -> list[Attestation]:
    store = open_store(demo_record)
    lists = (views.quotes(store).items, views.timeline(store).items)
    found = [a for reports in lists for one in reports for a in one.attestations]
    store.close()
    return found


def test_the_text_holds_passage_outlet_and_address(attestations: list[Attestation]) -> None:
    for told in attestations:
        text = proof.plain(told, PERMALINK)
        assert told.passages[0].text in text
        assert (told.article.title or told.article.uri) in text
        assert text.endswith(PERMALINK)


def test_markdown_quotes_every_line(attestations: list[Attestation]) -> None:
    for told in attestations:
        *quoted, credit = proof.markdown(told, PERMALINK).splitlines()
        assert all(line.startswith(">") for line in quoted)
        assert credit.startswith("> — [")


def test_csl_tells_outlet_and_date(attestations: list[Attestation]) -> None:
    told = next(a for a in attestations if (a.article.published or "").count("-") == 2)
    (item,) = json.loads(proof.csl(told, PERMALINK))
    year, month, day = (int(part) for part in (told.article.published or "").split("-"))
    assert item["issued"] == {"date-parts": [[year, month, day]]}
    assert item["type"] == "article-newspaper"
    assert item["title"] == told.article.title


def test_the_annotation_finds_its_passage_by_place_and_by_words(
    demo_record: Path, attestations: list[Attestation]
) -> None:
    store = open_store(demo_record)
    for told in attestations:
        article = views.article(store, told.article.document)
        assert article is not None
        target = json.loads(proof.annotation(told, PERMALINK))["target"]
        position, quote = target["selector"]
        at = article.text[position["start"] : position["end"]]
        assert at == quote["exact"] == told.passages[0].text
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in article.text
    store.close()
