"""Acronyms and the names that they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from greffier.model.annotations import EntityKind, Mention
from greffier.model.language import Naming
from greffier.model.reading import Reading

BRACKETED = re.compile(r"(?<!\s)\s*+[(\[]\s*$")
SHORTEST = 3
"""Letters: two are the initials of too many names."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with what its own words tell: the key of its cluster, its kind, its country."""

    mention: Mention
    text: str
    kind: EntityKind
    country: str | None
    label: str = ""  # the longer name that the noun before it makes


def introduced(named: list[Named], reading: Reading, naming: Naming) -> dict[str, str]:
    """« Ligue des jardins partagés (LJP) »: the acronym's key to the full name's."""
    found: dict[str, str] = {}
    for full, short in pairwise(sorted(named, key=lambda n: n.mention.start)):
        between = reading.document.text[full.mention.end : short.mention.start]
        if BRACKETED.fullmatch(between) and full.kind is EntityKind.ORGANIZATION:
            a, b = (full, short) if len(full.text) >= len(short.text) else (short, full)
            if a.text.isupper() and len(a.text.split()) == 1:
                continue  # « KERMOR (ABX) - »: a town and an agency
            if b.text.isupper() or len(b.text) <= 8:
                found[naming.body_key(b.text)] = naming.body_key(a.text)
    return found


def join_initials(clusters: dict[tuple[str, str], list[Named]], naming: Naming) -> None:
    """Put « l'OPR » with « l'Office public des rivières »: with the only name of the
    article that has these initials, with or without those of its links."""
    for family, key in sorted(clusters):
        cluster = clusters[family, key]
        if family == "place" or len(key) < SHORTEST or not all(n.text.isupper() for n in cluster):
            continue
        full = [k for k in clusters if k[0] == family and key in _initials(k[1], naming)]
        if len(full) == 1:
            clusters[full[0]] += clusters.pop((family, key))


def _initials(key: str, naming: Naming) -> set[str]:
    words = key.split()
    content = [w for w in words if not naming.is_link(w)]
    if len(content) < SHORTEST:
        return set()
    return {"".join(w[0] for w in content), "".join(w[0] for w in words)}
