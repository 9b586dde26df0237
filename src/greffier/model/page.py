"""A reading as a piece of a page, for notebooks: the article with its passages marked."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from greffier.model.annotations import Entity
from greffier.model.highlight import Mark, marked

if TYPE_CHECKING:
    from greffier.model.reading import Reading

STYLE = """
.greffier {max-width: 46em; line-height: 1.5; white-space: pre-line}
.greffier mark {background: none; color: inherit; border-bottom: 2px solid}
.greffier mark.person {border-color: #1b6ca8} .greffier mark.organization {border-color: #7a4ea3}
.greffier mark.group {border-color: #a37ac4} .greffier mark.country {border-color: #2a7d4f}
.greffier mark.place {border-color: #6aa84f} .greffier mark.timex {border-color: #b8860b}
.greffier mark.figure {border-color: #b3541e} .greffier mark.event {border-color: #b00020}
.greffier mark.quotation {border-bottom-style: dotted}
""".strip()
"""Colours on any background: lines under the words, never behind them."""


def page(reading: Reading) -> str:
    """The article's text with every passage that holds something marked, its meaning as a title
    that shows on hover; all that comes from the article is escaped."""
    document = reading.document
    told = (document.outlet, document.published, document.uri)
    head = " · ".join(part for part in told if part)
    body = marked(document.text, marks(reading))
    return f'<style>{STYLE}</style><p>{escape(head)}</p><div class="greffier">{body}</div>'


def marks(reading: Reading) -> Iterator[Mark]:
    """A mark for each passage of each layer."""
    names = {entity.id: entity.name for entity in reading.entities}
    for entity in reading.entities:
        note = _who(entity)
        yield from (Mark(m.start, m.end, entity.kind, note) for m in entity.mentions)
    for timex in reading.timexes:
        yield Mark(timex.start, timex.end, "timex", f"{timex.value} ({timex.basis})")
    for figure in reading.figures:
        yield Mark(figure.start, figure.end, "figure", f"{figure.comparison} {figure.value}")
    for quotation in reading.quotations:
        speaker = names.get(quotation.speaker or "", "?")
        yield Mark(quotation.start, quotation.end, "quotation", f"{speaker}: {quotation.kind}")
    for event in reading.events:
        who = ", ".join(names[i] for i in event.actors) or "?"
        whom = ", ".join(names[i] for i in event.recipients) or "?"
        note = f"{event.type} {who} → {whom} ({event.status})"
        yield from (Mark(m.start, m.end, "event", note) for m in event.mentions)


def _who(entity: Entity) -> str:
    told = [entity.name, *(role.function for role in entity.roles), entity.country]
    return ", ".join(part for part in told if part)
