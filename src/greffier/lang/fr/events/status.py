"""French words and forms that tell whether an event happened."""

from __future__ import annotations

import functools
import itertools

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
QUE = frozenset({"que", "qu'"})
LEAD = 8
"""Tokens before an infinitive, a clause or a noun in which what it hangs on is looked for."""
SHORT = 5
FUTURE_OF_ER = ("era", "erai", "erons", "erez", "eront")
CONDITIONAL_OF_ER = ("erait", "eraient", "erions", "eriez")
SUPPOSING = {
    "cas": ("de", "d'", "où"),
    "vue": ("de", "d'"),
    "faute": ("de", "d'"),
    "condition": ("que", "qu'"),
    "moins": ("que", "qu'"),
    "pourvu": ("que", "qu'"),
}
"""Words that, with the next, suppose what follows."""
MODAL = frozenset({"aller", "compter", "entendre", "pouvoir", "devoir", "falloir", "sembler"})
"""They tell nothing of a noun below them: « doit partir après la réunion »."""
AFTER = frozenset({"après", "malgré", "depuis", "lors", "pendant", "durant", "dès"})
AFTERMATH = frozenset(
    {"suite", "issue", "terme", "lendemain", "cours", "cause", "raison", "occasion"}
)
ATTEMPTS = frozenset({"chercher", "tenter", "essayer", "efforcer", "employer"})
EXPECTED = frozenset({"attendre"})
"""« est attendue à Dakar »."""
ACHIEVED = frozenset({"pouvoir", "devoir"})
"""Once past, what they govern was done."""
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


@functools.cache
def _said() -> frozenset[str]:
    table = lexicon.load(PACKAGE, "status.toml")
    return frozenset(map(plain, lexicon.words(table, "said", "status.toml")))


def governs(sentence: Sentence, word: Token, below: Token) -> EventStatus | None:
    """What a word tells of the event that depends on it: « n'exclut pas » takes nothing away,
    « n'a pas promis » tells of no plan, « annonce que X part » leaves it to the clause."""
    if below.dep == "advcl":
        marks = sentence.children(below, "mark", "case")
        perfect = bool(sentence.children(below, "aux:tense"))  # « pour avoir demandé »: why
        purpose = not perfect and any(t.norm in PURPOSE for t in marks)
        return EventStatus.HYPOTHETICAL if purpose else None
    if below.pos == "NOUN" and _is_over(sentence, word, below):
        return EventStatus.OCCURRED
    status = _governing().get(plain(word.lemma))
    if status is None or (status is EventStatus.DENIED and _is_said(below)):
        return None
    if below.pos == "NOUN" and plain(word.lemma) in MODAL:
        return None
    if status is EventStatus.DENIED:
        return None if negated(sentence, word) else status
    if plain(word.lemma) in ATTEMPTS and _is_past(sentence, word):
        return None  # « a tenté de bombarder » was done
    if status is EventStatus.PLANNED and _is_perfect(sentence, below):
        return None  # « annonce avoir saisi »
    if plain(word.lemma) in ACHIEVED and _is_past(sentence, word):
        return None  # « ont pu être trouvés »
    if below.dep == "ccomp" and below.pos == "VERB" and not _subjunctive(sentence, below):
        return None
    if negated(sentence, word):
        return EventStatus.HYPOTHETICAL if status is EventStatus.HYPOTHETICAL else None
    return status


def _is_over(sentence: Sentence, word: Token, noun: Token) -> bool:
    """« après une réunion », « à la suite d'une réunion », whatever stands above."""
    if word.pos == "NOUN" and plain(word.lemma) in AFTERMATH:
        return True
    return any(t.norm in AFTER for t in sentence.children(noun, "case"))


def _is_said(noun: Token) -> bool:
    """A proposal that is refused was made."""
    return noun.pos == "NOUN" and plain(noun.lemma) in _said()


def _is_perfect(sentence: Sentence, infinitive: Token) -> bool:
    """« avoir saisi », « être parti »."""
    return infinitive.morph.form == "Part" and any(
        t.morph.form == "Inf" for t in sentence.children(infinitive, "aux")
    )


def _is_past(sentence: Sentence, modal: Token) -> bool:
    """« a pu », « a dû », and not « aurait pu »."""
    auxiliaries = sentence.children(modal, "aux")
    return bool(auxiliaries) and not is_conditional(auxiliaries[0])


def _subjunctive(sentence: Sentence, verb: Token) -> bool:
    """« souhaite qu'il parte », « exige qu'ils soient relâchés », and infinitives."""
    first = next(iter(sentence.children(verb, "aux", "cop")), verb)
    return first.morph.form == "Inf" or _is_subjunctive(first)


def _is_subjunctive(verb: Token) -> bool:
    """« parte », and « saisisse », which taggers take for a past."""
    told = verb.norm.endswith("isse") and not verb.lemma.endswith("isser")
    return verb.morph.mood == "Sub" or told


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
    if plain(verb.lemma) in EXPECTED:
        return EventStatus.PLANNED
    if _conditioned(sentence, verb, first) or is_supposed(sentence, verb):
        return EventStatus.HYPOTHETICAL
    if first.morph.form == "Inf" or _is_subjunctive(first):
        return _led(sentence, verb, first)
    if is_future(first):
        return EventStatus.PLANNED
    if is_conditional(first):
        return EventStatus.PLANNED if _is_present(verb, auxiliaries) else EventStatus.OCCURRED
    return EventStatus.ONGOING if _goes_on(sentence, verb, first) else EventStatus.OCCURRED


def _led(sentence: Sentence, verb: Token, first: Token) -> EventStatus:
    """What the word just before an infinitive or a subjunctive clause tells of it, where the
    parser hung it elsewhere: « menaçant de saisir », « afin de payer », « demande que … soit »."""
    start = first.i
    if first.morph.form != "Inf":
        marks = [t for t in sentence.children(verb, "mark", "obj", "dep") if t.norm in QUE]
        if not marks:
            return EventStatus.OCCURRED
        start = marks[0].i
    for token in reversed(sentence.tokens[max(0, start - LEAD) : start]):
        if token.norm in PURPOSE:
            done = _is_perfect(sentence, verb)
            return EventStatus.OCCURRED if done else EventStatus.HYPOTHETICAL
        status = _governing().get(_infinitive_of(token))
        if status is not None:
            told = status if token.pos == "ADJ" else governs(sentence, token, verb)
            return told or EventStatus.OCCURRED
        if first.morph.form == "Inf" and token.pos not in ("ADP", "PRON", "ADV", "PUNCT", "SCONJ"):
            break
    return EventStatus.OCCURRED


def _infinitive_of(token: Token) -> str:
    """The lemma, also of a present participle that is tagged as an adjective: « menaçant »."""
    if token.pos == "ADJ" and token.norm.endswith("ant"):
        return plain(token.norm).removesuffix("ant").replace("ç", "c") + "er"
    return plain(token.lemma)


def is_supposed(sentence: Sentence, token: Token) -> bool:
    """« en cas de retrait », « en vue d'une possible grève », « faute d'accord », « à condition
    qu'il parte »."""
    before = sentence.tokens[max(0, token.i - LEAD) : token.i]
    for word, following in itertools.pairwise(before):
        if word.norm in SUPPOSING and following.norm in SUPPOSING[word.norm]:
            between = sentence.tokens[following.i + 1 : token.i]
            return all(t.pos not in ("VERB", "PUNCT", "CCONJ") for t in between)
    return False


def _is_present(verb: Token, auxiliaries: tuple[Token, ...]) -> bool:
    """« financerait », « serait financé »; « aurait financé », « serait arrivé » are past."""
    if not auxiliaries:
        return True
    passive = auxiliaries[0].lemma == "être" and not CLAUSES.intransitive(verb)
    return passive and len(auxiliaries) == 1


def is_future(verb: Token) -> bool:
    """« signera », however it is tagged."""
    return verb.morph.tense == "Fut" or _ending(verb) in FUTURE or _ends_future(verb)


def _ends_future(verb: Token) -> bool:
    """Forms of verbs in -er, which the tagger may take for nouns: « visitera »."""
    return len(verb.norm) > SHORT and verb.norm.endswith(FUTURE_OF_ER)


def is_conditional(verb: Token) -> bool:
    """« signerait »; taggers take many for imperfects."""
    told = len(verb.norm) > SHORT and verb.norm.endswith(CONDITIONAL_OF_ER)
    return verb.morph.mood == "Cnd" or _ending(verb) in CONDITIONAL or told


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
    if first.morph.form != "Fin" or first.morph.tense != "Pres":
        return False
    if first.i != verb.i and first.dep != "aux:pass":
        return False
    return _lasts(sentence, verb) or CLAUSES.durative(verb)


def _lasts(sentence: Sentence, verb: Token) -> bool:
    """« depuis dix jours », « toujours »."""
    return any(
        t.norm in SINCE
        for child in (verb, *sentence.children(verb, "obl", "advmod"))
        for t in (child, *sentence.children(child, "case"))
    )


def _is_going_on(sentence: Sentence, noun: Token) -> bool:
    """« mènent depuis deux semaines une grève », « la grève qui dure depuis lundi »."""
    above = [sentence.head(noun)] if noun.dep in ("obj", "nsubj", "nsubj:pass") else []
    verbs = (*above, *sentence.children(noun, "acl"))
    return any(v.pos == "VERB" and v.morph.tense == "Pres" and _lasts(sentence, v) for v in verbs)


def noun_status(sentence: Sentence, noun: Token) -> EventStatus:
    """« la prochaine visite », « une éventuelle médiation »."""
    words = {plain(t.lemma) for t in sentence.children(noun, "amod", "acl")}
    if words & SUPPOSED or is_supposed(sentence, noun):
        return EventStatus.HYPOTHETICAL
    if _ends_future(noun) or noun.norm.endswith(CONDITIONAL_OF_ER):
        return EventStatus.PLANNED
    if _is_going_on(sentence, noun):
        return EventStatus.ONGOING
    for being in sentence.children(noun, "cop"):
        if is_future(being):
            return EventStatus.PLANNED
        states = any(t.norm == "en" for t in sentence.children(noun, "case"))
        if states and being.morph.tense == "Pres":  # « sont en grève »
            return EventStatus.ONGOING
    return EventStatus.PLANNED if words & TO_COME else EventStatus.OCCURRED
