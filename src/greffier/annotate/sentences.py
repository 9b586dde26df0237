"""The model pass: blocks to sentences, with parts of speech, dependencies and raw names.

spaCy is fed block by block: fed whole, it glues titles and captions to the next paragraph.
Blocks of several articles are parsed together, each as it would be alone (docs/decisions).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from greffier.annotate.annotator import Annotator
from greffier.annotate.tokens import Converter
from greffier.model.language import ParserSettings
from greffier.model.syntax import Sentence
from greffier.model.text import Block, BlockKind, Document

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc


def straight(text: str) -> str:
    """The text with typographic apostrophes made straight, one for one: the models were
    trained on straight ones, and offsets must not move."""
    return text.replace("’", "'").replace("ʼ", "'").replace("‘", "'")


def load_pipeline(settings: ParserSettings, own_names: bool = True) -> Pipeline:
    """The spaCy pipeline, prepared; OSError (spaCy's own message) when it is not installed.

    The lemmatizer is off: lemmas are looked up once per distinct word instead (`Converter`).
    The name finder's weights are replaced by the pack's own, unless `own_names` is false.
    """
    import spacy

    pipeline = spacy.load(
        settings.pipeline, disable=["lemmatizer", "senter"], exclude=["attribute_ruler"]
    )
    if own_names and settings.name_finder is not None:
        pipeline.get_pipe("ner").from_disk(settings.name_finder, exclude=["vocab"])
    _keep_hyphens(pipeline)
    use_numpy_gemm(pipeline)
    return pipeline


def _keep_hyphens(pipeline: Pipeline) -> None:
    """Stop splitting words at hyphens (« état-major »), which the French parser was not
    trained on."""
    from spacy.lang.char_classes import HYPHENS
    from spacy.util import compile_infix_regex

    infixes = [x for x in pipeline.Defaults.infixes or () if f"(?:{HYPHENS})" not in x]
    pipeline.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def use_numpy_gemm(pipeline: Pipeline) -> None:
    """Multiply matrices with numpy's BLAS, which is faster here than spaCy's default; tests
    hold both to the same annotations."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for name in pipeline.component_names:
        component = pipeline.get_pipe(name)
        model = getattr(component, "model", None)
        if model is not None:
            for node in model.walk():
                node.ops = ops


class SpacyParser:
    """Parses documents with one spaCy pipeline, loaded at the first use."""

    def __init__(self, settings: ParserSettings) -> None:
        self.settings = settings

    @functools.cached_property
    def _annotate(self) -> Annotator:
        return Annotator(self._pipeline)

    @functools.cached_property
    def _pipeline(self) -> Pipeline:
        return load_pipeline(self.settings)

    @functools.cached_property
    def _convert(self) -> Converter:
        return Converter(self._pipeline, self.settings.mend_lemma)

    def __call__(self, document: Document) -> tuple[Sentence, ...]:
        """The sentences of every block but boilerplate; copies of a block share one parse."""
        return self.together([document])[0]

    def together(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        """The sentences of several documents, each parsed as it would be alone."""
        texts = {d.passage(b.span): None for d in documents for _, b in _wanted(d)}
        docs = dict(zip(texts, self._annotate([straight(t) for t in texts]), strict=True))
        return [self._sentences(document, docs) for document in documents]

    def _sentences(self, document: Document, docs: Mapping[str, Doc]) -> tuple[Sentence, ...]:
        return tuple(
            sentence
            for index, block in _wanted(document)
            for sentence in self._convert.sentences(
                docs[document.passage(block.span)], index, block.start, document.text
            )
        )


def _wanted(document: Document) -> Iterator[tuple[int, Block]]:
    """The blocks to be parsed, with their index."""
    for index, block in enumerate(document.blocks):
        if block.kind is not BlockKind.BOILERPLATE:
            yield index, block
