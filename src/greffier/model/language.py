"""What a language pack hands to the stages: one field per phenomenon.

Stages receive a `Language` and never import a pack; a pack fills these fields with its rules.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from greffier.model.rules import Rule
from greffier.model.syntax import Sentence
from greffier.model.text import Document
from greffier.model.times import TimeExpression


@dataclass(frozen=True, slots=True)
class ParserSettings:
    """Which spaCy pipeline parses the language, and the name finder that replaces its own."""

    pipeline: str
    name_finder: Path | None = None


@dataclass(frozen=True, slots=True)
class LineRules:
    """What the words of a line of a page tell of its kind; each takes one line, stripped."""

    furniture: Callable[[str], str | None]  # the rule that makes it page furniture, or null
    list_head: Callable[[str], bool]  # links to other articles follow
    genre: Callable[[str], bool]  # only says what kind of article follows
    credit: Callable[[str], bool]  # ends with a picture's credit
    byline: Callable[[str], bool]  # only says who wrote the article, where or when
    signature: Callable[[str], bool]  # nothing but a person's name
    dateline: Callable[[str], str | None]  # the ISO date of the dateline that opens the line
    dated: Callable[[str], str | None]  # the ISO date of a byline


ReadTimes = Callable[[Document, tuple[Sentence, ...]], tuple[TimeExpression, ...]]
"""Reads the time expressions of an article's blocks: what each says, in order of the text."""


@dataclass(frozen=True)
class Language:
    """A language pack. `rules` lists, for each layer of `model.show.LAYERS`, every rule with its
    examples, for the tests, `explain` and the docs."""

    code: str
    parser: ParserSettings
    lines: LineRules
    rules: dict[str, tuple[Rule[Any], ...]] = field(default_factory=dict)
    times: ReadTimes | None = None
