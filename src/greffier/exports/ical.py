"""Dated encounters as a calendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import BinaryIO

from greffier.exports.form import Form
from greffier.exports.proof import credit
from greffier.exports.tables import names
from greffier.views import Contents
from greffier.views.shown import Reported

WIDTH = 75
"""Octets of a line, its end left out; a longer one goes on in the next, after a space."""
STAMP = "19700101T000000Z"
"""When each was made, which the form asks for: always then, so that the bytes stay the same."""
STATUSES = {"occurred": "CONFIRMED", "ongoing": "CONFIRMED", "denied": "CANCELLED"}
ONE_DAY = timedelta(days=1)


def write(contents: Contents, out: BinaryIO) -> None:
    out.write(_lines(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//greffier//record//FR")))
    for one in contents.events():
        if one.kind == "CONSULT" and one.first and one.last:
            out.write(_lines(_event(one, date.fromisoformat(one.first), one.last)))
    out.write(_lines(("END:VCALENDAR",)))


def _event(one: Reported, first: date, last: str) -> Iterator[str]:
    told = (
        f"« {a.passages[0].context} » — {credit(a.article)}"
        for a in one.attestations
        if not a.copied
    )
    yield "BEGIN:VEVENT"
    yield f"UID:{one.id}@greffier"
    yield f"DTSTAMP:{STAMP}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{date.fromisoformat(last) + ONE_DAY:%Y%m%d}"
    yield f"SUMMARY:{_escaped(one.label)}"
    yield "DESCRIPTION:" + _escaped("\n".join(told))
    if one.played("place"):
        yield f"LOCATION:{_escaped(names(one.played('place')))}"
    yield f"STATUS:{STATUSES.get(one.status or '', 'TENTATIVE')}"
    if one.mode:
        yield f"CATEGORIES:{_escaped(one.mode)}"
    yield "END:VEVENT"


def _escaped(told: str) -> str:
    for char in "\\;,":
        told = told.replace(char, f"\\{char}")
    return "\\n".join(told.splitlines())


def _lines(told: tuple[str, ...] | Iterator[str]) -> bytes:
    return b"".join(_folded(line) for line in told)


def _folded(line: str) -> bytes:
    """A line with its end, cut between characters where it is too long."""
    found, room = bytearray(), WIDTH
    for char in line:
        octets = char.encode()
        if len(octets) > room:
            found += b"\r\n "
            room = WIDTH - 1
        found += octets
        room -= len(octets)
    return bytes(found + b"\r\n")


FORM = Form("ical", "dated encounters as a calendar", ".ics", write)
