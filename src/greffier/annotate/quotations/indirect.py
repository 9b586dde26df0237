"""Reported speech without marks around it: clauses in « que », infinitives, « selon X », and
sentences with the reporting verb put after them."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.annotate.quotations.attributed import sourced
from greffier.annotate.quotations.cues import Cue
from greffier.annotate.quotations.direct import BlockView, speaker_of
from greffier.annotate.quotations.draft import Draft, Words
from greffier.annotate.quotations.passages import opening, sentence_end, trimmed
from greffier.model.annotations import QuotationKind
from greffier.model.language import Reporting
from greffier.model.syntax import Token
from greffier.model.text import Span

JOINTS = frozenset({",", "et", "mais", "puis", "avant", "or", "tout"})


def indirect(view: BlockView, reporting: Reporting) -> Iterator[Draft]:
    """The reported clauses of a block, outside passages between marks."""
    for cue in view.cues:
        if any(m.content.contains(cue.span) for m in view.marks):
            continue
        for find in (_that_clause, _infinitive, _accusation, _put_after):
            content = find(view, cue, reporting)
            if content is not None:
                rule = f"quotations.{find.__name__.strip('_')}"
                speaker = speaker_of(cue, after=find is _put_after)
                yield Draft(content, QuotationKind.INDIRECT, rule, cue.span, speaker)
                break
    yield from sourced(view, reporting)


def _that_clause(view: BlockView, cue: Cue, reporting: Reporting) -> Span | None:
    """X affirme que …: from after the conjunction to where the clause ends."""
    if not reporting.takes_that(cue.verb):
        return None
    tokens = cue.sentence.tokens
    for token in tokens[cue.verb.i + 1 : cue.verb.i + 26]:
        if reporting.conjunction(token):
            if _governs(cue, token):
                return _clause(view, cue, token.i + 1)
            return None
        if token.pos in ("VERB",) and token.morph.form in ("Fin", "") and token.i > cue.verb.i + 1:
            return None
        if token.norm in (".", ";", ":", "!", "?", "»"):
            return None
    return None


def _governs(cue: Cue, conjunction: Token) -> bool:
    """Whether the conjunction opens the clause of this verb, not of another in between."""
    clause = cue.sentence.head(conjunction)
    between = cue.sentence.tokens[cue.verb.i + 1 : conjunction.i]
    if any(
        t.norm in ("plus", "moins", "tel", "telle", "tant", "si", "autre", "même")
        for t in between[-1:]
    ):
        return False
    governor = cue.sentence.head(clause)
    near = conjunction.i - cue.verb.i <= 3
    return near or governor.i == cue.verb.i or clause.i == cue.verb.i


def _clause(view: BlockView, cue: Cue, first: int) -> Span | None:
    """From a token to the end of the sentence, or to where the journalist goes on."""
    tokens = cue.sentence.tokens
    if first >= len(tokens):
        return None
    end = sentence_end(view, cue.sentence, tokens[first].start)
    for stop in (_goes_on(cue, first), _says_more(view, cue, first)):
        if stop is not None:
            end = min(end, tokens[stop].start)
    return trimmed(view, tokens[first].start, end)


def _goes_on(cue: Cue, first: int) -> int | None:
    """Where the clause of the reporting verb continues after what it reports: a verb coordinated
    with it, or a clause that depends on it."""
    sentence = cue.sentence
    for child in sentence.children(cue.verb, "conj", "advcl", "parataxis"):
        if child.i <= first + 2 or child.pos not in ("VERB", "AUX", "ADJ"):
            continue
        subtree = sentence.subtree(child)
        opening = (
            min(t.i for t in subtree if t.i > first) if any(t.i > first for t in subtree) else None
        )
        if opening is None or opening <= first:
            continue
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


def _says_more(view: BlockView, cue: Cue, first: int) -> int | None:
    """Where the same subject's next reporting verb begins (« …, mais a confié que »)."""
    for later in view.cues:
        if later.sentence is not cue.sentence or later.verb.i <= first + 1:
            continue
        same = (
            later.subject is not None
            and cue.subject is not None
            and later.subject.i == cue.subject.i
        )
        if same and later.subject is not None and later.subject.i < first:
            start = next(t.i for t in cue.sentence.tokens if t.start >= later.span.start)
            while start > first + 1 and cue.sentence.tokens[start].norm not in JOINTS:
                start -= 1
            return start if start > first + 1 else None
    return None


def _infinitive(view: BlockView, cue: Cue, reporting: Reporting) -> Span | None:
    """X dit avoir …, nie avoir …"""
    if not reporting.takes_infinitive(cue.verb):
        return None
    tokens = cue.sentence.tokens
    for token in tokens[cue.verb.i + 1 : cue.verb.i + 6]:
        if token.pos in ("VERB", "AUX") and token.morph.form == "Inf":
            first = token.i
            while first > cue.verb.i + 1 and tokens[first - 1].norm in (
                "ne",
                "pas",
                "n'",
                "se",
                "s'",
                "y",
                "en",
                "plus",
                "jamais",
                "l'",
                "le",
                "la",
                "les",
                "lui",
            ):
                first -= 1
            return _clause(view, cue, first)
        if token.pos not in ("ADV", "PRON", "PART") and token.norm not in ("«", '"', "“"):
            return None
    return None


def _accusation(view: BlockView, cue: Cue, reporting: Reporting) -> Span | None:
    """X accuse Y d'avoir …: from after the preposition."""
    if not reporting.accuses(cue.verb):
        return None
    tokens = cue.sentence.tokens
    for token in tokens[cue.verb.i + 1 :]:
        if token.pos in ("VERB", "AUX") and token.morph.form == "Inf" and token.i > 1:
            first = token.i
            while tokens[first - 1].norm in (
                "ne",
                "pas",
                "n'",
                "se",
                "s'",
                "y",
                "en",
                "«",
                '"',
                "“",
            ):
                first -= 1
            if tokens[first - 1].norm in ("de", "d'"):
                return _clause(view, cue, first)
        if token.norm in (".", ";", ":") or (token.pos == "VERB" and token.morph.form == "Fin"):
            return None
    return None


def _put_after(view: BlockView, cue: Cue, reporting: Reporting) -> Span | None:
    """…, a annoncé X: the sentence before the comma is what X said."""
    words = speaker_of(cue, after=True)
    if _tells_by_itself(cue):
        return None
    if not reporting.beside(cue.verb) or words is None or words.head.start < cue.span.start:
        return None
    tokens = cue.sentence.tokens
    first = next((t.i for t in tokens if t.start >= cue.span.start), cue.verb.i)
    while (
        first > 0
        and tokens[first - 1].pos in ("PRON", "ADV")
        and tokens[first - 1].norm not in (",",)
    ):
        first -= 1
    if first < 3 or tokens[first - 1].norm != ",":
        return None
    begin = opening(view, cue.sentence, tokens[first - 1].start)
    if _is_marked_speech(view, begin, tokens[first - 1].start):
        return None
    if not any(t.pos in ("VERB", "AUX") for t in tokens if begin <= t.start < cue.span.start):
        return None
    resumed = _resumes(view, cue, words)
    if resumed is not None:
        return trimmed(view, begin, resumed)
    return trimmed(view, begin, tokens[first - 1].start)


def _tells_by_itself(cue: Cue) -> bool:
    """Whether the verb has its subject before it, or is no finite verb: no incise then."""
    own = [t for t in cue.sentence.children(cue.verb, "nsubj") if t.start < cue.span.start]
    finite = cue.verb.morph.form == "Fin" or bool(cue.sentence.children(cue.verb, "aux"))
    return bool(own) or not (finite or cue.verb.pos == "NOUN")


def _is_marked_speech(view: BlockView, begin: int, end: int) -> bool:
    """Whether what stands before the incise is one passage between marks, with at most a topic
    or an introduction before it (« Bilan : « … », a dit X »): that is direct speech."""
    closing = [m for m in view.marks if 0 <= end - m.whole.end <= 1 and m.whole.start >= begin - 1]
    if not closing:
        return any(m.whole.start < end <= m.content.end for m in view.marks)
    introduced = view.text[begin : closing[0].whole.start].rstrip().endswith(":")
    before = [t for _, t in view.tokens if begin <= t.start < closing[0].whole.start]
    return introduced or not any(t.pos in ("VERB", "AUX") for t in before)


def _resumes(view: BlockView, cue: Cue, words: Words) -> int | None:
    """The end of the sentence when what is reported goes on after the incise."""
    after = [t for t in cue.sentence.tokens if t.start >= words.head.end]
    comma = next((t for t in after if t.norm == ","), None)
    if comma is None:
        return None
    rest = [t for t in after if t.start > comma.start]
    verbs = [t for t in rest if t.pos in ("VERB", "AUX") and t.morph.form == "Fin"]
    main = cue.sentence.head(cue.verb)
    return cue.sentence.end if any(v.i == main.i for v in verbs) else None
