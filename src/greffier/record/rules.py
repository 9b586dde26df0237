"""The rules of each layer: which forms are linked, and which must never meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from greffier.model.facts import (
    ArticleFacts,
    EntityFacts,
    EventFacts,
    FigureFacts,
    StatementFacts,
)
from greffier.model.record import Form, Layer, Link
from greffier.record.compare import entities, events, figures, statements, stories, texts


@dataclass(frozen=True, slots=True)
class Rules:
    """`judge` links two forms or not (null), from the two alone, the one with the smaller id
    first; `conflict` says that two forms must not meet in one entry."""

    judge: Callable[[Form, Form], Link | None]
    conflict: Callable[[Form, Form], bool]


LAYERS: dict[Layer, Rules] = {
    Layer.ENTITY: Rules(entities.judge, entities.conflict),
    Layer.EVENT: Rules(events.judge, events.conflict),
    Layer.STATEMENT: Rules(statements.judge, statements.conflict),
    Layer.FIGURE: Rules(figures.judge, figures.conflict),
    Layer.ARTICLE: Rules(stories.judge, stories.conflict),
    Layer.TEXT: Rules(texts.judge, texts.conflict),
}


def label(forms: Sequence[Form]) -> str:
    """How an entry is shown: by the spelling that most articles use, or its first wording."""
    ranked = sorted(forms, key=lambda form: (-form.count, form.first, form.id))
    facts = ranked[0].facts
    if isinstance(facts, EntityFacts):
        return facts.name
    if isinstance(facts, ArticleFacts):
        return facts.title or facts.uri
    if isinstance(facts, StatementFacts | FigureFacts):
        return max((f.facts.text for f in forms), key=lambda text: (len(text), text))  # type: ignore[union-attr]
    if isinstance(facts, EventFacts):
        told = [w.name for w in (*facts.actors, *facts.recipients)]
        return " ".join((facts.type, " / ".join(told))).strip()
    return ranked[0].id
