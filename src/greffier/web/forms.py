"""Forms that change the record carry a proof that our own page made them."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from fastapi import HTTPException, Request
from starlette.responses import Response

from greffier.web.settings import Settings

COOKIE = "greffier_form"
FIELD = "proof"


def visitor(request: Request) -> str:
    """What tells this browser from others; a new one when it has none."""
    return request.cookies.get(COOKIE) or secrets.token_urlsafe(16)


def proof(settings: Settings, visitor: str) -> str:
    """What a form of this visitor must hold; nobody without the secret can make it."""
    return hmac.new(settings.secret, visitor.encode(), hashlib.sha256).hexdigest()


def remember(response: Response, visitor: str) -> None:
    response.set_cookie(COOKIE, visitor, httponly=True, samesite="strict")


def check(settings: Settings, request: Request, given: str) -> None:
    """Raises HTTPException 403 unless the form is ours and the record may be changed."""
    if settings.read_only:
        raise HTTPException(403, "this record is served read-only")
    known = request.cookies.get(COOKIE)
    if not known or not hmac.compare_digest(proof(settings, known).encode(), given.encode()):
        raise HTTPException(403, "this form has expired: load the page again")
