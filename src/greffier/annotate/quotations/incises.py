"""Reporting verbs put after or inside what they report, without marks: « …, a annoncé X »."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from greffier.annotate.quotations.cues import Cue, is_finite
from greffier.annotate.quotations.direct import BlockView, only_marks
from greffier.annotate.quotations.draft import Words
from greffier.annotate.quotations.passages import opening, sentence_end, trimmed
from greffier.annotate.quotations.speakers import speaker_of
from greffier.model.language import Reporting
from greffier.model.syntax import Token
from greffier.model.text import Span

SHORTEST = 4
"""Code points of what an incise reports (« Faux, répond X »)."""


def put_after(view: BlockView, cue: Cue, reporting: Reporting) -> Span | None:
    """…, a annoncé X: the sentence before the comma is what X said; what goes on after it too."""
    words = speaker_of(cue, True, view.cues)
    if _tells_by_itself(cue):
        return None
    if not reporting.beside(cue.verb) or words is None or words.head.start < cue.span.start:
        return None
    if words.head.pos == "NOUN" and not reporting.tells_people(cue.sentence, words.head):
        return None  # « X, lance une attaque »
    tokens = cue.sentence.tokens
    first = next((t.i for t in tokens if t.start >= cue.span.start), cue.verb.i)
    while (
        first > 0
        and tokens[first - 1].pos in ("PRON", "ADV")
        and tokens[first - 1].norm not in (",",)
    ):
        first -= 1
    if first < 2 or tokens[first - 1].norm != ",":
        return None
    begin = opening(view, cue.sentence, tokens[first - 1].start)
    if _is_marked_speech(view, begin, tokens[first - 1].start):
        return None
    before = [t for t in tokens if begin <= t.start < cue.span.start]
    resumed = _resumes(view, cue, words, before, reporting)
    if resumed is not None:
        return trimmed(view, begin, resumed)
    if not any(t.pos in ("VERB", "AUX") for t in before) and first > 2:
        return None
    return trimmed(view, begin, tokens[first - 1].start, SHORTEST)


def _tells_by_itself(cue: Cue) -> bool:
    """Whether the verb has its subject before it, or is no finite verb: no incise then."""
    own = [t for t in cue.sentence.children(cue.verb, "nsubj") if t.start < cue.span.start]
    helpers = cue.sentence.children(cue.verb, "aux")
    finite = is_finite(cue) and not any(t.morph.form == "Inf" for t in helpers)
    busy = own and all(_has_another_verb(cue, t) for t in own)
    return bool(own and not busy) or not (finite or cue.verb.pos == "NOUN")


def _has_another_verb(cue: Cue, subject: Token) -> bool:
    """Whether a subject is really that of a verb between it and the incise (« ce serait une
    première, rappelle X »)."""
    for token in cue.sentence.tokens[subject.i + 1 : cue.verb.i]:
        if token.start >= cue.span.start or token.norm == "," or token.pos in ("SCONJ", "PRON"):
            return False
        if token.pos in ("VERB", "AUX") and token.morph.form == "Fin":
            return True
    return False


def _is_marked_speech(view: BlockView, begin: int, end: int) -> bool:
    """Whether what stands before the incise is one passage between marks, with at most a topic
    or an introduction before it (« Bilan : « … », a dit X »): that is direct speech."""
    closing = [m for m in view.marks if 0 <= end - m.whole.end <= 1 and m.whole.start >= begin - 1]
    if closing and only_marks(view, begin, end):
        return True
    if not closing:
        return any(m.whole.start < end <= m.content.end for m in view.marks)
    introduced = view.text[begin : closing[0].whole.start].rstrip().endswith(":")
    before = [t for _, t in view.between(begin, closing[0].whole.start)]
    if before and not introduced:
        content = closing[0].content
        first = next((t for _, t in view.between(content.start, content.end)), None)
        if first is not None and first.pos in ("VERB", "AUX") and first.morph.form == "Fin":
            return False  # « Je le « prouverai », a-t-il dit »: the clause is of both
    return introduced or not any(t.pos in ("VERB", "AUX") for t in before)


def _resumes(
    view: BlockView, cue: Cue, words: Words, before: Sequence[Token], reporting: Reporting
) -> int | None:
    """The end of the sentence when what is reported goes on after the incise: nothing before it
    is a whole clause (« Si rien ne change, prévient X, « … » »), or its main verb comes after."""
    tokens = cue.sentence.tokens
    commas = [t.i for t in tokens if t.norm == "," and t.start >= words.head.end]
    for comma, following in pairwise([*commas, len(tokens)]):
        if not reporting.tells_more(cue.sentence, comma + 1, following):
            break
    else:
        return None
    rest = tokens[comma + 1 :]
    verbs = [t for t in rest if t.pos in ("VERB", "AUX") and t.morph.form == "Fin"]
    main = cue.sentence.head(cue.verb)
    if any(v.i == main.i for v in verbs):
        return sentence_end(view, cue.sentence, cue.sentence.start)
    whole = any(t.pos in ("VERB", "AUX") and t.morph.form == "Fin" for t in before)
    if before and before[0].pos == "SCONJ":
        whole = False
    if whole or not verbs or reporting.says(rest[0]):
        return None
    return sentence_end(view, cue.sentence, cue.sentence.start)
