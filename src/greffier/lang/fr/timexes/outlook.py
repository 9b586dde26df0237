"""Whether a sentence looks back or ahead from its date: prepositions first, then the verb."""

from __future__ import annotations

import re

from greffier.model.syntax import Sentence, Token
from greffier.model.times import Outlook

_AHEAD_BEFORE = re.compile(
    r"(?:\b(?:d'ici|d'ici a|d'ici au|d'ici la|jusqu'a|jusqu'au|a partir de|a partir du|a compter du|"
    r"a compter de|pour|au plus tard) |d'ici l'|\bpour l')$"
)
_BACK_BEFORE = re.compile(r"\b(?:depuis|remonte a|date de|datant de|date du|datant du|des) $")

_PLANNED = frozenset(
    "prévoir attendre programmer fixer planifier convoquer reporter envisager escompter "
    "agender scheduler appeler inviter destiner".split()
)
"""Participles that put their date ahead: « prévu le 16 juillet », « reporté à mardi »."""

_TO_COME = frozenset(
    "aller devoir compter prévoir vouloir souhaiter espérer entendre promettre menacer pouvoir "
    "projeter envisager proposer falloir attendre demander exiger appeler inviter".split()
)
"""Verbs whose infinitive is still to come: « doit arriver lundi »."""

_VERBS = ("VERB", "AUX")


def outlook(text: str, start: int, sentence: Sentence | None) -> Outlook:
    """How the expression at `start` lies to the moment of writing."""
    before = text[max(0, start - 22) : start]
    if _AHEAD_BEFORE.search(before):
        return Outlook.FUTURE
    if _BACK_BEFORE.search(before):
        return Outlook.PAST
    token = token_at(sentence, start)
    if sentence is None or token is None:
        return Outlook.OPEN
    return _of_governor(sentence, token)


def token_at(sentence: Sentence | None, start: int) -> Token | None:
    if sentence is None:
        return None
    return next((t for t in sentence.tokens if t.end > start), None)


def _of_governor(sentence: Sentence, token: Token) -> Outlook:
    for governor in (token, *sentence.ancestors(token)):
        if governor.pos in _VERBS or sentence.children(governor, "cop", "aux"):
            told = _of_verb(sentence, governor)
            if told is not None:
                return told
    return Outlook.OPEN


def _of_verb(sentence: Sentence, verb: Token) -> Outlook | None:
    """What one verb tells; null when its own governor must be asked."""
    helpers = sentence.children(verb, "aux", "cop")
    if verb.lemma in _PLANNED and verb.morph.form == "Part":
        return Outlook.FUTURE
    tenses = {t.morph.tense for t in (*helpers, verb) if t.morph.form == "Fin"}
    moods = {t.morph.mood for t in (*helpers, verb) if t.morph.form == "Fin"}
    participle = verb.morph.form == "Part" and verb.morph.tense != "Pres"
    if "Fut" in tenses:
        return Outlook.FUTURE
    if "Cnd" in moods:
        return Outlook.PAST if participle and _is_perfect(helpers) else Outlook.FUTURE
    if verb.morph.form == "Inf":
        return _of_infinitive(sentence, verb, helpers)
    if tenses & {"Imp", "Past"}:
        return Outlook.PAST
    if "Pres" in tenses:
        return Outlook.PAST if participle else Outlook.OPEN
    return Outlook.PAST if participle else None


def _is_perfect(helpers: list[Token]) -> bool:
    return any(t.lemma in ("avoir", "être") for t in helpers)


def _of_infinitive(sentence: Sentence, verb: Token, helpers: list[Token]) -> Outlook | None:
    """« avoir réuni » looks back; « doit réunir », « promet de réunir » look ahead."""
    if any(t.morph.form == "Inf" for t in helpers):
        return Outlook.PAST
    governor = sentence.head(verb)
    if governor is not verb and governor.lemma in _TO_COME:
        return Outlook.FUTURE
    return None


def is_background(text: str, start: int, sentence: Sentence | None) -> bool:
    """Whether the expression stands in a relative clause or a quotation, which tell of other
    times than the story's own."""
    if _open_quotation(text, start):
        return True
    token = token_at(sentence, start)
    if sentence is None or token is None:
        return False
    return any(t.dep in ("acl:relcl", "acl") for t in sentence.ancestors(token))


def _open_quotation(text: str, start: int) -> bool:
    before = text[max(0, start - 400) : start]
    return before.rfind("«") > before.rfind("»") or before.rfind("“") > before.rfind("”")
