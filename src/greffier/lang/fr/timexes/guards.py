"""What looks like a time and is none: streets, ages, names, counts of years."""

from __future__ import annotations

import functools
import re

from greffier.lang.fr.spelling import plain
from greffier.lang.fr.timexes.grammar import Found
from greffier.model.syntax import Sentence, Token
from greffier.model.times import Day, Fixed

_PLACES = (
    "rue|avenue|place|boulevard|bd|pont|quai|stade|lyc[ée]e|coll[èe]ge|[ée]cole|h[ôo]pital|gare|station|"
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
    r"(?:^|(?<!ici)\W)(?:a|avait|ont|avaient|aura|auront|aurait|auraient|avoir|ayant|fete|fetait|ai|as)(?: \d+ (?:ou|a))? $"
)
_AGE_DIED = re.compile(r"\b(?:mort|deces|deced|meur|mour|dispar|eteint|eteign)[a-z]* a $")
_SENTENCED = re.compile(r"\b(?:condamn|puni|port|fix|limit|ramen|prolong|redui|ici)[a-z]* a $")
_AGE_BESIDE = re.compile(r"(?:, |\(|^)$")
_AGE_BETWEEN = re.compile(r"\b(?:entre|de) \d+ (?:et|a) $|\d-$")
_NOUN_BEFORE = re.compile(r"\b([a-z'-]+) (?:de |d')$")
_AFTER_AGE = re.compile(
    r" ?(?:[,.()\[;:»\n]|et plus|$| (?:et|lors|quand|a peine|cette annee|aujourd'hui)\b)"
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
    if in_marks or _is_name(raw, found) or _UNIT_NAMED.search(raw[found.start : found.end]):
        return False
    if found.rule == "timexes.length":
        return not (_is_age(text, found, before) or _is_one_of(text, found, sentence))
    if found.rule == "timexes.feast":
        return _is_feast(raw, found)
    if found.rule == "timexes.year":
        return _is_year(raw, text, found, before, sentence)
    if found.rule == "timexes.month":
        return _is_month(raw, found)
    return True


def _is_name(raw: str, found: Found) -> bool:
    """« rue du 8 mai », but « l'école dès octobre »: here accents count."""
    if not isinstance(found.when, Day) or found.when.day is None:
        return False
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
    if _SENTENCED.search(before):
        return False
    if _AGE_DIED.search(before):
        return True
    if _AGE_HAD.search(before):
        return not text.startswith((" de ", " d'", " du ", " des "), found.end)
    ends = _AFTER_AGE.match(text, found.end) is not None
    return ends and any(p.search(before) for p in (_AGE_BESIDE, _AGE_BETWEEN, _AGE_LIMIT))


_UNIT_NAMED = re.compile(r"\d (?:Minutes|Heures)$")
"""« 20 Minutes » is a newspaper."""


_LASTING_DAY = re.compile(r"\b(?:en |pendant |durant |depuis |sous |d'|de )$")
_NEWS = re.compile(r"\b(?:le|du|au) \d+ heures?$")
"""« le 20 heures » is the news on television."""


def _is_one_of(text: str, found: Found, sentence: Sentence | None) -> bool:
    """« une seconde chance », « une année difficile »: not lengths."""
    written = text[found.start : found.end]
    if _NEWS.search(text, max(0, found.start - 3), found.end):
        return True
    if not written.startswith(("une ", "un ")) or written.count(" ") != 1:
        return False
    if written == "un jour":
        return not _LASTING_DAY.search(text, max(0, found.start - 9), found.start)
    following = _token_after(found, sentence)
    if written == "une seconde":
        return following is not None and following.pos in ("NOUN", "ADJ", "PROPN")
    return written.endswith("e") and following is not None and following.pos in ("ADJ", "ADV")


def _is_feast(raw: str, found: Found) -> bool:
    """Feasts have a capital (« l'Ascension », not « son ascension »); « Noël Roy » is a person."""
    written = raw[found.start : found.end]
    capital = any(c.isupper() for c in written.removeprefix("L")) or " " in written.strip()
    person = " " not in written and re.match(r" [A-ZÀ-Þ][a-zà-ÿ]", raw[found.end : found.end + 3])
    return capital and not person


def _is_month(raw: str, found: Found) -> bool:
    """« Mars », « Avril », « Juin » with a capital and nothing beside may be names."""
    if not isinstance(found.when, Day):
        return True
    written = raw[found.start : found.end]
    month = re.split("[ -]", written)[-1]
    alone = found.when.year is None and month == written
    before = raw[max(0, found.start - 6) : found.start].lower()
    introduced = before.endswith((" en ", "en ", " de ", " d'", "d’", "depuis "))
    return not (alone and written[0].isupper() and not written.isupper() and not introduced)


_CODE_AFTER = re.compile(r" [A-Z]{1,3}\d")
"""« 2014 UZ224 » is an asteroid."""


def _is_year(raw: str, text: str, found: Found, before: str, sentence: Sentence | None) -> bool:
    if found.end - found.start > 4:
        return True
    if _CODE_AFTER.match(raw, found.end):
        return False
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
    following = _token_after(found, sentence)
    return following is not None and following.pos in ("NOUN", "ADJ")


def _token_after(found: Found, sentence: Sentence | None) -> Token | None:
    """The token that stands one space after the expression."""
    if sentence is None:
        return None
    following = next((t for t in sentence.tokens if t.start >= found.end), None)
    return following if following and following.start - found.end == 1 else None
