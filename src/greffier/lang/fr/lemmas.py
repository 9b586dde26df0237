"""Lemmas of French verb forms that the parser's tables lack.

The tables know « tempère » but return « estime » and « glisse » unchanged, since both are also
nouns: a verb's lemma that is no infinitive is put right by its ending. Nine verbs of ten belong
to the first group, and the irregular ones are all in the tables.
"""

from __future__ import annotations

INFINITIVES = ("er", "ir", "re", "oir", "ïr")
ENDINGS = (
    *("eraient", "eront", "erons", "erait", "erais", "eriez", "èrent", "assent", "aient", "erez"),
    *("erai", "eras", "era", "ions", "iez", "ant", "ait", "ais", "ées", "ons", "ent", "ée", "és"),
    *("ez", "es", "ai", "as", "é", "e", "a"),
)
"""Of the first group, longest first."""


def mended(form: str, pos: str, lemma: str) -> str:
    """The lemma of a form, an infinitive if it is a verb's."""
    if pos not in ("VERB", "AUX") or lemma.endswith(INFINITIVES):
        return lemma
    ending = next((e for e in ENDINGS if form.endswith(e) and len(form) > len(e) + 1), None)
    return lemma if ending is None else form.removesuffix(ending) + "er"
