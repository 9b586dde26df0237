"""All that one article adds to a record, beside its nodes: to be shown and to be searched."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from greffier import claims
from greffier.model.annotations import MentionKind
from greffier.model.claims import Claim, EventClaim, FigureClaim, StatementClaim
from greffier.model.passages import passage
from greffier.model.reading import Reading
from greffier.model.readings import to_dict
from greffier.model.record import Anchor, Layer, Node
from greffier.model.text import BlockKind, Span
from greffier.model.told import Addition, Kept, Office, Part, Passage, Told, Value, Words
from greffier.record.days import bounds

SEARCHED = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION)


def addition(reading: Reading, nodes: Sequence[Node]) -> Addition:
    """What an article adds; claims and offices that no node stands for are left out."""
    found = _Article(reading, nodes)
    told = tuple(found.told())
    return Addition(
        article=kept(reading),
        told=told,
        offices=tuple(found.offices()),
        words=(_text(reading), *map(_words, told)),
    )


def kept(reading: Reading) -> Kept:
    """An article as the record keeps it."""
    document = reading.document
    return Kept(
        document=document.id,
        uri=document.uri,
        outlet=document.outlet,
        title=document.title,
        published=document.published,
        published_from=document.published_from,
        language=document.language,
        sha256=document.sha256,
        reading=json.dumps(to_dict(reading)),
    )


class _Article:
    """One reading, with the node of each of its entities and claims."""

    def __init__(self, reading: Reading, nodes: Sequence[Node]) -> None:
        self.reading = reading
        self.nodes = {node.anchor: node for node in nodes}
        self.entities = {
            entity.id: node
            for entity in reading.entities
            for mention in entity.mentions
            if (node := self._at(Layer.ENTITY, mention.span)) is not None
        }
        self.names = {entity.id: entity.name for entity in reading.entities}
        self.blocks = [
            (span, node.form)
            for node in nodes
            if node.anchor.layer is Layer.TEXT
            for span in node.evidence
        ]

    def _at(self, layer: Layer, span: Span) -> Node | None:
        return self.nodes.get(Anchor(self.reading.document.id, layer, *span))

    def passage(self, span: Span) -> Passage:
        return passage(self.reading.document.id, self.reading.document.text, *span)

    def told(self) -> Iterator[Told]:
        seen: set[str] = set()
        for claim in claims.of(self.reading):
            node = self.nodes.get(claim.anchor)
            if node is not None and node.id not in seen:
                seen.add(node.id)
                yield self._told(claim, node)

    def _told(self, claim: Claim, node: Node) -> Told:
        type, mode, date, value = _particulars(claim)
        first, last = bounds(date)
        held = (form for span, form in self.blocks if span.contains(claim.evidence[0]))
        return Told(
            node=node.id,
            document=claim.document,
            kind=claim.kind,
            type=type,
            mode=mode,
            status=claim.status,
            date=date,
            first=first,
            last=last,
            confidence=claim.confidence,
            rule=claim.rule,
            passages=tuple(map(self.passage, claim.evidence)),
            parts=tuple(self._parts(claim)),
            value=value,
            block=next(held, None),
        )

    def _parts(self, claim: Claim) -> Iterator[Part]:
        roles = {**_roles(claim), "source": (claim.source,), "about": self._inside(claim)}
        for role, ids in roles.items():
            for id in dict.fromkeys(ids):
                if id in self.entities:
                    yield Part(role, self.entities[id].id, self.names[id])

    def _inside(self, claim: Claim) -> tuple[str, ...]:
        """The entities named in a statement, not only by a pronoun."""
        if not isinstance(claim, StatementClaim):
            return ()
        content = claim.evidence[0]
        return tuple(
            entity.id
            for entity in self.reading.entities
            if any(
                content.contains(m.span) and m.kind is not MentionKind.PRONOUN
                for m in entity.mentions
            )
        )

    def offices(self) -> Iterator[Office]:
        for entity in self.reading.entities:
            node = self.entities.get(entity.id)
            for role in entity.roles if node else ():
                yield Office(
                    node=node.id if node else "",
                    function=role.function,
                    of=role.of,
                    country=role.country,
                    tenure=role.tenure,
                    published=self.reading.document.published,
                    passage=self.passage(role.span),
                )


def _particulars(claim: Claim) -> tuple[str | None, str | None, str | None, Value | None]:
    """Type, mode, date and value of a claim."""
    if isinstance(claim, EventClaim):
        return claim.type, claim.mode, claim.date, None
    if isinstance(claim, StatementClaim):
        return claim.form, None, None, None
    if isinstance(claim, FigureClaim):
        low, high = claim.value if isinstance(claim.value, tuple) else (claim.value, None)
        return None, None, claim.date, Value(low, high, claim.comparison, claim.unit)
    return None, None, None, None


def _roles(claim: Claim) -> Mapping[str, tuple[str | None, ...]]:
    if isinstance(claim, EventClaim):
        return {"actor": claim.actors, "recipient": claim.recipients, "place": (claim.place,)}
    if isinstance(claim, StatementClaim):
        return {
            "speaker": (claim.speaker,),
            "addressee": (claim.addressee,),
            "via": (claim.via,),
        }
    return {}


def _text(reading: Reading) -> Words:
    """The words of an article, each line once, without what is not journalism."""
    document = reading.document
    lines = [document.title or ""]
    lines += [
        document.passage(block.span)
        for block in document.blocks
        if block.kind in SEARCHED and block.repeats is None
    ]
    return Words("article", document.id, document.id, "\n".join(dict.fromkeys(lines)))


def _words(told: Told) -> Words:
    """The words of a statement; those of the sentence of an event or figure."""
    first = told.passages[0]
    text = first.text if told.layer is Layer.STATEMENT else first.context
    return Words(told.layer, told.node, told.document, text)
