"""Lists of what is reported: the chronology of events, and who said what to whom."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from greffier import views
from greffier.views import Order
from greffier.web.asked import Asked, Part, Record, around
from greffier.web.shell import render
from greffier.web.strip import strip

router = APIRouter()


@router.get("/chronology", response_class=HTMLResponse)
def chronology(request: Request, store: Record, asked: Asked, part: Part) -> HTMLResponse:
    page = views.timeline(store, asked, part, Order.DAY)
    return render(
        request,
        "chronology.html",
        {
            "page": page,
            "asked": asked,
            "choices": views.choices(store, asked),
            "strip": strip(views.days(store, asked)),
            "outlets": views.status(store).outlets,
            "around": around("/chronology", asked, page),
        },
    )


@router.get("/quotations", response_class=HTMLResponse)
def quotations(request: Request, store: Record, asked: Asked, part: Part) -> HTMLResponse:
    page = views.quotes(store, asked, part)
    shown = {"page": page, "asked": asked, "around": around("/quotations", asked, page)}
    return render(request, "quotations.html", shown)
