"""Lines broken to fit a page, rejoined into paragraphs; words broken by hyphens, mended."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from itertools import pairwise

HYPHENS = ("-", "\u2010", "\u00ad", "\ufffe", "\x02")
"""What ends a line inside a word; PDF readers give the last three for a hyphen that breaks it."""
_COMPOUNDS = tomllib.loads(files(__package__).joinpath("compounds.toml").read_text("utf-8"))
_FIRST_PARTS = frozenset(_COMPOUNDS["first"])
_LAST_PARTS = frozenset(_COMPOUNDS["last"])
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[^\W\d_]++")
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]++$")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
LONGEST_WORD = 60
"""Code points of a word that are looked at; the longest French ones have 27."""
_BLANK = re.compile(r"\n[ \t]*+\n")
LINE = 60
"""Code points from which a line of a plain message may have been broken to fit: mail breaks lines
at 65 to 78; shorter ones end where their author ended them."""


Join = Callable[[Sequence[str]], str]
"""The lines of one paragraph, as one."""


def joiner(text: Iterable[str]) -> Join:
    """How to join lines, knowing the compounds that the whole text writes within a line."""
    compounds = frozenset(word.casefold() for line in text for word in _COMPOUND.findall(line))

    def ended(line: str, following: str) -> str:
        """A line as it stands before the one that follows."""
        if not line.endswith(HYPHENS):
            return f"{line} " if line else ""
        before = _LAST_WORD.search(line[-LONGEST_WORD:-1])
        after = _NEXT_WORD.match(following[:LONGEST_WORD])
        if before is None or after is None or not following[0].islower():
            return f"{line[:-1]}-"
        left, right = before.group().casefold(), after.group().casefold()
        stays = f"{left}-{right}" in compounds or left in _FIRST_PARTS or right in _LAST_PARTS
        return f"{line[:-1]}-" if stays else line[:-1]

    def join(lines: Sequence[str]) -> str:
        return "".join([*(ended(*pair) for pair in pairwise(lines)), *lines[-1:]])

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
    return "\n\n".join(_paragraph(part, join) for part in _BLANK.split(lines) if part.strip())


def _paragraph(part: str, join: Join) -> str:
    held: list[list[str]] = []
    full = False
    for line in (line.strip() for line in part.strip("\n").split("\n")):
        if full:
            held[-1].append(line)
        else:
            held.append([line])
        full = len(line) >= LINE
    return "\n".join(join(lines) for lines in held)
