"""Stories: what several articles tell together; and what they disagree on."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from greffier import views
from greffier.web.asked import Asked, Part, Record, around, found
from greffier.web.shell import render

router = APIRouter()


@router.get("/stories", response_class=HTMLResponse)
def stories(request: Request, store: Record, asked: Asked, part: Part) -> HTMLResponse:
    page = views.stories(store, asked, part)
    shown = {"page": page, "asked": asked, "around": around("/stories", asked, page)}
    return render(request, "stories.html", shown)


@router.get("/stories/{id}", response_class=HTMLResponse)
def story(request: Request, store: Record, id: str) -> Response:
    view = found(views.story(store, id))
    if view.story.story.id != id:
        return RedirectResponse(f"/stories/{view.story.story.id}", 301)
    return render(request, "story.html", {"view": view})


@router.get("/disagreements", response_class=HTMLResponse)
def disagreements(request: Request, store: Record, asked: Asked, part: Part) -> HTMLResponse:
    page = views.disagreements(store, asked, part)
    shown = {"page": page, "asked": asked, "around": around("/disagreements", asked, page)}
    return render(request, "disagreements.html", shown)


@router.get("/disagreements/{id}", response_class=HTMLResponse)
def disagreement(request: Request, store: Record, id: str) -> HTMLResponse:
    return render(request, "disagreement.html", {"one": found(views.disagreement(store, id))})
