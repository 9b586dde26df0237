"""The words of the pages, in French or English, and dates and numbers as each writes them.

Messages are written in English in templates and code; `locales/fr.po` holds the French. Babel
reads the catalogue as it stands, so that nothing has to be compiled.
"""

from __future__ import annotations

import functools
from datetime import date
from importlib import resources

from babel import dates, numbers
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from fastapi import Request

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

    def number(self, value: float) -> str:
        return numbers.format_decimal(value, locale=self.locale)

    def day(self, value: str) -> str:
        """A date of the record as people write it; what is no full date stays as it is, its
        precision visible."""
        try:
            return dates.format_date(date.fromisoformat(value), "full", locale=self.locale)
        except ValueError:
            return self.part(value)

    def part(self, value: str) -> str:
        """A year, or a month of a year; anything else unchanged."""
        year, _, month = value.partition("-")
        if year.isdigit() and month.isdigit() and 1 <= int(month) <= 12:
            return dates.format_date(date(int(year), int(month), 1), "MMMM y", locale=self.locale)
        return value


@functools.cache
def wording(locale: str) -> Wording:
    return Wording(locale)
