"""Acronyms and the full names whose letters they are."""

from __future__ import annotations

from greffier.record import policy
from greffier.record.compare.romanise import fold


def initials(name: str) -> frozenset[str]:
    """The acronyms that a body's full name may take, with and without its small words."""
    words = fold(name).split()
    if len(words) < 2:
        return frozenset()
    long = [w for w in words if len(w) > 2 and w not in ("les", "des", "the", "aux", "sur", "pour")]
    return frozenset({"".join(w[0] for w in words), "".join(w[0] for w in long)})


def acronym(spelling: str) -> str | None:
    """The spelling as an acronym, if it can be one: « ONU », « Minuss », « O.N.U. »."""
    bare = spelling.replace(".", "").strip()
    short = " " not in bare and 2 <= len(bare) <= policy.LONGEST_ACRONYM
    return fold(bare) if short and (bare.isupper() or spelling.count(".") > 1) else None
