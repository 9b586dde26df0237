"""Speech that the layout tells: quotations over several paragraphs, interviews, headlines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from greffier.annotate.quotations.direct import BlockView
from greffier.annotate.quotations.draft import Draft, Words
from greffier.model.annotations import QuotationKind
from greffier.model.language import Reporting
from greffier.model.syntax import Sentence, Token
from greffier.model.text import BlockKind, Span

FEWEST_QUESTIONS = 3
LONGEST_QUESTION = 260
"""Code points of an interviewer's question."""
LONGEST_ANSWER = 6
"""Paragraphs of one answer."""
_COLON = re.compile(r"^([^:«»“”\"]{2,60}?)\s?:\s+(?=[^\s«“\"])")


def joined(views: Sequence[BlockView], drafts: list[Draft]) -> list[Draft]:
    """Puts together a quotation whose paragraphs each open with marks that only the last one
    closes."""
    left_open = [v for v in views if v.marks and not v.marks[-1].closed]
    following = {a.span.start: b for a, b in pairwise(views)}
    gone: set[Span] = set()
    parts_of: dict[Span, list[Span]] = {}
    longer: dict[Span, Span] = {}
    for view in left_open:
        first = view.marks[-1].content
        if first in gone:
            continue
        last, current = first, view
        while (after := following.get(current.span.start)) is not None and _continues(after):
            last, current = after.marks[0].content, after
            gone.add(last)
            parts_of.setdefault(first, []).append(last)
            if after.marks[0].closed:
                break
        if last is not first:
            longer[first] = Span(first.start, last.end)
    whole = {part: first for first, parts in parts_of.items() for part in parts}
    told = {whole[d.content]: d for d in drafts if d.content in whole and d.cue is not None}
    kept = []
    for draft in drafts:
        if draft.content in gone:
            continue
        if draft.cue is None and draft.content in told:  # the last paragraph tells who speaks
            draft = replace(told[draft.content], content=draft.content)
        kept.append(replace(draft, content=longer.get(draft.content, draft.content)))
    return kept


def _continues(view: BlockView) -> bool:
    return bool(view.marks) and view.marks[0].whole.start == view.span.start


def answers(views: Sequence[BlockView], reporting: Reporting) -> Iterator[Span]:
    """The answers of an interview set as questions and answers without marks; an answer of
    several paragraphs is one."""
    body = [v for v in views if v.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)]
    if sum(_asks(v) for v in body) < FEWEST_QUESTIONS:
        return
    prompts = [i for i, v in enumerate(body) if _asks(v) or _addresses(v, reporting)]
    begun = next(i for i in prompts if _asks(body[i]))
    prompts = [i for i in prompts if i >= begun]
    for prompt, following in pairwise([*prompts, len(body)]):
        answer = body[prompt + 1 : following]
        if following == len(body) or len(answer) > LONGEST_ANSWER:
            answer = answer[:1]  # what comes after may be the article's
        answer = [v for v in answer if v.kind is BlockKind.PARAGRAPH]
        if answer:
            yield Span(answer[0].span.start, answer[-1].span.end)


def _asks(view: BlockView) -> bool:
    text = view.text[view.span.start : view.span.end]
    return len(text) <= LONGEST_QUESTION and text.rstrip().endswith(("?", "…"))


def _addresses(view: BlockView, reporting: Reporting) -> bool:
    """Whether a short paragraph speaks to « vous » and not of « je »: a prompt that does not
    ask."""
    text = view.text[view.span.start : view.span.end]
    words = [t for _, t in view.tokens]
    to_you = any(reporting.second_person(t) for t in words)
    return (
        to_you
        and len(text) <= LONGEST_QUESTION
        and not view.marks
        and not any(reporting.first_person(t) for t in words)
    )


def headline(view: BlockView, is_speaker: Callable[[Sentence, Token], bool]) -> Draft | None:
    """« Ministre : l'armée reprendra la ville »: who says, a colon, what is said."""
    text = view.text[view.span.start : view.span.end]
    found = _COLON.match(text)
    if found is None or not view.sentences:
        return None
    colon = view.span.start + found.end(1)
    content = Span(view.span.start + found.end(), view.span.end)
    said = [t for _, t in view.tokens if t.start >= content.start]
    if not any(t.pos in ("VERB", "AUX") and t.morph.form == "Fin" for t in said):
        return None
    sentence = view.sentences[0]
    heads = [t for t in sentence.tokens if t.end <= colon and t.pos in ("NOUN", "PROPN")]
    if not heads or not is_speaker(sentence, heads[0]):
        return None
    cue_start = view.text.index(":", colon - 1)
    end = content.end - (view.text[content.end - 1] == ".")
    return Draft(
        Span(content.start, end),
        QuotationKind.INDIRECT,
        "quotations.headline",
        Span(cue_start, cue_start + 1),
        Words(sentence, heads[0]),
    )
