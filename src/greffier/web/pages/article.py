"""An article: its text with passages marked, the claims it makes beside them."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from greffier import views
from greffier.views.articles import ArticleView
from greffier.web.asked import Asked, Part, Record, around, found
from greffier.web.marking import marked_blocks
from greffier.web.shell import render

router = APIRouter()


@router.get("/articles", response_class=HTMLResponse)
def articles(request: Request, store: Record, asked: Asked, part: Part) -> HTMLResponse:
    page = views.articles(store, asked, part)
    shown = {"page": page, "asked": asked, "around": around("/articles", asked, page)}
    return render(request, "articles.html", shown)


@router.get("/articles/{document}", response_class=HTMLResponse)
def article(request: Request, store: Record, document: str) -> HTMLResponse:
    view: ArticleView = found(views.article(store, document))
    return render(request, "article.html", {"view": view, "blocks": marked_blocks(view)})
