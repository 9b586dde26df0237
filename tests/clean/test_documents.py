"""Captures to documents: bad input is named, whatever the bytes; good input is kept."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from greffier import clean, sources
from greffier.lang.fr import FRENCH
from greffier.model.text import Capture, Document, Given, PublishedFrom, Refusal

ENGLISH = (
    "The minister said that the season was over for the fishermen of the region, and that they "
    "would have to wait until the spring. He was not available for comment after the meeting."
)
ARABIC = "قال وزير الصيد إن الموسم قد انتهى بالنسبة للصيادين في المنطقة الشمالية من البلاد"
FRENCH_TEXT = "Le pont ferme\r\n\r\nLe maire de Vercourt l’a annoncé mardi à la presse locale.\r\n"


def documents(data: bytes, media_type: str = "text/plain") -> list[Document | Refusal]:
    return list(clean.documents(Capture("here", data, media_type), FRENCH))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "image"),
        (bytes(range(256)), "binary"),
        (ENGLISH.encode(), r"another language \(en"),
        (ARABIC.encode(), r"another language \(ar"),
        (b"mot " * 200_000, "too long"),
    ],
)
def test_bad_input_is_refused_with_a_remedy(data: bytes, reason: str) -> None:
    (found,) = documents(data)
    assert isinstance(found, Refusal)
    assert not found.partly_read
    assert found.uri == "here"
    assert re.search(reason, found.reason)
    assert found.remedy.endswith(".")


def test_a_text_is_kept_character_for_character() -> None:
    (found,) = documents(FRENCH_TEXT.encode("utf-8-sig"))
    assert isinstance(found, Document)
    assert found.text == FRENCH_TEXT
    assert found.encoding == "utf-8"
    assert found.title == "Le pont ferme"


def test_a_damaged_text_is_read_in_part() -> None:
    told, found = documents(FRENCH_TEXT.encode() + b"\xff")
    assert isinstance(told, Refusal)
    assert told.partly_read
    assert isinstance(found, Document)


def test_a_stray_zero_is_no_binary_file() -> None:
    (found,) = documents(FRENCH_TEXT.encode() + b"\0")
    assert isinstance(found, Document)
    assert found.text.endswith("\0")


def test_what_is_given_comes_before_what_is_assumed() -> None:
    own = Given(published="2021-03-03", outlet="Le Réveil")
    assumed = Given(published="2020-01-01", outlet="La Gazette", title="Le pont ferme")
    (found,) = clean.documents(sources.of_text(FRENCH_TEXT, given=own), FRENCH, assumed)
    assert isinstance(found, Document)
    assert (found.published, found.outlet) == ("2021-03-03", "Le Réveil")
    assert found.title == "Le pont ferme"
    (found,) = clean.documents(sources.of_text(FRENCH_TEXT), FRENCH, assumed)
    assert isinstance(found, Document)
    assert (found.published, found.published_from) == ("2020-01-01", PublishedFrom.GIVEN)


TAGS = ("<p>", "</p>", "<h1>", "<figure>", "<figcaption>", "</figure>", "<article>", "<br>", "<!--")
REST = (
    "Le maire de Vercourt l’a annoncé. ",
    "<script type='application/ld+json'>{",
    '<meta property="og:title" content="x">',
    "<table><tr><td>",
    "&#0;",
    "&nbsp;",
    "\0",
)
MARKUP = st.lists(st.sampled_from(TAGS) | st.sampled_from(REST), max_size=20).map("".join)


@settings(deadline=None, max_examples=60)
@given(data=st.one_of(st.binary(max_size=200), MARKUP.map(str.encode)), page=st.booleans())
@example(data=b"<", page=True)
@example(data=b"<html><body></body></html>", page=True)
def test_no_bytes_break_it(data: bytes, page: bool) -> None:
    found = documents(data, "text/html" if page else "text/plain")
    assert found == documents(data, "text/html" if page else "text/plain")
    whole = [item for item in found if isinstance(item, Document)]
    assert len(whole) <= 1
    assert whole or any(isinstance(f, Refusal) and not f.partly_read for f in found)
    for document in whole:
        for block in document.blocks:
            passage = document.text[block.start : block.end]
            assert passage
            assert passage == passage.strip()
