"""Words that refer back to somebody named before, with examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from greffier.lang.fr.coreference.anaphora import is_headed, noun_fits, reference
from greffier.model.rules import Example, Rule

RULES: tuple[Rule[Callable[..., Any]], ...] = (
    Rule(
        "coreference.pronoun",
        reference,
        (
            Example(
                "Le maire Armand Kervoal est venu. Il a visité le chantier.",
                ("Il → Armand Kervoal",),
            ),
            Example("Armand Kervoal est venu. Il faut rouvrir le pont."),
        ),
    ),
    Rule(
        "coreference.noun",
        noun_fits,
        (
            Example(
                "Le maire Armand Kervoal a inauguré la halle. Le maire a promis une piscine.",
                ("maire → Armand Kervoal",),
            ),
            Example("Le maire Armand Kervoal a inauguré la halle. Le marché a ouvert."),
        ),
    ),
    Rule(
        "coreference.last",
        reference,
        (
            Example(
                "Armand Kervoal a reçu Basile Toran. Ce dernier a promis une piscine.",
                ("dernier → Basile Toran",),
            ),
            Example("Armand Kervoal a reçu Basile Toran. Le dernier train est parti."),
        ),
    ),
    Rule(
        "coreference.body",
        is_headed,
        (
            Example(
                "Le collectif Rives Vives a manifesté. Le collectif demande une digue.",
                ("collectif → collectif Rives Vives",),
            ),
            Example("Le collectif Rives Vives a manifesté. Le syndicat demande une digue."),
        ),
    ),
)
"""Rules of coreference, with their examples."""
