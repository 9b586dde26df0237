"""Mastheads: the outlet's name, alone or with its motto, above the title."""

from __future__ import annotations

import re

from greffier.lang.fr.blocks.words import folded, words

LONGEST_NAME, LONGEST_MOTTO = 5, 6
"""Words of an outlet's name, and of a motto that says what the outlet is."""
_MARK = re.compile(r" [–—-] |, | \| ")
_DETERMINER = re.compile(r"^(?:l'|(?:le|la|votre|notre|un|une) )")


def masthead(line: str) -> bool:
    """Whether the line reads as an outlet's name: a common noun of such names among few words, or
    at the head of its motto (« X – le quotidien du canton »); a line in the first place that is
    one is no title where another follows."""
    name, *motto = _MARK.split(folded(line), maxsplit=1)
    if len(name.split(" ")) > LONGEST_NAME:
        return False
    return any(_is_outlet(word) for word in name.split(" ")) or any(map(_describes, motto))


def _describes(motto: str) -> bool:
    told = _DETERMINER.sub("", motto).split(" ")
    return len(told) <= LONGEST_MOTTO and _is_outlet(told[0])


def _is_outlet(word: str) -> bool:
    return word.strip("«»'\"").removeprefix("l'") in words()["outlet_words"]
