"""Quoted predicates and clauses inside a sentence of the journalist's, without a verb of saying
that introduces them: « X « s'associe à la douleur » », « il juge ces propos « abjects » »."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.annotate.quotations.clauses import reported
from greffier.annotate.quotations.cues import Cue
from greffier.annotate.quotations.direct import BlockView, in_marks
from greffier.annotate.quotations.draft import Draft, Words
from greffier.annotate.quotations.speakers import speaker_of, subject_before
from greffier.model.annotations import QuotationKind
from greffier.model.language import Reporting
from greffier.model.marks import Marked
from greffier.model.phrases import subject_of
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

NEAR = 7
"""Tokens between a verb of judgement and the quoted predicate."""
BEFORE = 400
"""Code points before marks where the subject of a quoted predicate stands."""
SHORT, LONG = 25, 60
"""Code points: a quoted predicate shorter than the first is a scare quote; a clause or infinitive
longer than the second is somebody's words whatever governs it."""


def judged(view: BlockView, reporting: Reporting) -> Iterator[Draft]:
    """« il juge ces propos « abjects » », « elle se dit « prête » à partir »: the predicate that a
    verb of judgement gives, with what it is said of."""
    for cue in view.cues:
        if not reporting.judges(cue.verb) or in_marks(view, cue.span):
            continue
        mark = _predicate_after(view, cue)
        if mark is None:
            continue
        between = [t for t in cue.sentence.tokens[cue.verb.i + 1 :] if t.start < mark.whole.start]
        of = [t for t in between if t.pos in ("DET", "NOUN", "PROPN")]
        first = of[0] if of else _first_in(cue.sentence, mark)
        if first is None:
            continue
        content = reported(view, cue, first.i, reporting)
        if content is None:
            continue
        content = _to_comma(view, cue.sentence, content)
        alone = not of and content.end <= mark.whole.end
        kind = QuotationKind.DIRECT if alone else QuotationKind.MIXED
        speaker = speaker_of(cue, False, view.cues)
        said = mark.content if alone else content
        yield Draft(said, kind, "quotations.judged", cue.span, speaker)


def _to_comma(view: BlockView, sentence: Sentence, content: Span) -> Span:
    """A predicate ends at the comma: « Se disant « confiant » en X, le conseil … »."""
    for token in sentence.tokens_in(content):
        if token.norm == "," and not in_marks(view, token.span):
            return Span(content.start, token.start)
    return content


def _predicate_after(view: BlockView, cue: Cue) -> Marked | None:
    """The marks that open on an adjective or participle soon after a verb."""
    for token in cue.sentence.tokens[cue.verb.i + 1 : cue.verb.i + 1 + NEAR]:
        mark = next((m for m in view.marks if m.whole.start == token.start), None)
        if mark is not None:
            inside = [t for t in cue.sentence.tokens if mark.content.contains(t.span)]
            lead = next((t for t in inside if t.pos not in ("ADV",)), None)
            if lead is None:
                return None
            predicate = lead.pos == "ADJ" or lead.morph.form == "Part"
            return mark if predicate else None
        if token.pos in ("VERB", "AUX", "SCONJ") or token.norm in (",", ":", ";", "."):
            return None
    return None


def _first_in(sentence: Sentence, mark: Marked) -> Token | None:
    return next((t for t in sentence.tokens if t.start >= mark.whole.start), None)


def embedded(view: BlockView, mark: Marked, reporting: Reporting) -> Draft | None:
    """A quoted predicate after its subject, a quoted infinitive, or a long quoted clause."""
    length = mark.content.end - mark.content.start
    opening = view.text[mark.content.start]
    if length < SHORT or opening.isupper() or view.is_heading:
        return None
    inside = view.between(mark.content.start, mark.content.end)
    found = [(s, t) for s, t in inside if _tells(t)]
    before = view.between(mark.whole.start - BEFORE, mark.whole.start)
    if not found or not before:
        return None
    sentence, first = found[0]
    told, previous = before[-1]
    speaker: Token | None = None
    rule = "quotations.embedded"
    if told is not sentence:
        return None
    lead = next((t for _, t in found if not reporting.leans(t) and t.pos != "ADV"), first)
    if lead.pos in ("VERB", "AUX"):
        if lead.morph.form == "Fin" or (lead.morph.form == "Part" and previous.pos == "AUX"):
            speaker = _subject(told, previous)
        elif lead.morph.form == "Inf" and length >= LONG:
            governors = [t for s, t in before if s is told and t.pos in ("VERB", "AUX")]
            finite = [t for t in governors if t.morph.form != "Inf"]
            speaker = _subject(told, finite[-1]) if finite else None
        if speaker is None:
            return None
        return Draft(mark.content, QuotationKind.DIRECT, rule, None, Words(told, speaker))
    finite = [t for _, t in found if t.pos in ("VERB", "AUX") and t.morph.form == "Fin"]
    if length < LONG or not finite:
        return None
    return Draft(mark.content, QuotationKind.DIRECT, rule)


def _tells(token: Token) -> bool:
    return token.pos not in ("PUNCT", "SYM")


def _subject(sentence: Sentence, token: Token) -> Token | None:
    """The subject that ends with a word or belongs to a verb; of « qui », whom it stands for."""
    if token.pos in ("VERB", "AUX"):
        return subject_of(sentence, token) or subject_before(sentence, token)
    following = sentence.tokens[token.i + 1]
    found = subject_before(sentence, following)
    if found is not None and found.norm == "qui":
        return next(
            (t for t in reversed(sentence.tokens[: found.i]) if t.pos in ("NOUN", "PROPN")), None
        )
    return found
