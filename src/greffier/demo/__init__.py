"""The bundled articles: original texts with invented persons, outlets and facts."""

from __future__ import annotations

from pathlib import Path

NOTE = (
    "Articles écrits pour greffier : personnes, journaux et faits sont inventés.\n"
    "Articles written for greffier: persons, outlets and facts are invented.\n"
)


def articles() -> tuple[Path, ...]:
    """The bundled articles, in order of their names."""
    folder = Path(__file__).with_name("articles")
    return tuple(sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".html")))
