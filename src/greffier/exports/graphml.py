"""The network of a record as GraphML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from lxml import etree

from greffier.exports.form import Form
from greffier.exports.markup import clean
from greffier.exports.network import network
from greffier.views import Contents

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
KEYS = (
    ("label", "node", "string"),
    ("kind", "node", "string"),
    ("country", "node", "string"),
    ("met", "edge", "int"),
    ("together", "edge", "int"),
    ("weight", "edge", "int"),
    ("first", "edge", "string"),
    ("last", "edge", "string"),
)


def write(contents: Contents, out: BinaryIO) -> None:
    drawn = network(contents)
    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        with file.element(_q("graphml"), nsmap={None: GRAPHML}):
            for name, of, kind in KEYS:
                about = {"id": name, "for": of, "attr.name": name, "attr.type": kind}
                file.write(etree.Element(_q("key"), about, nsmap={None: GRAPHML}))
            with file.element(_q("graph"), edgedefault="undirected"):
                for who in drawn.who:
                    told = {"label": who.label, "kind": who.kind, "country": who.country}
                    file.write(_element("node", {"id": who.id}, told))
                for tie in drawn.ties:
                    days = [day for both in tie.days for day in both]
                    counts = {
                        "met": tie.met,
                        "together": tie.together,
                        "weight": tie.met + tie.together,
                        "first": min(days, default=None),
                        "last": max(days, default=None),
                    }
                    ends = {"source": tie.one, "target": tie.other}
                    file.write(_element("edge", ends, counts))


def _element(name: str, about: dict[str, str], told: Mapping[str, object]) -> etree._Element:
    found = etree.Element(_q(name), about, nsmap={None: GRAPHML})
    for key, value in told.items():
        if value is not None:
            etree.SubElement(found, _q("data"), key=key).text = clean(str(value))
    return found


def _q(name: str) -> str:
    return f"{{{GRAPHML}}}{name}"


FORM = Form("graphml", "who met whom, as a network", ".graphml", write)
