"""REST: the same questions as the pages ask, the same typed answers, described by OpenAPI."""

from __future__ import annotations

from greffier.web.api import reconcile, routes

ROUTERS = (routes.router, reconcile.router)
