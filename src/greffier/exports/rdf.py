"""A record as RDF: Turtle, N-Quads and JSON-LD.

Articles are schema.org's, statements its quotations, events SEM's, and what an article says of
them stands in PROV-O as drawn from a passage, which is a target of the Web Annotation model. The
few terms for which there is none are ours (`gr:`, docs/reference/exports.md).
"""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO, cast
from urllib.parse import quote

from greffier.exports.form import HOME, Form
from greffier.views import Contents, Described
from greffier.views.shown import ArticleRef, Attestation, PartShown, Reported

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Quad
    from typing_extensions import Buffer

PREFIXES: Mapping[str, str] = {
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "gr": "urn:greffier:terms:",
}
KINDS = {
    "person": ("schema:Person", "sem:Actor"),
    "organization": ("schema:Organization", "sem:Actor"),
    "group": ("sem:Actor",),
    "country": ("schema:Country", "sem:Actor", "sem:Place"),
    "place": ("schema:Place", "sem:Place"),
}
ROLES = {
    "actor": ("sem:hasActor", "gr:actor"),
    "recipient": ("sem:hasActor", "gr:recipient"),
    "place": ("sem:hasPlace",),
    "speaker": ("schema:creator", "schema:spokenByCharacter"),
    "addressee": ("gr:addressee",),
    "about": ("schema:about",),
    "source": ("gr:source",),
    "via": ("gr:source",),
}
"""By which properties who plays a part is told."""
DAY = len("2019-03-18")
XSD_DATES = {len("2019"): "xsd:gYear", len("2019-03"): "xsd:gYearMonth", DAY: "xsd:date"}

Value = str | int | float
Triple = tuple[str, str, "Value | tuple[Value, str] | Iri"]


class Iri(str):
    """An address, or a prefixed name, in the place of an object."""

    __slots__ = ()


def triples(contents: Contents, home: str = HOME) -> Iterator[Triple]:
    """All statements, the articles' first. Subjects and properties are addresses or prefixed
    names; an object is an `Iri`, a value, or a text with its datatype."""
    for article in contents.articles():
        yield from _article(article, home)
    for entity in contents.entities():
        yield from _entity(entity, home)
    for one in contents.reports():
        yield from reported(one, home)
    for found in contents.disagreements():
        me = f"{home}disagreements/{found.id}"
        yield me, "rdf:type", Iri("gr:Disagreement")
        yield me, "gr:matter", found.kind
        yield me, "gr:of", Iri(f"{home}reports/{found.entry.id}")
        yield me, "gr:weight", found.weight
        for side in found.sides:
            for told in side.attestations:
                yield me, "gr:between", Iri(f"{home}attestations/{told.node}")


def reported(one: Reported, home: str = HOME) -> Iterator[Triple]:
    """An event, statement or figure with its attestations."""
    me = f"{home}reports/{one.id}"
    yield me, "rdfs:label", one.label
    yield from DESCRIBE[one.layer](me, one)
    for part in one.parts:
        for name in ROLES.get(part.role, ()):
            yield me, name, _who(part, home)
    yield me, "gr:witnesses", one.independent
    for told in one.attestations:
        yield from _attestation(me, told, home)


def _article(one: ArticleRef, home: str) -> Iterator[Triple]:
    me = f"{home}articles/{one.document}"
    yield me, "rdf:type", Iri("schema:NewsArticle")
    yield me, "rdf:type", Iri("prov:Entity")
    if one.title:
        yield me, "schema:headline", one.title
    if one.outlet:
        yield me, "schema:publisher", one.outlet
    yield from _dated(me, "schema:datePublished", one.published)
    if one.uri.startswith(("http://", "https://")):
        yield me, "schema:url", (one.uri, "xsd:anyURI")
    if one.story:
        yield me, "schema:isPartOf", Iri(f"{home}stories/{one.story}")


def _entity(one: Described, home: str) -> Iterator[Triple]:
    me = f"{home}entries/{one.entry.id}"
    for name in KINDS.get(one.entry.kind, ("sem:Actor",)):
        yield me, "rdf:type", Iri(name)
    yield me, "schema:name", one.entry.label
    for spelling in one.spellings:
        yield me, "schema:alternateName", spelling
    if one.entry.country:
        yield me, "gr:country", one.entry.country
    if one.latitude is not None and one.longitude is not None:
        yield me, "schema:latitude", one.latitude
        yield me, "schema:longitude", one.longitude
    if one.geonames_id:
        yield me, "schema:sameAs", Iri(f"https://sws.geonames.org/{one.geonames_id}/")
    for office in dict.fromkeys(", ".join(p for p in (o.function, o.of) if p) for o in one.offices):
        yield me, "schema:jobTitle", office


def _event(me: str, one: Reported) -> Iterator[Triple]:
    yield me, "rdf:type", Iri("sem:Event")
    yield me, "sem:eventType", Iri(f"gr:{one.kind}")
    if one.mode:
        yield me, "gr:mode", one.mode
    if one.status:
        yield me, "gr:status", one.status
    yield from _dated(me, "sem:hasBeginTimeStamp", one.first)
    yield from _dated(me, "sem:hasEndTimeStamp", one.last)


def _statement(me: str, one: Reported) -> Iterator[Triple]:
    yield me, "rdf:type", Iri("schema:Quotation")
    yield me, "schema:text", one.attestations[0].passages[0].text
    yield from _dated(me, "schema:datePublished", one.published)


def _figure(me: str, one: Reported) -> Iterator[Triple]:
    yield me, "rdf:type", Iri("schema:QuantitativeValue")
    value = one.attestations[0].value
    if value and value.low is not None:
        if value.high is None or value.high == value.low:
            yield me, "schema:value", value.low
        else:
            yield me, "schema:minValue", value.low
            yield me, "schema:maxValue", value.high
        yield me, "gr:comparison", value.comparison
    if value and value.unit:
        yield me, "schema:unitText", value.unit


DESCRIBE: Mapping[str, Callable[[str, Reported], Iterator[Triple]]] = {
    "event": _event,
    "statement": _statement,
    "figure": _figure,
}


def _attestation(report: str, told: Attestation, home: str) -> Iterator[Triple]:
    me = f"{home}attestations/{told.node}"
    article = Iri(f"{home}articles/{told.article.document}")
    yield me, "rdf:type", Iri("prov:Entity")
    yield me, "rdf:type", Iri("oa:Annotation")
    yield me, "oa:hasBody", Iri(report)
    yield me, "prov:wasDerivedFrom", article
    yield report, "prov:wasDerivedFrom", Iri(me)
    yield me, "gr:status", told.status
    yield me, "gr:confidence", told.confidence
    yield me, "gr:rule", told.rule
    if told.date:
        yield me, "gr:date", told.date
    for number, passage in enumerate(told.passages):
        target, position, words = (f"{me}/{number}{end}" for end in ("", "/position", "/quote"))
        yield me, "oa:hasTarget", Iri(target)
        yield target, "rdf:type", Iri("oa:SpecificResource")
        yield target, "oa:hasSource", article
        yield target, "oa:hasSelector", Iri(position)
        yield position, "rdf:type", Iri("oa:TextPositionSelector")
        yield position, "oa:start", (str(passage.start), "xsd:nonNegativeInteger")
        yield position, "oa:end", (str(passage.end), "xsd:nonNegativeInteger")
        yield target, "oa:hasSelector", Iri(words)
        yield words, "rdf:type", Iri("oa:TextQuoteSelector")
        yield words, "oa:exact", passage.text


def _who(part: PartShown, home: str) -> Value | Iri:
    return Iri(f"{home}entries/{part.entry.id}") if part.entry else part.name


def _dated(me: str, name: str, told: str | None) -> Iterator[Triple]:
    """A day, month or year; text when it is none of these."""
    if told:
        kind = XSD_DATES.get(len(told))
        yield me, name, (told, kind) if kind else told


def write(contents: Contents, out: BinaryIO, kind: str, home: str = HOME) -> None:
    """As `ttl`, `nq` or `jsonld`."""
    serialise(triples(contents, home), out, kind)


def serialise(told: Iterable[Triple], out: BinaryIO, kind: str) -> None:
    """Statements as they come, none held back."""
    from pyoxigraph import RdfFormat, serialize

    form = {
        "ttl": RdfFormat.TURTLE,
        "nq": RdfFormat.N_QUADS,
        "jsonld": RdfFormat.JSON_LD,
    }[kind]
    target = _Sorted(out)
    serialize(_quads(told), cast(BinaryIO, target), form, prefixes=dict(PREFIXES))
    target.flush()


class _Sorted(io.RawIOBase):
    """Passes on what is written with the `@prefix` lines at its head in order: the serialiser
    gives them in another order each time."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._head: bytes | None = b""

    def writable(self) -> bool:
        return True

    def write(self, data: Buffer, /) -> int:
        told = bytes(data)
        if self._head is None:
            self._out.write(told)
        else:
            self._head += told
            last = self._head.rpartition(b"\n")[2]
            if last and not PREFIX.startswith(last[: len(PREFIX)]):
                self._pass_on()
        return len(told)

    def flush(self) -> None:
        if self._head is not None:
            self._pass_on()

    def _pass_on(self) -> None:
        lines = (self._head or b"").splitlines(keepends=True)
        prefixes = [line for line in lines if line.startswith(PREFIX)]
        self._out.write(b"".join(sorted(prefixes) + lines[len(prefixes) :]))
        self._head = None


PREFIX = b"@prefix"


def _quads(told: Iterable[Triple]) -> Iterator[Quad]:
    from pyoxigraph import Quad

    for subject, name, value in told:
        yield Quad(_node(subject), _node(name), _object(value))


def _object(value: Value | tuple[Value, str] | Iri) -> NamedNode | Literal:
    from pyoxigraph import Literal

    if isinstance(value, Iri):
        return _node(value)
    if isinstance(value, tuple):
        return Literal(str(value[0]), datatype=_node(value[1]))
    return Literal(value)


@functools.lru_cache(maxsize=4096)
def _node(name: str) -> NamedNode:
    """An address or a prefixed name; the few properties and types come again and again."""
    from pyoxigraph import NamedNode

    prefix, colon, rest = name.partition(":")
    if colon and prefix in PREFIXES:
        return NamedNode(PREFIXES[prefix] + quote(rest, safe=""))
    return NamedNode(name)


def _form(name: str, about: str, ending: str) -> Form:
    write_it = functools.partial(write, kind=ending.removeprefix("."))
    return Form(name, about, ending, write_it, "rdf", ("pyoxigraph",))


TURTLE = _form("turtle", "RDF as Turtle", ".ttl")
N_QUADS = _form("nquads", "RDF as N-Quads", ".nq")
JSON_LD = _form("jsonld", "RDF as JSON-LD", ".jsonld")
