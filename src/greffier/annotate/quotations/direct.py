"""Direct speech: which marked passages are words of somebody, and which words tell whose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from greffier.annotate.quotations.cues import Cue, is_finite
from greffier.annotate.quotations.draft import Draft, Words
from greffier.annotate.quotations.speakers import inverted_subject, speaker_of
from greffier.model.annotations import QuotationKind
from greffier.model.language import Reporting
from greffier.model.marks import Marked
from greffier.model.phrases import NOMINAL, subject_of
from greffier.model.syntax import Sentence, Token
from greffier.model.text import BlockKind, Span

AFTER = 6
"""Tokens between closing marks and the reporting verb (« …, lui a alors répondu X »)."""
LEANING = ("PRON", "AUX", "ADV", "PART")
FAR = 160
"""Code points around marks where the words that introduce them stand."""
RELATIVES = ("qui", "que", "qu'", "dont", "où")
BEFORE = 40
JOINT = 10
"""Code points between two quotations that share a reporting verb (« A », mais « B »)."""
LONG = 60
"""Code points: so long a passage between marks is speech, whoever says it."""


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block: its text, sentences, tokens with their sentence, marks and reporting verbs."""

    text: str
    span: Span
    sentences: Sequence[Sentence]
    tokens: Sequence[tuple[Sentence, Token]]
    marks: Sequence[Marked]
    cues: Sequence[Cue]
    names: frozenset[Span]
    starts: Sequence[int]  # of the tokens
    kind: BlockKind = BlockKind.PARAGRAPH

    def between(self, start: int, end: int) -> Sequence[tuple[Sentence, Token]]:
        """The tokens that begin in a range of the article, each with its sentence."""
        return self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    @property
    def is_heading(self) -> bool:
        return self.kind in (BlockKind.TITLE, BlockKind.HEADING)


def direct(view: BlockView, mark: Marked, reporting: Reporting) -> Draft | None:
    """The quotation that a marked passage is, or null for titles, names and scare quotes."""
    if mark.content in view.names:
        return None
    spoken = _is_clause(view, mark.content)
    for look in (_inside, _after, _before, _source_beside, _shared):
        found = look(view, mark, reporting)
        if found is not None:
            bare = found.cue is not None and found.cue.end - found.cue.start == 1
            return found if spoken or (found.rule in STRONG and not bare) else None
    if not spoken or not (view.is_heading or _stands_alone(view, mark)):
        return None
    told = _subject_just_before(view, mark)
    same = told is None
    return Draft(
        mark.content, QuotationKind.DIRECT, "quotations.continued", None, told, same_as_before=same
    )


def _subject_just_before(view: BlockView, mark: Marked) -> Words | None:
    """« Le maire a les traits tirés. « … » »: the subject of the sentence before speaks, when
    nothing else was quoted in the paragraph."""
    if view.is_heading or any(m.whole.end <= mark.whole.start for m in view.marks):
        return None
    before = [s for s in view.sentences if s.end <= mark.whole.start]
    if not before:
        return None
    for token in before[-1].tokens:
        if token.pos in ("VERB", "AUX"):
            subject = subject_of(before[-1], token)
            return Words(before[-1], subject) if subject is not None else None
    return None


STRONG = ("quotations.incise", "quotations.after", "quotations.colon")
"""Rules whose evidence makes even a passage without a verb speech (« Jamais », a-t-il dit)."""


def _is_clause(view: BlockView, content: Span) -> bool:
    """Whether a passage holds a finite verb, or ends as a sentence does."""
    inside = [t for _, t in view.between(content.start, content.end) if t.end <= content.end]
    finite = any(t.pos in ("VERB", "AUX") and t.morph.form in ("Fin", "") for t in inside)
    ended = view.text[content.end - 1] in ".!?…"
    return (
        finite
        or (ended and len(inside) > 2)
        or (len(inside) >= 6 and any(t.pos in ("VERB", "AUX") for t in inside))
    )


def _stands_alone(view: BlockView, mark: Marked) -> bool:
    """Whether the marks hold whole sentences, outside any sentence of the journalist."""
    before = view.text[view.span.start : mark.whole.start].rstrip()
    after = view.text[mark.whole.end : view.span.end].lstrip()
    opened = not before or before[-1] in '.!?…»”":'
    ended = view.text[mark.content.end - 1] in ".!?…"
    closed = not after or after[0] in ".!?" or after[0].isupper() or after[0] in "«“"
    return opened and (closed or ended)


def _inside(view: BlockView, mark: Marked, reporting: Reporting) -> Draft | None:
    """« Nous partons, a dit X. Demain. »: the incise stands inside the marks."""
    for cue in view.cues:
        if mark.content.start < cue.span.start and cue.span.end <= mark.content.end:
            comma = (
                view.text[mark.content.start : cue.span.start]
                .rstrip()
                .endswith((",", "!", "?", "…"))
            )
            if comma and is_finite(cue) and _tells_subject(cue):
                return _draft(view, mark, "quotations.incise", cue, after=True)
    return None


def _tells_subject(cue: Cue) -> bool:
    return cue.inverted or bool(inverted_subject(cue))


def _after(view: BlockView, mark: Marked, reporting: Reporting) -> Draft | None:
    """« … », a déclaré X: the reporting verb follows the marks, with nothing between but what
    leans on it."""
    following = view.text[mark.whole.end : view.span.end]
    if not mark.closed or following.lstrip()[:1] in (".", ";", ":", "(", ""):
        return None
    after = view.between(mark.whole.end, mark.whole.end + FAR)
    near = [t for _, t in after if t.pos != "PUNCT"][:AFTER]
    for cue in view.cues:
        if cue.verb not in near or (not is_finite(cue) and not _tells_subject(cue)):
            continue
        between = view.text[mark.whole.end : cue.span.start]
        before = [t for t in near if t.end <= cue.span.start]
        leaning = all(t.pos in LEANING or reporting.likens(t) for t in before)
        leaning = leaning and not any(t.norm in RELATIVES for t in before)
        if leaning and _tells_subject(cue) and not any(c in between for c in ".;:«»“”"):
            return _draft(view, mark, "quotations.after", cue, after=True)
    return None


def _before(view: BlockView, mark: Marked, reporting: Reporting) -> Draft | None:
    """X a déclaré : « … », or « affirmant que « … » »: the reporting verb stands before."""
    leading = view.text[view.span.start : mark.whole.start].rstrip()
    colon = leading.endswith(":")
    earlier = [
        c for c in view.cues if c.span.end <= mark.whole.start and not in_marks(view, c.span)
    ]
    if earlier:
        cue = earlier[-1]
        between = _outside_marks(view, cue.span.end, mark.whole.start)
        broken = any(c in between.rstrip(" :\u00a0\u202f") for c in ".;!?»”")
        if not broken and (colon or _introduces(view, mark, between, reporting)):
            rule = "quotations.colon" if colon else "quotations.before"
            return _draft(view, mark, rule, cue)
    if colon:
        return _bare_colon(view, mark)
    return None


def _introduces(view: BlockView, mark: Marked, between: str, reporting: Reporting) -> bool:
    """Whether the words between a reporting verb and marks leave these its object; before a whole
    sentence (« a dit au maire « Il faut partir. » ») they may be many."""
    if reporting.introduces(between):
        return True
    whole = view.text[mark.content.start].isupper() and mark.content.end - mark.content.start > LONG
    return whole and len(between) < 2 * BEFORE and "," not in between


def _outside_marks(view: BlockView, start: int, end: int) -> str:
    """The text between two offsets without the marked passages in it."""
    parts = []
    for mark in view.marks:
        if start <= mark.whole.start and mark.whole.end <= end:
            parts.append(view.text[start : mark.whole.start])
            start = mark.whole.end
    return "".join([*parts, view.text[start:end]])


def in_marks(view: BlockView, span: Span) -> bool:
    return any(m.content.contains(span) for m in view.marks)


def _bare_colon(view: BlockView, mark: Marked) -> Draft | None:
    """X hausse les épaules : « … »: the subject of the sentence before the colon speaks."""
    offset = view.text.rstrip().rfind(":", view.span.start, mark.whole.start)
    sentence = next((s for s in reversed(view.sentences) if s.start < offset), None)
    if sentence is None:
        return None
    cue = Span(offset, offset + 1)
    verbs = [t for t in sentence.tokens if t.end <= offset and t.pos in ("VERB", "AUX")]
    subject = next((s for v in verbs if (s := subject_of(sentence, v)) and s.end <= offset), None)
    if subject is None:
        named = [t for t in sentence.tokens if t.end <= offset and t.pos in NOMINAL]
        subject = named[0] if named and not verbs else None
    speaker = Words(sentence, subject) if subject is not None else None
    return Draft(
        mark.content,
        QuotationKind.DIRECT,
        "quotations.colon",
        cue,
        speaker,
        same_as_before=subject is None,
    )


def _source_beside(view: BlockView, mark: Marked, reporting: Reporting) -> Draft | None:
    """Selon X, « … »; or « … », selon X."""
    for sentence, token in view.between(mark.whole.start - FAR, mark.whole.end + FAR):
        if abs(token.start - mark.whole.end) > 12 and not (
            0 <= mark.whole.start - token.start < 90
        ):
            continue
        source = reporting.source(sentence, token)
        if source is None or in_marks(view, token.span):
            continue
        between = (
            view.text[source.head.end : mark.whole.start]
            if token.start < mark.whole.start
            else view.text[mark.whole.end : token.start]
        )
        if not any(c in between for c in ".;:!?«»"):
            return Draft(
                mark.content,
                QuotationKind.DIRECT,
                "quotations.source",
                source.cue,
                Words(sentence, source.head),
            )
    return None


def only_marks(view: BlockView, begin: int, end: int) -> bool:
    """Whether a passage holds nothing but passages between marks, joined by commas or words that
    join (« A », mais « B »)."""
    marks = [m for m in view.marks if m.whole.start < end and begin < m.whole.end]
    outside = [
        t for _, t in view.between(begin, end) if not any(m.whole.contains(t.span) for m in marks)
    ]
    return all(t.pos in ("PUNCT", "CCONJ") for t in outside)


def _shared(view: BlockView, mark: Marked, reporting: Reporting) -> Draft | None:
    """« A », mais « B », a dit X: the passage before has the speaker of the next one."""
    following = next((m for m in view.marks if m.whole.start >= mark.whole.end), None)
    if following is None or following.whole.start - mark.whole.end > JOINT:
        return None
    between = view.text[mark.whole.end : following.whole.start]
    if "." in between or not only_marks(view, mark.whole.start, following.whole.end):
        return None
    found = _after(view, following, reporting) or _shared(view, following, reporting)
    return None if found is None else replace(found, content=mark.content)


def _draft(view: BlockView, mark: Marked, rule: str, cue: Cue, after: bool = False) -> Draft:
    speaker = speaker_of(cue, after, view.cues)
    return Draft(mark.content, QuotationKind.DIRECT, rule, cue.span, speaker)
