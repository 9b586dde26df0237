"""Clauses that a noun of saying reports: « l'annonce que … », « la promesse que … »."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.annotate.quotations.direct import BlockView, in_marks
from greffier.annotate.quotations.draft import Draft, Words
from greffier.annotate.quotations.passages import sentence_end, trimmed
from greffier.annotate.quotations.speakers import subject_before
from greffier.model.annotations import QuotationKind
from greffier.model.language import Reporting
from greffier.model.syntax import Sentence, Token

NEAR = 6
"""Tokens between « par » and the noun that it governs."""


def announced(view: BlockView, reporting: Reporting) -> Iterator[Draft]:
    """The clauses right after a noun of saying and a conjunction, up to the comma."""
    for sentence in view.sentences:
        for noun in sentence.tokens[:-2]:
            if noun.pos != "NOUN" or not reporting.announces(noun):
                continue
            conjunction = sentence.tokens[noun.i + 1]
            relative = conjunction.pos == "PRON" or not reporting.conjunction(conjunction)
            if relative or in_marks(view, noun.span):
                continue
            start = sentence.tokens[noun.i + 2].start
            end = sentence_end(view, sentence, start)
            comma = next((t for t in sentence.tokens if _ends(view, t, start)), None)
            content = trimmed(view, start, comma.start if comma is not None else end)
            told = [t for t in sentence.tokens if content is not None and content.contains(t.span)]
            main = any(t.head == t.i for t in told)  # a relative runs into the sentence's verb
            if content is None or main or not any(t.morph.form == "Fin" for t in told):
                continue
            speaker = _by(sentence, content.end) or _giver(sentence, noun)
            words = Words(sentence, speaker) if speaker is not None else None
            kind, rule = QuotationKind.INDIRECT, "quotations.announcement"
            yield Draft(content, kind, rule, noun.span, words)


def _ends(view: BlockView, token: Token, start: int) -> bool:
    return token.start > start and token.norm == "," and not in_marks(view, token.span)


def _by(sentence: Sentence, after: int) -> Token | None:
    """« l'annonce que …, faite par X »."""
    for token in sentence.tokens:
        if token.start >= after and token.norm == "par":
            following = sentence.tokens[token.i + 1 : token.i + NEAR]
            return next((t for t in following if t.pos in ("NOUN", "PROPN", "X")), None)
    return None


def _giver(sentence: Sentence, noun: Token) -> Token | None:
    """« X a renouvelé la promesse que … »: the subject of the verb whose object the noun is."""
    for token in reversed(sentence.tokens[: noun.i]):
        if token.pos == "VERB":
            return subject_before(sentence, token)
    return None
