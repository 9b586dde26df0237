"""A quotation before its speaker is an entity: what is said, and which words tell who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from greffier.model.annotations import QuotationKind
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span


class Words(NamedTuple):
    """A noun phrase by its head, in its sentence."""

    sentence: Sentence
    head: Token


@dataclass(frozen=True, slots=True)
class Draft:
    """`speaker` is null when no words tell it; `same_as_before` when the one who spoke last
    goes on."""

    content: Span
    kind: QuotationKind
    rule: str
    cue: Span | None = None
    speaker: Words | None = None
    addressee: Words | None = None
    via: Words | None = None
    same_as_before: bool = False
