"""Where a reported passage begins and ends in its block."""

from __future__ import annotations

from greffier.annotate.quotations.direct import BlockView
from greffier.model.syntax import Sentence
from greffier.model.text import Span

TRAILING = " \t\u00a0\u202f,;:.!?…–—-"
SHORTEST = 8
"""Code points of a reported clause."""


def sentence_end(view: BlockView, sentence: Sentence, start: int) -> int:
    """The end of the sentence that the reader sees: marks that open in it are closed first, and
    what the parser cut at a colon is put together again."""
    end = sentence.end
    for following in view.sentences:
        cut = view.text[end - 1] not in ".!?…" and following.start >= end
        if cut and not view.text[end : following.start].strip():
            end = following.end
    for mark in view.marks:
        if mark.whole.start < end < mark.whole.end and mark.whole.start >= start:
            end = mark.whole.end
    return end


def opening(view: BlockView, sentence: Sentence, before: int) -> int:
    """Where the sentence that the reader sees begins: after a closed quotation, if one ends it."""
    start = sentence.start
    for mark in view.marks:
        ended = view.text[mark.content.end - 1] in ".!?…"
        straddles = mark.whole.start < start < mark.whole.end
        if mark.whole.end < before and (straddles or (start <= mark.whole.start and ended)):
            start = mark.whole.end
    dash = view.text.find(") - ", start, before)
    if start == view.span.start and 0 <= dash < start + 60:
        start = dash + 4
    colon = view.text.rfind(": ", start, before)
    if colon >= 0 and view.text[colon + 2 : colon + 3].islower() and not _marked_at(view, colon):
        start = colon + 2  # « Elle est formelle : un kilo sur sept vient de là, a-t-elle dit »
    while start < before and view.text[start].isspace():
        start += 1
    return start


def _marked_at(view: BlockView, offset: int) -> bool:
    return any(m.whole.start <= offset < m.whole.end for m in view.marks)


def trimmed(view: BlockView, start: int, end: int, shortest: int = SHORTEST) -> Span | None:
    """A passage without the punctuation and spaces around it; null when too short to be said."""
    while end > start and view.text[end - 1] in TRAILING:
        end -= 1
    while start < end and view.text[start] in " ,;:–—-":
        start += 1
    return Span(start, end) if end - start >= shortest else None
