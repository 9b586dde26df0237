"""Bodies and groups that common nouns describe, with examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from greffier.lang.fr.entities.nominals import is_body, is_group, people
from greffier.model.rules import Example, Rule

RULES: tuple[Rule[Callable[..., Any]], ...] = (
    Rule(
        "nominals.body",
        is_body,
        (
            Example(
                "Le collectif Rives Vives a manifesté.",
                ("collectif Rives Vives [organization]",),
            ),
            Example("Le tracteur a manifesté sa fatigue."),
        ),
    ),
    Rule(
        "nominals.group",
        is_group,
        (
            Example(
                "De nombreux habitants ont quitté la ville.",
                ("nombreux habitants [group]",),
            ),
            Example("De nombreux camions ont quitté la ville."),
        ),
    ),
    Rule(
        "nominals.people",
        people,
        (
            Example("Les Maliens ont voté dimanche.", ("Maliens [country]",)),
            Example("Les électeurs ont voté dimanche."),
        ),
    ),
)
"""Rules of described bodies and groups, with their examples."""
