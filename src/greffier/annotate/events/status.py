"""Whether an event happened: from tense, mood, negation and the words that govern it."""

from __future__ import annotations

from greffier.annotate.events.arguments import is_infinitive, supporting
from greffier.model.annotations import EventStatus
from greffier.model.happenings import Happenings
from greffier.model.syntax import Sentence, Token

FAR = 4
"""Governing words looked at, outward."""
CONTENT = (
    "xcomp",
    "ccomp",
    "csubj",
    "obj",
    "obl:arg",
    "obl:mod",
    "obl",
    "acl",
    "nmod",
    "advcl",
    "dep",
)
"""Relations by which a word tells what becomes of the event below it."""
COORDINATED = "conj"


def of(sentence: Sentence, token: Token, words: Happenings) -> EventStatus:
    """The status of the event that a token triggers."""
    verb = token if token.pos == "VERB" else supporting(sentence, token, words.clauses)
    if words.negated(sentence, token) or (verb is not None and words.negated(sentence, verb)):
        return EventStatus.DENIED
    if verb is None:
        return _governed(sentence, token, words) or words.noun_status(sentence, token)
    return (
        (words.governs(sentence, verb, token) if verb.i != token.i else None)
        or _governed(sentence, verb, words)
        or _told(sentence, verb, words)
    )


def _told(sentence: Sentence, verb: Token, words: Happenings) -> EventStatus:
    """What the verb's own form tells; a coordinated participle has the auxiliary of the first."""
    auxiliaries = sentence.children(verb, "aux")
    if not auxiliaries and verb.dep == COORDINATED and verb.morph.form != "Fin":
        head = sentence.head(verb)
        auxiliaries = sentence.children(head, "aux") if head.pos == "VERB" else []
    return words.tensed(sentence, verb, tuple(auxiliaries))


def _governed(sentence: Sentence, token: Token, words: Happenings) -> EventStatus | None:
    """What the words that govern an infinitive, a clause or an event's noun make of it."""
    below = token
    for _ in range(FAR):
        above = sentence.head(below)
        if above.i == below.i or not _governable(sentence, below):
            return None
        status = None if below.dep == COORDINATED else words.governs(sentence, above, below)
        if status is not None:
            return status
        if above.pos not in ("VERB", "NOUN", "ADJ", "AUX") or below.dep == "advcl":
            return None
        below = above
    return None


def _governable(sentence: Sentence, token: Token) -> bool:
    """Whether the word above can tell if it happened: it is an infinitive, a noun, a clause in
    the subjunctive, or coordinated with one."""
    if token.dep == COORDINATED:
        return _alike(sentence, token, sentence.head(token))
    if token.dep not in CONTENT and not token.dep.startswith(("obl", "nsubj:pass")):
        return False
    if token.pos == "VERB" and token.dep in ("acl", "advcl"):
        return is_infinitive(sentence, token)
    return not (token.morph.form == "Fin" and token.dep not in ("ccomp", "xcomp"))


def _alike(sentence: Sentence, verb: Token, head: Token) -> bool:
    """Whether coordinated verbs stand under one word: « devait voir X, mais Y a annulé » do not."""
    if verb.pos != "VERB" or head.pos != "VERB":
        return True
    return is_infinitive(sentence, verb) == is_infinitive(sentence, head)
