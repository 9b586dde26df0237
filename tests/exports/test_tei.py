"""Articles as TEI."""

from __future__ import annotations

import io

import pytest
from lxml import etree

from greffier.exports import tei
from greffier.model.text import BlockKind
from greffier.views import Contents

NS = {"t": tei.TEI}


@pytest.fixture(scope="module")
def corpus(contents: Contents) -> etree._Element:
    out = io.BytesIO()
    tei.write(contents, out)
    return etree.fromstring(out.getvalue())


def test_paragraphs_hold_the_text_as_it_was(corpus: etree._Element, contents: Contents) -> None:
    readings = {r.document.id: r for r, _, _ in contents.readings()}
    articles = corpus.findall("t:TEI", NS)
    assert len(articles) == len(readings)
    for article in articles:
        reading = readings[article.get(f"{{{tei.XML}}}id", "")]
        told = ["".join(map(str, p.itertext())) for p in article.findall("t:text/t:body/t:p", NS)]
        blocks = reading.document.blocks
        kept = [reading.passage(b.span) for b in blocks if b.kind is not BlockKind.BOILERPLATE]
        assert told == kept


def test_every_reference_leads_to_somebody(corpus: etree._Element) -> None:
    ids = [str(id) for id in corpus.xpath("//@xml:id")]
    assert len(ids) == len(set(ids))
    found = [str(ref) for ref in corpus.xpath("//@who | //@ref")]
    assert found
    assert {ref.removeprefix("#") for ref in found} <= set(ids)


def test_what_is_said_has_who_says_it(corpus: etree._Element, contents: Contents) -> None:
    names = {
        f"{r.document.id}.{e.id}": e.name for r, _, _ in contents.readings() for e in r.entities
    }
    said = {
        (names[s.get("who", "#")[1:]], "".join(map(str, s.itertext())))
        for s in corpus.iterfind(".//t:said[@who]", NS)
    }
    direct = {
        (r.entity(q.speaker).name, r.passage(q.span))
        for r, _, _ in contents.readings()
        for q in r.quotations
        if q.speaker and "\n" not in r.passage(q.span)
    }
    assert direct
    assert len(direct - said) <= len(direct) // 10  # quotations that cross others are cut


def test_entries_of_the_record_are_named(corpus: etree._Element, contents: Contents) -> None:
    ids = {f"urn:greffier:entries/{e.entry.id}" for e in contents.entities()}
    told = {str(c) for c in corpus.xpath("//@corresp")}
    assert told == ids
