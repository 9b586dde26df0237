"""Articles as TEI, one corpus: who is named, where and what was done in `standOff`; in the text,
what is said with `@who`, and names with `@ref`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO, NamedTuple

from lxml import etree

from greffier.exports.form import Form
from greffier.exports.markup import clean
from greffier.model.annotations import Entity, EntityKind, Event
from greffier.model.reading import Reading
from greffier.model.text import Block, BlockKind
from greffier.views import Contents

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
LISTS = {
    EntityKind.PERSON: ("listPerson", "person", "persName"),
    EntityKind.ORGANIZATION: ("listOrg", "org", "orgName"),
    EntityKind.GROUP: ("listOrg", "org", "orgName"),
    EntityKind.COUNTRY: ("listPlace", "place", "placeName"),
    EntityKind.PLACE: ("listPlace", "place", "placeName"),
}
"""The list, the element and the name's element of each kind."""


class Mark(NamedTuple):
    """An element around `text[start:end]`."""

    start: int
    end: int
    name: str
    about: Mapping[str, str]


def write(contents: Contents, out: BinaryIO) -> None:
    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        with file.element(_q("teiCorpus"), nsmap={None: TEI}):
            file.write(_header("Articles", None, None, None))
            for reading, entries, _ in contents.readings():
                file.write(article(reading, entries))


def article(reading: Reading, entries: Mapping[str, str | None]) -> etree._Element:
    """One article; `corresp` of what it names leads to the record's entries."""
    document = reading.document
    root = etree.Element(_q("TEI"), {f"{{{XML}}}id": document.id}, nsmap={None: TEI})
    title = document.title or document.uri
    root.append(_header(title, document.outlet, document.published, document.uri))
    root.append(_stand_off(reading, entries))
    body = _sub(_sub(root, "text", {f"{{{XML}}}lang": document.language or "fr"}), "body")
    marks = _marks(reading)
    for block in document.blocks:
        if block.kind is not BlockKind.BOILERPLATE:
            _block(body, reading, block, marks)
    if not len(body):
        _sub(body, "p")
    return root


def _header(
    title: str, outlet: str | None, published: str | None, uri: str | None
) -> etree._Element:
    header = etree.Element(_q("teiHeader"), nsmap={None: TEI})
    description = _sub(header, "fileDesc")
    _sub(_sub(description, "titleStmt"), "title", text=title)
    publication = _sub(description, "publicationStmt")
    _sub(publication, "p", text="greffier")
    source = _sub(_sub(description, "sourceDesc"), "bibl")
    _sub(source, "title", text=title)
    if outlet:
        _sub(source, "publisher", text=outlet)
    if published:
        _sub(source, "date", {"when": published}, published)
    if uri:
        _sub(source, "idno", {"type": "URI"}, uri)
    return header


def _stand_off(reading: Reading, entries: Mapping[str, str | None]) -> etree._Element:
    root = etree.Element(_q("standOff"), nsmap={None: TEI})
    lists: dict[str, etree._Element] = {}
    for entity in reading.entities:
        where, element, name = LISTS[entity.kind]
        if where not in lists:
            lists[where] = _sub(root, where)
        about = {f"{{{XML}}}id": _id(reading, entity.id)}
        entry = entries.get(entity.id)
        if entry:
            about["corresp"] = f"urn:greffier:entries/{entry}"
        found = _sub(lists[where], element, about)
        _sub(found, name, text=entity.name)
        _more(found, entity)
    if reading.events:
        events = _sub(root, "listEvent")
        for number, event in enumerate(reading.events):
            _event(events, reading, event, number)
    return root


def _more(found: etree._Element, entity: Entity) -> None:
    if entity.kind is EntityKind.PERSON:
        for office in dict.fromkeys(
            ", ".join(part for part in (role.function, role.of) if part) for role in entity.roles
        ):
            _sub(found, "occupation", text=office)
    elif entity.latitude is not None and entity.kind in (EntityKind.PLACE, EntityKind.COUNTRY):
        _sub(_sub(found, "location"), "geo", text=f"{entity.latitude} {entity.longitude}")


def _event(events: etree._Element, reading: Reading, event: Event, number: int) -> None:
    about = {f"{{{XML}}}id": f"{reading.document.id}.event{number}", "type": event.type}
    if event.mode:
        about["subtype"] = event.mode
    if event.date and event.date[:4].isdigit():
        about["when-custom"] = event.date
    found = _sub(events, "event", about)
    _sub(found, "label", text=" ".join(reading.passage(event.mentions[0]).split()))
    told = _sub(found, "desc", {"ana": f"#{event.status}"})
    parts = [("actor", who) for who in event.actors]
    parts += [("recipient", who) for who in event.recipients]
    parts += [("place", event.place)] if event.place else []
    for role, who in parts:
        _sub(told, "rs", {"role": role, "ref": f"#{_id(reading, who)}"}, reading.entity(who).name)


def _marks(reading: Reading) -> list[Mark]:
    found = []
    for quotation in reading.quotations:
        about = {"who": f"#{_id(reading, quotation.speaker)}"} if quotation.speaker else {}
        direct = "true" if quotation.kind == "direct" else "false"
        about |= {"direct": direct, "aloud": "unknown"}
        found.append(Mark(quotation.start, quotation.end, "said", about))
    for entity in reading.entities:
        about = {"ref": f"#{_id(reading, entity.id)}"}
        found += [Mark(m.start, m.end, "rs", about) for m in entity.mentions]
    return sorted(found, key=lambda mark: (mark.start, -mark.end, mark.name != "said"))


def _block(body: etree._Element, reading: Reading, block: Block, marks: Sequence[Mark]) -> None:
    """A paragraph; what goes over its borders is cut there."""
    inside = [
        mark._replace(start=max(mark.start, block.start), end=min(mark.end, block.end))
        for mark in marks
        if mark.start < block.end and mark.end > block.start
    ]
    _fill(_sub(body, "p", {"rend": block.kind.value}), reading.document.text, block.span, inside)


def _fill(parent: etree._Element, text: str, span: tuple[int, int], marks: Iterable[Mark]) -> None:
    """The text of a span with its marks; of two that cross, the first is kept."""
    at, end = span
    todo = list(marks)
    last: etree._Element | None = None
    while todo:
        mark = todo.pop(0)
        if mark.start < at or mark.end > end or mark.start == mark.end:
            continue
        last = _add_text(parent, last, text[at : mark.start])
        last = _sub(parent, mark.name, dict(mark.about))
        within = [m for m in todo if m.start < mark.end]
        todo = todo[len(within) :]
        _fill(last, text, (mark.start, mark.end), within)
        at = mark.end
    _add_text(parent, last, text[at:end])


def _add_text(
    parent: etree._Element, last: etree._Element | None, text: str
) -> etree._Element | None:
    if last is None:
        parent.text = clean(text)
    else:
        last.tail = clean(text)
    return last


def _id(reading: Reading, entity: str) -> str:
    return f"{reading.document.id}.{entity}"


def _sub(
    parent: etree._Element, name: str, about: Mapping[str, str] | None = None, text: str = ""
) -> etree._Element:
    told = {key: clean(value) for key, value in (about or {}).items()}
    found = etree.SubElement(parent, _q(name), told)
    if text:
        found.text = clean(text)
    return found


def _q(name: str) -> str:
    return f"{{{TEI}}}{name}"


FORM = Form("tei", "articles as TEI, with what they name and say", ".xml", write)
