"""The words of the pages, in French or English, and dates and numbers as each writes them.

Messages are written in English in templates and code; `locales/fr.po` holds the French. Babel
reads the catalogue as it stands, so that nothing has to be compiled.
"""

from __future__ import annotations

import functools
from calendar import monthrange
from datetime import date
from importlib import resources

from babel import dates, numbers
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from fastapi import Request

from greffier.web.terms import TERMS

LAST_MONTH = 12
LOCALES = ("fr", "en")
"""The first is served to whoever asks for neither."""
COOKIE = "greffier_language"


def asked(request: Request) -> str:
    """The language of a request: `?lang=`, else the one chosen before, else the browser's."""
    for told in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if told in LOCALES:
            return told
    for part in request.headers.get("accept-language", "").split(","):
        code = part.partition(";")[0].strip().lower()[:2]
        if code in LOCALES:
            return code
    return LOCALES[0]


@functools.cache
def catalogue(locale: str) -> Catalog:
    """The messages of a locale; English has none, since it is what the pages are written in."""
    path = resources.files("greffier.web") / "locales" / f"{locale}.po"
    if not path.is_file():
        return Catalog(locale)
    with path.open("rb") as lines:
        return read_po(lines, locale)


class Wording:
    """What a template calls to say something in one language."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.messages = catalogue(locale)

    def gettext(self, message: str) -> str:
        found = self.messages.get(message)
        return str(found.string) if found is not None and found.string else message

    def ngettext(self, one: str, many: str, count: int) -> str:
        found = self.messages.get(one)
        forms = found.string if found is not None and isinstance(found.string, tuple) else ()
        if not all(forms) or not forms:
            forms = (one, many)
        # French counts none as one (« 0 article »), English as many
        single = count in (0, 1) if self.locale == "fr" else count == 1
        return str(forms[0 if single else 1])

    def term(self, code: str) -> str:
        """A code of the record in words."""
        return self.gettext(TERMS[code]) if code in TERMS else code

    def number(self, value: float) -> str:
        return numbers.format_decimal(value, locale=self.locale)

    def day(self, value: str) -> str:
        """A date of the record as people write it: a day, a month of a year, a year; anything else
        as it stands."""
        try:
            return dates.format_date(date.fromisoformat(value), "full", locale=self.locale)
        except ValueError:
            return self._month(value)

    def _month(self, value: str) -> str:
        year, _, month = value.partition("-")
        if year.isdigit() and month.isdigit() and 1 <= int(month) <= LAST_MONTH:
            return dates.format_date(date(int(year), int(month), 1), "MMMM y", locale=self.locale)
        return value

    def period(self, first: str, last: str | None) -> str:
        """The days from one to another, no more precisely than they are known: a whole year is
        that year, a whole month that month."""
        if last is None or last == first:
            return self.day(first)
        year, month = first[:4], first[:7]
        if (first, last) == (f"{year}-01-01", f"{year}-12-31"):
            return year
        if first == f"{month}-01" and last == _last_day(month):
            return self.day(month)
        return f"{self.day(first)} – {self.day(last)}"

    def label(self, told: str) -> str:
        """The label of an entry, a PLOVER type at its head in words."""
        head, _, rest = told.partition(" ")
        named = self.term(head) if head.isupper() and head in TERMS else head
        return f"{named[:1].upper()}{named[1:]} {rest}".strip() if named != head else told


def _last_day(month: str) -> str:
    year, number = (int(part) for part in month.split("-"))
    return f"{month}-{monthrange(year, number)[1]:02}"


@functools.cache
def wording(locale: str) -> Wording:
    return Wording(locale)
