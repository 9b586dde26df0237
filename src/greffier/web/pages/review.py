"""Review: are these two the same? A person says so here, and may take it back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from greffier import views
from greffier.model.record import Verdict
from greffier.recording import judging
from greffier.recording.judging import JudgementError
from greffier.views import Slice
from greffier.web import forms
from greffier.web.asked import Part, Record, around
from greffier.web.shell import render

router = APIRouter()
LATEST = Slice(10)
LONGEST_REASON = 500


@router.get("/review", response_class=HTMLResponse)
def review(request: Request, store: Record, part: Part) -> HTMLResponse:
    page = views.candidates(store, part=Slice(1, part.offset))
    told = views.judgements(store, LATEST)
    turn = around("/review", views.Filter(), page)
    return render(request, "review.html", {"page": page, "told": told, "around": turn})


@router.post("/review")
def judge(  # noqa: PLR0913 - the fields of the form
    request: Request,
    store: Record,
    one: Annotated[str, Form(max_length=64)],
    other: Annotated[str, Form(max_length=64)],
    verdict: Annotated[Verdict, Form()],
    proof: Annotated[str, Form(max_length=128)],
    reason: Annotated[str, Form(max_length=LONGEST_REASON)] = "",
) -> RedirectResponse:
    settings = request.app.state.settings
    forms.check(settings, request, proof)
    try:
        judging.judge(store, one, other, verdict, settings.author, reason)
    except JudgementError as error:
        raise HTTPException(400, str(error)) from None
    return RedirectResponse("/review", 303)


@router.post("/review/undo")
def undo(
    request: Request,
    store: Record,
    judgement: Annotated[str, Form(max_length=64)],
    proof: Annotated[str, Form(max_length=128)],
) -> RedirectResponse:
    settings = request.app.state.settings
    forms.check(settings, request, proof)
    try:
        judging.undo(store, judgement, settings.author)
    except JudgementError as error:
        raise HTTPException(400, str(error)) from None
    return RedirectResponse("/review", 303)
