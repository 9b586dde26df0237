"""French words and forms that tell whether an event happened."""

from __future__ import annotations

import functools

from greffier.lang import lexicon
from greffier.lang.fr.events.syntax import CLAUSES, PACKAGE
from greffier.lang.fr.spelling import bare, plain
from greffier.model.annotations import EventStatus
from greffier.model.syntax import Sentence, Token

NEGATIONS = frozenset({"ne", "n'", "sans", "ni"})
FULL = frozenset({"pas", "plus", "jamais", "ni"})
NO = frozenset({"aucun", "aucune", "nul", "nulle", "sans"})
IF = frozenset({"si", "s'"})
FUTURE = frozenset({"ai", "as", "a", "ons", "ez", "ont"})
CONDITIONAL = frozenset({"ais", "ait", "ions", "iez", "aient"})
PURPOSE = frozenset({"pour", "afin"})
STEMS = {
    "venir": "viendr",
    "tenir": "tiendr",
    "cevoir": "cevr",
    "envoyer": "enverr",
    "quérir": "querr",
    "courir": "courr",
    "pouvoir": "pourr",
    "devoir": "devr",
    "vouloir": "voudr",
    "savoir": "saur",
    "avoir": "aur",
    "voir": "verr",
    "être": "ser",
    "aller": "ir",
    "faire": "fer",
    "falloir": "faudr",
    "mourir": "mourr",
}
"""Irregular stems of the future and conditional, by the ending of the infinitive."""
TO_COME = frozenset({"prochain", "futur", "prévu", "attendu", "éventuel", "imminent", "programmé"})
SUPPOSED = frozenset({"éventuel", "possible", "potentiel", "hypothétique"})
SINCE = frozenset({"depuis", "toujours", "encore", "actuellement"})


@functools.cache
def _governing() -> dict[str, EventStatus]:
    table = lexicon.load(PACKAGE, "status.toml")
    return {
        plain(word): status
        for status in EventStatus
        if status.value in table
        for word in lexicon.words(table, status.value, "status.toml")
    }


def governs(sentence: Sentence, word: Token, below: Token) -> EventStatus | None:
    """What a word tells of the event that depends on it: « n'exclut pas » takes nothing away,
    « n'a pas promis » tells of no plan, « annonce que X part » leaves it to the clause."""
    if below.dep == "advcl":
        marks = sentence.children(below, "mark", "case")
        perfect = bool(sentence.children(below, "aux:tense"))  # « pour avoir demandé »: why
        purpose = not perfect and any(t.norm in PURPOSE for t in marks)
        return EventStatus.HYPOTHETICAL if purpose else None
    status = _governing().get(plain(word.lemma))
    if status is None or status is EventStatus.DENIED:
        return None if status and negated(sentence, word) else status
    if below.dep == "ccomp" and below.pos == "VERB" and not _subjunctive(sentence, below):
        return None
    if negated(sentence, word):
        return EventStatus.HYPOTHETICAL if status is EventStatus.HYPOTHETICAL else None
    return status


def _subjunctive(sentence: Sentence, verb: Token) -> bool:
    """« souhaite qu'il parte », « exige qu'ils soient relâchés », and infinitives."""
    first = next(iter(sentence.children(verb, "aux")), verb)
    return first.morph.mood == "Sub" or first.morph.form == "Inf"


def negated(sentence: Sentence, word: Token) -> bool:
    """« n'a pas signé », « sans avoir signé », « aucune visite »; « n'a signé que » does not."""
    children = sentence.children(word)
    if word.pos != "VERB":
        return any(t.norm in NO for t in children)
    before = any(t.norm in NEGATIONS and t.i < word.i for t in children)
    after = sentence.tokens[word.i + 1 : word.i + 3]
    limited = any(t.norm in ("que", "qu'") for t in after)
    return before and (not limited or any(t.norm in FULL for t in children))


def tensed(sentence: Sentence, verb: Token, auxiliaries: tuple[Token, ...]) -> EventStatus:
    """What tense and mood tell. A conditional perfect is hearsay: it is told as done, by
    somebody; a conditional present after « si » is supposed, in reported speech it is to come."""
    first = auxiliaries[0] if auxiliaries else verb
    if _conditioned(sentence, verb, first):
        return EventStatus.HYPOTHETICAL
    if is_future(first):
        return EventStatus.PLANNED
    if is_conditional(first):
        return EventStatus.PLANNED if _is_present(verb, auxiliaries) else EventStatus.OCCURRED
    return EventStatus.ONGOING if _goes_on(sentence, verb, first) else EventStatus.OCCURRED


def _is_present(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """« financerait », « serait financé »; « aurait financé », « serait arrivé » are past."""
    if not auxiliaries:
        return True
    passive = auxiliaries[0].lemma == "être" and not CLAUSES.intransitive(verb)
    return passive and len(auxiliaries) == 1


def is_future(verb: Token) -> bool:
    """« signera », however it is tagged."""
    return verb.morph.tense == "Fut" or _ending(verb) in FUTURE


def is_conditional(verb: Token) -> bool:
    """« signerait »; taggers take many for imperfects."""
    return verb.morph.mood == "Cnd" or _ending(verb) in CONDITIONAL


def _ending(verb: Token) -> str:
    """What follows the stem of the future, as the lemma gives it (taggers miss rare forms)."""
    form, stem = _skeleton(verb.norm), _skeleton(_future_stem(plain(verb.lemma)))
    return form.removeprefix(stem) if form.startswith(stem) else ""


def _future_stem(lemma: str) -> str:
    for ending, stem in STEMS.items():
        if lemma.endswith(ending):
            return lemma.removesuffix(ending) + stem
    return lemma.removesuffix("e")


@functools.lru_cache(maxsize=4096)
def _skeleton(word: str) -> str:
    """« appellera », « appeler »; « lèvera », « lever »; « paiera », « payer »: one spelling."""
    letters = bare(word).replace("y", "i")
    return "".join(
        c for c, following in zip(letters, letters[1:] + " ", strict=True) if c != following
    )


def _conditioned(sentence: Sentence, verb: Token, first: Token) -> bool:
    """In a clause with « si », or in the main clause of one, not yet come true."""
    if _has_if(sentence, verb):
        return True
    to_come = is_future(first) or is_conditional(first)
    return to_come and any(_has_if(sentence, t) for t in sentence.children(verb, "advcl"))


def _has_if(sentence: Sentence, verb: Token) -> bool:
    return any(t.norm in IF and t.dep == "mark" for t in sentence.children(verb))


def _goes_on(sentence: Sentence, verb: Token, first: Token) -> bool:
    """« soutient », « est bloquée depuis dix jours »."""
    if first.morph.form != "Fin" or first.morph.tense not in ("Pres", "Imp"):
        return False
    if first.i != verb.i and first.dep != "aux:pass":
        return False
    lasting = any(
        t.norm in SINCE
        for child in (verb, *sentence.children(verb, "obl", "advmod"))
        for t in (child, *sentence.children(child, "case"))
    )
    return lasting or (first.morph.tense == "Pres" and CLAUSES.durative(verb))


def noun_status(sentence: Sentence, noun: Token) -> EventStatus:
    """« la prochaine visite », « une éventuelle médiation »."""
    words = {plain(t.lemma) for t in sentence.children(noun, "amod", "acl")}
    if words & SUPPOSED:
        return EventStatus.HYPOTHETICAL
    return EventStatus.PLANNED if words & TO_COME else EventStatus.OCCURRED
