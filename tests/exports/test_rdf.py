"""The RDF of a record, in a triple store, by the shapes that come with it, and as docs ask it."""

from __future__ import annotations

import io
import re
from importlib import resources
from pathlib import Path

import pyshacl
import pytest
import rdflib
from pyoxigraph import QuerySolutions, RdfFormat, Store

from greffier.exports import rdf
from greffier.views import Contents

DOCS = Path(__file__).resolve().parents[2] / "docs" / "reference" / "exports.md"
QUERIES = re.findall(r"```sparql\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.S)


def told(contents: Contents, kind: str) -> bytes:
    out = io.BytesIO()
    rdf.write(contents, out, kind)
    return out.getvalue()


def loaded(data: bytes, form: RdfFormat) -> Store:
    store = Store()
    store.load(data, form)
    return store


@pytest.fixture(scope="module")
def store(contents: Contents) -> Store:
    return loaded(told(contents, "ttl"), RdfFormat.TURTLE)


def test_the_three_say_the_same(contents: Contents, store: Store) -> None:
    n_quads = loaded(told(contents, "nq"), RdfFormat.N_QUADS)
    json_ld = loaded(told(contents, "jsonld"), RdfFormat.JSON_LD)
    assert set(store) == set(n_quads) == set(json_ld) != set()


def test_prefixes_stand_in_order(contents: Contents) -> None:
    lines = told(contents, "ttl").decode().splitlines()
    head = [line for line in lines if line.startswith("@prefix")]
    assert len(head) == len(rdf.PREFIXES)
    assert lines[: len(head)] == sorted(head)


def test_it_fits_the_shapes(contents: Contents) -> None:
    data = rdflib.Graph().parse(data=told(contents, "nq"), format="nt11")
    shapes = resources.files("greffier.exports") / "shapes.ttl"
    graph = rdflib.Graph().parse(data=shapes.read_text(encoding="utf-8"), format="turtle")
    conforms, _, why = pyshacl.validate(data, shacl_graph=graph)
    assert conforms, why


def test_the_shapes_ask_for_a_passage(contents: Contents) -> None:
    data = rdflib.Graph().parse(data=told(contents, "nq"), format="nt11")
    data.remove((None, rdflib.URIRef(rdf.PREFIXES["oa"] + "hasTarget"), None))
    shapes = resources.files("greffier.exports") / "shapes.ttl"
    graph = rdflib.Graph().parse(data=shapes.read_text(encoding="utf-8"), format="turtle")
    assert not pyshacl.validate(data, shacl_graph=graph)[0]


@pytest.mark.parametrize("query", QUERIES)
def test_the_queries_of_the_docs_find_something(store: Store, query: str) -> None:
    found = store.query(query)
    assert isinstance(found, QuerySolutions)
    assert len(list(found)) > 0


def test_the_docs_have_queries() -> None:
    assert len(QUERIES) >= 3
