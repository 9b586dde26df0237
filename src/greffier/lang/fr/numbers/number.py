"""A number expression of a French text, and its value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from greffier.model.text import Span


class Form(StrEnum):
    """How a number is written."""

    DIGITS = "digits"  # « 1 200 », « 3,5 millions »
    WORDS = "words"  # « mille deux cents »
    COLLECTIVE = "collective"  # « une dizaine », « 2 milliers »: about that many
    FRACTION = "fraction"  # « les deux tiers », « trois quarts »
    ORDINAL = "ordinal"  # « troisième », « 3e »
    ROMAN = "roman"  # « XIXe »


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands at `text[start:end]`."""

    start: int
    end: int
    value: float
    form: Form

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def whole(self) -> int | None:
        """The value as an integer, null when it has a fraction."""
        return int(self.value) if self.value == int(self.value) else None
