"""What makes a number a figure, with examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from greffier.lang.fr.quantities.figures import figures
from greffier.model.rules import Example, Rule

RULES: tuple[Rule[Callable[..., Any]], ...] = (
    Rule(
        "figures.count",
        figures,
        (
            Example("La tempête a détruit 340 maisons.", ("340 maisons = exact 340",)),
            Example("Les deux frères ont quitté la ville."),
        ),
    ),
    Rule(
        "figures.percent",
        figures,
        (
            Example(
                "Le chômage touche 12 % des actifs.",
                ("12 % des actifs = exact 0.12",),
            ),
            Example("Le chômage touche 12 communes."),
        ),
    ),
    Rule(
        "figures.sum",
        figures,
        (
            Example("Le chantier a coûté 300 € à la commune.", ("300 € = exact 300",)),
            Example("Le chantier a pris 300 pierres à la commune."),
        ),
    ),
    Rule(
        "figures.range",
        figures,
        (
            Example(
                "Entre 20 et 30 maisons ont brûlé.",
                ("Entre 20 et 30 maisons = between 20-30",),
            ),
            Example("Il y a 20 maisons et 30 granges."),
        ),
    ),
    Rule(
        "figures.ratio",
        figures,
        (
            Example(
                "Un habitant sur cinq a quitté la ville.",
                ("Un habitant sur cinq = exact 0.2",),
            ),
            Example("Un habitant de la côte a quitté la ville."),
        ),
    ),
    Rule(
        "figures.share",
        figures,
        (
            Example(
                "La moitié des maisons ont brûlé.",
                ("La moitié des maisons = exact 0.5",),
            ),
            Example("Les maisons ont brûlé."),
        ),
    ),
    Rule(
        "figures.indefinite",
        figures,
        (
            Example(
                "Des centaines de soldats ont défilé.",
                ("Des centaines de soldats = about ?",),
            ),
            Example("Des soldats ont défilé."),
        ),
    ),
    Rule(
        "figures.multiple",
        figures,
        (
            Example("Le loyer a coûté le double.", ("le double = exact 2",)),
            Example("Le loyer a coûté le prix fort."),
        ),
    ),
)
"""Rules of figures, with their examples."""
