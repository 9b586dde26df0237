"""Templates: one environment a language, and what every page is given."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from itertools import groupby
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from greffier.model.scripts import mixed
from greffier.views import Filter
from greffier.views.shown import PartShown, Reported
from greffier.web import forms
from greffier.web.asked import address
from greffier.web.marking import in_context
from greffier.web.wording import COOKIE, LOCALES, asked, wording

TURTLE = find_spec("pyoxigraph") is not None
"""Whether lists can be had as RDF: the extra `rdf` brings what writes it."""
HIDDEN = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    "\N{REPLACEMENT CHARACTER}",
)
"""Controls, and marks that turn the direction of what follows: a name could hide behind them."""


def visible(value: object) -> object:
    """What a page shows, one sign for each that would not be seen; escaping comes after."""
    return value.translate(HIDDEN) if isinstance(value, str) else value


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
        finalize=visible,
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
    found.filters["not_among"] = not_among
    found.globals |= {"address": address, "filter": Filter, "turtle": TURTLE}
    found.tests["mixed"] = mixed
    found.globals |= {"address": address, "filter": Filter}
    return found


def not_among(parts: Iterable[PartShown], others: Iterable[PartShown]) -> list[PartShown]:
    """Parts that none of the others plays too: who met whom is told by both sides."""
    known = {part.entry.id for part in others if part.entry}
    return [part for part in parts if part.entry is None or part.entry.id not in known]


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
