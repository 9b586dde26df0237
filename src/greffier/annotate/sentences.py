"""The model pass: blocks to sentences, with parts of speech, dependencies and raw names.

spaCy is fed block by block: fed whole, it glues titles and captions to the next paragraph
(docs/decisions). Each article is parsed alone, so that a reading never depends on its neighbours.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from greffier.annotate.tokens import Converter
from greffier.model.language import ParserSettings
from greffier.model.syntax import Sentence
from greffier.model.text import BlockKind, Document

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc


def straight(text: str) -> str:
    """The text with typographic apostrophes made straight, one for one: the models were
    trained on straight ones, and offsets must not move."""
    return text.replace("’", "'").replace("ʼ", "'").replace("‘", "'")


def load_pipeline(settings: ParserSettings, own_names: bool = True) -> Pipeline:
    """The spaCy pipeline, prepared; OSError (spaCy's own message) when it is not installed.

    The lemmatizer is off: lemmas are looked up once per distinct word instead (`_lemmatizer`).
    The name finder's weights are replaced by the pack's own, unless `own_names` is false.
    """
    import spacy

    _register()
    pipeline = spacy.load(settings.pipeline, disable=["lemmatizer", "senter"])
    pipeline.add_pipe(SENTENCE_FINDER, before="parser")
    if own_names and settings.name_finder is not None:
        pipeline.get_pipe("ner").from_disk(settings.name_finder, exclude=["vocab"])
    _keep_hyphens(pipeline)
    use_numpy_gemm(pipeline)
    return pipeline


SENTENCE_FINDER = "greffier_sentences"
ENDS = frozenset('.!?…:;»”")–—-')


@functools.cache
def _register() -> None:
    """Makes our sentence finder known to spaCy, once a process."""
    from spacy.language import Language

    def create(nlp: Pipeline, name: str) -> Callable[[Doc], Doc]:
        senter = nlp.get_pipe("senter")
        return lambda doc: _only_at_ends(senter(doc))

    Language.factory(SENTENCE_FINDER, func=create)


def _only_at_ends(doc: Doc) -> Doc:
    """No sentence begins in mid-air: rare names make the sentence finder stop before them."""
    for token in doc[1:]:
        before = doc[token.i - 1].text
        if token.is_sent_start and before[-1] not in ENDS and not before.isspace():
            token.is_sent_start = False
    return doc


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
    for _, component in pipeline.pipeline:
        model = getattr(component, "model", None)
        if model is not None:
            for node in model.walk():
                node.ops = ops


class SpacyParser:
    """Parses documents with one spaCy pipeline, loaded at the first use."""

    def __init__(self, settings: ParserSettings) -> None:
        self.settings = settings

    @functools.cached_property
    def _pipeline(self) -> Pipeline:
        return load_pipeline(self.settings)

    @functools.cached_property
    def _converter(self) -> Converter:
        return Converter(self._pipeline, self.settings.mend_lemma)

    def __call__(self, document: Document) -> tuple[Sentence, ...]:
        """The sentences of every block but boilerplate; copies of a block share one parse."""
        wanted = [
            (index, block)
            for index, block in enumerate(document.blocks)
            if block.kind is not BlockKind.BOILERPLATE
        ]
        texts = {document.text[b.start : b.end]: None for _, b in wanted}
        docs = dict(zip(texts, self._pipeline.pipe(map(straight, texts)), strict=True))
        return tuple(
            sentence
            for index, block in wanted
            for sentence in self._converter.sentences(
                docs[document.text[block.start : block.end]], index, block.start, document.text
            )
        )
