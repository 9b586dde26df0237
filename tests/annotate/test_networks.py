"""Rows are multiplied in portions of one shape: the bits of each depend on itself alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language as Pipeline

from greffier.annotate import networks
from greffier.annotate.networks import ROWS, Affine, Encoder, Floats, Layout, Maxout, Words
from greffier.annotate.sentences import load_pipeline
from greffier.lang.fr import FRENCH

SHAPES = ((288, 288), (96, 64), (64, 1024), (64, 384), (64, 48), (96, 197), (48, 32), (16, 2))
"""Inputs and outputs of every layer of the French pipeline."""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline(FRENCH.parser)


@pytest.fixture(scope="module")
def encoder(pipeline: Pipeline) -> Encoder:
    return Encoder(pipeline.get_pipe("tok2vec").model.get_ref("encode"))


def _random(*shape: int, seed: int = 0) -> Floats:
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


@pytest.mark.parametrize(("inputs", "outputs"), SHAPES)
@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), portions=st.integers(1, 5))
def test_a_row_is_the_same_to_the_last_bit_wherever_it_stands(
    inputs: int, outputs: int, seed: int, portions: int
) -> None:
    affine = Affine(_random(outputs, inputs), _random(outputs))
    rows = _random(portions * ROWS, inputs, seed=seed)
    order = np.random.default_rng(seed).permutation(len(rows))
    assert np.array_equal(affine(rows)[order], affine(rows[order]))
    assert np.allclose(affine(rows), rows @ _random(outputs, inputs).T + _random(outputs), 1e-3)


@settings(max_examples=10, deadline=None)
@given(lengths=st.lists(st.integers(1, 90), min_size=1, max_size=8), data=st.data())
def test_a_text_is_encoded_the_same_alone_and_in_company(
    lengths: list[int], data: st.DataObject, encoder: Encoder
) -> None:
    texts = [_random(n, 96, seed=n) for n in lengths]
    chosen = data.draw(st.integers(0, len(texts) - 1))

    def encoded(some: list[Floats]) -> list[Floats]:
        layout = Layout.of([len(text) for text in some], encoder.depth)
        return layout.split(encoder(np.concatenate(some), layout))

    alone = encoded([texts[chosen]])[0]
    assert np.array_equal(encoded(texts)[chosen], alone)


def test_words_forgotten_are_learnt_again_the_same(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    embeds = [pipeline.get_pipe("tok2vec").model.get_ref("embed")]
    docs = [
        pipeline.make_doc("Solène attend l'état-major à Nantes."),
        pipeline.make_doc("Elle l'attend depuis mardi à Nantes."),
    ]
    words = Words(pipeline.vocab, embeds)
    kept = [words([doc])[0] for doc in docs]
    monkeypatch.setattr(networks, "KEPT_WORDS", 9)
    few = Words(pipeline.vocab, embeds)
    for doc, vectors in zip(docs * 2, kept * 2, strict=True):
        assert np.array_equal(few([doc])[0], vectors)


def test_whole_portions_hold_every_word_apart() -> None:
    layout = Layout.of([3, 70, 1], gap=4)
    assert layout.rows == 2 * ROWS
    assert layout.starts == (4, 11, 85)
    rows = np.zeros(layout.rows)
    rows[layout.places] = 1
    assert [part.tolist() for part in layout.split(rows)] == [[1.0] * 3, [1.0] * 70, [1.0]]
    assert rows.sum() == 74


def test_maxout_is_what_thinc_computes() -> None:
    from thinc.api import Maxout as Node

    node = Node(nO=96, nI=288, nP=3, normalize=True)
    rows = _random(ROWS, 288)
    node.initialize(X=rows)
    maxout, norm = (
        next(n for n in node.walk() if n.name == name) for name in ("maxout", "layernorm")
    )
    assert np.allclose(Maxout(maxout, norm)(rows), node.predict(rows), atol=1e-4)
