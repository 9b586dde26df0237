"""Which French words tell that a capital stands for its government."""

from __future__ import annotations

import functools

from greffier.lang import lexicon
from greffier.lang.fr.spelling import plain
from greffier.model.language import Governments

PACKAGE = "greffier.lang.fr.entities"
TO = frozenset({"à", "au"})
OF = frozenset({"de", "d'", "du"})
BY = frozenset({"par"})
FOR = frozenset({"pour"})


@functools.cache
def _words(key: str) -> frozenset[str]:
    return lexicon.words(lexicon.load(PACKAGE, "governments.toml"), key, "governments.toml")


GOVERNMENTS = Governments(
    asked=lambda word: plain(word.lemma) in _words("asked"),
    giver=lambda word: plain(word.lemma) in _words("from"),
    acts=lambda noun: plain(noun.lemma) in _words("acts"),
    with_somebody=lambda case: plain(case.norm) in _words("with"),
    between=lambda case: plain(case.norm) in _words("between"),
    to=lambda case: plain(case.norm) in TO,
    of=lambda case: plain(case.norm) in OF,
    by=lambda case: plain(case.norm) in BY,
    passes=lambda verb: plain(verb.lemma) in _words("passes"),
    for_whom=lambda case: plain(case.norm) in FOR,
)
"""What `annotate.governments` asks of French."""
