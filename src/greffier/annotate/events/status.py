"""Whether an event happened: from tense, mood, negation and the verb that governs it."""

from __future__ import annotations

from itertools import islice

from greffier.model.annotations import EventStatus
from greffier.model.language import Happenings
from greffier.model.syntax import Sentence, Token

FAR = 3
"""Governing verbs looked at, outward."""


def of(sentence: Sentence, token: Token, happenings: Happenings) -> EventStatus:
    """The status of the event that a token triggers."""
    if token.pos == "VERB" and happenings.negated(sentence, token):
        return EventStatus.DENIED
    governed = _governed(sentence, token, happenings)
    if governed is not None:
        return governed
    verb = token if token.pos == "VERB" else sentence.head(token)
    finite = [verb, *sentence.children(verb, "aux")]
    if any(t.morph.mood == "Cnd" for t in finite):
        return EventStatus.HYPOTHETICAL
    if any(t.morph.tense == "Fut" or happenings.future(t) for t in finite if t.pos == "VERB"):
        return EventStatus.PLANNED
    return EventStatus.OCCURRED


def _governed(sentence: Sentence, token: Token, happenings: Happenings) -> EventStatus | None:
    """What the verbs that govern an infinitive, a clause or an event's noun make of it."""
    below = token
    for verb in islice(sentence.ancestors(token), FAR):
        depends = below.dep in ("xcomp", "ccomp", "obj", "obl:arg", "advcl", "csubj", "obl:mod")
        infinitive = below.morph.form == "Inf" or below.pos == "NOUN"
        if depends and verb.pos in ("VERB", "AUX") and infinitive:
            status = happenings.governs(verb)
            if status is not None:
                return status
        below = verb
    return None
