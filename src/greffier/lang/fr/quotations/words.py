"""The lists of the lexicon of reported speech."""

from __future__ import annotations

import functools

from greffier.lang import lexicon

PACKAGE = "greffier.lang.fr.quotations"


@functools.cache
def words(key: str) -> frozenset[str]:
    """A list of the lexicon of reported speech, by lemma."""
    return lexicon.words(lexicon.load(PACKAGE, "lexicon.toml"), key, "lexicon.toml")
