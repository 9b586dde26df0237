"""What one reading gives to merging."""

from __future__ import annotations

from greffier.model.language import Language
from greffier.model.reading import Reading
from greffier.model.record import Node
from greffier.record.nodes import articles, entities, events, figures, statements, texts
from greffier.record.nodes.scene import Scene


def nodes(reading: Reading, language: Language) -> tuple[Node, ...]:
    """The nodes of an article, each anchored in its text: its people, bodies and places, its
    events, statements and figures, its paragraphs, and the article itself. The same reading
    always gives the same nodes."""
    scene = Scene.of(reading, language)
    found = (
        *entities.nodes(scene),
        *events.nodes(scene),
        *statements.nodes(scene),
        *figures.nodes(scene),
        *texts.nodes(scene),
        *articles.nodes(scene),
    )
    return tuple({node.anchor: node for node in found}.values())
