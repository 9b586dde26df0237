"""What a language pack hands to the stages: one field per phenomenon.

Stages receive a `Language` and never import a pack; a pack fills these fields with its rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from greffier.model.rules import Rule


@dataclass(frozen=True, slots=True)
class ParserSettings:
    """Which spaCy pipeline parses the language, and the name finder that replaces its own."""

    pipeline: str
    name_finder: Path | None = None


@dataclass(frozen=True)
class Language:
    """A language pack. `rules` lists, for each layer of `model.show.LAYERS`, every rule with its
    examples, for the tests, `explain` and the docs."""

    code: str
    parser: ParserSettings
    rules: dict[str, tuple[Rule[Any], ...]] = field(default_factory=dict)
