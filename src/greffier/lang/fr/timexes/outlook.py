"""Whether a sentence looks back or ahead from its date: prepositions first, then the verb."""

from __future__ import annotations

import re
from bisect import bisect_right

from greffier.lang.fr.spelling import plain
from greffier.lang.fr.timexes.words import WORDS
from greffier.model.syntax import Sentence, Token
from greffier.model.times import Outlook

_AHEAD_BEFORE = re.compile(
    r"(?:\b(?:d'ici|d'ici a|d'ici aux|d'ici au|d'ici la|a partir de|a partir du|a compter du|"
    r"a compter de|pour|au plus tard|avant) |d'ici l'|\b(?:pour|avant) l')$"
)
_PUT_OFF = re.compile(
    r"\b(?:report|repouss|decal|fix|renvoy|ajourn|avanc|convoqu|programm|prevu)[a-z]* "
    r"(?:a|au|pour) $"
)
"""« a été reporté à mardi »: the day is to come, though the verb looks back."""
_UNTIL = re.compile(r"\bjusqu'(?:a|au|a l'|en) ?$")
_BACK_BEFORE = re.compile(r"\b(?:depuis|remonte a|date de|datant de|date du|datant du) (?:l')?$")

_FUTURE = re.compile(
    r"(?:er|[iu]r|[dtv]r|rr)(?:a|ai|as|ons|ez|ont)$|^(?:i|au|se|fe)r(?:a|ai|as|ons|ez|ont)$"
)
_CONDITIONAL = re.compile(
    r"(?:er|[iu]r|[dtv]r|rr)(?:ait|ais|aient|ions|iez)$|^(?:i|au|se|fe)r(?:ait|aient)$"
)
_VERBS = ("VERB", "AUX")
AROUND = 40
"""Where the tree shows no verb, a future among so many tokens tells."""
CLOSE = 5
"""A day so near after its verb is told by it, whatever the parser makes of the rest."""


def outlook(text: str, start: int, sentence: Sentence, of_day: bool) -> Outlook:
    """How the expression at `start` lies to the moment of writing; `of_day` says it tells a day."""
    before = text[max(0, start - 22) : start]
    if _AHEAD_BEFORE.search(before) or _PUT_OFF.search(before):
        return Outlook.FUTURE
    if _BACK_BEFORE.search(before):
        return Outlook.PAST
    token = token_at(sentence, start)
    if token is None:
        return Outlook.OPEN
    told = _of_governor(sentence, token)
    if told is Outlook.OPEN and of_day and _announces(sentence, token):
        return Outlook.FUTURE
    if told is Outlook.OPEN and _UNTIL.search(before):
        return Outlook.FUTURE
    of_noun = before.endswith((" de ", " du ", " d'", " des "))
    return Outlook.OPEN if of_noun and told is Outlook.PAST else told


def token_at(sentence: Sentence, start: int) -> Token | None:
    """The token that holds an offset, or the next one."""
    place = bisect_right(sentence.tokens, start, key=_end)
    return sentence.tokens[place] if place < len(sentence.tokens) else None


def _end(token: Token) -> int:
    return token.end


def _of_governor(sentence: Sentence, token: Token) -> Outlook:
    for governor in (token, *sentence.ancestors(token)):
        if governor.pos in _VERBS or sentence.children(governor, "cop", "aux"):
            told = _of_verb(sentence, governor)
            if told is not None:
                return told
    around = sentence.tokens[max(0, token.i - AROUND) : token.i + AROUND]
    ahead = any(_form(t) == "Fut" and t.pos != "PROPN" for t in around)
    return Outlook.FUTURE if ahead else Outlook.OPEN


def _form(token: Token) -> str:
    """Its tense or mood, by its ending where that tells: the tagger often misses the future
    and the conditional."""
    word = plain(token.norm)
    infinitive_stem = token.lemma[:-2]
    if word not in WORDS.no_future and len(word) > 3:
        past_simple = word == infinitive_stem + "a"
        imperfect = word in (infinitive_stem + "ait", infinitive_stem + "aient")
        if _FUTURE.search(word) and not past_simple:
            return "Fut"
        if _CONDITIONAL.search(word) and not imperfect:
            return "Cnd"
    if token.morph.mood == "Cnd":
        return "Cnd"
    return token.morph.tense if token.morph.form == "Fin" else ""


def _of_verb(sentence: Sentence, verb: Token) -> Outlook | None:
    """What one verb tells; null when its own governor must be asked."""
    helpers = sentence.children(verb, "aux", "cop")
    forms = {_form(t) for t in (*helpers, verb)}
    perfect = any(t.dep == "aux:tense" and _form(t) == "Pres" for t in helpers)
    participle = verb.morph.form == "Part" and verb.morph.tense != "Pres" and not _form(verb)
    if participle and verb.lemma in WORDS.planned and not (perfect or forms & {"Imp", "Past"}):
        return Outlook.FUTURE
    if "Fut" in forms:
        return Outlook.FUTURE
    if "Cnd" in forms:
        unreal = participle and not any(t.dep == "aux:pass" for t in helpers)
        return Outlook.PAST if unreal else Outlook.FUTURE
    if verb.morph.form == "Inf":
        return _of_infinitive(sentence, verb, helpers)
    if forms & {"Imp", "Past"} or participle or perfect:
        return Outlook.PAST
    if "Pres" not in forms:
        return None
    return Outlook.OPEN


def _announces(sentence: Sentence, token: Token) -> bool:
    """« présente mercredi son budget »: a present before its day tells what is to come, unless
    it reports (« estime mercredi le journal »)."""
    verb = sentence.head(token)
    close = verb.i < token.i <= verb.i + CLOSE and _form(verb) == "Pres"
    between = sentence.tokens[verb.i : token.i]
    # the lemma table misses some forms: « estime » is also a noun
    reports = not WORDS.reporting.isdisjoint((verb.lemma, verb.norm + "r"))
    return close and not reports and all(t.text != "," for t in between)


def _of_infinitive(sentence: Sentence, verb: Token, helpers: list[Token]) -> Outlook | None:
    """« avoir réuni » looks back; « doit réunir », « promet de réunir » look ahead."""
    if any(t.morph.form == "Inf" for t in helpers):
        return Outlook.PAST
    if any(t.norm in ("pour", "avant", "afin") for t in sentence.children(verb)):
        return Outlook.OPEN
    governor = sentence.head(verb)
    if governor is not verb and governor.lemma in WORDS.to_come:
        return Outlook.FUTURE
    return None


def is_background(text: str, start: int, sentence: Sentence) -> bool:
    """Whether the expression stands in a relative clause or a quotation, which tell of other
    times than the story's own."""
    if _open_quotation(text, start):
        return True
    token = token_at(sentence, start)
    if token is None:
        return False
    return any(t.dep in ("acl:relcl", "acl") for t in sentence.ancestors(token))


def is_state(sentence: Sentence, start: int) -> bool:
    """Whether « aujourd'hui » only says that something is so now: it stands beside a noun
    (« aujourd'hui directeur ») or in a relative clause in the present."""
    token = token_at(sentence, start)
    if token is None:
        return False
    if token.i and sentence.tokens[token.i - 1].text == "(":
        return True
    head = sentence.head(token)
    if head.pos in _VERBS:
        return head.dep == "acl:relcl" and _form(head) == "Pres"
    beside = 0 < head.i - token.i <= 2 and head.pos in ("NOUN", "ADJ", "PROPN")
    return beside and not sentence.children(head, "cop", "aux", "nsubj")


def _open_quotation(text: str, start: int) -> bool:
    before = text[max(0, start - 400) : start]
    return before.rfind("«") > before.rfind("»") or before.rfind("“") > before.rfind("”")
