"""Our computation of a spaCy pipeline's networks gives spaCy's annotations, in any company."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from benchmarks.gold import OURS, articles
from greffier.annotate import annotator
from greffier.annotate.annotator import Annotator
from greffier.annotate.sentences import load_pipeline, straight
from greffier.lang.fr import FRENCH

LINES = [
    line
    for article in islice(articles(OURS), 0, None, 4)
    for line in straight(article.text).split("\n")[:6]
    if line.strip()
]


def told(doc: Doc) -> list[tuple[str, str, str, int, str, bool]]:
    return [
        (t.pos_, str(t.morph), t.dep_, t.head.i, t.ent_iob_ + t.ent_type_, bool(t.is_sent_start))
        for t in doc
        if not t.is_space
    ]


@pytest.fixture(scope="module")
def annotate() -> Annotator:
    return Annotator(load_pipeline(FRENCH.parser))


def test_annotations_are_those_of_spacy(annotate: Annotator) -> None:
    pipeline = load_pipeline(FRENCH.parser)
    for mine in annotate(LINES):
        spacys = Doc(pipeline.vocab, [t.text for t in mine], [bool(t.whitespace_) for t in mine])
        for token, same in zip(spacys, mine, strict=True):
            token.norm_, token.is_sent_start = same.norm_, bool(same.is_sent_start)
        for token in pipeline(spacys):
            if token.pos_ == "SPACE":
                token.pos_ = "X"  # as the pipeline's own rules have it, which we leave out
        assert told(spacys) == told(mine)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=12))
def test_a_text_is_annotated_the_same_in_any_company(lines: list[str], annotate: Annotator) -> None:
    together = [told(doc) for doc in annotate(lines)]
    assert together == [told(annotate([line])[0]) for line in lines]


def test_portions_change_nothing(annotate: Annotator, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [told(doc) for doc in annotate(LINES)]
    monkeypatch.setattr(annotator, "PORTION", 50)
    assert [told(doc) for doc in annotate(LINES)] == whole


@pytest.mark.parametrize("texts", [[], [""], ["", "Il pleut.", " ", ""]])
def test_texts_without_words_are_left_alone(texts: list[str], annotate: Annotator) -> None:
    assert [doc.text for doc in annotate(texts)] == texts


def test_no_sentence_begins_in_mid_air(annotate: Annotator) -> None:
    (doc,) = annotate(["Le préfet a reçu Wrzlsk Qhantoum Ybrasse à la mairie. Il repart lundi."])
    assert [sentence[0].text for sentence in doc.sents] == ["Le", "Il"]
