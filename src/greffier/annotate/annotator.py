"""Parts of speech, sentences, dependencies and names: a spaCy pipeline's components, fed with
networks that we compute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from greffier.annotate.networks import Affine, Encoder, Layout, Transitions, Words

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

PORTION = 4096
"""Tokens annotated together, about: more would cost memory and save no time."""

ENDS = frozenset('.!?…:;»”")–—-')


class Annotator:
    """Annotates texts together, each of them as it would be alone."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._tokenize = pipeline.make_doc
        self._tagger = pipeline.get_pipe("morphologizer")
        self._senter = pipeline.get_pipe("senter")
        finder = pipeline.get_pipe("ner")
        networks = [
            pipeline.get_pipe("tok2vec").model,
            self._senter.model.get_ref("tok2vec"),
            finder.model.get_ref("tok2vec").layers[0],
        ]
        self._words = Words(pipeline.vocab, [n.get_ref("embed") for n in networks])
        self._encoders = [Encoder(n.get_ref("encode")) for n in networks]
        self._gap = max(encoder.depth for encoder in self._encoders)
        self._tags, self._starts = _output(self._tagger), _output(self._senter)
        labels: tuple[str, ...] = self._tagger.labels
        self._blank, self._unknown = labels.index("POS=SPACE"), labels.index("POS=X")
        self._parse = Transitions(pipeline.get_pipe("parser"))
        self._find_names = Transitions(finder)

    def __call__(self, texts: Sequence[str]) -> list[Doc]:
        docs = [self._tokenize(text) for text in texts]
        for portion in _portions([doc for doc in docs if len(doc)]):
            self._annotate(portion)
        return docs

    def _annotate(self, docs: Sequence[Doc]) -> None:
        layout = Layout.of([len(doc) for doc in docs], self._gap)
        words = zip(self._encoders, self._words(docs), strict=True)
        syntax, sentences, names = (encoder(alone, layout) for encoder, alone in words)
        tags = self._tags(syntax).argmax(axis=1)
        tags[tags == self._blank] = self._unknown  # real blanks are no words of ours
        self._tagger.set_annotations(docs, layout.split(tags))
        starts = layout.split(self._starts(sentences).argmax(axis=1))
        for doc, found in zip(docs, starts, strict=True):
            _only_at_ends(doc, found)
        self._senter.set_annotations(docs, starts)
        self._parse(docs, syntax, layout)
        self._find_names(docs, names, layout)


def _output(tagger: Any) -> Affine:
    """The last layer of a tagger: the scores of its labels."""
    softmax = tagger.model.get_ref("softmax")
    return Affine(softmax.get_param("W"), softmax.get_param("b"))


def _portions(docs: Sequence[Doc]) -> Iterator[list[Doc]]:
    portion: list[Doc] = []
    size = 0
    for doc in docs:
        if portion and size + len(doc) > PORTION:
            yield portion
            portion, size = [], 0
        portion.append(doc)
        size += len(doc)
    if portion:
        yield portion


def _only_at_ends(doc: Doc, starts: NDArray[Any]) -> None:
    """No sentence begins in mid-air: rare names make the sentence finder stop before them."""
    for i in np.flatnonzero(starts).tolist():
        before = doc[i - 1].text if i else " "
        if before[-1] not in ENDS and not before.isspace():
            starts[i] = 0
