"""The model pass: which arithmetic and which neighbours must not change a parse."""

from __future__ import annotations

from spacy.language import Language as Pipeline
from thinc.api import NumpyOps

from greffier.annotate.sentences import load_pipeline
from greffier.lang.fr import FRENCH
from tests.conftest import ReadText

LINES = (
    "La ministre Solène Carvallec a rencontré mardi à Nantes les élus du Parti radical.",
    "« Nous n'avons rien signé », a déclaré le maire, Yann Le Bihan, devant la presse.",
    "L'état-major dément toute livraison d'armes à la Bolivie.",
)


def _annotations(pipeline: Pipeline) -> list[list[tuple[str, str, int, str, bool]]]:
    return [
        [(t.pos_, t.dep_, t.head.i, t.ent_iob_ + t.ent_type_, bool(t.is_sent_start)) for t in doc]
        for doc in pipeline.pipe(LINES)
    ]


def test_numpy_and_blis_give_the_same_annotations() -> None:
    pipeline = load_pipeline(FRENCH.parser)
    with_numpy = _annotations(pipeline)
    for _, component in pipeline.pipeline:
        for node in (getattr(component, "model", None) and component.model.walk()) or ():
            node.ops = NumpyOps(use_blis=True)
    assert _annotations(pipeline) == with_numpy


def test_a_block_is_parsed_the_same_whatever_stands_around_it(read_text: ReadText) -> None:
    alone = read_text(LINES[1]).sentences
    among = [s for s in read_text("\n\n".join(LINES)).sentences if s.tokens[0].text == "«"]
    assert [[t.dep for t in s.tokens] for s in alone] == [[t.dep for t in s.tokens] for s in among]
