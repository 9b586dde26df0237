"""A reading as one JSON object (docs/reference/reading.md), alone or as the record knows it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from greffier.model.reading import Reading
from greffier.model.readings import to_dict

__all__ = ["recorded", "to_dict", "to_json"]


def to_json(reading: Reading) -> str:
    """One line of JSONL, without the line end."""
    return json.dumps(to_dict(reading), ensure_ascii=False)


def recorded(
    reading: Reading, entries: Mapping[str, str | None], story: str | None
) -> dict[str, Any]:
    """A reading whose entities have `record_id`, the id of the entry that holds each (`entries`
    leads to it from the entity's own id), and whose document has the id of its `story`."""
    told = to_dict(reading)
    told["document"]["story"] = story
    for entity in told["entities"]:
        entity["record_id"] = entries.get(entity["id"])
    return told
