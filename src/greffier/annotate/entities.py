"""Names put together into the article's entities, with kind and country."""

from __future__ import annotations

from dataclasses import replace

from greffier.model.annotations import Entity, Mention
from greffier.model.language import Language
from greffier.model.reading import Reading


def gather(reading: Reading, language: Language) -> Reading:
    groups: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        groups.setdefault(reading.passage(mention.span).casefold().replace("’", "'"), []).append(
            mention
        )
    entities = []
    for group in groups.values():
        kind = group[0].entity_kind
        assert kind is not None
        entities.append(
            Entity(
                f"e{len(entities) + 1}", kind, reading.passage(group[0].span), None, tuple(group)
            )
        )
    return replace(reading, entities=tuple(entities))
