"""Floors: the least that each layer must reach, pinned together with the gold they hold for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")
ROUNDING = 1e-4
"""Floors are kept to four places: rounding must not make a layer fail."""


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one gold set, by layer, with the digest of the gold they were measured on."""

    name: str
    digest: str
    figures: dict[str, float]


def load() -> dict[str, Any]:
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def save(floors: dict[str, Any]) -> None:
    FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def failures(result: Result, floors: dict[str, Any]) -> list[str]:
    """What of a result is under its floors, in words; a set without floors fails too."""
    held = floors.get(result.name)
    if held is None:
        return [f"{result.name}: no floors yet; run with --raise"]
    if held["digest"] != result.digest:
        return [f"{result.name}: the gold is not the one measured; run with --raise"]
    return [
        f"{result.name}: {layer} {result.figures.get(layer, 0.0):.4f} is under {least:.4f}"
        for layer, least in held["f1"].items()
        if result.figures.get(layer, 0.0) < least - ROUNDING
    ]


def raised(result: Result, floors: dict[str, Any]) -> dict[str, Any]:
    """This set's floors after this result: the higher of both, or anew for new gold."""
    held = floors.get(result.name)
    before = held["f1"] if held and held["digest"] == result.digest else {}
    best = {key: max(value, before.get(key, 0.0)) for key, value in result.figures.items()}
    return {"digest": result.digest, "f1": best}
