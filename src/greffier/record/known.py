"""What assembling asks of the record that it adds to: a store, or memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from greffier.model.record import Form, Layer, Link


@dataclass(frozen=True, slots=True)
class Change:
    """A form that gained or lost nodes: as it now is (null when none is left), and the keys by
    which others are to be looked for: those of the nodes added; all of its keys where it lost
    nodes or a person's judgement touched it (`whole`), so that links that rested on them go."""

    id: str
    form: Form | None
    keys: frozenset[str]
    whole: bool = False


class Known(Protocol):
    """The record as it is before a change; forms and keys of the change are already in it."""

    def near(self, layer: Layer, keys: Collection[str]) -> Sequence[Form]:
        """All forms that carry one of these keys."""

    def forms(self, layer: Layer, ids: Collection[str]) -> Sequence[Form]:
        """The forms with these ids, as far as they exist."""

    def links(self, layer: Layer, ids: Collection[str], weak: bool) -> Sequence[Link]:
        """The kept rule links that touch one of these forms: the weak ones, or the others."""

    def entries_of(self, layer: Layer, ids: Collection[str]) -> Mapping[str, str]:
        """The entry in which each of these forms stands or leans, where it is in one."""

    def rulings(self, layer: Layer, ids: Collection[str]) -> Sequence[Link]:
        """Persons' judgements as links between forms (`judgements.settle`) that touch these."""
