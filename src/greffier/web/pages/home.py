"""The first page: what outlets disagree on, the latest encounters, what is to be reviewed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TypeGuard

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from greffier import views
from greffier.views import Filter, Order, Slice
from greffier.web.asked import Record
from greffier.web.shell import render

router = APIRouter()
VISITED = "greffier_visited"
"""The cookie that keeps when this browser last saw the first page."""
YEAR = 365 * 24 * 3600
FEW = Slice(6)
MET = Filter(type=("CONSULT",))


@router.get("/", response_class=HTMLResponse)
def home(request: Request, store: Record) -> HTMLResponse:
    visited = request.cookies.get(VISITED)
    answer = render(
        request,
        "home.html",
        {
            "status": views.status(store),
            "disagreements": views.disagreements(store, part=FEW),
            "encounters": views.timeline(store, MET, FEW, Order.LATEST),
            "candidates": views.candidates(store, part=Slice(3)),
            "newest": views.articles(store, part=FEW),
            "since": views.added_since(store, visited, FEW) if _is_moment(visited) else None,
        },
    )
    now = datetime.now(UTC).isoformat(timespec="seconds")
    answer.set_cookie(VISITED, now, max_age=YEAR, httponly=True, samesite="strict")
    return answer


def _is_moment(told: str | None) -> TypeGuard[str]:
    """Whether a cookie holds a moment, and not what somebody wrote into it."""
    try:
        return told is not None and datetime.fromisoformat(told).tzinfo is not None
    except ValueError:
        return False
