"""Events as a table with the columns of POLECAT, for programs that read it: one row an event,
however many articles tell it, and only what took place or goes on."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from typing import BinaryIO

from greffier.exports.form import Form, text
from greffier.exports.network import DONE
from greffier.exports.plover import QUAD
from greffier.exports.tables import safe
from greffier.views import Contents
from greffier.views.shown import EntryRef, Reported

SIDE = (
    "Name", "Country", "COW", "Primary Sector", "Sectors", "Title", "Name Raw", "Wikipedia ID",
)  # fmt: skip
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(f"Actor {name}" for name in SIDE),
    *(f"Recipient {name}" for name in SIDE),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude",
    "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
BETWEEN = "; "
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT",
         4: "MATERIAL CONFLICT"}  # fmt: skip


def write(contents: Contents, out: BinaryIO) -> None:
    lines = text(out)
    writer = csv.DictWriter(lines, COLUMNS, delimiter="\t", lineterminator="\n", restval="")
    writer.writeheader()
    for one in contents.events():
        if one.status in DONE:
            row = _row(contents, one)
            writer.writerow({name: safe(_flat(value)) for name, value in row.items()})
    lines.detach()


def _row(contents: Contents, one: Reported) -> Mapping[str, object]:
    return {
        "Event ID": one.id,
        "Event Date": one.first,
        "Event Type": one.kind,
        "Event Mode": one.mode,
        "Quad Code": QUADS.get(QUAD.get(one.kind, 0)),
        **_side("Actor", contents, one),
        **_side("Recipient", contents, one),
        **_place(contents, one),
        "Source": BETWEEN.join(
            dict.fromkeys(a.article.outlet or a.article.uri for a in one.attestations)
        ),
        "Publication Date": one.published,
        "Story People": _named(one, "person"),
        "Story Organizations": _named(one, "organization"),
        "Story Locations": _named(one, "country", "place"),
        "Language": "fr",
        "Version": "greffier",
    }


def _side(side: str, contents: Contents, one: Reported) -> Mapping[str, object]:
    parts = one.played(side.lower())
    entries = [part.entry for part in parts if part.entry]
    countries = dict.fromkeys(e.country for e in entries if e.country)
    return {
        f"{side} Name": BETWEEN.join(p.entry.label if p.entry else p.name for p in parts),
        f"{side} Country": BETWEEN.join(countries),
        f"{side} Title": BETWEEN.join(filter(None, (_title(contents, e) for e in entries))),
        f"{side} Name Raw": BETWEEN.join(part.name for part in parts),
    }


def _title(contents: Contents, entry: EntryRef) -> str:
    """The office that most articles give to a person."""
    known = contents.described(entry.id) if entry.kind == "person" else None
    if known is None or not known.offices:
        return ""
    return max(known.offices, key=lambda office: office.articles).function


def _place(contents: Contents, one: Reported) -> Mapping[str, object]:
    part = next(iter(one.played("place")), None)
    if part is None:
        return {}
    known = contents.described(part.entry.id) if part.entry else None
    return {
        "Placename": known.entry.label if known else part.name,
        "Country": known.entry.country if known else None,
        "Latitude": known.latitude if known else None,
        "Longitude": known.longitude if known else None,
        "GeoNames ID": known.geonames_id if known else None,
        "Raw Placename": part.name,
        "Feature Type": known.entry.kind if known else None,
    }


def _named(one: Reported, *kinds: str) -> str:
    """Those of some kinds that take part: a story's others have no part in the event."""
    entries = (part.entry for part in one.parts if part.entry)
    return BETWEEN.join(dict.fromkeys(e.label for e in entries if e.kind in kinds))


def _flat(value: object) -> object:
    """A cell without tabs and line ends."""
    return " ".join(value.split()) if isinstance(value, str) else value


FORM = Form("polecat", "events with POLECAT's 40 columns, tab-separated", ".tsv", write)
