"""Which agency a line credits: « (AFP) - », « avec AFP », « Source : Reuters », « © AFP »."""

from __future__ import annotations

import re

AGENCY = r"(?P<agency>[A-ZÉ]{2,6}|Reuters|Belga|Xinhua|Tass|Anadolu)"
CREDITS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^.{{0,60}}\({AGENCY}\)\s*[-–—]",
        rf"\([^()]{{0,30}}\b[Aa]vec (?:l[’']agence )?{AGENCY}\)",
        rf"^(?:Par .{{0,40}} )?[Aa]vec (?:l[’']agence )?{AGENCY}\W*$",
        rf"\b[Ss]ources? ?: ?{AGENCY}\b",
        rf"^© ?{AGENCY}\b",
    )
)
LONGEST = 120
"""Code points at the head of a line in which a credit stands."""


def credit(line: str) -> str | None:
    """The agency that a line of an article credits with it, in capitals, or null."""
    head = line.strip()[:LONGEST]
    found = next((m for pattern in CREDITS if (m := pattern.search(head))), None)
    return found["agency"].upper() if found else None
