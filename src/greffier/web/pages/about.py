"""What the record is made of: sources, counts, rules, model, licences."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from greffier import views
from greffier.lang.fr import FRENCH
from greffier.web.asked import Record
from greffier.web.settings import VERSION
from greffier.web.shell import render

router = APIRouter()


@router.get("/about", response_class=HTMLResponse)
def about(request: Request, store: Record) -> HTMLResponse:
    return render(
        request,
        "about.html",
        {
            "status": views.status(store),
            "version": VERSION,
            "pipeline": FRENCH.parser.pipeline,
            "rules": {layer: len(rules) for layer, rules in FRENCH.rules.items()},
        },
    )
