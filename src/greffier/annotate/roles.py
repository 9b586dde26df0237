"""Offices that the article gives to persons."""

from __future__ import annotations

from greffier.model.language import Language
from greffier.model.reading import Reading


def attach(reading: Reading, language: Language) -> Reading:
    return reading
