"""The network of a record as GEXF 1.2, dynamic: a tie is there on the days of its events."""

from __future__ import annotations

from typing import BinaryIO

from lxml import etree

from greffier.exports.form import Form
from greffier.exports.markup import clean
from greffier.exports.network import Network, Tie, network
from greffier.views import Contents
from greffier.views.shown import EntryRef

GEXF = "http://www.gexf.net/1.2draft"
WHO = (("kind", "string"), ("country", "string"))
TIE = (("met", "integer"), ("together", "integer"))


def write(contents: Contents, out: BinaryIO) -> None:
    draw(network(contents), out)


def draw(drawn: Network, out: BinaryIO) -> None:
    """A network as a GEXF document."""
    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        with (
            file.element(_q("gexf"), version="1.2", nsmap={None: GEXF}),
            file.element(
                _q("graph"), mode="dynamic", defaultedgetype="undirected", timeformat="date"
            ),
        ):
            file.write(_attributes("node", WHO), _attributes("edge", TIE))
            with file.element(_q("nodes")):
                for who in drawn.who:
                    file.write(_node(who))
            with file.element(_q("edges")):
                for number, tie in enumerate(drawn.ties):
                    file.write(_edge(number, tie))


def _attributes(of: str, told: tuple[tuple[str, str], ...]) -> etree._Element:
    found = etree.Element(_q("attributes"), {"class": of}, nsmap={None: GEXF})
    for name, kind in told:
        etree.SubElement(found, _q("attribute"), id=name, title=name, type=kind)
    return found


def _node(who: EntryRef) -> etree._Element:
    node = etree.Element(_q("node"), id=who.id, label=clean(who.label), nsmap={None: GEXF})
    _values(node, {"kind": who.kind, "country": who.country})
    return node


def _edge(number: int, tie: Tie) -> etree._Element:
    weight = str(tie.met + tie.together)
    edge = etree.Element(
        _q("edge"), id=str(number), source=tie.one, target=tie.other, weight=weight,
        nsmap={None: GEXF},
    )  # fmt: skip
    _values(edge, {"met": tie.met, "together": tie.together})
    if tie.days:
        spells = etree.SubElement(edge, _q("spells"))
        for first, last in sorted(set(tie.days)):
            etree.SubElement(spells, _q("spell"), start=first, end=last)
    return edge


def _values(parent: etree._Element, told: dict[str, str | int | None]) -> None:
    values = etree.SubElement(parent, _q("attvalues"))
    for name, value in told.items():
        if value is not None:
            etree.SubElement(values, _q("attvalue"), {"for": name, "value": str(value)})


def _q(name: str) -> str:
    return f"{{{GEXF}}}{name}"


FORM = Form("gexf", "who met whom, as a dynamic network for Gephi", ".gexf", write)
