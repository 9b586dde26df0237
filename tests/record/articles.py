"""Readings made by hand, for the tests of merging: invented people, no parser."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from greffier.lang.fr import FRENCH
from greffier.model.annotations import (
    Comparison,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    Figure,
    Mention,
    MentionKind,
    Quotation,
    QuotationKind,
    Role,
)
from greffier.model.ids import document_id, sha256
from greffier.model.reading import Reading
from greffier.model.record import Node
from greffier.model.text import Block, BlockKind, Document, Span
from greffier.record.nodes import nodes


@dataclass
class Article:
    """An article written sentence by sentence; each call adds a paragraph and what it tells."""

    outlet: str
    published: str | None
    title: str = "Titre"
    text: str = ""
    entities: dict[str, Entity] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.paragraph(f"{self.title} ({self.outlet})", BlockKind.TITLE)

    def paragraph(self, words: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Span:
        start = len(self.text)
        self.text += words + "\n\n"
        self.blocks.append(Block(start, start + len(words), kind, "test"))
        return Span(start, start + len(words))

    def entity(
        self,
        kind: EntityKind,
        name: str,
        country: str | None = None,
        office: str | None = None,
        geonames_id: int | None = None,
    ) -> str:
        span = self.paragraph(name)
        role = Role(office, None, country, span.start, span.end, "test") if office else None
        found = Entity(
            id=f"e{len(self.entities) + 1}",
            kind=kind,
            name=name,
            country=country,
            mentions=(Mention(span.start, span.end, MentionKind.NAME, kind, "test"),),
            roles=(role,) if role else (),
            geonames_id=geonames_id,
        )
        self.entities[found.id] = found
        return found.id

    def person(self, name: str, country: str | None = None, office: str | None = None) -> str:
        return self.entity(EntityKind.PERSON, name, country, office)

    def body(self, name: str, country: str | None = None) -> str:
        return self.entity(EntityKind.ORGANIZATION, name, country)

    def place(self, name: str, country: str | None = None, geonames_id: int | None = None) -> str:
        return self.entity(EntityKind.PLACE, name, country, geonames_id=geonames_id)

    def event(
        self,
        type_: str,
        trigger: str,
        who: tuple[tuple[str, ...], tuple[str, ...]],
        when: str | None = None,
        where: str | None = None,
    ) -> None:
        """An event: `who` are its actors and its recipients."""
        span = self.paragraph(trigger)
        occurred = EventStatus.OCCURRED
        told = Event(type_, None, (span,), *who, where, when, occurred, None, "test")
        self.events.append(told)

    def last_event(self, status: EventStatus) -> None:
        """Gives the event told last another status."""
        self.events[-1] = replace(self.events[-1], status=status)

    def says(self, speaker: str | None, words: str) -> None:
        span = self.paragraph(words)
        self.quotations.append(
            Quotation(span.start, span.end, QuotationKind.DIRECT, "test", speaker=speaker)
        )

    def figure(self, before: str, text: str, value: float, unit: str, after: str = "") -> None:
        span = self.paragraph(f"{before} {text} {after}")
        start = span.start + len(before) + 1
        self.figures.append(Figure(start, start + len(text), value, Comparison.EXACT, unit, "test"))

    def reading(self) -> Reading:
        document = Document(
            id=document_id(self.text),
            uri=f"test:{self.outlet}",
            text=self.text,
            sha256=sha256(self.text.encode()),
            blocks=tuple(self.blocks),
            outlet=self.outlet,
            title=self.title,
            published=self.published,
        )
        return Reading(
            document,
            entities=tuple(self.entities.values()),
            events=tuple(self.events),
            quotations=tuple(self.quotations),
            figures=tuple(self.figures),
        )

    def nodes(self) -> tuple[Node, ...]:
        return nodes(self.reading(), FRENCH)
