"""IPTC NewsML-G2: the text items of a message or a single item; their text as NITF or XHTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from greffier.model.text import Given, Refusal
from greffier.sources.kinds import LARGEST_FILE, Found, Kind, all_of
from greffier.sources.parts import markup
from greffier.sources.parts.articles import article
from greffier.sources.parts.days import day
from greffier.sources.parts.markup import Element, local

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
_N = f"{{{NAMESPACE}}}"
_BEGINS = re.compile(rb"<(?:\w+:)?(?:newsMessage|newsItem|packageItem|conceptItem)[\s>]")
_INLINE = markup.words(
    "a abbr acronym b bdi bdo big cite code dfn em font i kbd mark q ruby s samp small span strike"
    " strong sub sup tt u var chron classifier copyrite event function location money num"
    " object.title org person postaddr pronounce virtloc lang region state city country"
    " frac denom numer"
)
"""Elements of NITF and XHTML that stand within a paragraph."""
_SKIPPED = frozenset({"head", "media", "script", "style", "table", "tagline", "docdata"})


def captures(stream: BinaryIO, uri: str) -> Iterator[Found]:
    root = markup.xml(all_of(stream, LARGEST_FILE))
    items = list(root.iter(f"{_N}newsItem"))
    if not items:
        reason = f"XML of a kind that greffier does not read (<{local(root)}>)"
        yield Refusal(uri, reason, "It reads TEI, NewsML-G2 (text items), RSS and Atom.")
    for number, item in enumerate(items, start=1):
        yield _captured(item, f"{uri}#{number}" if len(items) > 1 else uri)


def _captured(item: Element, place: str) -> Found:
    uri = item.get("guid") or place
    status = _code(item.find(f"{_N}itemMeta/{_N}pubStatus"))
    if status not in (None, "usable"):
        return Refusal(uri, f"{status} by its agency", "Leave it out.")
    what = _code(item.find(f"{_N}itemMeta/{_N}itemClass"))
    if what not in (None, "text", "composite"):
        reason = f"no article but a {what}"
        return Refusal(uri, reason, "Nothing to do.", partly_read=True, expected=True)
    about = item.find(f"{_N}contentMeta")
    about = etree.Element("none") if about is None else about
    body = list(_body(item))
    given = Given(
        published=_day(item, about),
        outlet=_outlet(item, about),
        title=markup.line_of(about.find(f"{_N}headline")),
    )
    above = [markup.line_of(about.find(f"{_N}{name}")) for name in ("subheadline", "by")]
    first = "\n".join(body[:1])
    return article(uri, [*(part for part in above if part and part not in first), *body], given)


def _body(item: Element) -> Iterator[str]:
    content = item.find(f"{_N}contentSet")
    if content is None:
        return
    for held in content:
        name = local(held)
        if name == "inlineXML":
            for document in held:
                yield from markup.paragraphs(_text_part(document), _INLINE, _SKIPPED)
            return
        if name == "inlineData":
            told = "".join(held.itertext())
            marked = "html" in (held.get("contenttype") or "")
            yield from (markup.text_of(told) if marked else told).split("\n\n")
            return


def _text_part(document: Element) -> Element:
    """The part of NITF that holds the text, or the whole of what is inlined."""
    for name in ("body.content", "body"):
        for element in document.iter(etree.Element):
            if local(element) == name:
                return element
    return document


def _day(item: Element, about: Element) -> str | None:
    places = ("itemMeta/firstCreated", "itemMeta/versionCreated")
    told = [markup.line_of(about.find(f"{_N}contentCreated"))]
    told += [markup.line_of(item.find("/".join(_N + n for n in p.split("/")))) for p in places]
    return next((found for one in told if (found := day(one))), None)


def _outlet(item: Element, about: Element) -> str | None:
    for holder in (about.find(f"{_N}infoSource"), item.find(f"{_N}itemMeta/{_N}provider")):
        if holder is not None:
            named = markup.line_of(holder.find(f"{_N}name"))
            if told := named or holder.get("literal"):
                return str(told)
    return None


def _code(element: Element | None) -> str | None:
    """The code of a `qcode` (« stat:usable » is « usable »), or the end of a `uri`."""
    told = "" if element is None else element.get("qcode") or element.get("uri") or ""
    return re.split(r"[:/]", told)[-1] or None


KIND = Kind(
    "NewsML-G2",
    (".newsml", ".xml"),
    lambda head: markup.begins(head) and bool(_BEGINS.search(head)),
    captures,
    "IPTC text items, alone or in a message; pictures, and items withheld, are left out",
    many=True,
)
