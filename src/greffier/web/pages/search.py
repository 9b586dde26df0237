"""Search: articles by their words, with what they name."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from greffier import views
from greffier.web.asked import Around, Asked, Part, Record
from greffier.web.marking import marked_words
from greffier.web.shell import render

router = APIRouter()
LONGEST = 200
"""Code points of words searched."""


@router.get("/search", response_class=HTMLResponse)
def search(request: Request, store: Record, asked: Asked, part: Part, q: str = "") -> HTMLResponse:
    words = q.strip()[:LONGEST]
    if not words:
        return render(request, "search.html", {"sought": ""})
    narrowed = replace(asked, words=None)
    found = views.search(store, words, narrowed, part)
    state = {"q": words}

    def facet_link(name: str, value: str) -> str:
        """The same search, narrowed to an outlet or a month."""
        within = {"outlet": (value,)} if name == "outlet" else month(value)
        return f"/search?{urlencode(state)}&{replace(narrowed, **within).query()}"

    def turned(offset: int) -> str:
        told = "&".join(t for t in (urlencode(state), narrowed.query()) if t)
        return f"/search?{told}&offset={offset}"

    after = part.offset + len(found.hits)
    return render(
        request,
        "search.html",
        {
            "found": found,
            "hits": [
                (h.article, [marked_words(p, h.marked) for p in h.passages]) for h in found.hits
            ],
            "sought": words,
            "facet_link": facet_link,
            "around": Around(
                turned(max(0, part.offset - part.limit)) if part.offset else None,
                turned(after) if after < found.total else None,
            ),
        },
    )


def month(value: str) -> dict[str, Any]:
    """The days of a month (`2019-03`) as the bounds of a filter."""
    year, number = (int(part) for part in value.split("-"))
    last = monthrange(year, number)[1]
    return {"since": f"{value}-01", "until": f"{value}-{last:02}"}
