"""Views: read-only questions asked of a store, answered in frozen typed values.

    with open_store("affaires.record") as store:
        for one in views.timeline(store, Filter(who=("en-1f…",))).items:
            print(one.first, one.label, one.attestations[0].passages[0].text)

Whatever is shown can be traced: each attestation holds passages (document, start, end, text).
"""

from __future__ import annotations

from greffier.model.questions import Filter, Page, Slice
from greffier.store.base import EntryRow, Order
from greffier.views.articles import added_since, article, articles, reading, readings
from greffier.views.asking import UnknownNameError, by_name
from greffier.views.disagreements import disagreement, disagreements
from greffier.views.entries import entries, entry, named
from greffier.views.events import event, figures, quotes, timeline
from greffier.views.overview import choices, days, status
from greffier.views.places import places
from greffier.views.reviews import candidates, judgements
from greffier.views.search import Found, search
from greffier.views.stories import stories, story

__all__ = [
    "EntryRow",
    "Filter",
    "Found",
    "Order",
    "Page",
    "Slice",
    "UnknownNameError",
    "added_since",
    "article",
    "articles",
    "by_name",
    "candidates",
    "choices",
    "days",
    "disagreement",
    "disagreements",
    "entries",
    "entry",
    "event",
    "figures",
    "judgements",
    "named",
    "places",
    "quotes",
    "reading",
    "readings",
    "search",
    "status",
    "stories",
    "story",
    "timeline",
]
