"""What looks like a time and is none: streets, ages, names, counts of years."""

from __future__ import annotations

import functools
import re

from greffier.lang.fr.spelling import plain
from greffier.lang.fr.timexes.grammar import Found
from greffier.model.syntax import Sentence
from greffier.model.times import Day, Fixed

_PLACES = (
    "rue|avenue|av|place|boulevard|bd|pont|quai|cours|stade|lyc[ée]e|coll[èe]ge|[ée]cole|h[ôo]pital|gare|station|"
    "faubourg|square|all[ée]e|impasse|cit[ée]|quartier|camp|caserne|salle|mouvement|alliance|front|"
    "coalition|forum|palais|universit[ée]|a[ée]roport|rond-point|esplanade|jardin|parc"
)


@functools.cache
def _named_after() -> re.Pattern[str]:
    """Streets and movements are named after dates: « rue du 8 mai », « Mouvement du 23 mars »."""
    return re.compile(rf"(?<!\w)(?:{_PLACES})s? (?:du |de la |de |des |d')(?:le )?$")


_COUNTED = re.compile(
    r"(?:\b(?:plus|moins|pres|pas loin|autour|au-dela|jusqu'a|la barre des|le cap des|quelque|"
    r"environ|quelques|les|ces|des|ses|leurs|aux|resolution|article|page|numero|no|vol|chambre|"
    r"loi|decret|dossier|tel|code|peugeot|compte|rn|route|autoroute) (?:de )?)$"
)
"""Before four digits, these make them a count or a label, not a year."""

_CAPITAL_BEFORE = re.compile(r"(?:^|[^.!?:»«\n] )(?P<word>[^\W\d_a-zà-ÿ][\w'’-]+) $")
_MAY_PRECEDE = frozenset(
    "en depuis de dès des avant après apres fin début debut entre courant vers mi pour jusqu’en le la".split()
)

_AGE_TOLD = re.compile(
    r"\b(?:ages?|agee?s?|vieux|vieille|vieilles|moyenne d'age)(?: moyen)? (?:de |d')?"
    r"(?:plus de |moins de |environ |pres de |au moins )?$"
)
_AGE_LIMIT = re.compile(r"\b(?:les|aux|des) (?:plus |moins )?(?:de )?$")
_AGE_HAD = re.compile(
    r"(?:^|(?<!ici)\W)(?:a|avait|ont|avaient|aura|ayant|fete|fetait|ai|as)(?: \d+ (?:ou|a))? $"
)
_AGE_BESIDE = re.compile(r"(?:, |\(|^)$")
_AGE_BETWEEN = re.compile(r"\b(?:entre|de) \d+ (?:et|a) $|\d-$")
_NOUN_BEFORE = re.compile(r"\b([a-z'-]+) (?:de |d')$")
_AFTER_AGE = re.compile(
    r" ?(?:[,.);:»\n]|et plus|$| (?:et|lors|quand|a peine|cette annee|aujourd'hui)\b)"
)

_LASTING = frozenset(
    "peine mandat plan periode contrat accord guerre duree bail prison delai programme cycle embargo "
    "interdiction suspension exil absence combat lutte regne carriere reclusion detention reunion "
    "experience projet recul garantie moratoire treve sursis pret report treves anciennete formation "
    "collaboration visite sejour mission negociation negociations conflit crise arret service retard "
    "emprisonnement credit etude etudes enquete procedure travail travaux vie histoire plus moins pres "
    "terme horizon mariage cessez-le-feu quarantaine prolongation feuille strategie calendrier total "
    "periodes peines mandats contrats plans ".split()
)
"""Nouns that last « N ans »; with any other, digits tell an age (« une chanteuse de 22 ans »)."""

_PEOPLE = frozenset(
    "homme femme fille fillette garcon enfant adolescent adolescente jeune fils bebe eleve etudiant "
    "etudiante patient patiente retraite retraitee habitant habitante suspect suspecte victime "
    "individu migrant mere pere veuve veuf frere soeur dame gamin gamine hommes femmes filles enfants".split()
)


def is_time(raw: str, text: str, found: Found, sentence: Sentence | None) -> bool:
    """False when the context shows that the expression is no time."""
    before = text[max(0, found.start - 30) : found.start]
    in_marks = before.endswith(("« ", "«")) and text.startswith((" »", "»"), found.end)
    if in_marks or (isinstance(found.when, Day) and _is_name(raw, found)):
        return False
    if found.rule == "timexes.length":
        return not _is_age(text, found, before)
    if found.rule == "timexes.year":
        return _is_year(raw, text, found, before, sentence)
    if found.rule == "timexes.month":
        return _is_month(raw, found)
    return True


def _is_name(raw: str, found: Found) -> bool:
    """« rue du 8 mai », but « l'école dès octobre »: here accents count."""
    before = plain(raw[max(0, found.start - 30) : found.start])
    return _named_after().search(before) is not None


def _is_age(text: str, found: Found, before: str) -> bool:
    """« Paul, 45 ans, » and « une femme de 30 ans » tell ages; « l'affaire a 30 ans » too."""
    value = found.when.value if isinstance(found.when, Fixed) else ""
    if not value.endswith(("Y", "M")) or value.startswith("PT"):
        return False
    if _AGE_TOLD.search(before):
        return True
    if not value.endswith("Y"):
        return False
    noun = _NOUN_BEFORE.search(before)
    if noun is not None:
        digits = text[found.start].isdigit()
        return noun[1] in _PEOPLE or (digits and noun[1] not in _LASTING)
    ends = _AFTER_AGE.match(text, found.end) is not None
    aged = (_AGE_HAD, _AGE_BESIDE, _AGE_BETWEEN, _AGE_LIMIT)
    return ends and any(pattern.search(before) for pattern in aged)


def _is_month(raw: str, found: Found) -> bool:
    """« Mars », « Avril », « Juin » with a capital and nothing beside may be names."""
    if not isinstance(found.when, Day):
        return True
    written = raw[found.start : found.end]
    alone = found.when.year is None and " " not in written
    before = raw[max(0, found.start - 6) : found.start].lower()
    introduced = before.endswith((" en ", "en ", " de ", " d'", "d’", "depuis "))
    return not (alone and written[0].isupper() and not written.isupper() and not introduced)


def _is_year(raw: str, text: str, found: Found, before: str, sentence: Sentence | None) -> bool:
    if found.end - found.start > 4:
        return True
    if _COUNTED.search(before):
        return False
    after = re.match(r" ([a-z]+)", text[found.end : found.end + 20])
    introduced = re.search(r"\b(?:en|depuis|des|fin|debut|jusqu'en|annee|avant|courant) $", before)
    if introduced:
        return True
    capital = _CAPITAL_BEFORE.search(raw[max(0, found.start - 30) : found.start])
    if capital and capital["word"].lower() not in _MAY_PRECEDE:
        return False
    return not (after and _is_counted_noun(found, sentence))


def _is_counted_noun(found: Found, sentence: Sentence | None) -> bool:
    """Whether the next token is a noun that the digits count: « 2000 personnes »."""
    if sentence is None:
        return False
    following = next((t for t in sentence.tokens if t.start >= found.end), None)
    return (
        following is not None
        and following.pos in ("NOUN", "ADJ")
        and following.start - found.end == 1
    )
