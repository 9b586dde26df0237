"""The network of a record, as networkx reads it."""

from __future__ import annotations

import io

import networkx
import pytest
from lxml import etree

from greffier.exports import gexf, graphml
from greffier.exports.markup import clean
from greffier.exports.network import network
from greffier.views import Contents


def told(write: object, contents: Contents) -> io.BytesIO:
    out = io.BytesIO()
    write(contents, out)  # type: ignore[operator]
    out.seek(0)
    return out


@pytest.mark.parametrize(
    ("write", "read"),
    [(gexf.write, networkx.read_gexf), (graphml.write, networkx.read_graphml)],
    ids=["gexf", "graphml"],
)
def test_networkx_finds_who_met_whom(write: object, read: object, contents: Contents) -> None:
    graph = read(told(write, contents))  # type: ignore[operator]
    drawn = network(contents)
    assert {who.id: who.label for who in drawn.who} == dict(graph.nodes("label"))
    assert {(t.one, t.other): (t.met, t.together) for t in drawn.ties} == {
        tuple(sorted((one, other))): (about["met"], about["together"])
        for one, other, about in graph.edges(data=True)
    }
    assert any(tie.met for tie in drawn.ties)


def test_ties_are_there_on_the_days_of_their_events(contents: Contents) -> None:
    tree = etree.parse(told(gexf.write, contents))
    spells = tree.findall(f".//{{{gexf.GEXF}}}spell")
    days = {day for one in contents.events() for day in (one.first, one.last)}
    assert spells
    assert {day for spell in spells for day in (spell.get("start"), spell.get("end"))} <= days


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert clean("a\x00b\x1fc\n\ufffe") == "abc\n"
