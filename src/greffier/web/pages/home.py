"""The first page: what outlets disagree on, the latest encounters, what is to be reviewed."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from greffier import views
from greffier.views import Filter, Order, Slice
from greffier.web.asked import Record
from greffier.web.shell import render

router = APIRouter()
FEW = Slice(6)
MET = Filter(type=("CONSULT",))


@router.get("/", response_class=HTMLResponse)
def home(request: Request, store: Record) -> HTMLResponse:
    return render(
        request,
        "home.html",
        {
            "status": views.status(store),
            "disagreements": views.disagreements(store, part=FEW),
            "encounters": views.timeline(store, MET, FEW, Order.LATEST),
            "candidates": views.candidates(store, part=Slice(3)),
            "newest": views.articles(store, part=FEW),
        },
    )
