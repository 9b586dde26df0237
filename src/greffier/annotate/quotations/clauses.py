"""Where a reported clause ends: at the end of its sentence, or where the journalist goes on."""

from __future__ import annotations

from greffier.annotate.quotations.cues import Cue
from greffier.annotate.quotations.direct import BlockView, in_marks
from greffier.annotate.quotations.passages import sentence_end, trimmed
from greffier.annotate.quotations.speakers import depends, subject_before
from greffier.model.language import Reporting
from greffier.model.syntax import Token
from greffier.model.text import Span

JOINTS = frozenset({",", "et", "mais", "puis", "avant", "or", "tout", "en", "alors"})
BEYOND = frozenset({"et", "mais", "que"})
"""What stands before the subject of another clause: « et X a dit », « tandis que X dit »."""
CLITIC = ("expl", "obj", "iobj")


def reported(view: BlockView, cue: Cue, first: int, reporting: Reporting) -> Span | None:
    """From a token to the end of the sentence, or to where the journalist goes on."""
    tokens = cue.sentence.tokens
    if first >= len(tokens):
        return None
    end = sentence_end(view, cue.sentence, tokens[first].start)
    for stop in (
        _goes_on(view, cue, first),
        _says_more(view, cue, first, reporting),
        _compared(view, cue, first, reporting),
        _main_clause(view, cue, first, reporting),
    ):
        if stop is not None:
            end = min(end, tokens[stop].start)
    for mark in view.marks:
        if tokens[first].start <= mark.whole.start and mark.whole.end < end:
            after = next((t for t in tokens if t.start >= mark.whole.end), None)
            resumes = after is not None and after.norm == "," and after.i + 1 < len(tokens)
            if after is not None and resumes and reporting.resumes(tokens[after.i + 1]):
                end = mark.whole.end  # « qu'il « continuera », alors qu'il avait annoncé … »
                break
    for mark in view.marks:  # « il dit que c'est impossible : « … » »
        before = view.text[tokens[first].start : mark.whole.start].rstrip()
        if tokens[first].start < mark.whole.start < end and before.endswith(":"):
            end = mark.whole.start
            break
    return trimmed(view, tokens[first].start, end)


def _compared(view: BlockView, cue: Cue, first: int, reporting: Reporting) -> int | None:
    """« …, comme l'a dit X », « …, selon X »: who else says it is no part of what is said."""
    tokens = cue.sentence.tokens
    for comma in tokens[first + 1 : -1]:
        if comma.norm != "," or in_marks(view, comma.span):
            continue
        following = tokens[comma.i + 1]
        likened = reporting.likens(following) and any(
            reporting.says(t) for t in tokens[comma.i + 2 : comma.i + 6]
        )
        source = reporting.source(cue.sentence, following)
        if likened or (source is not None and not _goes_on_after(cue, source.head.i)):
            return comma.i
    return None


def _main_clause(view: BlockView, cue: Cue, first: int, reporting: Reporting) -> int | None:
    """Where the sentence's own clause goes on after a participle's or infinitive's: at a comma
    before its verb, or before its subject (« Après avoir accusé X d'avoir menti, il … »)."""
    tokens = cue.sentence.tokens
    root = next((t for t in tokens if t.head == t.i), None)
    present = cue.verb.morph.form == "Part" and cue.verb.morph.tense == "Pres"
    if root is None or root.i <= first or not (present or depends(cue)):
        return None
    starts = [root.i] + [
        min(t.i for t in cue.sentence.subtree(subject))
        for subject in cue.sentence.children(root, "nsubj", "expl")
    ]
    for comma in tokens[first + 1 : -1]:
        if comma.norm == "," and not in_marks(view, comma.span):
            after = comma.i + 1
            while after < len(tokens) - 1 and reporting.leans(tokens[after]):
                after += 1
            bare = tokens[after].pos in ("VERB", "AUX") and tokens[after].morph.form == "Fin"
            if bare or comma.i + 1 in starts:
                return comma.i
    return None


def _goes_on_after(cue: Cue, place: int) -> bool:
    """Whether a finite verb follows the comma after a source: the clause is not over."""
    tokens = cue.sentence.tokens
    comma = next((t.i for t in tokens[place:] if t.norm == ","), len(tokens))
    return any(t.pos in ("VERB", "AUX") and t.morph.form == "Fin" for t in tokens[comma:])


def _goes_on(view: BlockView, cue: Cue, first: int) -> int | None:
    """Where the clause of the reporting verb continues after what it reports: a verb coordinated
    with it, or a clause that depends on it."""
    sentence = cue.sentence
    for child in sentence.children(cue.verb, "conj", "advcl", "parataxis"):
        if (
            in_marks(view, child.span)
            or child.i <= first + 2
            or child.pos not in ("VERB", "AUX", "ADJ")
        ):
            continue
        subtree = sentence.subtree(child)
        opening = (
            min(t.i for t in subtree if t.i > first) if any(t.i > first for t in subtree) else None
        )
        if opening is None or opening <= first:
            continue
        told = sentence.tokens[first:opening]
        if not any(t.pos in ("VERB", "AUX") and t.morph.form != "Part" for t in told):
            continue  # the clause has no verb yet
        before = sentence.tokens[opening - 1]
        starts = sentence.tokens[opening]
        if before.norm == "," or starts.norm in (
            ",",
            "et",
            "mais",
            "avant",
            "alors",
            "tandis",
            "comme",
            "puis",
        ):
            return opening
    return None


def _says_more(view: BlockView, cue: Cue, first: int, reporting: Reporting) -> int | None:
    """Where the next reporting verb of the sentence begins, when it is no part of what is said:
    of the same subject (« …, ajoutant que », « mais a confié que »), or coordinated with its own
    (« et X a dit que »)."""
    tokens = cue.sentence.tokens
    for later in view.cues:
        if later.sentence is not cue.sentence or later.verb.i <= first + 1:
            continue
        if in_marks(view, later.span):
            continue
        start = next(t.i for t in tokens if t.start >= later.span.start)
        joint = _joint(cue, start, first)
        if joint is not None and _of_same_subject(cue, later, joint):
            return joint
        apart = own_clause(later, first, reporting)
        if apart is not None:
            return apart
    return None


def own_clause(later: Cue, first: int, reporting: Reporting) -> int | None:
    """Where a coordinated clause with a reporting verb and its own subject begins: « et X a dit
    que », « tandis que X assure que »."""
    sentence = later.sentence
    subject = later.subject or subject_before(sentence, later.verb)
    if subject is None or not first < subject.i < later.verb.i:
        return None
    following = sentence.tokens[later.verb.i + 1 : later.verb.i + 10]
    if not any(reporting.conjunction(t) for t in following):
        return None
    left = min((t.i for t in sentence.subtree(subject)), default=subject.i)
    while left < subject.i and sentence.tokens[left].pos in ("CCONJ", "PUNCT"):
        left += 1
    while left > first + 1 and sentence.tokens[left - 1].pos == "DET":
        left -= 1
    before = sentence.tokens[left - 1]
    if before.norm not in BEYOND or left - 1 <= first:
        return None
    if before.norm != "que":
        return left - 1
    return left - 2 if sentence.tokens[left - 2].norm in ("tandis", "alors") else None


def _joint(cue: Cue, start: int, first: int) -> int | None:
    """The comma or conjunction right before a verb, over its adverbs and clitics."""
    tokens = cue.sentence.tokens
    while start > first + 1 and tokens[start - 1].norm not in JOINTS:
        if not _leans(tokens[start - 1]):
            return None
        start -= 1
    while start > first + 1 and tokens[start - 1].norm in JOINTS:
        start -= 1
    return start if start > first + 1 else None


def _leans(token: Token) -> bool:
    """An adverb, auxiliary or clitic, which belongs to the verb after it."""
    if token.pos == "PRON":
        return token.dep.startswith(CLITIC)
    return token.pos in ("ADV", "AUX") or token.dep.startswith(("advmod", "obl"))


def _of_same_subject(cue: Cue, later: Cue, joint: int) -> bool:
    """Whether a verb after a joint has no subject of its own there: it goes on with that of the
    reporting verb."""
    if later.verb.morph.form == "Part" and later.verb.morph.tense == "Pres":
        return True
    if later.verb.morph.form == "Inf":
        return False
    finite = later.verb.morph.form == "Fin" or bool(cue.sentence.children(later.verb, "aux"))
    own = [t for t in cue.sentence.children(later.verb, "nsubj") if t.i >= joint]
    return finite and not own and not later.inverted
