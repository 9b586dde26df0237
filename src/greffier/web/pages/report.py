"""An event, a statement or a figure: who reports it, in which words, and the proof to copy."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from greffier import views
from greffier.exports import proof
from greffier.web.asked import Record, found
from greffier.web.shell import render

router = APIRouter()


@router.get("/reports/{id}", response_class=HTMLResponse)
def report(request: Request, store: Record, id: str) -> Response:
    view = found(views.event(store, id))
    if view.reported.id != id:
        return RedirectResponse(f"/reports/{view.reported.id}", 301)
    home = str(request.base_url).rstrip("/")
    proofs = {
        a.node: {name: write(a, f"{home}/reports/{a.node}") for name, write in proof.FORMS.items()}
        for a in view.reported.attestations
    }
    return render(request, "report.html", {"view": view, "proofs": proofs})
