"""A reading: one article and all that was found in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from greffier.model.annotations import Entity, Event, Figure, Mention, Quotation, Timex
from greffier.model.page import page
from greffier.model.syntax import Sentence
from greffier.model.text import Document, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """The layers of one article; each stage returns a copy with its own layer filled.

    `mentions` are all that stages proposed; those that an entity owns are in the entity.
    """

    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    timexes: tuple[Timex, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()

    def passage(self, span: Span) -> str:
        return self.document.passage(span)

    def entity(self, entity_id: str) -> Entity:
        """The entity with this id; KeyError when the article has none."""
        for entity in self.entities:
            if entity.id == entity_id:
                return entity
        raise KeyError(entity_id)

    def _repr_html_(self) -> str:
        """The article with its passages marked, as notebooks show it."""
        layers = (self.entities, self.timexes, self.figures, self.quotations, self.events)
        return page(self.document, [found for layer in layers for found in layer])


Parse = Callable[[Document], tuple[Sentence, ...]]
"""Turns a document into the sentences of its blocks (boilerplate left out)."""
