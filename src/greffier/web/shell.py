"""Templates: one environment a language, and what every page is given."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from greffier.views import Filter
from greffier.views.shown import Reported
from greffier.web import forms
from greffier.web.asked import address
from greffier.web.marking import in_context
from greffier.web.wording import COOKIE, LOCALES, asked, wording


@functools.cache
def environment(locale: str) -> Environment:
    """Templates that speak a language; whatever an article holds is escaped."""
    words = wording(locale)
    found = Environment(
        loader=PackageLoader("greffier.web", "templates"),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.install_gettext_callables(  # type: ignore[attr-defined]  # added by the i18n extension
        words.gettext, words.ngettext, newstyle=True
    )
    found.filters["day"] = words.day
    found.filters["number"] = words.number
    found.filters["in_context"] = in_context
    found.filters["term"] = words.term
    found.filters["label"] = words.label
    found.filters["period"] = words.period
    found.filters["by_period"] = by_period
    found.globals |= {"address": address, "filter": Filter}
    return found


def by_period(events: Iterable[Reported]) -> list[list[Reported]]:
    """Events in their order, those of the same days together."""
    return [list(same) for _, same in groupby(events, key=lambda one: (one.first, one.last))]


def render(
    request: Request, template: str, shown: Mapping[str, Any], code: int = 200
) -> HTMLResponse:
    """A page in the reader's language; `shown` is what the template names."""
    locale = asked(request)
    settings = request.app.state.settings
    visitor = forms.visitor(request)
    page = (
        environment(locale)
        .get_template(template)
        .render(
            shown,
            locale=locale,
            locales=LOCALES,
            path=request.url.path,
            query=request.url.query,
            read_only=settings.read_only,
            proof=forms.proof(settings, visitor),
            proof_field=forms.FIELD,
        )
    )
    answer = HTMLResponse(page, code)
    forms.remember(answer, visitor)
    if request.query_params.get("lang") in LOCALES:
        answer.set_cookie(COOKIE, locale, samesite="strict")
    return answer
