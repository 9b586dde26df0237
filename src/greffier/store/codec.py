"""Frozen values as JSON text and back, by their types."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter

from greffier.model.facts import (
    ArticleFacts,
    EntityFacts,
    EventFacts,
    FigureFacts,
    StatementFacts,
    TextFacts,
)
from greffier.model.record import Layer

Value = TypeVar("Value")

FACTS: dict[Layer, type[Any]] = {
    Layer.ENTITY: EntityFacts,
    Layer.EVENT: EventFacts,
    Layer.STATEMENT: StatementFacts,
    Layer.FIGURE: FigureFacts,
    Layer.ARTICLE: ArticleFacts,
    Layer.TEXT: TextFacts,
}
"""The facts of each layer."""


def dump(value: object, kind: Any = None) -> str:
    """A value as JSON; `kind` is its type where the value does not tell (a tuple of…)."""
    told: TypeAdapter[Any] = _adapter(kind or type(value))
    return told.dump_json(value).decode()


def load(kind: type[Value], told: str) -> Value:
    """The value of a type that `dump` wrote."""
    adapter: TypeAdapter[Value] = _adapter(kind)
    return adapter.validate_json(told)


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
