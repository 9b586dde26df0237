"""The application: pages, assets and what answers when there is no page."""

from __future__ import annotations

from importlib import resources

from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from greffier.store.base import Store
from greffier.web.api import ROUTERS
from greffier.web.etags import Etags
from greffier.web.guard import Guard
from greffier.web.pages import PAGES
from greffier.web.settings import VERSION, Settings
from greffier.web.shell import render

SMALLEST_ZIPPED = 1024
"""Bytes; shorter answers grow when compressed."""


def create_app(store: Store, settings: Settings) -> FastAPI:
    """The pages of a record, behind the guard; nothing is served but what stands here."""
    app = FastAPI(
        title="greffier",
        version=VERSION,
        description="The record: who met whom, who said what, with the passages that prove it.",
        docs_url=None,  # the pages of FastAPI fetch their scripts from elsewhere
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.settings = settings
    app.state.store = store
    for page in PAGES:
        app.include_router(page.router, include_in_schema=False)
    for router in ROUTERS:
        app.include_router(router)
    app.add_middleware(Etags, prefix="/api/")
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST_ZIPPED)
    app.add_middleware(Guard, settings=settings)
    assets = resources.files("greffier.web") / "static"
    app.mount("/static", StaticFiles(directory=str(assets)), name="static")
    app.add_exception_handler(HTTPException, _told)
    return app


async def _told(request: Request, error: Exception) -> Response:
    """An error as a page for readers, as text for programs."""
    if not isinstance(error, HTTPException):
        raise error
    if "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(str(error.detail), error.status_code)
    code = error.status_code
    return render(request, "error.html", {"code": code, "why": error.detail}, code)
