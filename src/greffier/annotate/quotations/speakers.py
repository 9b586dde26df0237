"""Which words tell who speaks: the subject of a reporting verb, also where the parse misses it."""

from __future__ import annotations

from collections.abc import Sequence

from greffier.annotate.quotations.cues import Cue
from greffier.annotate.quotations.draft import Words
from greffier.model.syntax import Sentence, Token

REACH = 14
"""Tokens after a reporting verb among which its subject stands."""
CLOSE = 4
"""Tokens from an incise's verb to its subject (« a dit lundi le maire »)."""
ASIDE = 9
"""Tokens of what two commas set apart between subject and verb."""
OF, TO = ("de", "d'"), ("à", "au", "aux")
CLITIC = ("expl", "obj", "iobj")
NOMINAL = ("NOUN", "PROPN")


def speaker_of(cue: Cue, after: bool = False, cues: Sequence[Cue] = ()) -> Words | None:
    """The words that tell who speaks: the subject; when the verb is put after what is said, the
    noun or pronoun that follows it first. A participle or infinitive (« ajoutant que », « avant
    d'assurer ») has the speaker of the verb before it, among `cues`."""
    following = inverted_subject(cue)
    before = cue.subject is not None and cue.subject.start < cue.verb.start and not cue.inverted
    pronoun = following is not None and following.text.startswith("-")
    if pronoun and following is not None and following.norm.endswith("on"):
        return cue.speaker  # « a-t-on appris de source militaire »
    incise = _follows_comma(cue)
    near = following is not None and following.i - cue.verb.i <= CLOSE
    inverted = incise and ((near and after) or not _has_own(cue))
    if following is not None and (pronoun or inverted or (after and not before)):
        return Words(cue.sentence, following)
    before_verb = cue.sentence.tokens[max(0, cue.verb.i - 2) : cue.verb.i]
    if [t.pos for t in before_verb[:1]] == ["DET"] and before_verb[-1].lemma == "dernier":
        return Words(cue.sentence, before_verb[-1])  # « ce dernier expliquant que »
    antecedent = _antecedent(cue)
    if antecedent is not None:
        return Words(cue.sentence, antecedent)
    granted = _granted(cue)
    if granted is not None:
        return Words(cue.sentence, granted)
    if depends(cue):
        governed = cue.verb.dep.startswith("xcomp") and cue.subject is not None
        return (cue.speaker if governed else None) or _before(cue, cues) or cue.speaker
    if (cue.subject is None or cue.inverted) and _is_finite(cue):
        found = _left(cue) or following
        if found is not None:
            return Words(cue.sentence, found)
    return cue.speaker


def _antecedent(cue: Cue) -> Token | None:
    """« la police, qui précise que »: the noun before the relative right before a verb."""
    tokens = cue.sentence.tokens
    place = next((t.i for t in tokens if t.start >= cue.span.start), cue.verb.i) - 1
    while place > 0 and tokens[place].pos in ("PRON", "ADV", "AUX") and tokens[place].norm != "qui":
        place -= 1
    if place <= 0 or tokens[place].norm != "qui":
        return None
    for token in reversed(tokens[:place]):
        if token.pos in NOMINAL:
            return _top(cue.sentence, token)
        if token.norm not in (",", ")") and token.pos != "ADJ":
            return None
    return None


def _has_own(cue: Cue) -> bool:
    """Whether the verb has its own subject before it."""
    return any(t.i < cue.verb.i for t in cue.sentence.children(cue.verb, "nsubj"))


def _follows_comma(cue: Cue) -> bool:
    """« …, a dit X »: a verb right after a comma or closing marks has its subject after it."""
    tokens = cue.sentence.tokens
    first = next((t for t in tokens if t.start >= cue.span.start), cue.verb)
    while first.i and tokens[first.i - 1].pos == "PRON" and not first.text.startswith("-"):
        first = tokens[first.i - 1]  # « …, s'emporte X »
    before = cue.sentence.tokens[first.i - 1].norm if first.i else ""
    return before in (",", "»", '"', "”", "!", "?", "…")


def depends(cue: Cue) -> bool:
    """Whether a verb without a subject of its own stands in a participle or an infinitive."""
    morph = cue.verb.morph
    own = cue.sentence.children(cue.verb, "nsubj")
    if own and own[0].pos in (*NOMINAL, "PRON") and own[0].i < cue.verb.i:
        return False
    describes = cue.verb.dep.startswith("acl") and cue.sentence.head(cue.verb).i == cue.verb.i - 1
    if describes:  # « des riverains affirmant que »
        return False
    return morph.form == "Inf" or (morph.form == "Part" and morph.tense == "Pres")


def _before(cue: Cue, cues: Sequence[Cue]) -> Words | None:
    """The speaker of the last reporting verb before in the sentence, else its first subject."""
    earlier = [c for c in cues if c.sentence is cue.sentence and c.span.end <= cue.span.start]
    for told in reversed(earlier):
        if told.verb.morph.form == "Inf" or _is_embedded(told, cue):
            continue
        found = speaker_of(told, _follows_comma(told), cues)
        if found is not None:
            return found
    for token in cue.sentence.tokens[: cue.verb.i]:
        if token.pos in ("VERB", "AUX") and token.morph.form == "Fin":
            subject = subject_before(cue.sentence, token)
            if subject is not None:
                return Words(cue.sentence, subject)
    return None


def _granted(cue: Cue) -> Token | None:
    """« a permis à X de déclarer »: whom an infinitive in « de » is granted to."""
    tokens = cue.sentence.tokens
    if cue.verb.morph.form != "Inf" or not cue.verb.i or tokens[cue.verb.i - 1].norm not in OF:
        return None
    for token in reversed(tokens[max(0, cue.verb.i - REACH) : cue.verb.i - 1]):
        if token.pos in ("VERB", "AUX") or token.norm == ",":
            return None
        if token.norm in TO:
            return next((t for t in tokens[token.i + 1 : cue.verb.i] if t.pos in NOMINAL), None)
    return None


def _is_embedded(told: Cue, cue: Cue) -> bool:
    """Whether a verb stands in a relative clause: its subject is not that of the sentence."""
    return told.verb.dep == "acl:relcl" and cue.sentence.head(cue.verb).i != told.verb.i


def _is_finite(cue: Cue) -> bool:
    return cue.verb.morph.form in ("Fin", "") or bool(cue.sentence.children(cue.verb, "aux"))


def _left(cue: Cue) -> Token | None:
    first = next((t for t in cue.sentence.tokens if t.start >= cue.span.start), cue.verb)
    return subject_before(cue.sentence, first)


def subject_before(sentence: Sentence, verb: Token) -> Token | None:
    """The head of the noun phrase, or the pronoun, right before a verb, over its clitics and
    over what two commas set apart."""
    place = verb.i - 1
    tokens = sentence.tokens
    while place >= 0:
        token = tokens[place]
        if token.norm == ",":
            opened = next(
                (
                    i
                    for i in range(place - 1, max(-1, place - 1 - ASIDE), -1)
                    if tokens[i].norm == ","
                ),
                None,
            )
            if opened is None:
                return None
            place = opened - 1
        elif (token.pos == "PRON" and not token.dep.startswith(CLITIC)) or token.norm in PERSONAL:
            return token
        elif token.pos in NOMINAL or token.lemma == "dernier":
            return _phrase_head(sentence, token)
        elif token.pos in ("ADV", "AUX", "PRON", "ADJ") or token.morph.form == "Part":
            place -= 1
        else:
            return None
    return None


TYING = ("de", "d'", "du", "des")
TIED = ("nmod", "flat", "appos", "compound", "amod", "acl")
"""Relations within one noun phrase."""
PERSONAL = frozenset({"il", "elle", "ils", "elles"})


def _phrase_head(sentence: Sentence, last: Token) -> Token | None:
    """The head of the noun phrase that ends with a token; null when a preposition governs it."""
    head = _top(sentence, last)
    return None if sentence.children(head, "case") else head


def _top(sentence: Sentence, last: Token) -> Token:
    """The noun that heads the phrase that a word ends."""
    head = last
    for above in sentence.ancestors(last):
        between = sentence.tokens[above.i : head.i]
        tied = head.dep.startswith(TIED) and above.pos in NOMINAL and above.i < head.i
        tied = tied and all(t.norm in TYING for t in sentence.children(head, "case"))
        if not tied or any(t.norm == "," for t in between):
            break
        head = above
    return head


def inverted_subject(cue: Cue) -> Token | None:
    """The pronoun or noun phrase right after the verb (« raconte X », « a-t-il »)."""
    if cue.inverted:
        return cue.subject
    commas = 0
    for token in cue.sentence.tokens[cue.verb.i + 1 : cue.verb.i + REACH]:
        if token.text.startswith("-") and token.pos == "PRON":
            return token
        nominal = token.pos in NOMINAL or token.lemma in ("dernier", "intéressé")
        nominal = nominal or _ordinal(cue, token)
        if nominal and not cue.sentence.children(token, "case") and _determined(cue, token):
            return token
        commas += token.norm == ","
        if token.pos in ("VERB", "SCONJ") or token.norm in (".", ";", ":", "»") or commas > 2:
            return None
    return None


def _ordinal(cue: Cue, token: Token) -> bool:
    """« a lancé la première »: an ordinal that stands for somebody."""
    before = cue.sentence.tokens[token.i - 1]
    return token.lemma in ("premier", "second") and before.pos == "DET"


def _determined(cue: Cue, token: Token) -> bool:
    """A name, or a noun with its article: « a dit jeudi le ministre » is not said by Thursday."""
    named = token.pos == "PROPN" or token.text[0].isupper()
    determined = bool(cue.sentence.children(token, "det"))
    return named or determined or token.pos == "ADJ" or token.lemma in ("dernier", "intéressé")
