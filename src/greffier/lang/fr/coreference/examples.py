"""Words that refer back to somebody named before, with examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from greffier.lang.fr.coreference.anaphora import is_headed, is_title, noun_fits, reference
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
    Rule(
        "coreference.apposition",
        is_title,
        (
            Example("Le Pr Toran a visité le pont.", ("Pr → Toran",)),
            Example("Le Pr, venu de Brest, a visité le pont."),
        ),
    ),
    Rule(
        "coreference.first",
        reference,
        (
            Example(
                "Solenn Kervoal et Basile Toran se sont serré la main. La première a souri.",
                ("première → Solenn Kervoal",),
            ),
            Example("Solenn Kervoal et Basile Toran sont venus. La première pierre est posée."),
        ),
    ),
    Rule(
        "coreference.second",
        reference,
        (
            Example(
                "Solenn Kervoal et Basile Toran se sont serré la main. Le second a souri.",
                ("second → Basile Toran",),
            ),
            Example("Basile Toran a traversé le pont. Le second a souri."),
        ),
    ),
    Rule(
        "coreference.counterpart",
        reference,
        (
            Example(
                "Le ministre français Armand Kervoal a reçu le ministre italien Basile Toran."
                " Son homologue a promis un pont.",
                ("homologue → Basile Toran",),
            ),
            Example("Le ministre français Armand Kervoal est venu. Son homologue est absent."),
        ),
    ),
    Rule(
        "coreference.partner",
        reference,
        (
            Example(
                "Armand Kervoal a accueilli Basile Toran. Son visiteur a souri.",
                ("visiteur → Basile Toran",),
            ),
            Example("Armand Kervoal est venu. Son visiteur a souri."),
        ),
    ),
)
"""Rules of coreference, with their examples."""
