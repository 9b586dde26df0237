"""Names put together into the article's entities, with kind and country."""

from __future__ import annotations

from greffier.model.language import Language
from greffier.model.reading import Reading


def gather(reading: Reading, language: Language) -> Reading:
    return reading
