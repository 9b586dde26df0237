"""French words and forms that tell whether an event happened."""

from __future__ import annotations

import functools
import itertools

from greffier.lang import lexicon
from greffier.lang.fr.events.syntax import CLAUSES, PACKAGE
from greffier.lang.fr.events.tenses import (
    is_conditional,
    is_future,
    is_subjunctive,
    looks_conditional,
    looks_future,
)
from greffier.lang.fr.spelling import plain
from greffier.model.annotations import EventStatus
from greffier.model.syntax import Sentence, Token

NEGATIONS = frozenset({"ne", "n'", "sans", "ni"})
FULL = frozenset({"pas", "plus", "jamais", "ni"})
NO = frozenset({"aucun", "aucune", "nul", "nulle", "sans"})
IF = frozenset({"si", "s'"})
TO = frozenset({"à", "au", "aux"})
QUE = frozenset({"que", "qu'"})
LEAD = 8
"""Tokens before an infinitive, a clause or a noun in which what it hangs on is looked for."""
SHORT = 5
SUPPOSING = {
    "cas": ("de", "d'", "où"),
    "vue": ("de", "d'"),
    "faute": ("de", "d'"),
    "condition": ("que", "qu'"),
    "moins": ("que", "qu'"),
    "pourvu": ("que", "qu'"),
}
"""Words that, with the next, suppose what follows."""
MODAL = frozenset(
    {"aller", "compter", "entendre", "pouvoir", "devoir", "falloir", "sembler", "viser"}
)
"""They tell nothing of a noun below them: « doit partir après la réunion »."""
TO_WHOM = frozenset({"permettre", "proposer", "promettre", "offrir", "demander"})
"""What comes with « à » after them is no event to come: « permet aux négociations d'avancer »."""
AFTER = frozenset({"après", "malgré", "depuis", "lors", "pendant", "durant", "dès"})
AFTERMATH = frozenset(
    {"suite", "issue", "terme", "lendemain", "cours", "cause", "raison", "occasion"}
)
ATTEMPTS = frozenset({"chercher", "tenter", "essayer", "efforcer", "employer"})
EXPECTED = frozenset({"attendre"})
"""« est attendue à Dakar »."""
ACHIEVED = frozenset({"pouvoir", "devoir", "permettre"})
"""Once past, what they govern was done."""
PURPOSE = frozenset({"pour", "afin"})
TO_COME = frozenset(
    {"prochain", "futur", "prévu", "attendu", "éventuel", "imminent", "programmé"}
    | {"prévoir", "attendre", "programmer"}
)
SUPPOSED = frozenset(
    {"éventuel", "possible", "potentiel", "hypothétique"}
    | {"supposé", "présumé", "prétendu", "supposer", "présumer"}
)
SINCE = frozenset({"depuis", "toujours", "encore", "actuellement", "désormais"})
CONTINUING = frozenset({"reconduire", "prolonger"})
"""What is done so goes on."""
REPORTING = frozenset({"annoncer"})
"""What was done comes with them: « annonce le départ du ministre »."""
MISREAD = {"dément": "démentir"}
"""Verbs whose present taggers take for another word."""
INDEFINITE = frozenset({"un", "une"})


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
def _words(name: str) -> frozenset[str]:
    table = lexicon.load(PACKAGE, "status.toml")
    return frozenset(map(plain, lexicon.words(table, name, "status.toml")))


def governs(sentence: Sentence, word: Token, below: Token) -> EventStatus | None:
    """What a word tells of the event that depends on it: « n'exclut pas » takes nothing away,
    « n'a pas promis » tells of no plan, « annonce que X part » leaves it to the clause."""
    if below.dep == "advcl":
        marks = sentence.children(below, "mark", "case")
        perfect = bool(sentence.children(below, "aux:tense"))  # « pour avoir demandé »: why
        mark = next((t for t in marks if t.norm in PURPOSE), None)
        return None if perfect or mark is None else _purpose(sentence, word, mark)
    if below.pos == "NOUN" and _is_over(sentence, word, below):
        return EventStatus.OCCURRED
    status = _governed_by(sentence, word, below)
    if status is None or (status is EventStatus.DENIED and _is_said(below)):
        return None
    if below.pos == "NOUN" and (plain(word.lemma) in MODAL or _is_whom(sentence, word, below)):
        return None
    if plain(word.lemma) in REPORTING and plain(below.lemma) in _words("reported"):
        return None
    if status is EventStatus.DENIED:
        return None if negated(sentence, word) else status
    if plain(word.lemma) in ATTEMPTS and _is_past(sentence, word):
        return None  # « a tenté de bombarder » was done
    if status is EventStatus.PLANNED and _is_perfect(sentence, below):
        return None  # « annonce avoir saisi »
    if plain(word.lemma) in ACHIEVED and _is_past(sentence, word):
        return None  # « ont pu être trouvés »
    asked = status is EventStatus.REQUESTED and _may_be_subjunctive(below)
    told = below.dep == "ccomp" and below.pos == "VERB" and not _subjunctive(sentence, below)
    if told and not asked:
        return None
    if negated(sentence, word):
        return EventStatus.HYPOTHETICAL if status is EventStatus.HYPOTHETICAL else None
    return status


def _is_over(sentence: Sentence, word: Token, noun: Token) -> bool:
    """« après une réunion », « à la suite d'une réunion », whatever stands above."""
    if word.pos == "NOUN" and plain(word.lemma) in AFTERMATH:
        return True
    return any(t.norm in AFTER for t in sentence.children(noun, "case"))


def _governed_by(sentence: Sentence, word: Token, below: Token) -> EventStatus | None:
    """What the word makes of what it governs: who proposes to somebody to do something asks it."""
    lemma = _infinitive_of(word)
    if lemma == "proposer" and below.pos == "VERB" and sentence.children(word, "iobj"):
        return EventStatus.REQUESTED
    return _governing().get(lemma)


def _purpose(sentence: Sentence, above: Token, mark: Token) -> EventStatus:
    """What a clause of purpose tells: « les préparatifs pour lancer X » what the noun does; what
    was done was done for it (« est entré pour voler »), unless it was said (« invité pour »)."""
    before = sentence.tokens[mark.i - 1] if mark.i else mark
    noun = _governing().get(plain(before.lemma)) if before.pos == "NOUN" else None
    if noun is not None:
        return noun
    said = _governing().get(plain(above.lemma)) is not None
    auxiliaries = sentence.children(above, "aux")
    done = bool(auxiliaries) and auxiliaries[0].morph.form == "Fin" and above.morph.form == "Part"
    past = done and not is_future(auxiliaries[0]) and not negated(sentence, above)
    return EventStatus.OCCURRED if past and not said else EventStatus.HYPOTHETICAL


def _is_whom(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """« a permis aux pourparlers d'avancer »."""
    to = any(t.norm in TO for t in sentence.children(noun, "case"))
    return to and plain(verb.lemma) in TO_WHOM


def _is_said(noun: Token) -> bool:
    """A proposal that is refused was made."""
    return noun.pos == "NOUN" and plain(noun.lemma) in _words("said")


def _is_perfect(sentence: Sentence, infinitive: Token) -> bool:
    """« avoir saisi », « être parti »."""
    return infinitive.morph.form == "Part" and any(
        t.morph.form == "Inf" for t in sentence.children(infinitive, "aux")
    )


def _is_past(sentence: Sentence, modal: Token) -> bool:
    """« a pu », « a dû », and not « aurait pu »."""
    auxiliaries = sentence.children(modal, "aux")
    return bool(auxiliaries) and not is_conditional(auxiliaries[0])


def _may_be_asked(sentence: Sentence, verb: Token) -> bool:
    """« a demandé à Rome qu'on laisse entrer les secours »: not what one « demande » and does."""
    if not _may_be_subjunctive(verb):
        return False
    marks = [t for t in sentence.children(verb, "mark", "obj", "dep") if t.norm in QUE]
    before = sentence.tokens[max(0, marks[0].i - SHORT) : marks[0].i] if marks else ()
    return any(_governing().get(plain(t.lemma)) is EventStatus.REQUESTED for t in before)


def _may_be_subjunctive(verb: Token) -> bool:
    """« demande qu'on laisse », which is spelt as what is told."""
    return verb.morph.tense == "Pres" and verb.norm.endswith("e")


def _subjunctive(sentence: Sentence, verb: Token) -> bool:
    """« souhaite qu'il parte », « exige qu'ils soient relâchés », and infinitives."""
    first = next(iter(sentence.children(verb, "aux", "cop")), verb)
    return first.morph.form == "Inf" or is_subjunctive(first)


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
    if first.morph.form == "Inf" or is_subjunctive(first) or _may_be_asked(sentence, verb):
        led = _led(sentence, verb, first)
        goes_on = led is EventStatus.OCCURRED and plain(verb.lemma) in CONTINUING
        return EventStatus.ONGOING if goes_on else led
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
            if _is_perfect(sentence, verb):
                return EventStatus.OCCURRED
            above = sentence.head(verb if token.head == verb.i else token)
            return _purpose(sentence, above, token)
        status = _governing().get(_infinitive_of(token))
        if status is not None:
            told = status if token.pos == "ADJ" else governs(sentence, token, verb)
            return told or EventStatus.OCCURRED
        if first.morph.form == "Inf" and token.pos not in ("ADP", "PRON", "ADV", "PUNCT", "SCONJ"):
            break
    return EventStatus.OCCURRED


def _infinitive_of(token: Token) -> str:
    """The lemma, also of a present participle that is tagged as an adjective: « menaçant »."""
    if token.pos != "VERB" and token.norm in MISREAD:
        return plain(MISREAD[token.norm])
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


def _conditioned(sentence: Sentence, verb: Token, first: Token) -> bool:
    """In a clause with « si », or in the main clause of one, not yet come true."""
    if _has_if(sentence, verb):
        return True
    if not (is_future(first) or is_conditional(first)):
        return False
    return _opens_with_if(sentence) or _in_case(sentence, verb)


def _opens_with_if(sentence: Sentence) -> bool:
    """« Si X cède, Y partira », however far the clauses are hung."""
    words = [t for t in sentence.tokens[:SHORT] if t.pos != "PUNCT"]
    return bool(words) and words[0].norm in IF


def _in_case(sentence: Sentence, verb: Token) -> bool:
    """« partirait si X cède », « partira en cas de refus »."""
    if any(_has_if(sentence, t) for t in sentence.children(verb, "advcl")):
        return True
    following = sentence.tokens[verb.i + 1 : verb.i + 1 + LEAD]
    return any(a.norm == "en" and b.norm == "cas" for a, b in itertools.pairwise(following))


def _has_if(sentence: Sentence, verb: Token) -> bool:
    return any(t.norm in IF and t.dep == "mark" for t in sentence.children(verb))


def _goes_on(sentence: Sentence, verb: Token, first: Token) -> bool:
    """« soutient », « est bloquée depuis dix jours »."""
    if first.morph.tense != "Pres":
        return first.i == verb.i and _is_held(sentence, verb)
    if first.i != verb.i and first.dep != "aux:pass":
        return False
    return _lasts(sentence, verb) or CLAUSES.durative(verb)


def _is_held(sentence: Sentence, verb: Token) -> bool:
    """« une chaîne financée par X », « la ville, occupée par X »: a state, with who keeps it so."""
    bare = verb.morph.form == "Part" and verb.dep.startswith("acl")
    return bare and CLAUSES.durative(verb) and bool(sentence.children(verb, "obl:agent"))


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
    after = (noun, sentence.head(noun)) if noun.dep == "nmod" else (noun,)
    clauses = [v for t in after for v in sentence.children(t, "acl") if v.i > noun.i]
    return any(
        v.pos == "VERB" and _is_present_form(sentence, v) and _lasts(sentence, v)
        for v in (*above, *clauses)
    )


def _is_present_form(sentence: Sentence, verb: Token) -> bool:
    """« dure », « durant », « ayant lieu », « ayant commencé »."""
    first = next(iter(sentence.children(verb, "aux")), verb)
    return first.morph.tense == "Pres" and (first.i == verb.i or first.morph.form == "Part")


def noun_status(sentence: Sentence, noun: Token) -> EventStatus:
    """« la prochaine visite », « une éventuelle médiation »."""
    words = {plain(t.lemma) for t in sentence.children(noun, "amod", "acl")}
    if words & SUPPOSED or is_supposed(sentence, noun):
        return EventStatus.HYPOTHETICAL
    led = _led_noun(sentence, noun)
    if led is not None:
        return led
    if looks_future(noun) or looks_conditional(noun):
        return EventStatus.PLANNED
    if _is_going_on(sentence, noun):
        return EventStatus.ONGOING
    for being in sentence.children(noun, "cop"):
        if is_future(being):
            supposed = _opens_with_if(sentence)
            return EventStatus.HYPOTHETICAL if supposed else EventStatus.PLANNED
        states = any(t.norm == "en" for t in sentence.children(noun, "case"))
        if states and being.morph.tense == "Pres":  # « sont en grève »
            return EventStatus.ONGOING
    return EventStatus.PLANNED if words & TO_COME else EventStatus.OCCURRED


def _led_noun(sentence: Sentence, noun: Token) -> EventStatus | None:
    """What stands right before « d'une grève » tells, wherever the parser hung it (« menace d'une
    grève »); what is not yet there, under a verb of the future (« sera payé par un prêt »)."""
    of = next((t for t in sentence.children(noun, "case") if t.norm in ("de", "d'")), None)
    if of is not None and of.i:
        before = sentence.tokens[of.i - 1]
        if _governing().get(plain(before.lemma)) is not None:
            return governs(sentence, before, noun)
    verb = sentence.head(noun)
    if verb.pos != "VERB" or not any(t.norm in INDEFINITE for t in sentence.children(noun, "det")):
        return None
    auxiliaries = tuple(sentence.children(verb, "aux"))
    first = auxiliaries[0] if auxiliaries else verb
    ahead = is_future(first) or (is_conditional(first) and _is_present(verb, auxiliaries))
    return EventStatus.PLANNED if ahead and noun.i > verb.i else None
