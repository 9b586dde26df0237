"""What a reading says otherwise than the one before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from greffier.model.reading import Reading
from greffier.model.readings import to_dict
from greffier.model.text import Span

LAYERS = ("entities", "timexes", "quotations", "events", "figures")


class Became(StrEnum):
    """What became of an annotation."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One annotation that is not what it was; `fields` are those that differ."""

    document: str
    layer: str
    became: Became
    start: int
    end: int
    text: str
    fields: tuple[str, ...] = ()


def changes(before: Reading, after: Reading) -> list[Change]:
    """The changes between two readings of one text, in its order. Annotations are the same one
    when they stand in the same place; an entity is known by its first mention, not by its id, which
    is a number within the article."""
    had, has = _layers(before), _layers(after)
    found = [
        Change(
            after.document.id,
            layer,
            Became.NEW if one is None else Became.GONE if other is None else Became.CHANGED,
            *place,
            after.document.passage(place),
            _differing(one, other),
        )
        for layer in LAYERS
        for place in {*had[layer], *has[layer]}
        if (one := had[layer].get(place)) != (other := has[layer].get(place))
    ]
    return sorted(found, key=lambda c: (c.start, c.end, c.layer))


def _layers(reading: Reading) -> dict[str, dict[Span, dict[str, Any]]]:
    told = to_dict(reading)
    names = {e["id"]: tuple(_place(e)) for e in told["entities"]}
    return {
        layer: {_place(found): _named(found, names) for found in told[layer]} for layer in LAYERS
    }


def _place(found: Mapping[str, Any]) -> Span:
    """Where an annotation stands: its span, or that of its first mention."""
    first = found if "start" in found else found["mentions"][0]
    return Span(first["start"], first["end"])


def _named(found: Mapping[str, Any], names: Mapping[str, Any]) -> dict[str, Any]:
    """An annotation with the places of entities instead of their ids."""
    parties = ("speaker", "addressee", "via", "actors", "recipients", "place", "source")
    told = {key: value for key, value in found.items() if key != "id"}
    for role in parties:
        if isinstance(told.get(role), list):
            told[role] = [names.get(id, id) for id in told[role]]
        elif role in told:
            told[role] = names.get(told[role], told[role])
    return told


def _differing(one: Mapping[str, Any] | None, other: Mapping[str, Any] | None) -> tuple[str, ...]:
    if one is None or other is None:
        return ()
    return tuple(sorted(key for key in {*one, *other} if one.get(key) != other.get(key)))
