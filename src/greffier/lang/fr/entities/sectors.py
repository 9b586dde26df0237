"""Which PLOVER sector the words of a name or an office tell."""

from __future__ import annotations

import functools
import re

from greffier.lang import lexicon
from greffier.lang.fr.spelling import bare
from greffier.model.annotations import Entity, EntityKind

PACKAGE = "greffier.lang.fr.entities"
FORMER = frozenset({"ancien", "ancienne", "ex"})
LONGEST = 4
"""Words of the longest phrase of the lexicon."""
WORD = re.compile(r"[\w'’-]+")
OF_BODY = "body"
"""What the lexicon says of offices that take the sector of their body."""
BODIES = (EntityKind.ORGANIZATION, EntityKind.GROUP)


@functools.cache
def _sectors(table: str) -> dict[str, str]:
    """Phrases with their sectors."""
    written = lexicon.load(PACKAGE, "sectors.toml")[table]
    return {
        " ".join(_tokens(phrase)): sector
        for sector in written
        for phrase in lexicon.words(written, sector, f"sectors.toml, {table}")
    }


def of_words(text: str, table: str) -> str | None:
    """The sector of the first word or phrase that tells one, longest phrase first."""
    words = _tokens(text)
    known = _sectors(table)
    for first in range(len(words)):
        for length in range(min(LONGEST, len(words) - first), 0, -1):
            phrase = " ".join(words[first : first + length])
            found = known.get(phrase) or known.get(" ".join(map(_singular, phrase.split())))
            if found is not None:
                return found
    return None


def _tokens(text: str) -> list[str]:
    plain = bare(text).replace("’", "'")
    return [w.removeprefix("l'").removeprefix("d'") for w in WORD.findall(plain)]


def _singular(word: str) -> str:
    if word.endswith("aux"):
        return word[:-3] + "al"
    return word[:-1] if word.endswith(("s", "x")) and len(word) > len("pas") else word


def sector(entity: Entity) -> str | None:
    """The sector of somebody: of a person, by their office, else by its body; of those who held
    one only, none is told."""
    if entity.kind in BODIES:
        return of_words(entity.name, "names") or of_words(entity.name, "officials")
    if entity.kind is not EntityKind.PERSON:
        return None
    for role in entity.roles:
        former = role.tenure == "former" or not FORMER.isdisjoint(bare(role.function).split())
        found = of_words(role.function, "offices")
        if found in (None, OF_BODY):
            found = of_words(role.of, "names") if role.of else None
        if found is not None and not former:
            return found
    return None
