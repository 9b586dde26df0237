"""A reading as a piece of a page, for notebooks: the article with its passages marked."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from greffier.model.annotations import Entity, Event, Figure, Quotation, Timex
from greffier.model.highlight import Mark, marked
from greffier.model.text import Document

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


Annotation = Entity | Timex | Figure | Quotation | Event
Names = Mapping[str, str]
"""The names of an article's entities, by id."""


def page(document: Document, annotations: Sequence[Annotation]) -> str:
    """The article's text with every passage that holds something marked, its meaning as a title
    that shows on hover; all that comes from the article is escaped."""
    told = (document.outlet, document.published, document.uri)
    head = " · ".join(part for part in told if part)
    names = {a.id: a.name for a in annotations if isinstance(a, Entity)}
    body = marked(document.text, (m for a in annotations for m in marks(a, names)))
    return f'<style>{STYLE}</style><p>{escape(head)}</p><div class="greffier">{body}</div>'


@functools.singledispatch
def marks(annotation: Annotation, names: Names) -> Iterator[Mark]:
    """A mark for each passage of an annotation."""
    raise TypeError(f"no marks for {type(annotation).__name__}")


@marks.register
def _(entity: Entity, names: Names) -> Iterator[Mark]:
    told = [entity.name, *(role.function for role in entity.roles), entity.country]
    note = ", ".join(part for part in told if part)
    return (Mark(m.start, m.end, entity.kind, note) for m in entity.mentions)


@marks.register
def _(timex: Timex, names: Names) -> Iterator[Mark]:
    yield Mark(timex.start, timex.end, "timex", f"{timex.value} ({timex.basis})")


@marks.register
def _(figure: Figure, names: Names) -> Iterator[Mark]:
    yield Mark(figure.start, figure.end, "figure", f"{figure.comparison} {figure.value}")


@marks.register
def _(quotation: Quotation, names: Names) -> Iterator[Mark]:
    speaker = names.get(quotation.speaker or "", "?")
    yield Mark(quotation.start, quotation.end, "quotation", f"{speaker}: {quotation.kind}")


@marks.register
def _(event: Event, names: Names) -> Iterator[Mark]:
    who = ", ".join(names[i] for i in event.actors) or "?"
    whom = ", ".join(names[i] for i in event.recipients) or "?"
    note = f"{event.type} {who} → {whom} ({event.status})"
    return (Mark(m.start, m.end, "event", note) for m in event.mentions)
