"""Greffier in a spaCy pipeline."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from greffier import component
from greffier.model.reading import Reading

TEXT = (
    "La ministre de la Pêche, Odile Marchandeau, a rencontré lundi à Brest le maire, Yann"
    " Kervadec.\n\n« Le port rouvrira », a déclaré Odile Marchandeau. Il emploie 240 personnes."
)


@pytest.fixture(scope="module")
def doc() -> Doc:
    nlp = spacy.blank("fr")
    nlp.add_pipe("greffier", config={"published": "2024-03-06"})
    return nlp(TEXT)


def test_the_document_has_its_reading(doc: Doc) -> None:
    reading = doc._.greffier
    assert isinstance(reading, Reading)
    assert reading.document.text == doc.text
    assert reading.document.published == "2024-03-06"


def test_each_layer_stands_in_the_spans(doc: Doc) -> None:
    reading = doc._.greffier
    for name, found in component.layers(reading).items():
        told = list(found)
        spans = doc.spans[component.PREFIX + name]
        assert len(spans) == len(told) > 0, name
        for span, (start, end, label, _) in zip(spans, told, strict=True):
            assert span.start_char <= start < end <= span.end_char
            assert span.label_ == label


def test_a_text_may_have_a_day_of_its_own() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("greffier")
    doc = nlp.make_doc(TEXT)
    doc.user_data["published"] = "2020-01-01"
    assert nlp(doc)._.greffier.document.published == "2020-01-01"


def test_spacy_finds_it_by_its_entry_point() -> None:
    project = tomllib.loads(
        (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    )
    module, _, name = project["project"]["entry-points"]["spacy_factories"]["greffier"].partition(
        ":"
    )
    assert getattr(import_module(module), name) is component.make
