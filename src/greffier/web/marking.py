"""An article's blocks as HTML, each passage marked by what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from greffier.model.highlight import Mark, Segment, segments
from greffier.model.record import Layer
from greffier.model.text import Span
from greffier.model.told import Passage
from greffier.views.articles import ArticleView, BlockShown

CLAIMED = {Layer.EVENT: "event", Layer.STATEMENT: "quotation", Layer.FIGURE: "figure"}


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block and its text as HTML; whatever the article holds is escaped."""

    block: BlockShown
    html: Markup


@dataclass(frozen=True, slots=True)
class Link:
    """Where a marked passage leads."""

    href: str
    title: str


def marked_blocks(view: ArticleView) -> list[MarkedBlock]:
    """Every block in the order of the text."""
    marks, links = _marks(view)
    return [
        MarkedBlock(block, Markup("").join(_block(block, marks, links))) for block in view.blocks
    ]


def _marks(view: ArticleView) -> tuple[list[Mark], dict[str, Link]]:
    """All marks; the note of each is the key of where it leads."""
    marks, links = [], {}
    entities = {entity.id: entity for entity in view.entities}
    for mention in view.mentions:
        entity = entities[mention.entity]
        if entity.entry is not None:
            links[entity.id] = Link(f"/entries/{entity.entry.id}", entity.entry.label)
        marks.append(Mark(mention.start, mention.end, entity.kind, entity.id))
    for claim in view.claims:
        links[claim.node] = Link(f"#{claim.node}", claim.reported.label)
        for span in claim.spans[:1]:
            marks.append(Mark(span.start, span.end, CLAIMED[claim.reported.layer], claim.node))
    return marks, links


def _block(block: BlockShown, marks: list[Mark], links: dict[str, Link]) -> Iterator[Markup]:
    inside = [
        Mark(m.start - block.start, m.end - block.start, m.kind, m.note)
        for m in marks
        if block.start <= m.start and m.end <= block.end
    ]
    begun: set[str] = set()
    for segment in segments(block.text, inside):
        yield _piece(segment, links, begun, block.start)


def _piece(segment: Segment, links: dict[str, Link], begun: set[str], at: int) -> Markup:
    """A piece of text: a link to what the innermost mark is about, and, where a claim's passage
    begins, the place that its card leads to."""
    if not segment.marks:
        return Markup.escape(segment.text)
    kinds = " ".join(dict.fromkeys(m.kind for m in segment.marks))
    first = [m for m in segment.marks if m.note not in begun and m.kind in CLAIMED.values()]
    begun.update(m.note for m in first)
    anchors = Markup("").join(Markup('<a id="p-{}"></a>').format(m.note) for m in first)
    inner = links.get(segment.marks[-1].note)
    text = Markup.escape(segment.text)
    if inner is not None:
        text = Markup('<a href="{}" title="{}">{}</a>').format(inner.href, inner.title, text)
    return anchors + Markup('<mark class="{}">{}</mark>').format(kinds, text)


def marked_words(passage: Passage, words: Iterable[Span]) -> Markup:
    """A passage with the words that were searched marked in it."""
    at = passage.start
    marks = [
        Mark(word.start - at, word.end - at, "sought")
        for word in words
        if passage.start <= word.start and word.end <= passage.end
    ]
    return Markup("").join(
        Markup('<mark class="sought">{}</mark>' if s.marks else "{}").format(s.text)
        for s in segments(passage.text, marks)
    )


def in_context(passage: Passage) -> Markup:
    """The sentence around a passage, the passage marked in it."""
    at = passage.start - passage.context_start
    before, after = passage.context[:at], passage.context[at + len(passage.text) :]
    return Markup('{}<mark class="sought">{}</mark>{}').format(before, passage.text, after)
