"""The schema, version by version: each migration is one file with its statements.

Statements are SQL that both dialects read, with four words of our own: `KEY` (a number that the
store gives), `BYTES`, `WORD` (text compared by code points), and `COMPACT` (a table that is its
own index). A record knows its version; an
older one is brought up to date when it is opened for writing, its file having been copied first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from greffier.store.migrations import v1

VERSIONS: tuple[tuple[str, ...], ...] = (v1.STATEMENTS,)
"""The statements that lead from each version to the next; the first from nothing to 1."""
CURRENT = len(VERSIONS)


def dialect(statement: str, types: Mapping[str, str]) -> str:
    """A statement with our words for types put as a dialect puts them."""
    return re.sub(r"\b(KEY|WORD|BYTES|COMPACT)\b(?<!PRIMARY KEY)", lambda m: types[m[1]], statement)
