"""Days as tables, exports and messages write them, as YYYY-MM-DD."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = (
    ("janvier", "janv", "jan", "january"),
    ("fevrier", "fevr", "fev", "february", "feb"),
    ("mars", "mar", "march"),
    ("avril", "avr", "april", "apr"),
    ("mai", "may"),
    ("juin", "june", "jun"),
    ("juillet", "juil", "july", "jul"),
    ("aout", "august", "aug"),
    ("septembre", "sept", "september", "sep"),
    ("octobre", "oct", "october"),
    ("novembre", "nov", "november"),
    ("decembre", "dec", "december"),
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
"""French and English names, without accents or full stop."""
_FOLDED = str.maketrans("éèêûôàÉÈÊÛÔÀ", "eeeuoaeeeuoa")
_NUMBERS = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T|\b|$)")
_NAMED = re.compile(r"\b(\d{1,2})(?:er|st|nd|rd|th)?\s+(?:de\s+)?([a-z]{3,9})\b\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")


def iso_day(told: str) -> str | None:
    """The day of an ISO date or time."""
    try:
        return date.fromisoformat(told.strip().partition("T")[0].partition(" ")[0]).isoformat()
    except ValueError:
        return None


def day(told: object) -> str | None:
    """The day of what a table, an export or a header gives as a date; null when it is none.

    « 03/04/2023 » is 3 April, as in French; where that is no day, it is none: nothing is guessed.
    """
    if isinstance(told, datetime):
        return told.date().isoformat()
    if isinstance(told, date):
        return told.isoformat()
    if not isinstance(told, str):
        return None
    return iso_day(told) or _by_pattern(told[:LONGEST]) or _of_message(told[:LONGEST])


LONGEST = 200
"""Code points of a cell or line that is looked at for a date."""


def _by_pattern(told: str) -> str | None:
    folded = told.translate(_FOLDED).casefold()
    if found := _COMPACT.match(folded.strip()):
        return _made(*(int(part) for part in found.groups()))
    for found in _NUMBERS.finditer(folded):
        return _made(int(found[3]), int(found[2]), int(found[1]))
    for found in _NAMED.finditer(folded):
        if found[2] in MONTHS:
            return _made(int(found[3]), MONTHS[found[2]], int(found[1]))
    for found in _MONTH_FIRST.finditer(folded):
        if found[1] in MONTHS:
            return _made(int(found[3]), MONTHS[found[1]], int(found[2]))
    return None


def _of_message(told: str) -> str | None:
    """The day of a message's or feed's header (RFC 2822), where its sender was."""
    try:
        return parsedate_to_datetime(told).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _made(year: int, month: int, of_month: int) -> str | None:
    try:
        return date(year, month, of_month).isoformat()
    except ValueError:
        return None
