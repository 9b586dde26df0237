"""The pages, one file a kind, in the order of the menu."""

from __future__ import annotations

from greffier.web.pages import (
    about,
    article,
    data,
    entry,
    home,
    lists,
    report,
    review,
    search,
    stories,
    world,
)

PAGES = (home, search, data, lists, entry, report, stories, world, article, review, about)
