"""Passages between quotation marks."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from greffier.model.marks import marked
from greffier.model.text import Span

TEXTS = st.text(alphabet='ab «»“”„‹›"\n\u00a0\u202f.', max_size=80)
LARGE = 400_000
SECONDS_AT_MOST = 5.0
"""Far more than one pass takes, far less than a quadratic one."""


def _contents(text: str) -> list[str]:
    return [text[m.content.start : m.content.end] for m in marked(text, Span(0, len(text)))]


def test_the_spaces_inside_the_marks_are_no_content() -> None:
    assert _contents("Il dit « oui » puis “non”.") == ["oui", "non"]


def test_another_style_nests() -> None:
    assert _contents("« Il a crié “Partez” » hier") == ["Il a crié “Partez”"]


def test_the_same_style_nests_when_it_closes_twice() -> None:
    assert _contents("« Il a crié « Partez » hier »") == ["Il a crié « Partez » hier"]


def test_a_mark_left_open_reaches_the_end_of_the_block() -> None:
    text = "« Nous partons."
    (found,) = marked(text, Span(0, len(text)))
    assert not found.closed
    assert text[found.content.start : found.content.end] == "Nous partons."


def test_marks_without_content_are_none() -> None:
    assert _contents('«  » et ""') == []


@given(TEXTS, st.integers(0, 80), st.integers(0, 80))
def test_spans_are_inside_the_block_in_order_and_apart(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    previous = start
    for found in marked(text, Span(start, end)):
        assert previous <= found.whole.start <= found.content.start
        assert found.content.start < found.content.end <= found.whole.end <= end
        assert not text[found.content.start].isspace()
        previous = found.whole.end


def test_a_very_long_block_is_read_in_one_pass() -> None:
    for text in ("«" * LARGE, '"a' * LARGE, "« “ " * LARGE):
        begun = time.perf_counter()
        marked(text, Span(0, len(text)))
        assert time.perf_counter() - begun < SECONDS_AT_MOST
