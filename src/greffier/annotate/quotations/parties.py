"""To whom words are said, and who relays them: « a indiqué à X », « cité par X »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from greffier.annotate.quotations.cues import Cue
from greffier.annotate.quotations.direct import BlockView, in_marks
from greffier.annotate.quotations.draft import Draft, Words
from greffier.annotate.quotations.speakers import depends
from greffier.model.language import Reporting
from greffier.model.syntax import Sentence, Token

FAR = 24
"""Tokens between a reporting verb and whom it is said to."""
NEAR = 5
"""Tokens between a preposition and its noun."""
BY = ("par", "dans")


def with_parties(view: BlockView, drafts: Sequence[Draft], reporting: Reporting) -> Iterator[Draft]:
    """The drafts of a block with the words that tell their addressee and relay, where the
    journalist's words around the reporting verb tell them. What a participle adds (« ajoutant
    que ») has those of the verb before it."""
    by_cue = {cue.span: cue for cue in view.cues}
    last: tuple[Cue, Draft] | None = None
    for draft in drafts:
        sentence = _sentence(view, draft)
        if sentence is None or draft.cue is None:
            yield draft
            continue
        cue = by_cue.get(draft.cue)
        own = [t for t in sentence.tokens if not _quoted(view, draft, t)]
        to = draft.addressee or (_told_to(sentence, own, cue, reporting) if cue else None)
        to = to or _asked_by(sentence, own, reporting)
        told = replace(draft, addressee=to, via=draft.via or _relay(sentence, own, reporting))
        if cue is not None and last is not None and depends(cue) and cue.verb.morph.form == "Part":
            before, said = last
            if before.sentence is cue.sentence and before.span.end <= cue.span.start:
                told = replace(
                    told, addressee=told.addressee or said.addressee, via=told.via or said.via
                )
        if cue is not None:
            last = (cue, told)
        yield told


def _sentence(view: BlockView, draft: Draft) -> Sentence | None:
    if draft.cue is None:
        return None
    at = draft.cue.start
    return next((s for s in view.sentences if s.start <= at < s.end), None)


def _quoted(view: BlockView, draft: Draft, token: Token) -> bool:
    """Whether a word belongs to what is said and not to the journalist."""
    cue = draft.cue
    beside = cue is not None and draft.content.contains(cue)  # an incise
    if beside and cue is not None:
        return token.start < cue.start or _after_incise(view, cue.end, token.start)
    return draft.content.contains(token.span) or in_marks(view, token.span)


def _after_incise(view: BlockView, start: int, end: int) -> bool:
    """Whether an incise that began before `start` is over at `end`."""
    return any(c in view.text[start:end] for c in ".!?;:«»“”")


def _told_to(
    sentence: Sentence, own: Sequence[Token], cue: Cue, reporting: Reporting
) -> Words | None:
    """« a confié à X », « a martelé, devant X »: after the verb and its subject."""
    following = [t for t in own if t.i > cue.verb.i][:FAR]
    for token in following:
        if reporting.conjunction(token) or token.norm in (";", ":"):
            return None
        if token.pos == "VERB" and token.morph.form in ("Fin", "Inf") and token.i > cue.verb.i + 1:
            return None
        if reporting.to(token) and not _completes(sentence, token, cue):
            noun = _noun_after(sentence, token)
            if noun is not None:
                return Words(sentence, noun)
    return None


def _completes(sentence: Sentence, preposition: Token, cue: Cue) -> bool:
    """Whether a noun without determiner before a preposition takes it: « X, professeur à Y »."""
    for before in reversed(sentence.tokens[cue.verb.i + 1 : preposition.i]):
        if before.pos == "ADJ":
            continue
        bare = before.pos == "NOUN" and not sentence.children(before, "det", "case")
        return bare and before.text[0].islower() and not _is_time(sentence, before, cue)
    return False


def _is_time(sentence: Sentence, noun: Token, cue: Cue) -> bool:
    """« a indiqué lundi à X »: a noun right after the verb, and no apposition."""
    between = sentence.tokens[cue.verb.i + 1 : noun.i]
    return not any(t.norm == "," for t in between)


def _noun_after(sentence: Sentence, preposition: Token) -> Token | None:
    for token in sentence.tokens[preposition.i + 1 : preposition.i + 1 + NEAR]:
        following = sentence.tokens[token.i + 1 : token.i + 2]
        ordinal = token.lemma in ("second", "premier", "dernier")
        if token.pos in ("NOUN", "PROPN", "X") or ordinal:
            return following[0] if ordinal and following and following[0].pos == "NOUN" else token
        if token.pos in ("VERB", "PUNCT", "SCONJ"):
            return None
    return None


def _asked_by(sentence: Sentence, own: Sequence[Token], reporting: Reporting) -> Words | None:
    """« selon X, interrogé par Y »: who asks is spoken to."""
    for token in own:
        if reporting.asked(token):
            return _agent(sentence, token)
    return None


def _relay(sentence: Sentence, own: Sequence[Token], reporting: Reporting) -> Words | None:
    """« cité par X », « sur les ondes de X », « par l'intermédiaire de X »."""
    for token in own:
        if reporting.relayed(token):
            found = _agent(sentence, token)
        elif reporting.channel(sentence, token):
            noun = _noun_after(sentence, token)
            found = None if noun is None else Words(sentence, noun)
        else:
            continue
        if found is not None:
            return found
    return None


def _agent(sentence: Sentence, participle: Token) -> Words | None:
    """Who is told after « par » or « dans » right after a participle."""
    following = sentence.tokens[participle.i + 1 : participle.i + NEAR]
    for token in following:
        if token.norm in BY:
            noun = _noun_after(sentence, token)
            return Words(sentence, noun) if noun is not None else None
        if token.pos in ("VERB", "PUNCT", "DET"):
            return None
    return None
