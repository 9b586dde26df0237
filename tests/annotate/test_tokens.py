"""Parsed documents to tokens: what a token is depends on its own document alone."""

from __future__ import annotations

import pytest

from greffier.annotate import tokens
from greffier.annotate.annotator import Annotator
from greffier.annotate.sentences import load_pipeline
from greffier.annotate.tokens import Converter
from greffier.lang.fr import FRENCH
from greffier.model.syntax import Sentence

LINES = ["Le PORT de Nantes rouvre.", "Le port de NANTES rouvre.", "Le Port de nantes ROUVRE."]


def _sentences(lines: list[str]) -> dict[str, list[Sentence]]:
    pipeline = load_pipeline(FRENCH.parser)
    convert = Converter(pipeline, FRENCH.parser.mend_lemma)
    docs = zip(lines, Annotator(pipeline)(lines), strict=True)
    return {line: convert.sentences(doc, 0, 0, line) for line, doc in docs}


def test_lemmas_do_not_depend_on_what_was_read_before(monkeypatch: pytest.MonkeyPatch) -> None:
    first = _sentences(LINES)
    assert _sentences(LINES[::-1]) == first
    monkeypatch.setattr(tokens, "KEPT_KINDS", 2)
    assert _sentences(LINES) == first


def test_blanks_are_no_tokens() -> None:
    line = "Il  pleut.   Elle sort."
    (told,) = _sentences([line]).values()
    assert [[t.text for t in s.tokens] for s in told] == [
        ["Il", "pleut", "."],
        ["Elle", "sort", "."],
    ]
    assert all(line[t.start : t.end] == t.text for s in told for t in s.tokens)
    assert all(0 <= t.head < len(s.tokens) for s in told for t in s.tokens)
