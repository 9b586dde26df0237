"""The bundled articles: original texts with invented persons, outlets and facts."""

from __future__ import annotations

from pathlib import Path

NOTE = (
    "Articles écrits pour greffier : personnes, journaux et faits sont inventés.\n"
    "Articles written for greffier: persons, outlets and facts are invented.\n"
)

OUTLETS = {
    "hopital-1-gazette.txt": "La Gazette namuroise",
    "hopital-2-hebdo.txt": "Hebdo de Meuse",
    "peche-1-agence.txt": "Agence transatlantique (ATL)",
    "peche-2-reprise.txt": "Le Quotidien du Cap",
    "peche-3-enquete.txt": "L’Estran",
    "pont-1-depeche.txt": "Agence rhénane (ARN)",
    "pont-2-quotidien.txt": "Le Rhénan",
}
"""Who printed each article that does not say so itself, by file name."""


def articles() -> tuple[Path, ...]:
    """The bundled articles, in order of their names."""
    folder = Path(__file__).with_name("articles")
    return tuple(sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".html")))
