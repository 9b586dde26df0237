"""Reported speech told by a preposition: « selon X, … », « …, d'après X », « X, pour qui … »."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from greffier.annotate.quotations.clauses import own_clause
from greffier.annotate.quotations.direct import BlockView, in_marks
from greffier.annotate.quotations.draft import Draft, Words
from greffier.annotate.quotations.passages import TRAILING, opening, sentence_end, trimmed
from greffier.model.annotations import QuotationKind
from greffier.model.language import Reporting, Source
from greffier.model.marks import Marked
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

FINITE = ("VERB", "AUX")
FIGURE, SHORTEST = 9, 3
"""Tokens, at most, and code points, at least, of a figure told before its source."""


def sourced(view: BlockView, reporting: Reporting) -> Iterator[Draft]:
    """The clauses of a block that a preposition gives to somebody, outside quotation marks."""
    for sentence in view.sentences:
        sources = list(_sources(view, sentence, reporting))
        several = len(sources) > 1 and _counts(sentence, sources[0])
        for place, source in enumerate(sources):
            begin = sources[place - 1].head.end if place else sentence.start
            figure = _figure(view, sentence, source, begin) if several else None
            several = figure is not None and not source.relative
            content = figure or _clause(view, sentence, source, reporting)
            if content is None:
                continue
            speaker = Words(sentence, source.head)
            whole = next((m.content for m in view.marks if _fills(m.whole, content)), None)
            kind = QuotationKind.INDIRECT if whole is None else QuotationKind.DIRECT
            yield Draft(whole or content, kind, "quotations.source", source.cue, speaker)


def _sources(view: BlockView, sentence: Sentence, reporting: Reporting) -> Iterator[Source]:
    for token in sentence.tokens:
        source = reporting.source(sentence, token)
        if source is not None and not any(m.content.contains(token.span) for m in view.marks):
            yield source


def _fills(mark: Span, content: Span) -> bool:
    return abs(mark.start - content.start) <= 2 and abs(mark.end - content.end) <= 2


def _figure(view: BlockView, sentence: Sentence, source: Source, begin: int) -> Span | None:
    """« 700 personnes selon la police, 2 000 à en croire X »: the figure that each one gives."""
    told = [t for t in sentence.tokens if begin <= t.start and t.end <= source.cue.start]
    if not told or len(told) > FIGURE or any(_is_finite(t) for t in told):
        return None
    return trimmed(view, told[0].start, told[-1].end, SHORTEST)


def _counts(sentence: Sentence, source: Source) -> bool:
    """Whether a sentence begins with a figure, before its first source."""
    before = [t for t in sentence.tokens if t.start < source.cue.start]
    return any(t.pos == "NUM" or t.text.isdigit() for t in before)


def _clause(
    view: BlockView, sentence: Sentence, source: Source, reporting: Reporting
) -> Span | None:
    if source.relative:
        after = next((t for t in sentence.tokens if t.start >= source.cue.end), None)
        if after is None:
            return None
        return trimmed(view, after.start, sentence_end(view, sentence, after.start))
    if _leads(sentence, source):
        return _after_comma(view, sentence, source, reporting)
    begin = opening(view, sentence, source.cue.start)
    if _resumed(sentence, source, reporting):
        return trimmed(view, begin, sentence_end(view, sentence, begin))
    return trimmed(view, begin, source.cue.start)


def _leads(sentence: Sentence, source: Source) -> bool:
    """Whether the preposition opens the sentence, or a clause after a conjunction."""
    first = next(t for t in sentence.tokens if t.start >= source.cue.start)
    before = sentence.tokens[: first.i]
    if first.i <= 3 and all(t.pos in ("CCONJ", "ADV", "PUNCT") for t in before):
        return True
    joint = next((t for t in reversed(before) if t.norm != ","), None)
    return joint is not None and (joint.pos in ("CCONJ", "SCONJ") or joint.norm in ":;")


def _after_comma(
    view: BlockView, sentence: Sentence, source: Source, reporting: Reporting
) -> Span | None:
    """The clause after « selon X, ministre de Y, »: from the first comma after which the words
    no longer tell more of X."""
    tokens = sentence.tokens
    end = sentence_end(view, sentence, source.head.start)
    marked = next((m for m in view.marks if source.head.end <= m.whole.start < end), None)
    subject = None
    for comma in _commas(view, sentence, source):
        following = next((c for c in _commas(view, sentence, source) if c > comma), len(tokens))
        last = following == len(tokens)
        if last or not reporting.tells_more(sentence, comma + 1, following):
            if comma + 1 >= len(tokens):
                return None
            first = comma + 1
            if subject is not None and _lacks_subject(sentence, first, reporting):
                first = subject
            return trimmed(
                view, tokens[first].start, _coordinated(view, sentence, first, end, reporting)
            )
        if subject is None and tokens[comma + 1].pos in ("DET", "PROPN"):
            subject = comma + 1
    if marked is not None and not any(_is_finite(t) for t in _between(sentence, source, marked)):
        return trimmed(view, marked.whole.start, end)
    return None


def _lacks_subject(sentence: Sentence, first: int, reporting: Reporting) -> bool:
    """Whether a clause begins with its verb: what seemed to tell more of the source was its
    subject (« Selon X, le ministre, Y, partira »)."""
    while first < len(sentence.tokens) - 1 and reporting.leans(sentence.tokens[first]):
        first += 1
    return _is_finite(sentence.tokens[first])


def _coordinated(
    view: BlockView, sentence: Sentence, first: int, end: int, reporting: Reporting
) -> int:
    """Where another's words begin: « selon X, …, et Y estime que … »."""
    for later in view.cues:
        if later.sentence is sentence and not in_marks(view, later.span):
            apart = own_clause(later, first, reporting)
            if apart is not None:
                return min(end, sentence.tokens[apart].start)
    return end


def _between(sentence: Sentence, source: Source, mark: Marked) -> list[Token]:
    return [t for t in sentence.tokens if source.head.end <= t.start < mark.whole.start]


def _commas(view: BlockView, sentence: Sentence, source: Source) -> list[int]:
    """The commas after a source and outside marks, by position."""
    return [
        t.i
        for t in sentence.tokens[source.head.i + 1 :]
        if t.norm == "," and not any(m.content.contains(t.span) for m in view.marks)
    ]


def _resumed(sentence: Sentence, source: Source, reporting: Reporting) -> bool:
    """Whether the clause goes on after « …, d'après X, »: a finite verb follows what tells more of
    X and none stands before the source."""
    tokens = sentence.tokens
    before = [t for t in tokens if t.start < source.cue.start and t.norm != ","]
    cut = bool(before) and (_is_finite(before[-1]) or before[-1].pos in ("ADP", "DET"))
    if any(_is_finite(t) for t in before) and not cut:
        return False
    commas = [t.i for t in tokens[source.head.i :] if t.norm == ","]
    for comma, following in pairwise([*commas, len(tokens)]):
        if not reporting.tells_more(sentence, comma + 1, following):
            rest = tokens[comma + 1 :]
            if rest and reporting.likens(rest[0]):
                return False
            long = sum(len(t.text) for t in rest) > len(TRAILING)
            return long and any(_is_finite(t) for t in rest)
    return False


def _is_finite(token: Token) -> bool:
    return token.pos in FINITE and token.morph.form == "Fin"
