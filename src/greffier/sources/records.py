"""A JSON record as a capture: `text` or `html`, with `uri`, `published`, `outlet`, `title`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from greffier.model.text import Capture, Given, Refusal
from greffier.sources import html, text
from greffier.sources.kinds import LARGEST_ARTICLE, Found, too_large
from greffier.sources.parts.days import iso_day

BODIES = (("text", text.MEDIA_TYPE), ("html", html.MEDIA_TYPE))
"""The fields that may hold the article, in order of preference, and what they hold."""


def capture(record: Any, uri: str) -> Iterator[Found]:
    """The capture of one parsed record, named by its own `uri` where it has one."""
    if not isinstance(record, dict):
        yield Refusal(uri, "no JSON object", 'Write each article as {"text": "…", "uri": "…"}.')
        return
    uri = _string(record, "uri") or uri
    media_type, body = next(
        ((media_type, record[key]) for key, media_type in BODIES if _string(record, key)),
        ("", ""),
    )
    if not body:
        yield Refusal(uri, "no `text` and no `html`", "Put the article in one of these fields.")
        return
    published = _string(record, "published")
    day = iso_day(published) if published else None
    if published and day is None:
        yield Refusal(
            uri,
            f"published {published!r} is not a date, and was left out",
            "Write it as YYYY-MM-DD.",
            partly_read=True,
        )
    data = body.encode("utf-8", "surrogatepass")
    given = Given(published=day, outlet=_string(record, "outlet"), title=_string(record, "title"))
    if len(data) > LARGEST_ARTICLE:
        yield too_large(uri)
    else:
        yield Capture(uri, data, media_type, given, encoding="utf-8")


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return value if isinstance(value, str) and value.strip() else None
