"""The model pass: which neighbours must not change a parse."""

from __future__ import annotations

from greffier import pipeline
from greffier.clean.document import document
from greffier.lang.fr import FRENCH
from greffier.model.text import Given
from tests.conftest import ReadText

LINES = (
    "La ministre Solène Carvallec a rencontré mardi à Nantes les élus du Parti radical.",
    "« Nous n'avons rien signé », a déclaré le maire, Yann Le Bihan, devant la presse.",
    "L'état-major dément toute livraison d'armes à la Bolivie.",
)


def test_a_block_is_parsed_the_same_whatever_stands_around_it(read_text: ReadText) -> None:
    alone = read_text(LINES[1]).sentences
    among = [s for s in read_text("\n\n".join(LINES)).sentences if s.tokens[0].text == "«"]
    assert [[t.dep for t in s.tokens] for s in alone] == [[t.dep for t in s.tokens] for s in among]


def test_documents_are_parsed_together_as_alone() -> None:
    parse = pipeline.french_parser()
    texts = (*LINES, "", LINES[0], "\n\n".join(LINES))
    documents = [document(text, "test:", Given(), FRENCH) for text in texts]
    assert parse.together(documents) == [parse(one) for one in documents]
