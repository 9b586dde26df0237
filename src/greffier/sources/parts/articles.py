"""An article in parts, as exports, feeds and messages hold it, as a capture of its text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from greffier.model.text import Capture, Given, Refusal
from greffier.sources import text
from greffier.sources.kinds import LARGEST_ARTICLE, Found, too_large
from greffier.sources.parts.markup import BETWEEN

NO_TEXT = "no text in it"


def article(uri: str, parts: Iterable[str | None], given: Given) -> Found:
    """The capture of an article's paragraphs, below its title; a refusal where there are none.

    `parts` are what stands above the text (a standfirst, a byline; null where there is none) and
    its paragraphs. What repeats the title at the top is left out.
    """
    title = " ".join((given.title or "").split()) or None
    body = [part.strip() for part in parts if part and part.strip()]
    while body and title and body[0].casefold() == title.casefold():
        del body[0]
    if not body:
        return Refusal(uri, NO_TEXT, "Get the article itself, then read that.")
    written = BETWEEN.join([title, *body] if title else body)
    data = written.encode("utf-8", "replace")
    if len(data) > LARGEST_ARTICLE:
        return too_large(uri)
    return Capture(uri, data, text.MEDIA_TYPE, replace(given, title=title), encoding="utf-8")
