"""Frozen values as JSON text and back, by their types."""

from __future__ import annotations

import zlib
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


COMMON = (
    b'"kind":"organization","name":"","country":null,"form":"body:","geonames_id":null},'
    b'"latitude":null,"longitude":null,"gender":"Masc","setting":null,"known_as":["'
    b'"acronyms":[],"vague":false,"roles":[{"function":"president","of":null,"tenure":null,'
    b'"low":null,"high":null,"comparison":"exact","unit":null,"subject":["context":["'
    b'{"uri":"","title":"outlet":"published":"days":["people":[{"places":[{'
    b'{"sketch":[],"length":"credit":null,"first":"20'
    b'{"type":"CONSULT","mode":null,"actors":[{"kind":"person","name":"","country":"",'
    b'"form":"person:","geonames_id":null}],"recipients":[],"place":null,"date":null,'
    b'"first":null,"last":null,"status":"occurred","source":null,"triggers":[""],'
    b'"setting":{"day":"20","terms":["p:","o:","l:","c:FRA","b:","x:","w:"]},"block":"text:'
    b'{"node":"ev-","document":"d-","kind":"statement","type":"direct","mode":null,'
    b'"status":"occurred","date":null,"first":null,"last":null,"confidence":0.8,'
    b'"rule":"quotations.direct","passages":[{"document":"d-","start":1,"end":1,"text":"",'
    b'"context":"","context_start":1}],"parts":[{"role":"actor","node":"en-","name":"'
    b'"},{"role":"recipient","node":"en-"role":"speaker""role":"about"],"value":null,'
    b'"block":"text:","confidence":0.68}'
)
"""What most values hold, so that each is kept short. A change makes older records unreadable:
it needs a migration."""


def pack(value: object) -> bytes:
    """A value as compressed JSON."""
    squeeze = zlib.compressobj(6, zdict=COMMON)
    return squeeze.compress(dump(value).encode()) + squeeze.flush()


def unpack(kind: type[Value], told: bytes) -> Value:
    """The value of a type that `pack` wrote."""
    return load(kind, zlib.decompressobj(zdict=COMMON).decompress(told).decode())


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
