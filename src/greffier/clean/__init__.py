"""Captures to documents: decoded text, labelled blocks, title and publication date.

    for found in clean.documents(capture, FRENCH):
        ...   # a Document, or a Refusal: what was not read, or only in part, and why

Nothing is deleted from a text: blocks are labelled. The text of an HTML page is the one that
`clean.pages` takes from it, and the one that every offset counts in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from greffier.clean import decoding, pages
from greffier.clean.decoding import Decoded, NoText
from greffier.clean.document import document
from greffier.clean.pages import Page
from greffier.model.language import Language
from greffier.model.text import Capture, Document, Given, Refusal

__all__ = ["LONGEST_ARTICLE", "document", "documents"]

HTML = "text/html"
LONGEST_ARTICLE = 150_000
"""Code points, some 25,000 words: no article is so long, and the model's memory grows with it."""


def documents(
    capture: Capture, language: Language, default: Given | None = None
) -> Iterator[Document | Refusal]:
    """The document of a capture, after what could not be read of it.

    `default` fills what neither the capture nor its page tells. At most one document comes, and
    none when a refusal that is not `partly_read` does. Never raises, whatever the bytes.
    """
    markup = capture.media_type == HTML
    try:
        decoded = decoding.decode(capture.data, capture.encoding, markup)
    except NoText as error:
        yield Refusal(capture.uri, f"no text but {error}", "Save the article as text or HTML.")
        return
    page = pages.page(decoded.text) if markup else Page(decoded.text)
    if markup and decoded.text.strip() and not page.text:
        remedy = "Save the page of one article, opened whole, or its text."
        yield Refusal(capture.uri, "no article found in the page", remedy)
        return
    refused = _refused(capture.uri, page, language)
    if refused:
        yield refused
        return
    yield from _losses(capture.uri, decoded, page)
    given = _given(capture.given, page.given, default or Given())
    found = document(page.text, capture.uri, given, language, page.kinds)
    yield replace(found, encoding=decoded.encoding)


def _refused(uri: str, page: Page, language: Language) -> Refusal | None:
    """Why a decoded page is no article to be read, or null."""
    if not page.text.strip():
        return Refusal(uri, "empty: no article in it", "Give a file that holds an article.")
    if len(page.text) > LONGEST_ARTICLE:
        reason = f"{len(page.text):,} characters, too long for one article"
        remedy = f"Make each article a file or a JSONL line of its own, under {LONGEST_ARTICLE:,}."
        return Refusal(uri, reason, remedy)
    written_in = language.recognise(page.text)
    if written_in not in (None, language.code):
        reason = f"written in another language ({written_in}, not {language.code})"
        return Refusal(uri, reason, "Leave it out: it would be misread.")
    return None


def _losses(uri: str, decoded: Decoded, page: Page) -> Iterator[Refusal]:
    """What is missing from a document that is read all the same."""
    if decoded.damaged:
        yield Refusal(
            uri,
            f"{decoded.damaged} character(s) could not be read as {decoded.encoding}, shown as �",
            "Fetch the article again, or save it as UTF-8.",
            partly_read=True,
        )
    if page.cut:
        yield Refusal(
            uri,
            "the page breaks off before its end",
            "Fetch it again if the article's end is missing.",
            partly_read=True,
        )


def _given(capture: Given, page: Given, default: Given) -> Given:
    """What is known beside the text: as delivered, else from the page, else the default."""
    dated = next((g for g in (capture, page, default) if g.published), default)
    return Given(
        published=dated.published,
        outlet=capture.outlet or page.outlet or default.outlet,
        title=capture.title or page.title or default.title,
        published_from=dated.published_from,
    )
