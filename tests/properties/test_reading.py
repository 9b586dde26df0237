"""What is always true of a reading, whatever the text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from benchmarks.gold import OURS, articles
from greffier.exports.readings import to_dict, to_json
from greffier.model.readings import from_dict, kept
from tests.conftest import ReadText

TEXTS = [article.text for article in articles(OURS)][::4]
PIECES = st.sampled_from(
    [
        "Le ministre norvégien de la Pêche, Olav Storheim,",
        "a déclaré lundi que « la saison est finie »",
        "« Nous partons",
        "selon l’agence Nordavis",
        "il a reçu 1 200 pêcheurs",
        ", ",
        ". ",
        "\n\n",
        "\n",
        " : ",
        "« ",
        " »",
        '"',
        "“",
        "’",
        "le 3 mars 2021",
        "12 %",
        "à Bergen",
        "(photo NTA)",
        "́",
        "\u00a0",
        "🐟",
        "لندن",
        "Mme",
        "-t-il",
        "M. ",
    ]
)
FREE = st.text(max_size=60)
ARTICLES = st.lists(st.one_of(PIECES, FREE), max_size=25).map("".join)


def spans(found: Any) -> Iterator[tuple[int, int]]:
    """Every start-end pair anywhere in a reading."""
    if isinstance(found, dict):
        if isinstance(found.get("start"), int):
            yield found["start"], found["end"]
        for value in found.values():
            yield from spans(value)
    elif isinstance(found, list):
        for value in found:
            yield from spans(value)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=ARTICLES)
@example(text="Le ministre a reçu ³J et ٣٤ pêcheurs lundi ², a-t-il dit ①.")
def test_every_span_is_a_passage_of_any_text(text: str, read_text: ReadText) -> None:
    reading = to_dict(read_text(text))
    assert reading["text"] == text
    for start, end in spans(reading):
        assert 0 <= start < end <= len(text)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=ARTICLES)
def test_a_reading_comes_back_from_json_as_it_was(text: str, read_text: ReadText) -> None:
    reading = read_text(text, published="2022-02-07")
    assert from_dict(json.loads(to_json(reading))) == kept(reading)


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.strip()[:30])
def test_a_whole_reading_comes_back_from_json_as_it_was(text: str, read_text: ReadText) -> None:
    reading = read_text(text, published="2022-02-07", outlet="Le Fanal")
    assert from_dict(json.loads(to_json(reading))) == kept(reading)


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.strip()[:30])
def test_every_entity_named_is_there(text: str, read_text: ReadText) -> None:
    reading = to_dict(read_text(text, published="2022-02-07"))
    ids = {entity["id"] for entity in reading["entities"]} | {None}
    assert len(ids) == len(reading["entities"]) + 1
    for quotation in reading["quotations"]:
        assert {quotation["speaker"], quotation["addressee"], quotation["via"]} <= ids
    for event in reading["events"]:
        assert {*event["actors"], *event["recipients"], event["place"], event["source"]} <= ids
        assert event["mentions"]
    for entity in reading["entities"]:
        assert entity["mentions"]


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.strip()[:30])
def test_the_same_text_gives_the_same_reading(text: str, read_text: ReadText) -> None:
    first = to_json(read_text(text, published="2022-02-07"))
    read_text("Un tout autre article. Il parle de pêche.")
    assert to_json(read_text(text, published="2022-02-07")) == first
