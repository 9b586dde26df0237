"""Entries of feeds: what a feed tells of an article, and when that is the article itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from greffier.model.text import Given, Refusal
from greffier.sources.kinds import Found
from greffier.sources.parts.articles import article

WHOLE = 800
"""Code points from which the text of an entry is taken for the whole article: summaries and
standfirsts have 100 to 500, and articles below 800 have little that their summary has not."""
_CUT = ("…", "...", "[…]", "[...]", "lire la suite", "lire l’article", "read more")
"""How a text ends that goes on elsewhere."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed; `text` is the longest that it holds, as paragraphs."""

    id: str
    link: str | None
    title: str | None
    text: str
    published: str | None
    outlet: str | None

    @property
    def is_whole(self) -> bool:
        """Whether the text is the article, not only what it is about."""
        end = self.text.rstrip(" \n>»›→").casefold().replace("'", "’")
        return len(self.text) >= WHOLE and not end.endswith(_CUT)

    @property
    def given(self) -> Given:
        return Given(published=self.published, outlet=self.outlet, title=self.title)


def captured(entry: Entry, place: str) -> Iterator[Found]:
    """The article of an entry, named by its link; where it is only a summary, that is told."""
    uri = entry.link or place
    if entry.text and not entry.is_whole:
        remedy = f"For the article: greffier read {uri}." if entry.link else "Get the article."
        yield Refusal(uri, "only a summary in the feed", remedy, partly_read=True)
    yield article(uri, [entry.text], entry.given)
