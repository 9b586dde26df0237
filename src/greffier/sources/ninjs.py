"""IPTC ninjs, versions 1 to 3: news items as JSON, one or a list of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from greffier.model.text import Given, Refusal
from greffier.sources.kinds import LARGEST_FILE, Found, Kind, all_of
from greffier.sources.parts import markup
from greffier.sources.parts.articles import article
from greffier.sources.parts.days import day

_BEGINS = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*+\[?\s*+\{.*"(?:body_text|body_html|body_xhtml|bodies|headlines'
    rb'|pubstatus|pubStatus|versioncreated|versionCreated|representationtype|usageterms)"\s*:',
    re.DOTALL,
)
_DATES = ("firstcreated", "firstCreated", "versioncreated", "versionCreated", "contentcreated")
_TEXTS = ("text", "composite", None)
"""Types of items that hold an article; an item without type is tried."""


def captures(stream: BinaryIO, uri: str) -> Iterator[Found]:
    try:
        told = json.loads(all_of(stream, LARGEST_FILE))
    except (ValueError, RecursionError):
        yield Refusal(uri, "no ninjs: not one JSON document", "Fetch it again, as JSON in UTF-8.")
        return
    items = told if isinstance(told, list) else [told]
    for number, item in enumerate(items, start=1):
        yield _captured(item, uri if item is told else f"{uri}#{number}")


def _captured(item: Any, place: str) -> Found:
    if not isinstance(item, dict):
        return Refusal(place, "no ninjs item", "Give JSON objects as the IPTC defines them.")
    uri = _string(item.get("uri")) or place
    status = _string(item.get("pubstatus")) or _string(item.get("pubStatus")) or "usable"
    if status != "usable":
        return Refusal(uri, f"{status} by its agency", "Leave it out.")
    if item.get("type") not in _TEXTS:
        reason = f"no article but a {item.get('type')}"
        return Refusal(uri, reason, "Nothing to do.", partly_read=True, expected=True)
    given = Given(
        published=next((found for name in _DATES if (found := day(item.get(name)))), None),
        outlet=_outlet(item),
        title=_string(item.get("headline")) or _by_role(item.get("headlines"), "main"),
    )
    return article(uri, [_string(item.get("byline")), _body(item)], given)


def _body(item: dict[str, Any]) -> str:
    """The text of an item: as marked text, else as plain text."""
    for name in ("body_xhtml", "body_html"):
        if marked := _string(item.get(name)):
            return markup.text_of(marked)
    if plain := _string(item.get("body_text")):
        return plain
    bodies = [body for body in _objects(item.get("bodies")) if _string(body.get("value"))]
    for body in bodies:
        if "html" in str(body.get("contenttype") or body.get("contentType") or ""):
            return markup.text_of(str(body["value"]))
    return str(bodies[0]["value"]) if bodies else ""


def _outlet(item: dict[str, Any]) -> str | None:
    sources = _objects(item.get("infosources")) + _objects(item.get("infoSources"))
    told = next((_string(s.get("name")) for s in sources if s.get("name")), None)
    return told or _string(item.get("provider")) or _string(item.get("copyrightholder"))


def _by_role(told: Any, role: str) -> str | None:
    held = _objects(told)
    chosen = next((one for one in held if one.get("role") == role), held[0] if held else {})
    return _string(chosen.get("value"))


def _objects(told: Any) -> list[dict[str, Any]]:
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []


def _string(told: Any) -> str | None:
    return told.strip() or None if isinstance(told, str) else None


KIND = Kind(
    "ninjs",
    (".ninjs", ".json"),
    lambda head: bool(_BEGINS.match(head)),
    captures,
    "IPTC news items as JSON; pictures, and items withheld or cancelled, are left out",
    many=True,
)
