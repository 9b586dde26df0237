"""The article itself: what story it tells."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.model.annotations import EntityKind
from greffier.model.facts import ArticleFacts
from greffier.model.record import Anchor, Layer, Node
from greffier.model.text import Span
from greffier.record import policy
from greffier.record.nodes.scene import Scene


def nodes(scene: Scene) -> Iterator[Node]:
    document = scene.reading.document
    anchor = Anchor(document.id, Layer.ARTICLE, 0, len(document.text))
    facts = ArticleFacts(
        uri=document.uri,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        days=scene.days,
        setting=scene.setting,
        people=tuple(w for w in scene.who.values() if w.kind == EntityKind.PERSON),
        places=tuple(w for w in scene.who.values() if w.kind == EntityKind.PLACE),
    )
    keys = tuple(
        sorted(
            f"{bucket}:{term}"
            for bucket in scene.buckets(policy.STORY_DAYS * 2)
            for term in key_terms(scene.setting.terms)
        )
    )
    span = (Span(0, len(document.text)),)
    yield Node(anchor, "article", anchor.id, keys, span, document.published, facts)


def key_terms(terms: tuple[str, ...]) -> tuple[str, ...]:
    """The terms by which articles find one another: those that tell most."""
    telling = [t for t in terms if policy.term_weight(t) >= policy.TERM_WEIGHTS["x"]]
    return tuple(telling[: policy.KEYS_OF_ARTICLE])
