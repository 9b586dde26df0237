"""The map of where events happened, with the same as a table."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from greffier import views
from greffier.views import Slice
from greffier.web.asked import Asked, Record
from greffier.web.atlas import Dot, frame
from greffier.web.shell import render

router = APIRouter()
MOST = Slice(300)
"""Places drawn: more could not be told apart."""


@router.get("/map", response_class=HTMLResponse)
def world(request: Request, store: Record, asked: Asked, zoom: str = "") -> HTMLResponse:
    places = views.places(store, asked, MOST)
    dots = [dot for place in places if (dot := Dot.of(place)) is not None]
    return render(
        request,
        "map.html",
        {
            "places": places,
            "dots": dots,
            "frame": frame(dots, zoom),
            "zoom": zoom,
            "most": max((dot.count for dot in dots), default=1),
        },
    )
