"""A capture as one JSON record, which `greffier read -` takes as it is."""

from __future__ import annotations

import json

from greffier.model.text import Capture


def to_json(capture: Capture, text: str) -> str:
    """One line of JSONL, without the line end; `text` is what its bytes say, decoded."""
    given = capture.given
    record = {
        "uri": capture.uri,
        "published": given.published,
        "outlet": given.outlet,
        "title": given.title,
        "html" if capture.media_type == "text/html" else "text": text,
    }
    return json.dumps(record, ensure_ascii=False)
