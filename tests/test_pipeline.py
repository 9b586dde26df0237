"""Articles read together give what each gives alone, in their order."""

from __future__ import annotations

from itertools import islice

import pytest

from benchmarks.gold import OURS, articles
from greffier import pipeline, sources
from greffier.exports.readings import to_json
from greffier.model.reading import Reading
from greffier.model.text import Capture, Given, Refusal

GIVEN = Given(published="2022-02-07")
TEXTS = [article.text for article in islice(articles(OURS), 0, None, 6)]
FOUND: list[Capture | Refusal] = [
    sources.of_text(TEXTS[0], "a:1"),
    Refusal("a:2", "not there", "Look for it."),
    sources.of_text("", "a:3"),
    *(sources.of_text(text, f"b:{i}") for i, text in enumerate(TEXTS)),
]

Told = list[tuple[str | Refusal, ...]]


def told(found: list[Capture | Refusal]) -> Told:
    return [
        tuple(to_json(o) if isinstance(o, Reading) else o for o in outcomes)
        for outcomes in pipeline.read_captures(found, GIVEN)
    ]


@pytest.fixture(scope="module")
def alone() -> Told:
    return [told([one])[0] for one in FOUND]


def test_together_as_alone(alone: Told) -> None:
    assert told(FOUND) == alone
    assert told(FOUND[::-1]) == alone[::-1]


def test_small_companies_change_nothing(alone: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "COMPANY", len(TEXTS[0]) + 1)
    assert told(FOUND) == alone


def test_refusals_stay_in_their_place(alone: Told) -> None:
    assert alone[1] == (FOUND[1],)
    assert isinstance(alone[2][0], Refusal)
    assert all(isinstance(outcomes[-1], str) for outcomes in alone[3:])
