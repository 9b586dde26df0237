"""People, organisations, places, countries: lists, and one with all that is told of it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from greffier import views
from greffier.web.asked import Asked, Part, Record, around, found
from greffier.web.network import drawn
from greffier.web.shell import render

router = APIRouter()
KINDS = ("person", "organization", "country", "place", "group")


@router.get("/entries", response_class=HTMLResponse)
def entries(request: Request, store: Record, asked: Asked, part: Part) -> HTMLResponse:
    page = views.entries(store, asked, part)
    turn = around("/entries", asked, page)
    shown = {"page": page, "asked": asked, "kinds": KINDS, "around": turn}
    return render(request, "entries.html", shown)


@router.get("/entries/{id}", response_class=HTMLResponse)
def entry(request: Request, store: Record, id: str) -> Response:
    view = found(views.entry(store, id))
    if view.entry.id != id:
        return RedirectResponse(f"/entries/{view.entry.id}", 301)
    return render(request, "entry.html", {"view": view, "net": drawn(view)})
