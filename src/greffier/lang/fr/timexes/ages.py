"""« N ans » may be an age, which is no time: « Paul, 45 ans, », « une femme de 30 ans »."""

from __future__ import annotations

import re

from greffier.lang.fr.timexes.grammar import Found
from greffier.lang.fr.timexes.words import WORDS
from greffier.model.times import Fixed

_TOLD = re.compile(
    r"\b(?:ages?|agee?s?|vieux|vieille|vieilles|moyenne d'age)(?: moyen)? "
    r"(?:de |d')?(?:entre \d+ et )?"
    r"(?:plus de |moins de |environ |pres de |au moins )?$"
)
_HAD = re.compile(
    r"(?:^|(?<!ici)\W)(?:a|avait|ont|avaient|aura|auront|aurait|auraient|avoir|ayant|eu|fete|"
    r"fetait|ai|as)(?: aujourd'hui)?(?: \d+ (?:ou|a|et))? $"
)
_DIED = re.compile(r"\b(?:mort|deces|deced|meur|mour|dispar|eteint|eteign)[a-z]* a $")
_SENTENCED = re.compile(r"\b(?:condamn|puni|port|fix|limit|ramen|prolong|redui|ici)[a-z]* a $")
_BESIDE = re.compile(r"(?:, |\(|^)$")
_BETWEEN = re.compile(r"\b(?:entre|de) \d+ (?:et|a) $|\d-$")
_LIMIT = re.compile(r"\b(?:les|aux|des) (?:plus |moins )?(?:de )?$")
_NOUN_BEFORE = re.compile(r"\b([a-z'-]+) (?:de |d')$")
_ENDS = re.compile(
    r" ?(?:[,.()\[;:»\n]|et plus|$| (?:et|lors|quand|a peine|cette annee|aujourd'hui)\b)"
)


def is_age(text: str, found: Found, before: str) -> bool:
    """Whether a length is somebody's or something's age; « l'affaire a 30 ans » is one too."""
    value = found.when.value if isinstance(found.when, Fixed) else ""
    if not value.endswith(("Y", "M")) or value.startswith("PT"):
        return False
    if _TOLD.search(before):
        return True
    if not value.endswith("Y"):
        return False
    noun = _NOUN_BEFORE.search(before)
    if noun is not None:
        written = text[found.start : found.end]
        round_or_digits = "taine " in written or any(c.isdigit() for c in written)
        return noun[1] in WORDS.people or (round_or_digits and noun[1] not in WORDS.lasting)
    return _is_bare_age(text, found, before)


def _is_bare_age(text: str, found: Found, before: str) -> bool:
    """« il a 20 ans », « mort à 93 ans », « Paul, 45 ans, », « entre 16 et 50 ans »."""
    if _SENTENCED.search(before):
        return False
    if _DIED.search(before):
        return True
    if _HAD.search(before):
        return not text.startswith((" de ", " d'", " du ", " des "), found.end)
    ends = _ENDS.match(text, found.end) is not None
    return ends and any(pattern.search(before) for pattern in (_BESIDE, _BETWEEN, _LIMIT))
