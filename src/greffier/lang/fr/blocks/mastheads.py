"""Mastheads: the outlet's name, alone or with its motto, above the title."""

from __future__ import annotations

from greffier.lang.fr.blocks.words import folded, words

LONGEST_NAME = 5
"""Words of an outlet's name."""
_MOTTO = (" – ", " — ", " - ", ", ", " | ")


def masthead(line: str) -> bool:
    """Whether the line reads as an outlet's name: a common noun of such names among few words,
    before its motto; a line in the first place that is one is no title where another follows."""
    text = folded(line)
    cut = min((text.find(mark) for mark in _MOTTO if mark in text), default=len(text))
    name = text[:cut].split(" ")
    return len(name) <= LONGEST_NAME and any(
        word.strip("«»'\"").removeprefix("l'") in words()["outlet_words"] for word in name
    )
