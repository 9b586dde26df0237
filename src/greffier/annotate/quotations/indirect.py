"""Reported speech without marks around it: clauses in « que », infinitives, « selon X », and
sentences with the reporting verb put after them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from greffier.annotate.quotations.attributed import sourced
from greffier.annotate.quotations.clauses import reported
from greffier.annotate.quotations.cues import Cue
from greffier.annotate.quotations.direct import BlockView, in_marks
from greffier.annotate.quotations.draft import Draft
from greffier.annotate.quotations.embedded import judged
from greffier.annotate.quotations.incises import put_after
from greffier.annotate.quotations.nominal import announced
from greffier.annotate.quotations.passages import trimmed
from greffier.annotate.quotations.speakers import depends, speaker_of
from greffier.model.annotations import QuotationKind
from greffier.model.language import Reporting
from greffier.model.syntax import Token
from greffier.model.text import Span

Find = Callable[[BlockView, Cue, Reporting], Span | None]
THAT = 26
"""Tokens between a reporting verb and its conjunction."""
FAR = 22
"""Tokens between a reporting verb and its infinitive, when a comma stands before this."""


def indirect(view: BlockView, reporting: Reporting) -> Iterator[Draft]:
    """The reported clauses of a block, outside passages between marks."""
    for cue in view.cues:
        if in_marks(view, cue.span):
            continue
        for name, find in FINDERS:
            content = find(view, cue, reporting)
            if content is not None:
                rule = f"quotations.{name}"
                speaker = speaker_of(cue, find is put_after, view.cues)
                goes_on = speaker is None and depends(cue)  # « Et de dire ne rien savoir »
                kind = QuotationKind.INDIRECT
                yield Draft(content, kind, rule, cue.span, speaker, same_as_before=goes_on)
                break
    yield from announced(view, reporting)
    yield from judged(view, reporting)
    yield from sourced(view, reporting)


def _that_clause(view: BlockView, cue: Cue, reporting: Reporting) -> Span | None:
    """X affirme que …: from after the conjunction to where the clause ends."""
    if not reporting.takes_that(cue.verb) or reporting.is_own_word(_head(view, cue)):
        return None
    if reporting.is_ours(cue.verb) or cue.verb.morph.mood == "Imp":  # « rappelons que »
        return None
    tokens = cue.sentence.tokens
    for token in tokens[cue.verb.i + 1 : cue.verb.i + THAT]:
        if reporting.conjunction(token):
            if not _governs(cue, token, reporting) or reporting.restricts(
                cue.sentence, cue.verb, token
            ):
                return None
            content = reported(
                view, cue, _after_source(view, cue, token.i + 1, reporting), reporting
            )
            return content if _is_told(view, cue, content, reporting) else None
        finite = token.pos == "VERB" and token.morph.form in ("Fin", "")
        finite = finite or (token.pos == "AUX" and token.morph.form == "Fin")
        if finite and token.i > cue.verb.i + 1:
            return None
        if token.norm in (".", ";", ":", "!", "?", "»"):
            return None
    return None


def _head(view: BlockView, cue: Cue) -> Token | None:
    words = speaker_of(cue, False, view.cues)
    return words.head if words is not None else None


def _after_source(view: BlockView, cue: Cue, first: int, reporting: Reporting) -> int:
    """Past « , selon ses sources, » right after the conjunction."""
    tokens = cue.sentence.tokens
    begin = first + (first < len(tokens) and tokens[first].norm == ",")
    if begin >= len(tokens) or reporting.source(cue.sentence, tokens[begin]) is None:
        return first
    comma = next((t.i for t in tokens[begin:] if t.norm == ","), None)
    return first if comma is None else comma + 1


def _is_told(view: BlockView, cue: Cue, content: Span | None, reporting: Reporting) -> bool:
    """Whether a verb reports words and not only a wish: « il souhaite que » does when it quotes."""
    if content is None or not reporting.wishes(cue.verb):
        return True
    return any(m.whole.overlaps(content) for m in view.marks)


def _governs(cue: Cue, conjunction: Token, reporting: Reporting) -> bool:
    """Whether the conjunction opens the clause of this verb, not of another in between, and is
    no relative (« les idées qu'il défend ») nor part of another conjunction (« alors que »)."""
    between = cue.sentence.tokens[cue.verb.i + 1 : conjunction.i]
    last = between[-1] if between else None
    if last is not None and (reporting.compound(last) or last.norm == "autre"):
        return False
    if last is not None and last.norm == "même" and len(between) > 1:
        return False
    objects = (t for t in cue.sentence.children(cue.verb, "obj") if t in between)
    if any(t.pos == "NOUN" and cue.sentence.children(t, "det") for t in objects):
        return reporting.informs(cue.verb)
    clause = cue.sentence.head(conjunction)
    governor = cue.sentence.head(clause)
    near = conjunction.i - cue.verb.i <= 3 or (last is not None and last.norm == ",")
    aside = [t for t in between if t.pos != "ADV"]
    circumstance = bool(aside) and (aside[0].pos == "ADP" or aside[0].norm == ",")
    apart = circumstance or not any(t.pos in ("VERB", "NOUN") for t in between)
    return bool(near) or apart or governor.i == cue.verb.i or clause.i == cue.verb.i


def _infinitive(view: BlockView, cue: Cue, reporting: Reporting) -> Span | None:
    """X dit avoir …, nie avoir …; « a assuré, dimanche, être prêt »."""
    if not reporting.takes_infinitive(cue.verb) or reporting.is_own_word(_head(view, cue)):
        return None
    tokens = cue.sentence.tokens
    aside = False
    for token in tokens[cue.verb.i + 1 : cue.verb.i + FAR]:
        if token.pos in ("VERB", "AUX"):
            if token.morph.form != "Inf":
                return None
            first = _with_clitics(cue, token, reporting)
            if aside and tokens[first - 1].norm != ",":
                return None
            content = reported(view, cue, first, reporting)
            return content if _is_told(view, cue, content, reporting) else None
        aside = aside or not (
            token.pos in ("ADV", "PRON", "PART")
            or token.norm in ("«", '"', "“")
            or reporting.leans(token)
        )
        if token.norm in (";", ":", ".") or reporting.conjunction(token):
            return None
    return None


def _with_clitics(cue: Cue, verb: Token, reporting: Reporting) -> int:
    """Where an infinitive begins with its negation and pronouns: « ne rien regretter »."""
    first = verb.i
    while first > cue.verb.i + 1 and reporting.leans(cue.sentence.tokens[first - 1]):
        first -= 1
    return first


def _accusation(view: BlockView, cue: Cue, reporting: Reporting) -> Span | None:
    """X accuse Y d'avoir …: from after the preposition; from Y when marks stand around Y."""
    if not reporting.accuses(cue.verb):
        return None
    tokens = cue.sentence.tokens
    for token in tokens[cue.verb.i + 1 :]:
        if token.pos in ("VERB", "AUX") and token.morph.form == "Inf" and token.i > 1:
            first = token.i
            while reporting.leans(tokens[first - 1]) or tokens[first - 1].norm in ("«", '"', "“"):
                first -= 1
            if tokens[first - 1].norm in ("de", "d'"):
                content = reported(view, cue, first, reporting)
                quoted = tokens[cue.verb.i + 1]
                if content is not None and any(m.whole.start == quoted.start for m in view.marks):
                    return trimmed(view, quoted.start, content.end)
                return content
        if token.norm in (".", ";", ":") or (token.pos == "VERB" and token.morph.form == "Fin"):
            return None
    return None


FINDERS: tuple[tuple[str, Find], ...] = (
    ("that_clause", _that_clause),
    ("infinitive", _infinitive),
    ("accusation", _accusation),
    ("put_after", put_after),
)
