"""Lines broken to fit a page, rejoined into paragraphs; words broken by hyphens, mended."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from importlib.resources import files
from itertools import pairwise

HYPHENS = ("-", "\u2010", "\u00ad", "\ufffe", "\x02")
"""What ends a line inside a word; PDF readers give the last three for a hyphen that breaks it."""
_COMPOUNDS = tomllib.loads(files(__package__).joinpath("compounds.toml").read_text("utf-8"))
_FIRST_PARTS = frozenset(_COMPOUNDS["first"])
_LAST_PARTS = frozenset(_COMPOUNDS["last"])
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?$")
_NEXT = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_FLOWED = re.compile(r"\n[ \t]*\n")
LINE = 60
"""Code points from which a line of a plain message may have been broken to fit: mail breaks lines
at 65 to 78; shorter ones end where their author ended them."""


def joiner(text: Iterable[str]) -> Callable[[str, str], str]:
    """How to join two lines of one paragraph, knowing the compounds that the whole text writes
    within a line."""
    compounds = frozenset(word.casefold() for line in text for word in _COMPOUND.findall(line))

    def join(first: str, second: str) -> str:
        if not first.endswith(HYPHENS):
            return f"{first} {second}" if first and second else first + second
        kept, before, after = first[:-1], _WORD.search(first[:-1]), _NEXT.match(second)
        if before is None or after is None or not second[0].islower():
            return f"{kept}-{second}"
        left = re.split("['’]", before.group().casefold())[-1]
        right = after.group().casefold()
        stays = f"{left}-{right}" in compounds or left in _FIRST_PARTS or right in _LAST_PARTS
        return f"{kept}-{second}" if stays else kept + second

    return join


def with_hyphens(text: str) -> str:
    """A text whose hyphens are all written as such."""
    return text.translate(_AS_HYPHEN)


_AS_HYPHEN = str.maketrans({"\ufffe": "-", "\x02": "-", "\u00ad": None})


def unwrapped(text: str) -> str:
    """A plain text whose paragraphs are set apart by blank lines, each on one line where its own
    lines look broken to fit; other lines stay apart."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    join = joiner(lines.split("\n"))
    return "\n\n".join(_paragraph(part, join) for part in _FLOWED.split(lines) if part.strip())


def _paragraph(part: str, join: Callable[[str, str], str]) -> str:
    lines = [line.strip() for line in part.strip("\n").split("\n")]
    joined = [lines[0]]
    for before, line in pairwise(lines):
        if len(before) >= LINE or before.endswith(HYPHENS):
            joined[-1] = join(joined[-1], line)
        else:
            joined.append(line)
    return "\n".join(joined)
