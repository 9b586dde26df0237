"""Reported speech told by a preposition: « selon X, … », « …, d'après X », « X, pour qui … »."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.annotate.quotations.direct import BlockView
from greffier.annotate.quotations.draft import Draft, Words
from greffier.annotate.quotations.passages import TRAILING, opening, sentence_end, trimmed
from greffier.model.annotations import QuotationKind
from greffier.model.language import Reporting, Source
from greffier.model.syntax import Sentence, Token
from greffier.model.text import Span

FINITE = ("VERB", "AUX")


def sourced(view: BlockView, reporting: Reporting) -> Iterator[Draft]:
    """The clauses of a block that a preposition gives to somebody, outside quotation marks."""
    for sentence in view.sentences:
        for token in sentence.tokens:
            source = reporting.source(sentence, token)
            if source is None or any(m.content.contains(token.span) for m in view.marks):
                continue
            content = _clause(view, sentence, source)
            if content is not None:
                speaker = Words(sentence, source.head)
                kind = QuotationKind.INDIRECT
                yield Draft(content, kind, "quotations.source", source.cue, speaker)


def _clause(view: BlockView, sentence: Sentence, source: Source) -> Span | None:
    if source.relative:
        after = next((t for t in sentence.tokens if t.start >= source.cue.end), None)
        return None if after is None else trimmed(view, after.start, sentence.end)
    if _leads(sentence, source):
        return _after_comma(view, sentence, source)
    begin = opening(view, sentence, source.cue.start)
    resumed = _resumed(sentence, source)
    if resumed:
        return trimmed(view, begin, sentence.end)
    return trimmed(view, begin, source.cue.start)


def _leads(sentence: Sentence, source: Source) -> bool:
    """Whether the preposition opens the sentence, after a conjunction or adverb at most."""
    first = next(t for t in sentence.tokens if t.start >= source.cue.start)
    before = sentence.tokens[: first.i]
    return first.i <= 3 and all(t.pos in ("CCONJ", "ADV", "PUNCT") for t in before)


def _after_comma(view: BlockView, sentence: Sentence, source: Source) -> Span | None:
    """The main clause after « selon X, ministre de Y, »: from the comma before its subject."""
    tokens = sentence.tokens
    main = _main_subject(sentence, source)
    commas = [t for t in tokens if t.norm == "," and t.i > source.head.i]
    if not commas:
        return None
    before_main = [t for t in commas if main is not None and t.i < main]
    comma = before_main[-1] if before_main else commas[0]
    if comma.i + 1 >= len(tokens):
        return None
    start = tokens[comma.i + 1].start
    return trimmed(view, start, sentence_end(view, sentence, start))


def _main_subject(sentence: Sentence, source: Source) -> int | None:
    """Where the subject of the main verb begins, if it comes after the source."""
    roots = [t for t in sentence.tokens if t.head == t.i and t.i > source.head.i]
    for root in roots:
        for subject in sentence.children(root, "nsubj", "csubj", "expl"):
            first = min(t.i for t in sentence.subtree(subject))
            if first > source.head.i:
                return first
    return None


def _resumed(sentence: Sentence, source: Source) -> bool:
    """Whether the clause goes on after « …, d'après X, »: a finite verb follows the next comma
    and none stands before the source."""
    tokens = sentence.tokens
    comma = next((t for t in tokens if t.i > source.head.i and t.norm == ","), None)
    if comma is None:
        return False
    after = [t for t in tokens[comma.i :] if _is_finite(t)]
    before = [t for t in tokens if t.start < source.cue.start and _is_finite(t)]
    rest = sum(len(t.text) for t in tokens[comma.i + 1 :])
    return bool(after) and not before and rest > len(TRAILING)


def _is_finite(token: Token) -> bool:
    return token.pos in FINITE and token.morph.form == "Fin"
