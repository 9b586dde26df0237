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

from greffier import open_record, read
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


def shapes() -> rdflib.Graph:
    """Those that come with the package."""
    path = resources.files("greffier.exports") / "shapes.ttl"
    return rdflib.Graph().parse(data=path.read_text(encoding="utf-8"), format="turtle")


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
    conforms, _, why = pyshacl.validate(data, shacl_graph=shapes())
    assert conforms, why


FIRST = (
    "Deux blessés dans l’incendie de la halle de Vaubernay\n\n"
    "VAUBERNAY - Un incendie a ravagé dimanche la halle de Vaubernay."
    " L’incendie a fait deux blessés, a indiqué la maire, Solène Tissandier."
)
SECOND = (
    "À Vaubernay, la halle détruite par le feu\n\n"
    "VAUBERNAY - Un incendie a détruit dimanche la halle de Vaubernay."
    " L’incendie a fait cinq blessés, selon les pompiers."
    " La maire, Solène Tissandier, s’est rendue sur place."
)


def test_disagreements_fit_the_shapes_too(tmp_path: Path) -> None:
    record = open_record(tmp_path / "halle.record")
    record.add(
        read(text, published="2024-05-06", outlet=outlet)
        for text, outlet in ((FIRST, "La Dépêche du Val"), (SECOND, "Le Courrier"))
    )
    data = rdflib.Graph().parse(data=told(Contents(record.store), "nq"), format="nt11")
    record.close()
    kind = rdflib.URIRef(rdf.PREFIXES["gr"] + "Disagreement")
    assert list(data.subjects(rdflib.RDF.type, kind))
    assert pyshacl.validate(data, shacl_graph=shapes())[0]


def test_the_shapes_ask_for_a_passage(contents: Contents) -> None:
    data = rdflib.Graph().parse(data=told(contents, "nq"), format="nt11")
    data.remove((None, rdflib.URIRef(rdf.PREFIXES["oa"] + "hasTarget"), None))
    assert not pyshacl.validate(data, shacl_graph=shapes())[0]


@pytest.mark.parametrize("query", QUERIES)
def test_the_queries_of_the_docs_find_something(store: Store, query: str) -> None:
    found = store.query(query)
    assert isinstance(found, QuerySolutions)
    assert len(list(found)) > 0


def test_the_docs_have_queries() -> None:
    assert len(QUERIES) >= 3
