"""A rule and the examples that stand beside it: each example is a test, and shown in the docs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Find = TypeVar("Find")


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the annotations that the rule makes in it, written as `model.show` writes them.

    No annotation makes it a negative example: the rule must find nothing there.
    """

    text: str
    shown: tuple[str, ...] = ()
    published: str | None = None


@dataclass(frozen=True)  # no slots: a generic alias must be able to make one
class Rule(Generic[Find]):
    """A named piece of language knowledge: how to find it, and examples of what it finds."""

    name: str
    find: Find
    examples: tuple[Example, ...] = ()
