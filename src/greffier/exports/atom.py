"""A list of reports as an Atom feed (RFC 4287), for whoever wants to be told what is new."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from greffier.views.shown import Reported

ATOM = "http://www.w3.org/2005/Atom"
EPOCH = "1970-01-01"
"""The day of what no article dates: Atom asks for one, and this one can be told from any other."""


def feed(title: str, address: str, home: str, reports: Sequence[Reported]) -> bytes:
    """The feed at `address` of the record at `home`, one entry a report."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    days = [one.published for one in reports if one.published]
    _add(root, "id", address)
    _add(root, "title", title)
    _add(root, "updated", _moment(max(days, default=EPOCH)))
    author = etree.SubElement(root, f"{{{ATOM}}}author")
    _add(author, "name", "greffier")
    etree.SubElement(root, f"{{{ATOM}}}link", rel="self", href=address)
    for one in reports:
        _entry(root, home, one)
    found: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return found


def _entry(root: etree._Element, home: str, one: Reported) -> None:
    entry = etree.SubElement(root, f"{{{ATOM}}}entry")
    address = f"{home}/reports/{one.id}"
    passage = one.attestations[0].passages[0]
    _add(entry, "id", address)
    _add(entry, "title", one.label)
    _add(entry, "updated", _moment(one.published or EPOCH))
    etree.SubElement(entry, f"{{{ATOM}}}link", rel="alternate", href=address)
    _add(entry, "summary", passage.context)


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = "".join(
        c for c in text if c in "\t\n\r" or ord(c) >= ord(" ")
    )


def _moment(day: str) -> str:
    """A day, or the first of a month or year, as a moment."""
    return f"{(day + '-01-01')[:10] if len(day) < len(EPOCH) else day[:10]}T00:00:00Z"
