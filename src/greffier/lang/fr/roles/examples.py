"""Rules that give offices to persons, with examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from greffier.lang.fr.roles.offices import OFFICES, office, same_office
from greffier.model.rules import Example, Rule

RULES: tuple[Rule[Callable[..., Any]], ...] = (
    Rule(
        "roles.before_name",
        office,
        (
            Example(
                "Le maire de Lorient, Armand Kervoal, a inauguré la halle.",
                ("Armand Kervoal: maire (Lorient, FRA)",),
            ),
            Example("Armand Kervoal a inauguré la halle."),
        ),
    ),
    Rule(
        "roles.after_name",
        office,
        (
            Example(
                "Awa Diarrou, ministre de la Santé du Mali, a ouvert le colloque.",
                ("Awa Diarrou: ministre de la Santé (MLI)",),
            ),
            Example("Awa Diarrou, arrivée du Mali, a ouvert le colloque."),
        ),
    ),
    Rule(
        "roles.copula",
        office,
        (
            Example(
                "Awa Diarrou est la présidente de la Fédération malienne de football.",
                ("Awa Diarrou: présidente (Fédération malienne de football, MLI)",),
            ),
            Example("Awa Diarrou est la plus rapide du groupe."),
        ),
    ),
    Rule(
        "roles.counterpart",
        same_office,
        (
            Example(
                "La ministre malienne de la Santé, Awa Diarrou, a rencontré son homologue"
                " sénégalais Ibra Ndaw.",
                ("Ibra Ndaw: ministre de la Santé (SEN)",),
            ),
            Example(
                "La ministre malienne de la Santé, Awa Diarrou, a rencontré son cousin"
                " sénégalais Ibra Ndaw."
            ),
        ),
    ),
    Rule(
        "roles.shared",
        office,
        (
            Example(
                "Les ministres Awa Diarrou et Ibra Ndaw ont signé l'accord.",
                ("Awa Diarrou: ministre (?)", "Ibra Ndaw: ministre (?)"),
            ),
            Example("La ministre Awa Diarrou et Ibra Ndaw ont signé l'accord."),
        ),
    ),
    Rule(
        "roles.joined",
        office,
        (
            Example(
                "Ibra Ndaw, ancien ministre redevenu simple député, a ouvert le colloque.",
                ("Ibra Ndaw: député (?)",),
            ),
            Example("Ibra Ndaw, ancien ministre, a reçu un député."),
        ),
    ),
    Rule(
        "roles.told_by_verb",
        OFFICES.becomes,
        (
            Example(
                "Awa Diarrou a été élue présidente de la Fédération malienne de football.",
                ("Awa Diarrou: présidente (Fédération malienne de football, MLI)",),
            ),
            Example(
                "L'association Rivages, présidée par le docteur Yann Kervoal, demande une digue.",
                ("Yann Kervoal: président (association Rivages)",),
            ),
            Example("Awa Diarrou a élu domicile près de la présidente de la Fédération."),
        ),
    ),
    Rule(
        "roles.chained",
        office,
        (
            Example(
                "Le secrétaire général du parti, porte-parole du gouvernement, Ibra Ndaw, a"
                " ouvert le colloque.",
                ("Ibra Ndaw: secrétaire général (parti)",),
            ),
            Example("Le porte-parole du gouvernement, Ibra Ndaw, a ouvert le colloque."),
        ),
    ),
)
"""Rules of roles, with their examples."""
