"""Marked passages: nothing of the text is lost, nothing of it is taken for HTML."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from greffier.model.highlight import Mark, marked, segments


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(max_size=40))
    place = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(place, place), max_size=6))
    return text, [Mark(min(p), max(p), f"k{i}", "") for i, p in enumerate(pairs)]


@given(marked_texts())
def test_segments_hold_the_whole_text_and_each_mark_covers_its_passage(
    given_text: tuple[str, list[Mark]],
) -> None:
    text, marks = given_text
    found = list(segments(text, marks))
    assert "".join(s.text for s in found) == text
    for mark in marks:
        covered = "".join(s.text for s in found if mark in s.marks)
        assert covered == text[mark.start : mark.end]


@given(marked_texts())
def test_html_shows_the_text_character_for_character(
    given_text: tuple[str, list[Mark]],
) -> None:
    text, marks = given_text
    shown = re.sub(r"</?mark[^>]*>", "", marked(text, marks))
    assert unescape(shown) == text


def test_what_an_article_holds_is_escaped() -> None:
    html = marked("<b>Aho</b>", [Mark(3, 6, "person", 'dit "oui" & <non>')])
    assert html == (
        "&lt;b&gt;"
        '<mark class="person" title="dit &quot;oui&quot; &amp; &lt;non&gt;">Aho</mark>'
        "&lt;/b&gt;"
    )


def test_overlapping_marks_share_a_segment() -> None:
    found = list(segments("abcd", [Mark(0, 3, "x"), Mark(1, 4, "y")]))
    assert [(s.text, [m.kind for m in s.marks]) for s in found] == [
        ("a", ["x"]),
        ("bc", ["x", "y"]),
        ("d", ["y"]),
    ]
