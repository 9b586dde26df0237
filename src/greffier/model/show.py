"""Annotations as short lines of text, for examples, `explain` and the docs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.model.annotations import (
    Entity,
    Event,
    Figure,
    MentionKind,
    Quotation,
    Timex,
)
from greffier.model.reading import Reading
from greffier.model.text import Span

Shown = tuple[str, str]
"""The rule that made an annotation, and the annotation as a line."""


def _name(reading: Reading, entity_id: str | None) -> str:
    return reading.entity(entity_id).name if entity_id else "?"


def block_lines(reading: Reading) -> Iterator[Shown]:
    """`passage [kind]`"""
    for block in reading.document.blocks:
        yield block.rule, f"{reading.passage(block.span)} [{block.kind}]"


def mention_lines(reading: Reading) -> Iterator[Shown]:
    """`passage [entity kind]`"""
    for mention in reading.mentions:
        yield mention.rule, f"{reading.passage(mention.span)} [{mention.entity_kind or '?'}]"


def entity_lines(reading: Reading) -> Iterator[Shown]:
    """`name [kind country]`, under the rule of the entity's first mention."""
    for entity in reading.entities:
        yield entity.mentions[0].rule, entity_line(entity)


def entity_line(entity: Entity) -> str:
    return f"{entity.name} [{entity.kind} {entity.country or '?'}]"


def role_lines(reading: Reading) -> Iterator[Shown]:
    """`name: function (of, country)`"""
    for entity in reading.entities:
        for role in entity.roles:
            told = ", ".join(part for part in (role.of, role.country) if part) or "?"
            yield role.rule, f"{entity.name}: {role.function} ({told})"


def coreference_lines(reading: Reading) -> Iterator[Shown]:
    """`passage → name`, for nominal and pronoun mentions that an entity owns."""
    for entity in reading.entities:
        for mention in entity.mentions:
            if mention.kind is not MentionKind.NAME:
                yield mention.rule, f"{reading.passage(mention.span)} → {entity.name}"


def timex_line(reading: Reading, timex: Timex) -> str:
    return f"{reading.passage(timex.span)} = {timex.value}"


def timex_lines(reading: Reading) -> Iterator[Shown]:
    """`passage = value`"""
    for timex in reading.timexes:
        yield timex.rule, timex_line(reading, timex)


def figure_line(reading: Reading, figure: Figure) -> str:
    if isinstance(figure.value, tuple):
        value = f"{figure.value[0]:g}-{figure.value[1]:g}"
    else:
        value = "?" if figure.value is None else f"{figure.value:.12g}"
    return f"{reading.passage(figure.span)} = {figure.comparison} {value}"


def figure_lines(reading: Reading) -> Iterator[Shown]:
    """`passage = comparison value`"""
    for figure in reading.figures:
        yield figure.rule, figure_line(reading, figure)


def quotation_line(reading: Reading, quotation: Quotation) -> str:
    cue = reading.passage(quotation.cue) if quotation.cue else "?"
    line = f"{reading.passage(quotation.span)} | {_name(reading, quotation.speaker)} | {cue}"
    if quotation.addressee:
        line += f" | to {_name(reading, quotation.addressee)}"
    if quotation.via:
        line += f" | via {_name(reading, quotation.via)}"
    return line


def quotation_lines(reading: Reading) -> Iterator[Shown]:
    """`content | speaker | cue [| to addressee] [| via relay]`"""
    for quotation in reading.quotations:
        yield quotation.rule, quotation_line(reading, quotation)


def event_line(reading: Reading, event: Event) -> str:
    def names(ids: tuple[str, ...]) -> str:
        return ", ".join(_name(reading, i) for i in ids) or "?"

    mode = f"/{event.mode}" if event.mode else ""
    triggers = " + ".join(reading.passage(Span(*m)) for m in event.mentions)
    return (
        f"{event.type}{mode} {triggers}: {names(event.actors)} > {names(event.recipients)}"
        f" ({event.status})"
    )


def event_lines(reading: Reading) -> Iterator[Shown]:
    """`TYPE/mode trigger + trigger: actors > recipients (status)`"""
    for event in reading.events:
        yield event.rule, event_line(reading, event)


LAYERS: dict[str, Callable[[Reading], Iterator[Shown]]] = {
    "blocks": block_lines,
    "mentions": mention_lines,
    "entities": entity_lines,
    "roles": role_lines,
    "coreference": coreference_lines,
    "timexes": timex_lines,
    "figures": figure_lines,
    "quotations": quotation_lines,
    "events": event_lines,
}
"""Every layer of a reading, as (rule, line) pairs."""
