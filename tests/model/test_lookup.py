"""Which entity a passage stands for."""

from __future__ import annotations

from greffier.model.lookup import Owners
from greffier.model.reading import Reading
from greffier.model.text import Span
from tests.conftest import ReadText

TEXT = "Le maire Armand Kervoal a reçu Basile Toran à Lorient."


def _span(reading: Reading, words: str) -> Span:
    start = reading.document.text.index(words)
    return Span(start, start + len(words))


def test_a_mention_covers_each_of_its_parts(read_text: ReadText) -> None:
    reading = read_text(TEXT)
    found = Owners(reading).covering(_span(reading, "Kervoal"))
    assert found is not None
    assert found.name == "Armand Kervoal"


def test_what_no_mention_holds_has_no_owner(read_text: ReadText) -> None:
    reading = read_text(TEXT)
    assert Owners(reading).covering(_span(reading, "a reçu")) is None
    assert Owners(reading).covering(_span(reading, "Armand Kervoal a reçu")) is None


def test_entities_inside_a_span_come_in_order_each_once(read_text: ReadText) -> None:
    reading = read_text(TEXT)
    whole = Span(0, len(reading.document.text))
    names = [e.name for e in Owners(reading).inside(whole)]
    assert names == ["Armand Kervoal", "Basile Toran", "Lorient"]


def test_the_noun_of_an_office_stands_for_its_holder(read_text: ReadText) -> None:
    reading = read_text(TEXT)
    sentence = reading.sentences[0]
    mayor = next(t for t in sentence.tokens if t.text == "maire")
    found = Owners(reading).of(sentence, mayor)
    assert found is not None
    assert found.name == "Armand Kervoal"
